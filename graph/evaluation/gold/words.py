"""How names and titles of gold facts are compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

HONORIFIC = re.compile(
    r"^(?:the |(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame|sheikh|shaikh|hon|rev|capt|gen|maj|lt|col) )+"
)


def plain(text: str) -> str:
    """Lower case without punctuation, possessive endings, leading article and honorific.

    >>> plain("Dr. Ada Brandt's office"), plain("The Mr")
    ('ada brandt office', 'mr')
    """
    text = re.sub(r"\W+", " ", re.sub(r"[’']s\b", "", text)).strip().casefold()
    return HONORIFIC.sub("", text) or text


def words(text: str) -> list[str]:
    """The words of a plain text."""
    return plain(text).split()


def overlap(left: Sequence[str], right: Sequence[str]) -> float:
    """The share of common words, of the longer side.

    >>> overlap(["prime", "minister"], ["minister"])
    0.5
    """
    common = (Counter(left) & Counter(right)).total()
    return common / max(len(left), len(right)) if left and right else 0.0
