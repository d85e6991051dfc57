"""Made-up articles about made-up things, each with the part that a perfect pass 1 would give of it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from graph.evaluation.generate.things import WORDS, Thing, named
from graph.model import Article, Chain, Claim, Event, Filler, Mention, Part, Role, Segment, Span, article_id
from graph.vocabulary import EVENT_CLASSES

FIRST_DAY = date(2015, 1, 1)
DAYS = 3650
CAST = (3, 7)
"""So many things take part in a story, from the first to below the second."""
QUIET = 0.35
"""The share of sentences in which nothing is told."""
SPOKEN = 0.15
SLOTS = re.compile(r"\{(\w+)\}|\[([^\]]+)\]|([^{\[]+)")
RULE = "made up"


@dataclass(frozen=True, slots=True)
class Story:
    """An article, its true part, and the number of the thing that each of its chains names."""

    article: Article
    part: Part
    truth: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a sentence: plain words, a thing's name in a role, or the trigger."""

    text: str
    role: str = ""
    thing: int | None = None


@dataclass(slots=True)
class _Cast:
    """The things of one story: each by its full forms first and by a short one after that."""

    things: Sequence[Thing]
    forms: Mapping[int, tuple[str, ...]]
    honorifics: Mapping[int, str | None]
    told: set[int] = field(default_factory=set)

    def name(self, thing: Thing, role: str) -> Iterator[_Piece]:
        """How the story names a thing this time, in some role."""
        forms, honorific = self.forms[thing.number], self.honorifics[thing.number]
        if honorific:
            yield _Piece(f"{honorific} ")
        yield _Piece(forms[-1] if thing.number in self.told else forms[0], role, thing.number)
        self.told.add(thing.number)


def stories(things: Sequence[Thing], seed: int, count: int, *, sentences: int = 12) -> Iterator[Story]:
    """So many stories; each depends on the things, the seed and its own number alone."""
    for number in range(count):
        yield story(things, seed, number, sentences=sentences)


def story(things: Sequence[Thing], seed: int, number: int, *, sentences: int = 12) -> Story:
    """One story by its number."""
    rng = random.Random(f"{seed}:{number}")
    chosen = rng.sample(things, min(len(things), rng.randrange(*CAST)))
    forms = {thing.number: named(rng, thing) for thing in chosen}
    cast = _Cast(chosen, {n: names for n, (names, _) in forms.items()}, {n: h for n, (_, h) in forms.items()})
    told = [_sentence(rng, cast) for _ in range(sentences)]
    headline = rng.choice(WORDS["story"]["headlines"])
    article, starts = _article(rng, number, headline, [told_ for told_, _ in told])
    return _story(article, starts, told, cast)


def _sentence(rng: random.Random, cast: _Cast) -> tuple[list[_Piece], str]:
    """The pieces of a sentence and what it tells: a class of event, "claim", or nothing."""
    chance = rng.random()
    if chance < QUIET:
        return [_Piece(rng.choice(WORDS["story"]["filler"]))], ""
    if chance < QUIET + SPOKEN:
        speaker = rng.choice(cast.things)
        said = rng.choice(WORDS["story"]["said"])
        words = (_Piece("“"), _Piece(f"{said},", "words"), _Piece("” "))
        return [*words, *cast.name(speaker, "speaker"), _Piece(" "), _Piece("said", "trigger"), _Piece(".")], "claim"
    happening = rng.choice(WORDS["happening"])
    return list(_pieces(rng, cast, happening["text"])), happening["class"]


