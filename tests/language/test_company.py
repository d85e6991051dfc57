"""What the names of an article tell of one another: firms, storms, people called by their surname."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.language import docs
from graph.reading import read_text


def kinds(nlp: Language, text: str) -> dict[str, str]:
    (doc,) = docs(nlp, [read_text(text)])
    return {ent.text: ent.label_ for ent in doc.ents}


FIRM = """Dutch chipmaker Orvento to close two plants

Dutch chipmaker Orvento NV said it will close two plants.

The closures hit Spain, where Orvento opened a plant in May."""
BRAND = """He forged papers while working for Southgate Bank.

Southgate, which dismissed Marsden that year, apologised. Its customers were repaid. The police were told in May."""
STORM = """Nine people were killed on Friday after Typhoon Rosal triggered flash floods in the northern hills.

Rosal, the third storm of the year, weakened at sea."""
PLAYER = """Unseeded Nigerian Ada Nwosu beat Irina Petrova 6-4 3-6 7-5 on Saturday to win the cup.

"I cannot believe it," said Nwosu, who had never won. Nwosu said she would rest. The final took three hours."""


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (FIRM, "Orvento", "Organization"),
        (STORM, "Typhoon Rosal", "Event"),
        (STORM, "Rosal", "Event"),
        (PLAYER, "Ada Nwosu", "Person"),
        (BRAND, "Southgate", "Organization"),
        ("Nexora sold towers to the U.S. fund Blackstone Ridge for a euro.", "Blackstone Ridge", "Organization"),
        ("Its assets were bought by Gramont Field, a London-based investor.", "Gramont Field", "Organization"),
    ],
)
def test_kinds(nlp: Language, text: str, name: str, kind: str) -> None:
    assert kinds(nlp, text)[name] == kind


def test_a_storm_and_its_bare_name_are_one(nlp: Language) -> None:
    (doc,) = docs(nlp, [read_text(STORM)])
    assert any(chain.names[:2] == ("Typhoon Rosal", "Rosal") for chain in doc._.chains)
