"""Part → the objects that `newsgraph extract --format jsonl` prints, with offsets in the file as read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from graph.facts.why import Fired, Stopped, Why
from graph.model import Claim, Event, Fact, Filler, Mention, Part, Position, Relation, Span, Time

Json = dict[str, Any]


class Reader:
    """Cuts the words of spans out of one part's article and numbers them as the file as read does."""

    def __init__(self, part: Part, line: int | None = None) -> None:
        self.part = part
        self.line = line
        self.labels = {
            chain.id: chain.names[0] if chain.names else self.quote(chain.first.span) for chain in part.chains
        }

    def quote(self, span: Span) -> str:
        """The words of a span."""
        return span.quote(self.part.article.text)

    def place(self, span: Span) -> Json | None:
        """{"text", "start", "end"} of a span, or None where it is not in the file (a headline from metadata)."""
        found = self.part.article.source_range(span)
        return None if found is None else {"text": self.quote(span), "start": found[0], "end": found[1]}

    def entity(self, chain: str | None) -> Json | None:
        """{"id", "label"} of a chain, or None."""
        if chain is None or chain not in self.labels:
            return None
        return {"id": chain if self.line is None else f"{self.line}.{chain}", "label": self.labels[chain]}

    def filler(self, filler: Filler) -> Json | None:
        """The object of one filler, or None where it is not in the file."""
        place = self.place(filler.span)
        return None if place is None else {**place, "type": filler.type, "entity": self.entity(filler.chain)}

    def head(self, kind: str) -> Json:
        """What every object begins with."""
        line = {} if self.line is None else {"line": self.line}
        return {"source": self.part.article.identifier.partition("#")[0], **line, "kind": kind}


def objects(part: Part, *, line: int | None = None) -> Iterator[Json]:
    """Mentions, references and facts of one part as plain JSON objects, in the form of the command line's contract.

    `line` is the number of the line (from 1) where each line was taken as a sentence by itself.
    """
    reader = Reader(part, line)
    yield from _mentions(reader)
    for fact in part.facts():
        found = _fact(reader, fact)
        if found is not None:
            yield found


def reasons(part: Part, whys: Iterable[Why], *, line: int | None = None) -> Iterator[Json]:
    """One object a sentence: what fired and what was stopped, each with its words and their place in the file."""
    reader = Reader(part, line)
    for why in whys:
        sentence = reader.place(why.sentence)
        if sentence is not None:
            yield {
                **reader.head("why"),
                "sentence": sentence,
                "fired": [_fired(reader, fired) for fired in why.fired],
                "stopped": [_stopped(reader, stopped) for stopped in why.stopped],
            }


def _fired(reader: Reader, fired: Fired) -> Json:
    return {
        "kind": fired.kind,
        "type": fired.type,
        **(reader.place(fired.trigger) or {"text": fired.words}),
        "rule": fired.rule,
        "confidence": fired.confidence,
    }


def _stopped(reader: Reader, stopped: Stopped) -> Json:
    place = reader.place(stopped.trigger) or {"text": stopped.words}
    return {"kind": stopped.kind, **place, "reason": stopped.reason}


def _mentions(reader: Reader) -> Iterator[Json]:
    for chain in reader.part.chains:
        if chain.names or len(chain.mentions) > 1:
            for mention in chain.mentions:
                yield from _mention(reader, mention, chain.id)
    for value in reader.part.values:
        yield from _mention(reader, value, None)


def _mention(reader: Reader, mention: Mention, chain: str | None) -> Iterator[Json]:
    place = reader.place(mention.span)
    if place is None:
        return
    kind = "mention" if mention.kind == "name" else "reference"
    form = {} if kind == "mention" else {"form": mention.kind}
    yield {**reader.head(kind), **place, "type": mention.type, **form, "entity": reader.entity(chain)}


def _fact(reader: Reader, fact: Fact) -> Json | None:
    sentence = reader.place(fact.evidence[0] if isinstance(fact, Claim) else fact.evidence)
    trigger = reader.place(fact.cue if isinstance(fact, Claim) else fact.trigger)
    if sentence is None or trigger is None:
        return None
    return {
        **reader.head(type(fact).__name__.lower()),
        "type": fact.type if isinstance(fact, Event) else _TYPES[type(fact)](fact),
        "plover": fact.plover if isinstance(fact, Event) else None,
        "factuality": fact.factuality,
        "sentence": sentence,
        "trigger": trigger,
        "roles": _roles(reader, fact),
        "time": _time(fact.time) if isinstance(fact, Event) else None,
        **_extras(fact),
        "confidence": fact.confidence,
        "rule": fact.rule,
    }


_TYPES: dict[type, Any] = {
    Position: lambda fact: "Position",
    Relation: lambda fact: fact.predicate,
    Claim: lambda fact: "Quotation" if fact.verbatim else "Claim",
}


def _fillers(fact: Fact) -> Iterable[tuple[str, Filler | None]]:
    if isinstance(fact, Event):
        return [(role.name, role.filler) for role in fact.roles]
    if isinstance(fact, Position):
        return [("person", fact.person), ("organization", fact.organization)]
    if isinstance(fact, Relation):
        return [("subject", fact.subject), ("object", fact.object)]
    return [
        ("speaker", fact.speaker),
        *(("recipient", filler) for filler in fact.recipients),
        *(("about", filler) for filler in fact.about),
    ]


def _roles(reader: Reader, fact: Fact) -> Json:
    roles: dict[str, list[Json]] = {}
    for name, filler in _fillers(fact):
        found = reader.filler(filler) if filler else None
        if found is not None:
            roles.setdefault(name, []).append(found)
    return roles


def _extras(fact: Fact) -> Json:
    if isinstance(fact, Claim):
        return {"text": fact.text, "verbatim": fact.verbatim}
    if isinstance(fact, Position):
        return {"title": fact.title, "status": fact.status}
    if isinstance(fact, Event):
        return {"unstated": list(fact.unstated)}
    return {}


def _time(time: Time | None) -> Json | None:
    if time is None:
        return None
    return {
        "text": time.text,
        "start": time.start,
        "end": time.end,
        "earliest": time.earliest,
        "latest": time.latest,
    }
