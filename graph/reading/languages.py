"""Which language a text is in: py3langid, deterministic and offline."""

from __future__ import annotations

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

SAMPLE = 1_500
SURE = 0.9
FEW_WORDS = 8


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def foreign(text: str, language: str) -> str | None:
    """The code of the language that a text is surely in, where that is not `language`; None otherwise.

    A text of a few words is taken as it comes, unless it is in another script.

    >>> foreign("Der Minister traf am Montag in Berlin ein und sprach dort lange mit der Presse.", "en")
    'de'
    >>> foreign("The minister met the press in Berlin on Monday.", "en")
    """
    sample = text[:SAMPLE]
    words = re.findall(r"\w+", sample)
    if len(words) < FEW_WORDS and sample.isascii():
        return None
    found, confidence = _identifier().classify(sample)
    return found if found != language and confidence >= SURE else None
