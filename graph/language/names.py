"""Names: the model's entities repaired, with one decision for each name and article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Span as TokenSpan

from graph.language import kinds, lexicon
from graph.language.boundaries import Name, before_people, is_organization, pieces, runs, tidied, title_over, untitled
from graph.language.coordinated import coordinated
from graph.language.openers import is_plain, openers
from graph.language.spelled import first_half, spelled
from graph.language.titles import title_before
from graph.language.widening import retitled, widened
from graph.language.words import Words
from graph.model import ENTITY_TYPES

LABELS = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Place",
    "NORP": "Group",
    "EVENT": "Event",
    "PRODUCT": "Product",
    "WORK_OF_ART": "Work",
    "LAW": "Law",
    "DATE": "Date",
    "TIME": "Date",
    "MONEY": "Money",
    "QUANTITY": "Quantity",
    "PERCENT": "Quantity",
}
"""The model's labels in our types; the others (counts, ordinals, languages) are no names."""
SHARES = frozenset({"%", "percent", "cent", "percentage"})
"""Words that make a sum a share: "nine per cent"."""
LONGEST_PERSON = 6
"""Words of the longest person's name that two halves are joined to."""
ROMAN = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "Jr.", "Jr"})


def repair(words: Words) -> tuple[Name, ...]:
    """The Doc's names in order, with types decided for the whole article; sets `doc.ents` to them.

    The `kb_id_` of a name that shares a word with others is the whole name that it stands for.
    """
    decided = kinds.decide(words, candidates(words))
    complete = without_overlaps(longest([*decided, *kinds.repeated(words, decided)]))
    words.doc.ents = [TokenSpan(words.doc, n.start, n.end, label=n.type, kb_id=n.full or "") for n in complete]
    return tuple(complete)


def candidates(words: Words) -> list[Name]:
    """Everything that may be a name: what the model marked, put right, and the capitals that it left out."""
    marked = (tidied(words, before_title(words, piece)) for span in model_names(words) for piece in pieces(words, span))
    named = without_overlaps(
        [
            *dateline_names(words),
            *coordinated(words),
            *longest([*spelled(words), *filter(None, marked), *openers(words)]),
        ]
    )
    taken = covered(named)
    named = without_overlaps(longest(retitled(words, name, taken) for name in named))
    taken = covered(named)
    wide = (widened(words, run, taken) for run in runs(words, taken))
    left = (untitled(words, before_title(words, piece)) for run in wide for piece in before_people(words, run))
    whole = joined(words, without_overlaps(longest([*named, *filter(None, left)])))
    found = titled(words, [piece for name in whole for piece in apart(words, name)])
    return [name for name in found if name.end - name.start > 1 or not is_plain(words, name)]


def apart(words: Words, name: Name) -> Iterator[Name]:
    """The name, or the place and the person that a title stands between: "Kozhikode | Collector Snehil Kumar"."""
    parts = list(before_people(words, name)) if name.type == "Person" and not name.titled else [name]
    yield from (filter(None, (untitled(words, part) for part in parts)) if len(parts) > 1 else parts)


def titled(words: Words, names: list[Name]) -> list[Name]:
    """The names, those that share a plural title ("Senators Smith and Jones") noted as titled."""
    kept: list[Name] = []
    shares = False
    for name in names:
        joint = words.lower[name.start - 1] if name.start else ""
        before = joint in {"and", ","} and bool(kept) and kept[-1].end == name.start - 1
        shares = joint in lexicon.plural_titles() or (shares and before)
        kept.append(replace(name, titled=True, source="PERSON") if shares else name)
    return kept


def before_title(words: Words, name: Name) -> Name:
    """The name without the title of the next one at its end: "Gulu | Archbishop John Okello"."""
    end = name.end
    while opens_name(words, end) and (length := title_before(words, end)):
        if end - length <= name.start:
            break
        end -= length
    over = end - name.start > 1 and title_over(words, end, 1, len(words))
    return name.over(name.start, end - over)


def opens_name(words: Words, index: int) -> bool:
    """Whether a capital follows, or the full stop of an abbreviated title and a capital: "RCMP Sgt | . Marie"."""
    if index and index < len(words) and words.text[index - 1] in lexicon.words("sentences", "abbreviations"):
        index += words.text[index] == "."
    return index < len(words) and words.text[index][0].isupper()


