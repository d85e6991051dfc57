"""How certain an event is, by its clause and those above it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.facts import part
from graph.language import lines


def certainty(nlp: Language, sentence: str, type_: str) -> set[str]:
    doc = next(iter(lines(nlp, [sentence])))
    return {event.factuality for event in part(doc).events if event.type == type_}


@pytest.mark.parametrize(
    ("sentence", "type_", "expected"),
    [
        ("The army attacked the village.", "Attack", "asserted"),
        ("The army did not attack the village.", "Attack", "negated"),
        ("The army never attacked the village.", "Attack", "negated"),
        ("The army did not fail to attack the village.", "Attack", "asserted"),
        ("The army failed to attack the village.", "Attack", "negated"),
        ("The army denied attacking the village.", "Attack", "negated"),
        ("No soldier attacked the village.", "Attack", "negated"),
        ("Neither Norway nor Kenya attacked the village.", "Attack", "negated"),
        ("The army left without attacking the village.", "Attack", "negated"),
        ("The army will attack the village.", "Attack", "planned"),
        ("The army plans to attack the village.", "Attack", "planned"),
        ("The general ordered the army to attack the village.", "Attack", "planned"),
        ("The army marched north to attack the village.", "Attack", "planned"),
        ("The army may attack the village.", "Attack", "possible"),
        ("The army burned the bridge before attacking the village.", "Attack", "asserted"),
        ("This was the largest army to attack the village.", "Attack", "asserted"),
        ("When the rain stops, the army attacks the village.", "Attack", "possible"),
        ("When the harvest failed, the army attacked the village.", "Attack", "asserted"),
        ("The army tried to attack the village.", "Attack", "possible"),
        ("Villagers fear that the army attacked the village.", "Attack", "possible"),
        ("If the army attacked the village, the talks would end.", "Attack", "possible"),
        ("Did the army attack the village?", "Attack", "possible"),
        ("The army would have attacked the village.", "Attack", "possible"),
        ("The army allegedly attacked the village.", "Attack", "reported"),
        ("The general is accused of attacking the village.", "Attack", "reported"),
        ("The army began to attack the village.", "Attack", "asserted"),
        ("The army had to evacuate the villagers.", "Aid", "asserted"),
        ("The army managed to rescue the villagers.", "Aid", "asserted"),
        ("The planned attack by rebels on the village alarmed the mayor.", "Attack", "planned"),
        ("The alleged attack by rebels on the village alarmed the mayor.", "Attack", "reported"),
        ("The talks between Norway and Kenya were cancelled.", "Negotiation", "negated"),
        ("The mayor called for talks with the rebels.", "Negotiation", "planned"),
        ("The union will meet the mayor and visit the port.", "Visit", "planned"),
        ("The union met the mayor and will visit the port.", "Meeting", "asserted"),
        ("The general dreamed of attacking the village.", "Attack", "possible"),
        ("Instead of attacking the village, the army left.", "Attack", "negated"),
        ("The farmers fled before the army attacked the village.", "Attack", "asserted"),
        ("The farmers hope to flee before the army attacks the village.", "Attack", "planned"),
        ("The mayor called off talks with the rebels.", "Negotiation", "negated"),
        ("The film shows soldiers being attacked by villagers.", "Attack", "reported"),
        ("In the novel, the army attacks the village.", "Attack", "reported"),
        ("The army, which a film made famous, attacked the village.", "Attack", "asserted"),
    ],
)
def test_factuality(nlp: Language, sentence: str, type_: str, expected: str) -> None:
    assert certainty(nlp, sentence, type_) == {expected}
