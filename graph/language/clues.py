"""Clues to what a name names: from its own words, and from the words around one place of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.language import lexicon, morphology
from graph.language.boundaries import Name, is_organization
from graph.language.words import Words

AGE = re.compile(r"\d{1,2}$")
DASHES = frozenset({"-", "–", "—", "--", "|"})
STOPS = frozenset({",", ":", ".", "("})
"""Marks behind the place of a dateline."""
SUBJECTS = {"speech_verbs": "speech", "reporting": "reports", "playing": "plays", "human_verbs": "human"}
"""Lists of verbs, and what their subject does."""
FARTHEST_OFFICE = 3
"""How many words behind a name an office is looked for."""

SPEAKING = ("org:", "place:", "group", "ship", "event_heads", "law_heads", "work_heads", "none:")
"""Clues of a name that its words make no person's; a name of several words that has one is "spoken"."""


def has(section: str, word: str) -> bool:
    """Whether a word is listed in a section of the data file of names."""
    return word in lexicon.words("names", section)


@lru_cache(maxsize=50_000)
def own_clues(text: str) -> tuple[str, ...]:
    """What a name's own words show, wherever it stands.

    >>> own_clues("Ministry of Interior")
    ('words:many', 'org:head', 'spoken')
    """
    found = tuple(_own_clues(text))
    size = len(text.split())
    if not any(clue.startswith(SPEAKING) for clue in found):
        return (*found, f"plain:{min(size, 3)}")
    return (*found, "spoken") if size > 1 and not any(clue.startswith("none:") for clue in found) else found


def _own_clues(text: str) -> Iterator[str]:
    parts = text.split()
    folded, last = lexicon.fold(text), parts[-1].lower()
    yield shape(parts)
    yield from body_clues(text, parts)
    yield from gazetteer_clues(parts, folded)
    if has("ships", parts[0].lower()) and len(parts) > 1:
        yield "ship"
    for section in ("event_heads", "law_heads", "work_heads"):
        if has(section, last):
            yield section
    yield from person_clues(parts)
    if text.lower() in lexicon.words("organizations", "known"):
        yield "org:known"
    if folded in lexicon.words("names", "no_names"):
        yield "none:word"
    if folded in lexicon.words("names", "bare_heads") or folded in lexicon.words("names", "fields"):
        yield "none:bare"


def body_clues(text: str, parts: list[str]) -> Iterator[str]:
    """What shows a body or a people."""
    last = parts[-1].lower()
    if is_organization(text):
        yield "org:head"
    if last in lexicon.words("organizations", "state_bodies") and len(parts) > 1:
        yield "org:state"
    if lexicon.fold(text) in lexicon.groups() or (last in lexicon.groups() and len(parts) > 1):
        yield "group"


def gazetteer_clues(parts: list[str], folded: str) -> Iterator[str]:
    """What shows a place: a gazetteer, a word for a kind of place, an ending."""
    if folded in lexicon.countries():
        yield "place:country"
    elif folded in lexicon.regions() or directed(parts):
        yield "place:region"
    elif folded in lexicon.cities():
        yield "place:city" if folded in lexicon.given_names() or folded in lexicon.surnames() else "place:only"
    elif parts[-1].lower() in lexicon.words("places", "last") or parts[0].lower() in lexicon.words("places", "first"):
        yield "place:word"
    if len(parts) == 1 and len(folded) > 6 and folded.endswith(tuple(lexicon.words("names", "place_endings"))):
        yield "place:ending"


def directed(parts: list[str]) -> bool:
    """Whether the words are a known place behind directions: "West and Central Asia"."""
    rest = list(parts)
    while len(rest) > 1 and (has("directions", rest[0].lower()) or rest[0] == "and"):
        rest.pop(0)
    return len(rest) < len(parts) and lexicon.is_place(" ".join(rest))


def shape(parts: list[str]) -> str:
    """How many words a name has, and whether one is an acronym."""
    if len(parts) > 1:
        return "words:two" if len(parts) == 2 else "words:many"
    word = parts[0].replace(".", "")
    if any(letter.isdigit() for letter in word):
        return "words:digits"
    if word.isupper() and 2 <= len(word) <= 8:
        return "words:acronym"
    return "words:mixed" if not word[1:].islower() and word.isalnum() else "words:one"


def person_clues(parts: list[str]) -> Iterator[str]:
    """What shows a person's name: a given name, a surname, an initial, a particle, a number."""
    first, last = lexicon.fold(parts[0]), lexicon.fold(parts[-1])
    single = "single" if len(parts) == 1 else "first"
    if first in lexicon.given_names():
        yield f"given:{single}"
    if last in lexicon.surnames():
        yield "surname:" + ("single" if len(parts) == 1 else "last")
    if len(parts) > 1:
        if any(len(part.rstrip(".")) == 1 and part[0].isupper() for part in parts[:-1]):
            yield "initial"
        if any(has("particles", lexicon.fold(part)) for part in parts[:-1]) or last.startswith(("al-", "el-")):
            yield "particle"
        if is_hyphened_given(parts[-1]):
            yield "given:hyphened"
        if any(has("fathers", part.lower()) for part in parts):
            yield "father"
        if has("numerals", parts[-1]) or last.rstrip(".") in lexicon.words("titles", "suffixes"):
            yield "numbered"


