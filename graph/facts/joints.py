"""Clauses and phrases that the parse joins to the wrong word, hung where tense, punctuation and sense want them.

Each mend looks at one word and hangs it, or does nothing; the rules are of English, none knows a single verb.
"""

from __future__ import annotations

from collections.abc import Callable

from graph.facts.kinds import is_participant_noun, nouns
from graph.facts.lexicon import lexicon
from graph.facts.parsed import Doc, Token
from graph.facts.reporting import reporting_verb
from graph.facts.scan import names, readable
from graph.facts.syntax import has

PAST = "VBD"
TENSED = frozenset({"VBN", "VBD", "VBZ"})
OPEN = frozenset({"pcomp", "xcomp", "advcl"})
"""Clauses without a tense of their own, which a verb in the past does not go on from."""
UNTENSED = frozenset({"VB", "VBG"})
NOMINAL = frozenset({"nsubj", "nsubjpass"})
"""Subjects that are words, not clauses."""
TIMES = frozenset({"for", "on", "in"})
PLACING = frozenset({"at", "in"})
NOUNS = frozenset({"NN", "NNS"})
TAILS = frozenset({"by", "on", "up", "in", "off", "out"})
SUBORDINATING = frozenset({"as", "after", "before", "since", "until", "while", "when"})
PREFIXES = frozenset({"re", "ex", "non", "anti", "quasi", "mid", "pre", "post", "semi", "self", "sub"})
WITHIN = frozenset({"in", "on", "at", "during", "through", "via"})
OPENING = 3
UNFIT = ("en", "wn", "ne", "rn", "um", "un", "ung")
"""Endings of participles that are no forms of the past by themselves: "taken", "known", "gone"."""
SINGULAR = frozenset({"was", "has"})
CLAUSES = frozenset({"ccomp", "conj", "parataxis"})


def join(doc: Doc) -> None:
    """Mends the Doc's parse; before anything was found of it."""
    for token in readable(doc):
        mend = _MENDS.get(token.dep_)
        if mend is not None:
            mend(token)
        if token.text == "-":
            _is_one_word(token)
    for name in names(doc):
        if name.label_ == "Person" and doc[max(name.start - 1, 0)].text == ",":
            _is_apposed(name.root)


def _goes_on(verb: Token) -> None:
    """A verb goes on from one in its own form: "accused him of stealing and called for his arrest"."""
    first = verb.head
    by = any(child.dep_ == "agent" for child in verb.children)
    if by and verb.tag_ == PAST and first.tag_ == "VBN" and not has(verb, NOMINAL | {"dobj"}):
        verb.tag_ = "VBN"
    if verb.tag_ == "VBG" == first.head.tag_ and first.tag_ == "VB" and first.dep_ == "xcomp":
        verb.hang(first.head, "conj")
        return
    above = first.head.head if first.dep_ == "pcomp" else first.head
    bare = not has(verb, NOMINAL | {"aux", "auxpass"})
    if verb.tag_ == PAST == above.tag_ and bare and first.tag_ in UNTENSED and first.dep_ in OPEN and above.i < first.i:
        verb.hang(above, "conj")
    before = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i else verb
    if before.dep_ == "cc" and before.head is not verb.head and verb.head.is_ancestor(before.head):
        before.hang(verb.head, "cc")


def _is_said(verb: Token) -> None:
    """A clause with "that" and a subject behind a verb's phrase is said: "wrote in a paper that young bats learn"."""
    noun = verb.head
    that = next((c for c in verb.lefts if c.lower_ == "that" and c.i == noun.i + 1), None)
    if that is None or noun.dep_ != "pobj" or noun.head.lower_ not in WITHIN or not has(verb, NOMINAL):
        return
    if noun.lemma_.lower() not in nouns("texts") | lexicon().media or any(c.dep_ == "dobj" for c in verb.rights):
        return
    cue = noun.head.head
    free = not any(child.dep_ in {"ccomp", "dobj", "xcomp"} for child in cue.children)
    known = reporting_verb(cue)
    if free and cue.pos_ == "VERB" and known is not None and "clause" in known.forms:
        that.dep_ = "mark"
        verb.hang(cue, "ccomp")