def joined(words: Words, names: list[Name]) -> list[Name]:
    """The names, with pieces of one put together.

    The country or nationality straight before a body ("Saudi Interior Ministry"), two halves of a person's name,
    a country's name with "and" in it, and the two halves of a body's name around "and".
    """
    kept: list[Name] = []
    for name in names:
        before = kept[-1] if kept else None
        if before and (is_whole(words, before, name) or is_country(words, before, name)):
            kept[-1] = before.over(before.start, name.end)
        elif before and before.end == name.start and is_state(words, before) and is_body(words, name):
            kept[-1] = name.over(before.start, name.end)
        else:
            start = first_half(words, name)
            while start < name.start and kept and kept[-1].end > start:
                start = min(start, kept.pop().start)
            kept.append(name.over(start, name.end))
    return kept


def is_whole(words: Words, before: Name, name: Name) -> bool:
    """Whether two neighbours are halves of one person's name."""
    if before.end != name.start or name.titled or name.end - before.start > LONGEST_PERSON:
        return False
    marked = before.source == "PERSON" and (name.source == "PERSON" or name.end - name.start == 1)
    people = (before.type == name.type == "Person" and marked) or is_full(words, before, name)
    return (people or (before.titled and before.end - before.start == 1)) and words.text[before.end - 1] not in ROMAN


def is_full(words: Words, before: Name, name: Name) -> bool:
    """Whether two words that the model takes for two things are a given name and a surname: "Valeska" and "Paris"."""
    first, last = (lexicon.fold(words.slice(half.start, half.end)) for half in (before, name))
    known = first in lexicon.given_names() and last in lexicon.surnames()
    return known and not lexicon.is_place(first) and before.type in ENTITY_TYPES and name.type in ENTITY_TYPES


def is_country(words: Words, before: Name, name: Name) -> bool:
    """Whether two names with "and" between them are one country's."""
    joined_by_and = name.start == before.end + 1 and words.lower[before.end] == "and"
    return joined_by_and and words.slice(before.start, name.end).lower() in lexicon.countries()


def is_state(words: Words, name: Name) -> bool:
    """Whether a name is a nationality or a country."""
    text = words.slice(name.start, name.end).lower()
    return text in lexicon.nationalities() or text in lexicon.countries()


def is_body(words: Words, name: Name) -> bool:
    """Whether a name is an organisation's by its own words."""
    return name.type in ENTITY_TYPES and is_organization(words.slice(name.start, name.end))


def dateline_names(words: Words) -> Iterator[Name]:
    """The place of the article's dateline."""
    dateline = words.doc._.article.dateline
    if dateline and dateline.place_span:
        inside = [
            i for i, start in enumerate(words.start) if dateline.place_span.start <= start < dateline.place_span.end
        ]
        if inside:
            yield Name(inside[0], inside[-1] + 1, "Place", "dateline")


def longest(names: Iterable[Name]) -> list[Name]:
    """The names, longest first."""
    return sorted(names, key=lambda name: name.start - name.end)


def covered(names: Iterable[Name]) -> set[int]:
    """The tokens of the names."""
    return {index for name in names for index in range(name.start, name.end)}


def model_names(words: Words) -> Iterator[Name]:
    """What the model takes for names, in our types."""
    for ent in words.doc.ents:
        if ent.label_ in {"DATE", "TIME"} and is_undated(words, ent.start, ent.end):
            yield Name(ent.start, ent.end, "Person", "run")
        elif ent.label_ in LABELS:
            share = ent.label_ == "MONEY" and not SHARES.isdisjoint(words.lower[ent.start : ent.end])
            yield Name(ent.start, ent.end, "Quantity" if share else LABELS[ent.label_], ent.label_)


def is_undated(words: Words, start: int, end: int) -> bool:
    """Whether what the model takes for a date is capitals without a figure and without a word of the calendar."""
    inside = words.lower[start:end]
    calendar = lexicon.time_words() | lexicon.words("names", "calendar")
    return all(words.text[at].istitle() and words.text[at].isalpha() for at in range(start, end)) and not any(
        word in calendar for word in inside
    )


def without_overlaps(names: Iterable[Name]) -> list[Name]:
    """The names in text order; of two that overlap the earlier given stays."""
    taken: set[int] = set()
    kept: list[Name] = []
    for name in names:
        if taken.isdisjoint(range(name.start, name.end)):
            taken.update(range(name.start, name.end))
            kept.append(name)
    return sorted(kept, key=lambda name: name.start)


def entity_names(names: Iterable[Name]) -> list[Name]:
    """The names of things that become entities: no dates, sums and measures."""
    return [name for name in names if name.type in ENTITY_TYPES]
