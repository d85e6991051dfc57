"""What stands before the noun of a title: its further words, the status, the body, up to where the phrase opens."""

from __future__ import annotations

from graph.facts.bodies import country_chain, is_country, is_nationality, plays
from graph.facts.kinds import is_participant_noun
from graph.facts.mentions import chain_of, entity_type, has_name, name_at
from graph.facts.office_words import BODIES, Office, is_body_noun, is_joined, is_odd, is_office_noun, lexicon
from graph.facts.parsed import Token, Tokens

TOWNS = frozenset({"city", "town"})


def read_left(office: Office) -> None:
    """Takes in modifiers, the status and the body before the head: "former Civil Defense Authority director"."""
    doc, first = office.head.doc, office.head.sent.start
    while office.left > first:
        token = doc[office.left - 1]
        step = next((step for step in _STEPS if step(office, token)), None)
        if step is None or step in {_possessor, _article}:
            return


def _possessor(office: Office, token: Token) -> bool:
    """ "IOM's", "the union's": what stands before the mark is the body, and the phrase begins there."""
    if token.tag_ != "POS" or token.i == 0:
        return False
    owner = token.doc[token.i - 1]
    name = name_at(owner)
    personal = name is not None and name.label_ == "Person" and office.head.lemma_.lower() in lexicon().personal
    if not office.named and (office.body is None if name is None else name.label_ in BODIES or personal):
        office.body, office.named = (name.root, True) if name is not None else (owner, office.named)
    office.definite, office.left = True, name.start if name is not None else owner.left_edge.i
    return True


def _article(office: Office, token: Token) -> bool:
    """ "the", "its": the phrase begins there; the body is who "its" stands for."""
    if token.pos_ != "DET" and token.tag_ != "PRP$":
        return False
    office.definite, office.left = True, token.i
    placed = office.body is not None and entity_type(office.body) == "Place"
    if token.lower_ == "its" and placed:
        office.body, office.named = None, False  # "its UK director" is the firm's, in the UK
    if token.tag_ == "PRP$" and office.body is None and chain_of(token) is not None:
        office.body = token
    return True


def _name(office: Office, token: Token) -> bool:
    """ "Civil Defense Authority director", "Afghan Ambassador": a name before the title is the body."""
    name = name_at(token)
    if name is None or name.label_ not in BODIES or name.end > office.head.i:
        return False
    if _is_field(office, token) or is_joined(name[0]) or _is_title_word(name):
        return False
    if name.label_ == "Group" and not is_nationality(name.text):
        office.party = office.party or name.root
    elif not office.named and (name.label_ != "Group" or _is_national(office, name.text)):
        office.body, office.named = name.root, True
    office.left = name.start
    return True


def _is_title_word(name: Tokens) -> bool:
    """Whether a word of titles was taken for a name: the "First" of "First Minister", the "Vice" of "Vice-Minister"."""
    word = name[0].lower_
    return word in lexicon().status or (len(name) == 1 and word in lexicon().modifiers - lexicon().bodies)


def _is_national(office: Office, people: str) -> bool:
    """Whether a nationality before the title is its state: "Swiss president", and in a game "Swiss captain"; of a
    "Swiss striker" it may only tell where he is from, unless the article names the country that plays."""
    head, doc = office.head.lemma_.lower(), office.head.doc
    if head in lexicon().national:
        return True
    return plays(doc) and (head in lexicon().captains or country_chain(doc, people) is not None)


def _status(office: Office, token: Token) -> bool:
    """ "former", "acting", "deputy": the last is printed with the title."""
    status = lexicon().status.get(token.lower_)
    if status is None:
        return False
    if token.i + 1 != office.head.i - is_joined(office.head) or office.head.lower_ not in lexicon().undeputed:
        office.status = status if office.status in {None, "deputy"} else office.status
    if token.lower_ in lexicon().printed:
        office.start = token.i
    office.left = token.i
    return True


