"""Chains: names and short forms, pronouns, described things, first person; and what stays unresolved."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.language import docs
from graph.model import Article, Chain, article_id


def chains(nlp: Language, text: str) -> list[Chain]:
    (doc,) = docs(nlp, [Article(article_id(text), "made-up.txt", text)])
    return list(doc._.chains)


def words(nlp: Language, text: str) -> list[list[str]]:
    """The mentions of every chain with more than one, as written."""
    return [
        [mention.span.quote(text) for mention in chain.mentions]
        for chain in chains(nlp, text)
        if len(chain.mentions) > 1
    ]


CASES = {
    "Dr Marta Silva opened the clinic. Silva thanked her staff.": [["Dr Marta Silva", "Marta Silva", "Silva", "her"]],
    "The Coastal Rescue Authority (CRA) hired guards. The authority said it would train them.": [
        ["Coastal Rescue Authority", "CRA", "The authority", "it"],
        ["guards", "them"],
    ],
    "Mr Paul Weber and Mr Jan Novak arrived. He smiled.": [],
    "Mrs Ann Weber met Mr Jan Novak. She smiled.": [["Mrs Ann Weber", "Ann Weber", "She"]],
    "A bridge fell in Malta. The bridge was old.": [["A bridge", "The bridge"]],
    "A wooden bridge fell. The iron bridge held.": [],
    "Tomas Grell, also known as Ivo Brandt, left. Brandt smiled.": [["Tomas Grell", "Ivo Brandt", "Brandt"]],
    "Ruth Adeyemi, who was better known as Mama Dayo, sang.": [["Ruth Adeyemi", "Mama Dayo"]],
    "The Coastal Relief Fund (formerly the Harbour Aid Society) closed.": [
        ["Coastal Relief Fund", "Harbour Aid Society"],
    ],
    "Mary Holt, born Maria Holtz, wrote it.": [["Mary Holt", "Maria Holtz"]],
    "Paul Weber, formerly Arsenal, left. Jan Novak called Ann Holt.": [],
    '"I will resign," said Marta Silva.': [["I", "Marta Silva"]],
    # a name in apposition is one thing with its description, also where the parse misses it
    "Its president, Paul Weber, resigned.": [["Its president", "Paul Weber"]],
    "Marta Silva's husband, Jan Novak, wept.": [["Marta Silva's husband", "Jan Novak"]],
    # whoever belongs to the pronoun is somebody else
    "Marta Silva left. Through her lawyer, Ann Holt, she thanked them.": [
        ["Marta Silva", "her", "she"],
        ["her lawyer", "Ann Holt"],
    ],
    # "they" are several before they are a body
    "The army arrested two guards. They will be charged.": [["two guards", "They"]],
    "The miners came home. The ministry said they had been freed.": [["The miners", "they"]],
    "The ministry said it would pay. They left.": [["The ministry", "it"]],
    "The two guards of the army were seen. Many of them left.": [["The two guards of the army", "them"]],
    # where two fit as well there is none
    "Mr Paul Weber praised Mr Jan Novak. He is tired.": [],
    "Mr Paul Weber and Mr Jan Novak praised the minister. He left.": [],
    # who speaks is no third person in what is said
    'Mrs Ann Holt met Mr Paul Weber. "She must go," said Mrs Eva Grell.': [["Mrs Ann Holt", "Ann Holt", "She"]],
    '"I lost my son," said Mrs Ruth Oak, a nurse who was pulled from the mud by two men in a boat. "She lied."': [
        ["I", "my", "Mrs Ruth Oak", "Ruth Oak", "a nurse"],
    ],
    # who "they" are in somebody's words is seldom who was told of before
    'The mayor failed to invite guards. "They left," said Mrs Ann Holt.': [],
    # nobody is surely another than "the Russian"
    'Mrs Ann Holt lost. "She lied," the Russian said.': [],
    # a number fits a number
    "The Holt family sold the ship. The families left.": [],
    # texts speak, other things do not
    "The report was long. It said nobody had asked.": [["The report", "It"]],
    "Guards took the letters. They said nobody had asked.": [["Guards", "They"]],
    "The regulator was asked. It left.": [["The regulator", "It"]],
    "The retailer said it would close.": [["The retailer", "it"]],
    # nothing is meant
    "A ship sank. It is thought that the storm broke it.": [["A ship", "it"]],
    "Ann Holt, a judge, thanked the guards for their work.": [["Ann Holt", "a judge"], ["the guards", "their"]],
    "Mr Jan Novak left. Asked whether he knew, Mr Paul Weber smiled.": [
        ["he", "Mr Paul Weber", "Paul Weber"],
    ],
    # of two people of one name, the bare name is whoever had it first
    "Ann Weber won. Weber thanked the late Karl Weber. Weber smiled.": [["Ann Weber", "Weber", "Weber"]],
}


@pytest.mark.parametrize("text", CASES)
def test_chains(nlp: Language, text: str) -> None:
    assert words(nlp, text) == CASES[text]


def test_ids_count_chains_in_order_and_tokens_know_theirs(nlp: Language) -> None:
    text = "Marta Silva met Jan Novak in Oslo."
    (doc,) = docs(nlp, [Article(article_id(text), "made-up.txt", text)])
    assert [chain.id for chain in doc._.chains] == ["c1", "c2", "c3"]
    assert doc._.chain_at[0] == doc._.chain_at[1] == "c1"


def test_best_name_is_the_full_one_in_mixed_case(nlp: Language) -> None:
    (chain, *_) = chains(nlp, "MARTA SILVA WINS THE PRIZE\n\nMarta Silva won on Friday. Silva was glad.")
    assert chain.names[0] == "Marta Silva"
    assert chain.type == "Person"
