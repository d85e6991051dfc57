"""Saved web pages of many makes: named elements, classes, or neither; captions, boxes, comments, tables and line breaks."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

LINKS = ("World", "Business", "Culture", "Weather")
NAVIGATION = "".join(f'<li><a href="/s{number}">{word}</a></li>' for number, word in enumerate(LINKS))
FURNITURE = {
    "caption": "Members of the board arrive at the old town hall, seen through the rain.",
    "share": "Share on Facebook",
    "form": "Get the morning letter in your inbox",
    "pointer": "Read more: What the harbour costs",
    "comment": "I have said so for years, and nobody at the Post ever listened to me.",
    "footer": "© The Tamber Post",
}
PAGES = {
    "named": (
        "<header><nav><ul>{links}</ul></nav></header><main><article><h1>{title}</h1>{own}</article></main>"
        "<aside><h2>More stories</h2>{cards}</aside><footer><p>{footer}</p></footer>"
    ),
    "classes": (
        '<div class="main-nav"><ul>{links}</ul></div><div class="story"><h1>{title}</h1><div class="story-body">{own}</div>'
        '<div class="related-stories"><h2>More stories</h2>{cards}</div></div><div class="footer">{footer}</div>'
    ),
    "bare": (
        "<div><ul>{links}</ul></div><div><div><h1>{title}</h1>{own}</div></div>"
        "<div><h2>More stories</h2>{cards}</div><div>{footer}</div>"
    ),
    "inside": (
        '<div class="c1"><ul>{links}</ul></div><div class="c2"><h1>{title}</h1>{own}<h2>More stories</h2>{cards}</div>'
    ),
    "figures": (
        "<nav><ul>{links}</ul></nav><article><header><h1>{title}</h1></header><figure><img src=a.jpg><figcaption>{caption}"
        "</figcaption></figure><div class='share-tools'>{share}</div>{first}<form><label>{form}</label><input></form>"
        "{rest}</article><section class='most-popular'><h2>More stories</h2>{cards}</section>"
    ),
    "breaks": (
        "<div id=top><ul>{links}</ul></div><div id=content><h1>{title}</h1><div id=text>{breaks}</div></div>"
        "<div id=right><h2>More stories</h2>{cards}</div>"
    ),
    "table": (
        "<table width=760><tr><td colspan=2><a href=/>The Tamber Post</a></td></tr><tr><td width=120><ul>{links}</ul></td>"
        "<td><h1>{title}</h1>{own}</td><td><b>More stories</b>{cards}</td></tr><tr><td>{footer}</td></tr></table>"
    ),
    "box": (
        "<nav><ul>{links}</ul></nav><div class=article-content><h1>{title}</h1>{first}<div class='inline-related'>"
        "<p><a href=/r>{pointer}</a></p></div>{rest}</div><div class=sidebar><h2>More stories</h2>{cards}</div>"
    ),
    "comments": (
        "<nav><ul>{links}</ul></nav><main><h1>{title}</h1>{own}<div id=comments class=comment-list><h3>2 comments</h3>"
        "<div class=comment><b>kestrel</b><p>{comment}</p></div></div></main><aside><h2>More stories</h2>{cards}</aside>"
    ),
    "divisions": (
        "<div class=a><ul>{links}</ul></div><div class=b><div class=h><h1>{title}</h1></div><div class=t>{divisions}</div>"
        "</div><div class=related><h2>More stories</h2>{cards}</div>"
    ),
    "hidden": (
        "<nav><ul>{links}</ul></nav><article><h1>{title}</h1><div style='display: none'><p>{comment}</p></div>{own}"
        "<noscript><p>{form}</p></noscript><template><p>{pointer}</p></template></article><aside>{cards}</aside>"
    ),
    "wiki": (
        "<div id=mw-navigation><ul>{links}</ul></div><h1>{title}</h1><div class=mw-parser-output>"
        "<div class=thumb><div class=thumbcaption>{caption}</div></div>{own}<h2>Related news</h2><ul>{titles}</ul>"
        "<h2>Sources</h2><ul><li>Rhona Vale. <q>Harbour talks resume</q> — The Tamber Post, September 8, 2016</li></ul></div>"
        "<div id=catlinks class=catlinks>Categories: Harbours</div>"
    ),
}
"""Each make of page as a pattern, by what is special in it."""


def page(
    style: str, title: str, paragraphs: Sequence[str], *, cards: Sequence[tuple[str, str, str]]
) -> tuple[str, tuple[str, ...]]:
    """A saved page with (title, summary, date) cards of other stories, and the junk that is printed in it."""
    shown = [
        f'<div><h3><a href="/{number}">{card[0]}</a></h3><p>{card[1]}</p><span>{card[2]}</span></div>'
        for number, card in enumerate(cards)
    ]
    parts = [f"<p>{escape(text)}</p>\n" for text in paragraphs]
    body = PAGES[style].format(
        links=NAVIGATION,
        title=escape(title),
        own="".join(parts),
        first=parts[0],
        rest="".join(parts[1:]),
        breaks="<br><br>".join(escape(text) for text in paragraphs),
        divisions="".join(f"<div><span>{escape(text)}</span></div>" for text in paragraphs),
        cards="\n".join(shown),
        titles="".join(f"<li><a href=/{card[0][:3]}>{card[0]}</a></li>" for card in cards),
        **FURNITURE,
    )
    junk = [*LINKS, "More stories", *FURNITURE.values(), *(text for card in cards for text in card[:2])]
    head = f'<meta charset="utf-8"><title>{escape(title)} | The Tamber Post</title>'
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", tuple(junk)