def _acronym(office: Office, token: Token) -> bool:
    """The ")" of "the Electoral Commission (EC) chairman": the name stands before the bracket."""
    opening = token.i - 2
    if token.text != ")" or opening < 1 or token.doc[opening].text != "(":
        return False
    office.left = opening
    return True


def _hyphen(office: Office, token: Token) -> bool:
    if token.text not in {"-", "–"} or token.whitespace_ or token.i == 0 or token.doc[token.i - 1].whitespace_:
        return False
    office.left = token.i
    return True


def _modifier(office: Office, token: Token) -> bool:
    """A word of the title, or one that only describes the holder and is passed over ("veteran")."""
    name = name_at(token)
    name = None if name is not None and name.end > office.head.i else name
    if is_office_noun(token) and not _is_field(office, token):
        return False
    known = _is_field(office, token) or is_odd(token) or (name is None and token.lower_ in lexicon().modifiers)
    if not known and (name is not None or token.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"}):
        return False
    foreign = _is_foreign(office, token)
    if office.body is None:
        office.body = token if foreign or (token.pos_ == "NOUN" and _is_body(token)) else _town(token)
    if not foreign and _is_printed(office, token) and _touches(office, token):
        office.start = token.i
    office.left = token.i
    return True


def _and(office: Office, token: Token) -> bool:
    """The "and" between two fields of government: "Information and Housing Minister"."""
    joins = token.lower_ in {"and", "&"} and token.i > 0 and office.start == token.i + 1 < office.head.i + 1
    if not joins or not _is_field(office, token.nbor(-1)) or token.i + 1 == office.head.i:
        return False
    office.left = office.start = token.i
    return True


_STEPS = (_possessor, _article, _status, _acronym, _name, _hyphen, _modifier, _and)


def _is_field(office: Office, token: Token) -> bool:
    """Whether the word is a field of government of this title ("Labour Minister"), whatever it is tagged as."""
    return token.lower_ in lexicon().fields and office.head.lemma_.lower() in lexicon().governing


def _is_body(noun: Token) -> bool:
    """Whether it is a body, or a place that the article names: "the city mayor" of Oslo."""
    return is_body_noun(noun) or (noun.lemma_.lower() in lexicon().regions and has_name(noun))


def _town(noun: Token) -> Token | None:
    """The town that "city" stands for in "city mayor": the last that the sentence names before, and no country."""
    if noun.lower_ not in TOWNS:
        return None
    named = [name for name in noun.doc[noun.sent.start : noun.i].ents if name.label_ == "Place"]
    return named[-1].root if named and not is_country(named[-1].text) else None


def _is_foreign(office: Office, token: Token) -> bool:
    """Whether a word is a name that nobody knew beside a title: "DA spokesman", "Nordia chairman"."""
    if token.lower_ in lexicon().modifiers or token.lower_ in lexicon().fields:
        return False
    if is_nationality(token.text) or is_odd(token):
        return True
    plain = office.head.is_lower or office.head.lemma_.lower() in lexicon().seats
    return plain and token.is_title and token.tag_ == "NNP" and not (token.is_sent_start and _is_common(token))


def _is_common(token: Token) -> bool:
    """Whether a word that begins a sentence is one of titles and bodies: "Board chairwoman", "Opposition leader"."""
    noun = token.lemma_.lower()
    return noun in lexicon().bodies or noun in lexicon().heads or is_participant_noun(token)


def _is_printed(office: Office, token: Token) -> bool:
    if token.lemma_.lower() in lexicon().unprinted or (is_joined(token) and token.lower_ not in lexicon().modifiers):
        return False
    if token.pos_ in {"NOUN", "PROPN"}:
        return True
    inner = token.pos_ == "ADJ" and token.head.i != office.head.i and office.start <= token.head.i < office.head.i
    return inner or token.lower_ in lexicon().modifiers or (token.is_title and not token.is_sent_start)


def _touches(office: Office, token: Token) -> bool:
    return all(between.is_punct for between in token.doc[token.i + 1 : office.start])