def place_clues(words: Words, name: Name) -> Iterator[str]:
    """What the words around one place of a name show."""
    if name.titled:
        yield "honoured" if name.honorific or shares_title(words, name) else "titled"
    yield from line_clues(words, name)
    yield from before_clues(words, name.start)
    yield from after_clues(words, name.end)
    yield from office_clues(words, name.end)
    yield from syntax_clues(words, name)


def shares_title(words: Words, name: Name) -> bool:
    """Whether the name, or the one that "and" joins it to, stands behind a plural title."""
    start = name.start
    return start > 0 and (words.lower[start - 1] in {"and", ","} or words.lower[start - 1] in lexicon.plural_titles())


def line_clues(words: Words, name: Name) -> Iterator[str]:
    """What the place of a name in its line shows: alone, before the dash or colon of a dateline, a lone first word."""
    start, end = name.start, name.end
    if start and words.sentence[start - 1] == words.sentence[start] and words.tag[start - 1] != "_SP":
        return
    first = not start or words.tag[start - 1] == "_SP"
    if end == start + 1 and is_common(words, start):
        yield "begins:common"
    elif end == start + 1 and name.source == "run":
        yield "begins:run"
    if first and (end == len(words) or words.tag[end] == "_SP"):
        yield "line:alone" if end - start > 1 else "line:word"
    elif first and words.text[end] in DASHES:
        yield "line:dash"
    elif first and words.text[end] in STOPS and words.slice(start, end).isupper() and len(words.text[start]) > 3:
        yield "line:shouted"


def is_common(words: Words, index: int) -> bool:
    """Whether the word is in the dictionary and nobody's name: a capital that only begins the sentence."""
    word = words.lower[index]
    if word in words.seen or (word.endswith("s") and word[:-1] in words.seen):
        return True
    known = lexicon.fold(word)
    if known in lexicon.given_names() or known in lexicon.surnames() or lexicon.is_place(known):
        return False
    return morphology.is_noun(words.doc.vocab, word)


def before_clues(words: Words, start: int) -> Iterator[str]:
    """What the words before a name show."""
    if not start:
        yield "begins"
        return
    before = words.lower[start - 1]
    if words.tag[start - 1] == "_SP" or words.sentence[start - 1] != words.sentence[start]:
        yield "begins"
    for section, clue in (
        ("place_prepositions", "in"),
        ("people_nouns", "noun:person"),
        ("leaders", "noun:leader"),
        ("body_nouns", "noun:body"),
    ):
        if has(section, before):
            yield clue
    if has("loose_prepositions", before):
        yield f"after:{before}"
        if before == "of" and start > 1 and has("place_nouns", words.lower[start - 2]):
            yield "noun:place"
    yield from belonging_clues(words, start - 2 if before == "the" else start - 1)
    if before == "the":
        yield "the"
    if words.tag[start - 1] == "POS":
        yield "owned"
    if before == "by":
        yield "by:owner" if start > 1 and has("owning", words.lower[start - 2]) else "by"


def office_clues(words: Words, end: int) -> Iterator[str]:
    """What the office or the people behind a name show: "TDP MLA", "Kwale governor", "SAPS media spokesperson"."""
    for at in range(end, min(end + FARTHEST_OFFICE, len(words))):
        word = words.lower[at]
        if has("land_offices", word):
            yield "before:land"
        elif has("body_people", word):
            yield "before:people"
        elif has("people_nouns", word) or has("leaders", word):
            yield "before:office"
        elif words.tag[at] in {"NN", "JJ", "HYPH", "NNP"} and words.sentence[at] == words.sentence[end - 1]:
            continue
        return


def belonging_clues(words: Words, joint: int) -> Iterator[str]:
    """What a word before a name or its article shows of who belongs to it: "X of", "member of", "joined"."""
    if joint < 1:
        return
    if words.lower[joint] in {"of", "from"} and person_until(words, joint):
        yield "of:person"
    before = words.lower[joint - 1]
    if words.lower[joint] in {"of", "for", "from", "at", "representing"}:
        if has("land_offices", before):
            yield "of:land"
        elif has("seats", before):
            yield "of:seat"
        elif has("leaders", before) or has("people_nouns", before):
            yield "of:office"
        elif has("playing", before):
            yield "of:plays"
    member = words.lower[joint] == "of" and has("members", before)
    if member or has("joined", words.lower[joint]):
        yield "joined"