def _stands_apart(clause: Token) -> None:
    """What a colon or semicolon parts from the verb behind it is not what that verb says."""
    verb = clause.head
    if any(token.text in {";", ":"} for token in verb.doc.tokens[clause.right_edge.i : verb.i]):
        clause.dep_ = "dep"


def _begins(noun: Token) -> None:
    """The subject of a clause whose opening was taken for a preposition: "as fires raged", "after a paper said"."""
    opening = noun.head
    if opening.dep_ == "mark":
        if not has(opening.head, NOMINAL):
            noun.hang(opening.head, "nsubj")
        return
    verb = next((c for c in noun.rights if c.dep_ == "acl" and c.tag_ == PAST and not has(c, NOMINAL)), None)
    if verb is not None and opening.lower_ in SUBORDINATING and opening.dep_ == "prep":
        verb.hang(opening.head, "advcl")
        noun.hang(verb, "nsubj")
        opening.hang(verb, "mark")


def _opens(name: Token) -> None:
    """The speaker behind a participle: "Prosecuting, James Odell said" has Odell as its subject."""
    participle = name.head
    if participle.tag_ != "VBG" or participle.dep_ != "nsubj" or participle.i - participle.sent.start > OPENING:
        return
    verb = participle.head
    if participle.doc[participle.i + 1].text == "," and name.pos_ == "PROPN":
        name.hang(verb, "nsubj")
        participle.hang(verb, "advcl")


def _is_there(preposition: Token) -> None:
    """Why or where, which the parse hangs on an object or a time: "blame him for it", "jailed for years at X Court"."""
    time = preposition.head
    if time.dep_ == "dobj" and time.head.lemma_ in lexicon().parting.get(preposition.lower_, ()):
        preposition.hang(time.head, "prep")
        return
    if preposition.lower_ not in PLACING or time.ent_type_ != "Date":
        return
    verb = time.head if time.dep_ == "npadvmod" else time.head.head
    timed = time.dep_ == "npadvmod" or (time.dep_ == "pobj" and time.head.lower_ in TIMES)
    if timed and verb.pos_ in {"VERB", "AUX"} and any(child.pos_ == "PROPN" for child in preposition.children):
        preposition.hang(verb, "prep")


def _is_one_word(hyphen: Token) -> None:
    """The end of a noun that the tokeniser cut: "by" of "passers-by" is no preposition."""
    doc, at = hyphen.doc, hyphen.i
    if 0 < at < len(doc) - 1 and doc[at - 1].lower_ in PREFIXES:
        _is_prefix(doc[at - 1], doc[at + 1])
        return
    if not 0 < at < len(doc) - 1 or doc[at - 1].whitespace_ or hyphen.whitespace_ or doc[at - 1].tag_ not in NOUNS:
        return
    tail = doc[at + 1]
    if tail.lower_ in TAILS and tail.head is not tail and not tail.children:
        tail.hang(doc[at - 1], "prt")


def _is_prefix(prefix: Token, word: Token) -> None:
    """Lets a word of two pieces be headed by the second: "her ex-husband", "re-election"."""
    if word.pos_ not in {"NOUN", "PROPN"} or prefix.whitespace_ or prefix.head is word or prefix.head is prefix:
        return
    for child in [child for child in prefix.children if child is not word and child.i != prefix.i + 1]:
        child.hang(word, child.dep_)
    if word.head is prefix:
        word.hang(prefix.head, prefix.dep_)
    prefix.hang(word, "compound")


def _is_apposed(name: Token) -> None:
    """Who holds an office, which the parse hangs on a name inside it: "the head of Unicef in Chad, Maria Sanz,"."""
    below = name.head if name.dep_ == "pobj" else name
    if name.dep_ not in {"pobj", "appos"} or below.head.pos_ != "PROPN" or below.head.ent_type_ == "Person":
        return
    above = below.head
    while above.dep_ in {"pobj", "prep", "appos"} and above.head.i < above.i:
        above = above.head
    if above.pos_ == "NOUN" and is_participant_noun(above) and not any(c.dep_ == "appos" for c in above.rights):
        name.hang(above, "appos")


