"""Clues to what a name names from the words around one place of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.language import lexicon, morphology
from graph.language.boundaries import Name, is_organization
from graph.language.evidence import further_clues, has
from graph.language.own import is_hyphened_given, is_unknown
from graph.language.words import Words

AGE = re.compile(r"\d{1,2}$")
DASHES = frozenset({"-", "–", "—", "--", "|"})
QUOTES = frozenset({*"\"'“”‘’", "``", "''"})
STOPS = frozenset({",", ":", ".", "("})
"""Marks behind the place of a dateline."""
SUBJECTS = {"speech_verbs": "speech", "reporting": "reports", "playing": "plays", "human_verbs": "human"}
"""Lists of verbs, and what their subject does."""
FARTHEST_OFFICE = 3
"""How many words behind a name an office is looked for."""


def place_clues(words: Words, name: Name) -> Iterator[str]:
    """What the words around one place of a name show."""
    if name.titled:
        yield "honoured" if name.honorific or shares_title(words, name) else "titled"
    yield from line_clues(words, name)
    yield from before_clues(words, name.start)
    yield from after_clues(words, name.start, name.end)
    yield from office_clues(words, name.end)
    yield from syntax_clues(words, name)
    yield from further_clues(words, name)


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
    if end == start + 1 and is_common(words, words.text[start]):
        yield "begins:common"
    elif end == start + 1 and is_only_word(words, words.text[start]):
        yield "begins:word"
    elif end == start + 1 and name.source == "run":
        yield "begins:run"
    if first and (end == len(words) or words.tag[end] == "_SP"):
        yield "line:alone" if end - start > 1 else "line:word"
    elif first and words.text[end] in DASHES:
        yield "line:dash"
    elif first and words.text[end] in STOPS and words.slice(start, end).isupper() and len(words.text[start]) > 3:
        yield "line:shouted"


def is_common(words: Words, text: str) -> bool:
    """Whether the word is in the dictionary and nobody's name: a capital that only begins the sentence."""
    word = text.lower()
    if text.isupper() and len(text) > 1:
        return False
    if word in words.seen or (word.endswith("s") and word[:-1] in words.seen):
        return True
    known = lexicon.fold(word)
    if known in lexicon.given_names() or known in lexicon.surnames() or lexicon.is_settled(known):
        return False
    return morphology.is_noun(words.doc.vocab, word) or has("plurals", word)


def is_only_word(words: Words, text: str) -> bool:
    """Whether a word in the dictionary, no noun, is in no list of names and places."""
    return text.istitle() and not lexicon.is_settled(text) and in_dictionary(words, text)


def in_dictionary(words: Words, text: str) -> bool:
    """Whether a word is in the dictionary, and in no list of given names and surnames."""
    return is_unknown(text) and morphology.is_word(words.doc.vocab, text.lower())


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
        elif has("players", word):
            yield "before:player"
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


def after_clues(words: Words, start: int, end: int) -> Iterator[str]:
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
    elif after in lexicon.words("titles", "offices") and is_field(words, start, end):
        yield "none:field"
    if after == "-" and end + 1 < len(words) and words.lower[end + 1] in {"based", "born", "area"}:
        yield "based"
    if after == "," and end + 2 < len(words):
        if AGE.match(words.text[end + 1]) and words.text[end + 2] in {",", "."}:
            yield "aged"
        elif words.text[end + 1][:1].isupper() and lexicon.is_place(words.text[end + 1]):
            yield "comma:place"
    if before_quote(words, end) and behind_quote(words, start):
        yield "quoted"
    if after in {"(", "-lrb-"} and end + 1 < len(words) and words.text[end + 1].isupper():
        yield "bracket"


def behind_quote(words: Words, start: int) -> bool:
    """Whether a quotation mark, with or without an article behind it, stands before a name."""
    first = start - (start > 0 and words.lower[start - 1] in {"the", "a"})
    return first > 0 and words.text[first - 1] in QUOTES


def before_quote(words: Words, end: int) -> bool:
    """Whether a quotation mark, with or without a comma before it, stands behind a name."""
    at = end + (end < len(words) and words.text[end] == ",")
    return at < len(words) and words.text[at] in QUOTES


def is_field(words: Words, start: int, end: int) -> bool:
    """Whether what the minister behind it is in charge of ends here: "Labour", "National Security"."""
    pair = " ".join(words.lower[max(0, end - 2) : end])
    if has("fields", words.lower[end - 1]) or pair in lexicon.words("coordinated", "words", "field"):
        return True
    word = words.lower[end - 1]
    named = lexicon.is_place(word) or word in lexicon.groups() or is_organization(words.slice(start, end))
    return has("ministers", words.lower[end]) and not named and morphology.is_noun(words.doc.vocab, word)


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
            if words.lower[other] in lexicon.words("coreference", "either"):
                break
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