def after_clues(words: Words, end: int) -> Iterator[str]:
    """What the words behind a name show."""
    after = words.lower[end] if end < len(words) else ""
    if after in {"'s", "’s", "’", "'"}:
        yield "possessive"
        if person_from(words, end + 1):
            yield "owner:person"
        elif end + 1 < len(words) and (
            has("leaders", words.lower[end + 1]) or has("body_people", words.lower[end + 1])
        ):
            yield "owner:office"
    elif after in lexicon.words("titles", "offices") and is_field(words, end):
        yield "none:field"
    if after == "-" and end + 1 < len(words) and words.lower[end + 1] in {"based", "born", "area"}:
        yield "based"
    if after == "," and end + 2 < len(words):
        if AGE.match(words.text[end + 1]) and words.text[end + 2] in {",", "."}:
            yield "aged"
        elif words.text[end + 1][:1].isupper() and lexicon.is_place(words.text[end + 1]):
            yield "comma:place"
    if after in {"(", "-lrb-"} and end + 1 < len(words) and words.text[end + 1].isupper():
        yield "bracket"


def is_field(words: Words, end: int) -> bool:
    """Whether what the minister behind it is in charge of ends here: "Labour", "National Security"."""
    pair = " ".join(words.lower[max(0, end - 2) : end])
    return has("fields", words.lower[end - 1]) or pair in lexicon.words("coordinated", "words", "field")


def person_from(words: Words, start: int) -> bool:
    """Whether a person's full name begins here: "Nathan Law", "Wong Yeung-tat"."""
    end = start
    while end < len(words) and (words.text[end][:1].isupper() or is_hyphened(words, end)):
        end += 1
    return is_full_name(words, start, end)


def person_until(words: Words, end: int) -> bool:
    """Whether a person's full name ends here: the "Cheng Chung-tai" of "Cheng Chung-tai of Civic Passion"."""
    start = end
    while start and (words.text[start - 1][:1].isupper() or is_hyphened(words, start - 1)):
        start -= 1
    return is_full_name(words, start, end)


def is_hyphened(words: Words, index: int) -> bool:
    """Whether a token is a hyphen inside a word, or the small half behind one: the "-tat" of "Yeung-tat"."""
    if words.text[index] == "-":
        return 0 < index < len(words) - 1 and words.end(index) == words.start[index + 1]
    return index > 1 and words.text[index - 1] == "-" and words.text[index].isalpha()


def is_full_name(words: Words, start: int, end: int) -> bool:
    """Whether two to four words are a person's full name by a given name, a surname or a hyphen."""
    text = words.slice(start, end) if end > start else ""
    parts = text.split()
    if not 2 <= len(parts) <= 4 or is_organization(text) or lexicon.is_place(text):
        return False
    known = lexicon.fold(parts[0]) in lexicon.given_names() or lexicon.fold(parts[-1]) in lexicon.surnames()
    return known or is_hyphened_given(parts[-1])


def is_hyphened_given(word: str) -> bool:
    """Whether the word is a given name in two halves: "Jong-un", "Yeung-tat".

    >>> is_hyphened_given("Yeung-tat"), is_hyphened_given("Saint-Gaudens")
    (True, False)
    """
    first, hyphen, last = word.partition("-")
    return bool(hyphen) and first[:1].isupper() and last.islower()


def syntax_clues(words: Words, name: Name) -> Iterator[str]:
    """What the verb of a name shows, and a description beside it."""
    token = name.end - 1
    while name.start <= words.head[token] < name.end and words.head[token] != token:
        token = words.head[token]
    dep, head = words.dep[token], words.head[token]
    if dep in {"nsubj", "nsubjpass"}:
        section = next((section for section in SUBJECTS if has(section, words.lower[head])), None)
        yield f"subject:{SUBJECTS[section]}" if section else "subject"
    elif dep in {"compound", "nmod"} and not name.start <= head < name.end:
        yield "modifier"
        yield from noun_clues(words.lower[head])
    elif dep in {"dobj", "poss", "conj", "appos"}:
        yield f"dep:{dep}"
        if dep == "dobj" and has("playing", words.lower[head]):
            yield "of:plays"
        if dep == "appos" and (
            words.lower[head] in lexicon.words("titles", "offices") or has("people_nouns", words.lower[head])
        ):
            yield "office"
    for other in range(name.end + 1, min(name.end + 8, len(words))):
        if words.dep[other] == "appos" and words.head[other] == token:
            if words.lower[other] in lexicon.words("coreference", "people"):
                yield "described:person"
            elif words.lower[other] in lexicon.words("coreference", "bodies"):
                yield "described:body"
            break


def noun_clues(noun: str) -> Iterator[str]:
    """What the noun that a name stands before shows: "Yonhap news agency", "Kaduna province"."""
    if has("body_nouns", noun):
        yield "head:body"
    elif has("place_nouns", noun) or noun in lexicon.words("places", "last"):
        yield "head:place"
    elif has("people_nouns", noun):
        yield "head:person"