def _is_given(receiver: Token) -> None:
    """Of two objects side by side the first is to whom: "handed the bank a fine"."""
    verb = receiver.head
    others = [child for child in verb.rights if child.dep_ == "dobj" and child.i > receiver.i]
    somebody = receiver.pos_ == "PROPN" or is_participant_noun(receiver) or receiver.tag_ == "PRP"
    if somebody and others and others[0].left_edge.i == receiver.right_edge.i + 1:
        receiver.dep_ = "dative"


def _has_one_subject(auxiliary: Token) -> None:
    """A verb in the singular has the last of two subjects: "saw the people and a ship was sent" is of two clauses."""
    verb, above = auxiliary.head, auxiliary.head.head
    subject = next((child for child in verb.lefts if child.dep_ in NOMINAL), None)
    if auxiliary.lower_ not in SINGULAR or subject is None or verb.dep_ not in CLAUSES:
        return
    last = next((child for child in subject.rights if child.dep_ == "conj"), None)
    joining = [child for child in subject.rights if child.dep_ == "cc"]
    if last is not None and [child.lower_ for child in joining] == ["and"] and _wants_object(above, subject):
        last.hang(verb, subject.dep_)
        joining[0].hang(above, "cc")
        subject.hang(above, "dobj")
        verb.dep_ = "conj"


def _wants_object(verb: Token, noun: Token) -> bool:
    """Whether the verb has no object yet, though a noun starts right behind it; a verb of saying needs none."""
    bare = verb.pos_ == "VERB" and not any(child.dep_ in {"dobj", "attr", "xcomp"} for child in verb.rights)
    return bare and verb.i + 1 == noun.left_edge.i and reporting_verb(verb) is None


def _is_main(verb: Token) -> None:
    """The verb behind the clauses that tell who somebody is is what he did: "Jansen, who led the firm, left it"."""
    noun = verb.head
    late = verb.tag_ in {"VBN", PAST} and noun.head is noun and noun.pos_ in {"PROPN", "NOUN"}
    if not late or verb.doc[verb.i - 1].text != "," or verb.lower_.endswith(UNFIT):
        return
    if any(child.dep_ in {"relcl", "appos"} and child.i < verb.i for child in noun.rights):
        _takes_over(verb, noun)
        noun.hang(verb, "nsubj")


def _takes_over(verb: Token, root: Token) -> None:
    """Makes a verb the root of its sentence; what was the root is to be hung by who calls."""
    verb.head.have([child for child in verb.head.children if child is not verb])
    verb.head, verb.dep_ = verb, "ROOT"
    for child in [child for child in root.children if child.dep_ == "punct" and child.i > verb.i]:
        child.hang(verb, "punct")


def _is_whose(whose: Token) -> None:
    """Of two subjects the one with "whose" is that of a relative clause: "Reid, whose brother coaches him, retired"."""
    subject, verb = whose.head, whose.head.head
    first = next((c for c in verb.lefts if c.dep_ in NOMINAL and c.i < whose.i), None)
    if whose.lower_ != "whose" or first is None or subject.dep_ not in NOMINAL or verb.head is not verb:
        return
    main = next(
        (c for c in verb.rights if c.tag_ in {"VBN", PAST, "VBZ"} and c.dep_ in {"advcl", "conj", "ccomp"}), None
    )
    if main is None or has(main, NOMINAL) or verb.doc[main.left_edge.i - 1].text != ",":
        return
    if main.tag_ == "VBN" and not has(main, {"aux", "auxpass"}):
        main.tag_ = PAST
    _takes_over(main, verb)
    first.hang(main, "nsubjpass" if has(main, {"auxpass"}) else "nsubj")
    verb.hang(first, "relcl")


_MENDS: dict[str, Callable[[Token], None]] = {
    "ccomp": _stands_apart,
    "conj": _goes_on,
    "relcl": _is_said,
    "acl": _is_main,
    "poss": _is_whose,
    "appos": _opens,
    "pobj": _begins,
    "prep": _is_there,
    "dobj": _is_given,
    "aux": _has_one_subject,
    "auxpass": _has_one_subject,
}
"""What is looked at for a word with this dependency."""
