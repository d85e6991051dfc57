"""FollowTheMoney, the data model of investigative databases (Aleph, OpenSanctions), by its own package."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, TypeAlias

from graph.errors import SettingsError
from graph.export.dataset import Dataset
from graph.network.build import Network

Model: TypeAlias = Any
Proxy: TypeAlias = Any
"""followthemoney's own Model and EntityProxy: the package is there only where somebody installed it."""

SCHEMATA = {
    "person": "Person",
    "organization": "Organization",
    "group": "Organization",
    "place": "Address",
    "event": "Event",
    "position": "Membership",
}
"""Kind of node → schema; the others have no counterpart."""

NAMES = {"Address": "full", "Membership": "role"}
"""Schema → the property that holds the label; otherwise "name"."""

ROLES = {
    "Event": {"organizer": "organizer", "location": "location"},
    "Membership": {"member": "member", "organization": "organization"},
}
"""Schema → label of an edge → property; the other participants of an event are "involved"."""

INVOLVED = ("Person", "Organization", "PublicBody")
PARTICIPATION = ("agent", "patient", "recipient", "attendee", "beneficiary", "organizer")


def to_followthemoney(dataset: Dataset, stream: BinaryIO) -> None:
    """Writes one entity a line, each valid under its schema.

    Raises SettingsError that says how to install the package, which is an extra.
    """
    try:
        from followthemoney import model
    except ImportError as error:
        raise SettingsError(".ftm.json: needs the package followthemoney: pip install 'newsgraph[ftm]'") from error
    for entity in _entities(dataset.network(), model):
        stream.write(json.dumps(entity.to_dict(), ensure_ascii=False, sort_keys=True).encode() + b"\n")


def identity(iri: str) -> str:
    """The id of an entity, which holds no slash.

    >>> identity("https://w3id.org/newsgraph/id/entity/ada-brandt-770b2590bc74")
    'entity-ada-brandt-770b2590bc74'
    """
    return "-".join(iri.split("/")[-2:])


def _entities(found: Network, model: Model) -> Iterator[Proxy]:
    proofs: dict[str, Mapping[str, Any]] = {}
    for iri, data in found.nodes(data=True):
        if data["kind"] in SCHEMATA:
            entity = _entity(found, model, iri)
            for item in _evidence(found, iri) if data["kind"] in ("event", "position") else ():
                proofs.setdefault(item["article"], item)
                if "proof" in entity.schema.properties:
                    entity.add("proof", identity(item["article"]))
                else:
                    entity.add("sourceUrl", item["article"])
                entity.add("summary", item["sentence"])
            yield entity
    for article, item in sorted(proofs.items()):
        yield _article(model, article, item)


def _entity(found: Network, model: Model, iri: str) -> Proxy:
    data = found.nodes[iri]
    government = data["type"] == "GovernmentOrganization"
    schema = "PublicBody" if government else SCHEMATA[data["kind"]]
    entity = model.make_entity(schema)
    entity.id = identity(iri)
    entity.add(NAMES.get(schema, "name"), data["label"])
    if "sourceUrl" in entity.schema.properties:
        entity.add("sourceUrl", iri)
    if "alias" in entity.schema.properties:
        entity.add("alias", data["names"][1:])
    if data["kind"] == "event":
        entity.add("date", data.get("date"))
    if data["kind"] in ("event", "position"):
        _fill(found, entity, iri)
    return entity


def _fill(found: Network, entity: Proxy, iri: str) -> None:
    """The ends of an event or a membership."""
    known = ROLES[entity.schema.name]
    for _, head, edge in found.out_edges(iri, data=True):
        schema = SCHEMATA.get(found.nodes[head]["kind"])
        if edge["label"] == "location":
            entity.add("location", found.nodes[head]["label"])
        elif edge["label"] in known and schema in INVOLVED:
            entity.add(known[edge["label"]], identity(head))
        elif edge["label"] in PARTICIPATION and schema in INVOLVED:
            entity.add("involved", identity(head))


def _evidence(found: Network, iri: str) -> list[Mapping[str, Any]]:
    """The sentences of an event or a membership, once each, in order."""
    items = [item for _, _, edge in found.out_edges(iri, data=True) for item in edge["evidence"]]
    return list({(item["article"], item["start"]): item for item in items}.values())


def _article(model: Model, iri: str, item: Mapping[str, Any]) -> Proxy:
    entity = model.make_entity("Article")
    entity.id = identity(iri)
    for name, value in (("title", "title"), ("publishedAt", "date"), ("publisher", "publisher"), ("sourceUrl", "url")):
        entity.add(name, item[value])
    entity.add("fileName", item["identifier"])
    return entity
