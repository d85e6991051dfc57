"""Any sequence of adding, forgetting, deciding and taking back ends as a clean build does, and no IRI is lost."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import graph
from graph.errors import DecisionError
from graph.identity import Decision, write_decisions
from graph.model import Article
from graph.store import generations
from tests.store.made_up import article, build, forget, nquads
from tests.store.test_decisions import BASE, NAMES
from tests.store.test_laws import FEW

TEXTS = [f"{left} met {right}." for left in NAMES for right in NAMES if left != right]


class History:
    """One KG, and what it ought to hold."""

    def __init__(self, kg: Path, dice: random.Random) -> None:
        self.kg = kg
        self.dice = dice
        self.articles: dict[str, Article] = {}
        self.gone: set[str] = set()
        self.rows: list[Decision] = []
        self.published: dict[str, str] = {}
        self.add()

    def add(self) -> None:
        """Adds an article that was not there before."""
        text = self.dice.choice([text for text in TEXTS if f"/{text}" not in self.gone | self.articles.keys()])
        self.articles[f"/{text}"] = article(text, f"{len(self.articles)}.txt")
        build(self.kg, [(f"/{text}", self.articles[f"/{text}"])])

    def forget(self) -> None:
        """Forgets one of several articles; its text stays out from then on."""
        if len(self.articles) > 1:
            place = self.dice.choice(sorted(self.articles))
            self.gone.add(place)
            forget(self.kg, self.articles.pop(place))

    def judge(self) -> None:
        """Decides on two names, or takes a statement out."""
        one, other = self.dice.sample(NAMES, 2)
        self.follow(
            [*self.rows, Decision(self.dice.choice(["same", "not the same"]), BASE + "a", one, BASE + "b", other)]
        )

    def reject(self) -> None:
        """Rejects a statement that is there now."""
        with graph.open(self.kg) as opened:
            found = [row[0] for row in opened.query("SELECT ?s { GRAPH ?g { ?s a rdf:Statement } } ORDER BY ?s")]
        if found:
            self.follow([*self.rows, Decision("reject", str(self.dice.choice(found)), "a fact")])

    def undo(self) -> None:
        """Takes a decision back."""
        if self.rows:
            gone = self.dice.randrange(len(self.rows))
            self.follow(self.rows[:gone] + self.rows[gone + 1 :])

    def follow(self, rows: list[Decision]) -> None:
        """Lets the graph follow decisions; those that contradict one another are put back."""
        write_decisions(self.kg / "decisions.csv", rows)
        try:
            build(self.kg)
        except DecisionError:
            write_decisions(self.kg / "decisions.csv", self.rows)
        else:
            self.rows = rows

    def note(self) -> None:
        """Notes every IRI that this state publishes, with its article."""
        generation = generations.read(self.kg)
        self.published |= dict(generation.db.execute("SELECT iri, article FROM members"))
        generation.close()


@FEW
@given(
    st.lists(st.sampled_from(["add", "forget", "judge", "judge", "reject", "undo"]), max_size=7), st.integers(0, 999)
)
def test_any_sequence_ends_as_a_clean_build_and_every_iri_resolves(steps: list[str], seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        history = History(Path(folder, "kg"), random.Random(seed))
        for step in steps:
            history.note()
            getattr(history, step)()
        clean = Path(folder, "clean")
        build(clean, sorted(history.articles.items()))
        write_decisions(clean / "decisions.csv", history.rows)
        build(clean)
        assert nquads(history.kg) == nquads(clean)
        there = {read.id for read in history.articles.values()}
        with graph.open(history.kg) as opened:
            for iri, of in history.published.items():
                assert of not in there or opened.entity(iri)