def _pieces(rng: random.Random, cast: _Cast, text: str) -> Iterator[_Piece]:
    actors = iter(rng.sample(cast.things, len(cast.things)))
    for role, trigger, plain in SLOTS.findall(text):
        if role == "day":
            yield _Piece(rng.choice(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")))
        elif role == "location":
            yield _Piece(rng.choice(WORDS["places"]), "location")
        elif role:
            yield from cast.name(next(actors), role)
        else:
            yield _Piece(trigger, "trigger") if trigger else _Piece(plain)


def _article(
    rng: random.Random, number: int, headline: str, told: Sequence[Sequence[_Piece]]
) -> tuple[Article, list[int]]:
    """The article, and where each sentence starts in it."""
    text, starts = f"{headline}\n\n", []
    for pieces in told:
        starts.append(len(text))
        text += "".join(piece.text for piece in pieces) + " "
    text = text.rstrip() + "\n"
    publisher = rng.choice(WORDS["story"]["publishers"])
    published = (FIRST_DAY + timedelta(days=rng.randrange(DAYS))).isoformat()
    made = Article(
        id=article_id(text),
        identifier=f"story-{number}.txt",
        text=text,
        title=headline,
        published=published,
        date_source="metadata",
        publisher=publisher,
        url=f"https://example.org/{number}",
        headline=len(headline),
        segments=(Segment(0, len(text), 0),),
    )
    return made, starts


def _story(article: Article, starts: Sequence[int], told: Sequence[tuple[list[_Piece], str]], cast: _Cast) -> Story:
    found = [_placed(article, start, pieces) for start, (pieces, _) in zip(starts, told, strict=True)]
    chains = _chains(found, cast)
    events, claims = [], []
    for placed, (_, kind) in zip(found, told, strict=True):
        if kind == "claim":
            claims.append(_claim(article, placed, chains))
        elif kind:
            events.append(_event(kind, placed, chains))
    sentences = ((0, article.headline), *((whole.start, whole.end) for whole, _ in found))
    part = Part(article, sentences, chains=tuple(chains.values()), events=tuple(events), claims=tuple(claims))
    return Story(article, part, {chain.id: number for number, chain in chains.items() if isinstance(number, int)})


_Placed = tuple[Span, list[tuple[_Piece, Span]]]
"""A sentence's span, and its pieces that play a role with theirs."""


def _placed(article: Article, start: int, pieces: Sequence[_Piece]) -> _Placed:
    at, found = start, []
    for piece in pieces:
        if piece.role:
            found.append((piece, Span(article.id, at, at + len(piece.text))))
        at += len(piece.text)
    return Span(article.id, start, at), found


def _chains(found: Sequence[_Placed], cast: _Cast) -> dict[int | str, Chain]:
    """The chain of every thing by its number, and of every place by its name, in the order of first mentions."""
    types = {thing.number: thing.type for thing in cast.things}
    mentions: dict[int | str, list[Mention]] = {}
    for _, placed in found:
        for piece, span in placed:
            if piece.thing is not None or piece.role == "location":
                key = piece.text if piece.thing is None else piece.thing
                type_, honorific = (
                    ("Place", None) if piece.thing is None else (types[piece.thing], cast.honorifics[piece.thing])
                )
                mentions.setdefault(key, []).append(Mention(span, "name", type_, piece.text.split()[-1], honorific))
    made = {}
    for number, (key, of) in enumerate(mentions.items(), start=1):
        names = (key,) if isinstance(key, str) else tuple(dict.fromkeys(cast.forms[key][: len(of)]))
        made[key] = Chain(f"c{number}", of[0].type, tuple(of), names, of[0].honorific)
    return made


def _filler(piece: _Piece, span: Span, chains: Mapping[int | str, Chain]) -> Filler:
    chain = chains[piece.text if piece.thing is None else piece.thing]
    return Filler(span, piece.text, piece.text.split()[-1], piece.text.lower(), chain.type, chain.id)


def _event(kind: str, placed: _Placed, chains: Mapping[int | str, Chain]) -> Event:
    whole, pieces = placed
    trigger, span = next((piece, span) for piece, span in pieces if piece.role == "trigger")
    roles = tuple(Role(p.role, _filler(p, s, chains)) for p, s in pieces if p.role != "trigger")
    return Event(kind, span, trigger.text, roles, whole, RULE, 0.9, plover=EVENT_CLASSES[kind])


def _claim(article: Article, placed: _Placed, chains: Mapping[int | str, Chain]) -> Claim:
    whole, pieces = placed
    by_role = {piece.role: (piece, span) for piece, span in pieces}
    _, words = by_role["words"]
    said = Span(article.id, words.start, words.end - 1)
    speaker = _filler(*by_role["speaker"], chains)
    return Claim(speaker, said.quote(article.text), said, by_role["trigger"][1], True, (whole,), RULE, 0.95)
