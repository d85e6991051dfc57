"""What a block looks like: the questions that the junk rules ask of it."""

from __future__ import annotations

import re

from graph.reading.dates import MONTH, WEEKDAYS

SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
SENTENCES = re.compile(r"[.!?][\"'”’)]? +\S")
CALENDAR = re.compile(rf"{WEEKDAYS}|{MONTH}|christmas|easter|ramadan|eid", re.IGNORECASE)
BULLET = re.compile(r"^[•·▪●*–-]\s+")
NUMBER = re.compile(r"^\d{1,2}[.)]\s")
TITLE_WORDS = 24
NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][\w’'-]{2,}")


def is_sentence(text: str) -> bool:
    """Whether a block reads as running text: a whole sentence or more.

    >>> is_sentence("The minister resigned on Monday."), is_sentence("Minister resigns"), is_sentence("Opinion.")
    (True, False, False)
    """
    count = text.count(" ") + 1
    return count > 30 or (count >= 4 and bool(SENTENCE_END.search(text))) or (text.endswith(":") and count > 8)


def is_title(text: str) -> bool:
    """Whether a block looks like the title of a story: a few words, begun large, without a full stop."""
    text = BULLET.sub("", text) or text
    count = text.count(" ") + 1
    return (
        2 <= count <= TITLE_WORDS
        and (text[0].isupper() or text[0].isdigit() or text[0] in "'\"‘“")
        and text[-1] not in ".:;,…"
    )


def is_question(text: str) -> bool:
    """Whether a block is one short question or exclamation: a title, or a sentence.

    >>> is_question("Is the long lunch over?"), is_question("Is it over? Nobody knows.")
    (True, False)
    """
    return text[-1] in "?!" and text.count(" ") < TITLE_WORDS and not SENTENCES.search(NUMBER.sub("", text))


def is_label(text: str) -> bool:
    """Whether a block is a number, one word, or the name of a section of the paper in capitals.

    >>> is_label("3"), is_label("WORLD NEWS"), is_label("Harbours"), is_label("Minister resigns")
    (True, True, True, False)
    """
    few = text.count(" ") < (3 if text.isupper() else 1)
    return text.isdigit() or (few and text[-1].isalpha())


def is_cut_off(text: str) -> bool:
    """Whether a block ends in an ellipsis, as the summaries of other stories do."""
    return text.endswith(("...", "…"))


def names(text: str) -> set[str]:
    """The capitalised words within the sentences of a block.

    >>> sorted(names("Police said Lagon met Malik. He left Islamabad."))
    ['Islamabad', 'Lagon', 'Malik']
    """
    found = {match.group().removesuffix("'s").removesuffix("’s") for match in NAME.finditer(text)}
    return {name for name in found if not CALENDAR.fullmatch(name)}


def squash(text: str) -> str:
    """The words of a block alone, lower case: what is compared where punctuation may differ.

    >>> squash("“Dark Turn”…")
    'dark turn'
    """
    return " ".join(re.findall(r"\w+", text.casefold()))
