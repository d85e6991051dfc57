"""Saved pages and copied texts of many layouts: true articles with other stories and page furniture around them.

Every layout is a function of a story and of teasers that gives a file's name, its text and the junk in it. The
teasers are invented; `{who}` in some stands for a name of the article itself.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle, islice

from tests.reading.soup import PAGES, page


@dataclass(frozen=True)
class Story:
    """An article that is all true: its headline, its paragraphs, and a name that teasers can use."""

    name: str
    title: str
    paragraphs: tuple[str, ...]
    who: str


@dataclass(frozen=True)
class Teaser:
    """What a page shows of another story."""

    title: str
    summary: str
    date: str
    author: str = "Rhona Vale"
    section: str = "World"

    @property
    def cut(self) -> str:
        return " ".join(self.summary.split()[:14]).rstrip(",.") + "..."


@dataclass(frozen=True)
class Case:
    """One file and what in it is junk."""

    file: str
    text: str
    junk: tuple[str, ...]
    story: Story


TEASERS = (
    Teaser("Orchard growers count the cost of late frost", "Growers in the Tamber valley lost two thirds of their blossom in a single night.", "12 Sep, 2024"),
    Teaser("Mayor Quillfeather opens tram line after nine years", "Mayor Edda Quillfeather cut the ribbon of a line that was promised before her first term.", "11 Sep, 2024", section="Metro"),
    Teaser("Why the herring came back", "Marine biologists had given the bay up when the shoals returned this spring, larger than before.", "September 10, 2024", section="Science"),
    Teaser("Striking nurses reject second offer", "Nurses at four hospitals voted by nine to one against the offer on Thursday, their union said.", "9 September 2024"),
    Teaser("Bank of Merrow holds rates as prices cool", "The central bank left its key rate at 4.25 percent, as most economists had expected.", "Sep 8, 2024", section="Business"),
    Teaser("Five things to know before the budget", "From fuel duty to free school meals, here is what the chancellor may say on Tuesday.", "Updated 8 Sep, 2024", section="Politics"),
    Teaser("Goalkeeper Tolliver out for the season", "Wickham Rovers will be without Sam Tolliver until May after he broke a wrist in training.", "7 Sep, 2024", section="Sport"),
    Teaser("Is the long office lunch over?", "Restaurants in the financial quarter say their tables stand empty from Monday to Wednesday.", "6 Sep, 2024", section="Life"),
    Teaser("Court throws out case against island ferry firm", "Judge Priya Lorne said the harbour police had not kept the log book for long enough.", "5 Sep, 2024"),
    Teaser("Storm Beryl leaves 40,000 homes dark", "Crews worked through the night to mend lines that fell across three counties.", "4 Sep, 2024"),
    Teaser("A quiet revolution in the village shop", "Shared shelves and honesty boxes have saved what supermarkets nearly ended.", "3 Sep, 2024", section="Opinion"),
    Teaser("Editorial: lights, camera, inaction", "THE council has spent two years and a good deal of money on a film studio that nobody uses.", "2 Sep, 2024", section="Opinion"),
)  # fmt: skip
OWN_TEASERS = (
    Teaser("{who}: the story so far", "A timeline of what is known about {who} and of what is still in dispute.", "1 Sep, 2024"),
    Teaser("What {who} means for the region", "Analysts say {who} will be on the agenda for months, whatever happens next week.", "31 Aug, 2024"),
    Teaser("{who} in pictures and numbers", "Our graphics team looks back at a year in which {who} was seldom out of the news.", "30 Aug, 2024"),
)  # fmt: skip

Layout = Callable[[Story, list[Teaser]], Iterator[str | tuple[str, str]]]
"""A layout yields the blocks of a text in order: strings of the story's own, and ("junk", text) for the rest."""


def _junk(*lines: str) -> Iterator[tuple[str, str]]:
    return (("junk", line) for line in lines)


def _own(story: Story) -> Iterator[str]:
    yield story.title
    yield from story.paragraphs


def nothing(story: Story, _: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)


def short_wire(story: Story, _: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from (story.title, *story.paragraphs[:2])


def two_sentences(story: Story, _: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield story.title
    yield story.paragraphs[0]
    yield "More follows later."


def opinion_pages(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("Opinion", "Editorial")
    for teaser in teasers[:5]:
        yield from _junk(teaser.title, teaser.date, teaser.title, teaser.summary)


def related_titles(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("Related stories", *(teaser.title for teaser in teasers[:4]))


def read_more_summaries(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("Read more")
    for teaser in teasers[:3]:
        yield from _junk(teaser.title, teaser.summary)


def dated_titles(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    for teaser in teasers[:4]:
        yield from _junk(teaser.title, teaser.date)


def dates_first(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    for teaser in teasers[:3]:
        yield from _junk(teaser.date, teaser.title, teaser.summary)


def bare_titles(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk(*(teaser.title for teaser in teasers[:5]))


def more_from_section(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("More from World", *(line for teaser in teasers[:3] for line in (teaser.title, teaser.cut)))


def most_read(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("MOST READ", *(f"{number}. {teaser.title}" for number, teaser in enumerate(teasers[:5], 1)))


def most_read_numbers(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("Most Popular")
    for number, teaser in enumerate(teasers[:4], 1):
        yield from _junk(str(number), teaser.title)


def comment_section(story: Story, _: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk(
        "Comments (3)", "saltyreader", "2 hours ago", f"I never trusted {story.who} and I am not surprised at all."
    )
    yield from _junk(
        "Reply",
        "Tamsin_K",
        "1 hour ago",
        "Could we please have a map next time? Thank you.",
        "Reply",
        "Load more comments",
    )


def join_conversation(story: Story, _: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk(
        "Join the conversation",
        "You must be logged in to post a comment.",
        "Old Fellow",
        "Well said, every word of it.",
    )


def inline_pointers(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    first, *rest = story.paragraphs
    yield from (story.title, first)
    yield from _junk(f"Read more: {teasers[0].title}")
    yield from rest[:1]
    yield from _junk(f"ALSO READ | {teasers[1].title}")
    yield from rest[1:]
    yield from _junk(f"READ: {teasers[2].title}", f"Watch: {teasers[3].title}")


def inline_box(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    half = max(1, len(story.paragraphs) // 2)
    yield from (story.title, *story.paragraphs[:half])
    yield from _junk("Related", teasers[0].title, teasers[1].title)
    yield from story.paragraphs[half:]


def inline_recommended(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    half = max(1, len(story.paragraphs) // 2)
    yield from (story.title, *story.paragraphs[:half])
    yield from _junk(
        "Recommended Stories", "list of 3 items", f"list 1 of 3 {teasers[0].title}", f"list 2 of 3 {teasers[1].title}"
    )
    yield from _junk(f"list 3 of 3 {teasers[2].title}", "end of list")
    yield from story.paragraphs[half:]


def shares_and_stamps(story: Story, _: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _junk("Skip to main content", "Home > World > Asia")
    yield story.title
    yield from _junk(
        "By Rhona Vale, Staff Writer",
        "Published: 9 September 2016, 10:42 GMT",
        "3 min read",
        "Share",
        "Facebook Twitter WhatsApp Email",
    )
    yield from story.paragraphs
    yield from _junk("Share this article", "Tweet", "Copy link")


def paper_note(story: Story, _: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("Published in The Tamber Post, September 11th, 2016", "Tags: world, politics, region")


def credits(story: Story, _: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk(
        "(Reporting by Rhona Vale in Merrow; Editing by Ott Pellew)", "Our Standards: The Tamber Trust Principles."
    )


def wire_end(story: Story, _: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("—AFP", "ENDS")


def newsletter(story: Story, _: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    first, *rest = story.paragraphs
    yield from (story.title, first)
    yield from _junk(
        "Sign up for our Morning Briefing",
        "Get the day's top stories in your inbox every morning.",
        "Enter your email address",
        "Subscribe",
    )
    yield from rest
    yield from _junk("Subscribe to our newsletter to get all the latest news.", "Follow us on Facebook and Twitter.")


def advertisements(story: Story, _: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    first, *rest = story.paragraphs
    yield from (story.title, first)
    yield from _junk("ADVERTISEMENT", "Story continues below advertisement")
    yield from rest
    yield from _junk("Advertisement - scroll for more content")


def footer(story: Story, _: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk(
        "© 2024 The Tamber Post. All rights reserved.", "Terms of Use | Privacy Policy | Contact Us", "Back to top"
    )


def photo_credits(story: Story, _: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield story.title
    yield from _junk("Photo: Reuters", "[File photo]")
    yield from story.paragraphs
    yield from _junk("Photo by Ott Pellew/Getty Images")


def live_blog(story: Story, _: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield story.title
    for hour, paragraph in enumerate(story.paragraphs, 9):
        yield from _junk(f"{hour}:05 GMT")
        yield paragraph


def labelled_cards(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    for hours, teaser in enumerate(teasers[:4], 2):
        yield from _junk(teaser.section.upper(), teaser.title, f"{hours} hours ago")


def signed_cards(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("Latest stories")
    for teaser in teasers[:3]:
        yield from _junk(teaser.title, f"By {teaser.author}", teaser.date, teaser.cut)


def cut_off_cards(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    for teaser in teasers[:3]:
        yield from _junk(teaser.title, teaser.cut)


def linked_cards(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    for teaser in teasers[:3]:
        yield from _junk(teaser.title, teaser.summary, "Read more »")


def minute_cards(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("You may also like")
    for minutes, teaser in enumerate(teasers[:3], 3):
        yield from _junk(teaser.title, f"{minutes} min read")


def doubled_titles(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    for teaser in teasers[:3]:
        yield from _junk(teaser.title, teaser.title, teaser.summary)


def summaries_alone(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    for teaser in teasers[:3]:
        yield from _junk(teaser.title, teaser.summary)


def one_teaser(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("READ NEXT", teasers[0].title, teasers[0].summary)


def more_on_this(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk(
        "More on this story",
        *(teaser.title for teaser in teasers[:3]),
        "Around the world",
        *(teaser.title for teaser in teasers[3:6]),
    )


def about_author(story: Story, _: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("About the author", "Rhona Vale covers the coast for The Tamber Post. She lives in Merrow.")


def wiki_sources(story: Story, _: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("Related news", "“Ferry union calls off strike” — The Tamber Post, September 1, 2016", "Sources")
    yield from _junk("Rhona Vale. “Harbour talks resume” — The Tamber Post, September 8, 2016", "Share this:")


def pull_quote(story: Story, _: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    words = max(story.paragraphs, key=len).split()
    yield story.title
    yield from story.paragraphs[:2]
    yield from _junk(f"“{' '.join(words[2:14])}”")
    yield from story.paragraphs[2:]


def cookie_wall(story: Story, _: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _junk("We use cookies to make this site work and to measure how it is used.", "Accept all", "Menu")
    yield from _own(story)
    yield from _junk("Log in to continue reading", "Already a subscriber? Sign in")


def topics_then_stories(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("Related Topics", "Elections", "Ferry travel", "More on this story")
    for teaser in teasers[:2]:
        yield from _junk(teaser.title, f"Published {teaser.date.removeprefix('Updated ')}")
    yield from _junk("Top Stories", *(teaser.title for teaser in teasers[2:4]), "Features & Analysis", teasers[4].title)


def explore_topics(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("Explore more on these topics", "Harbours", "news", "Share", "Reuse this content", "Most viewed")
    yield from _junk(*(teaser.title for teaser in teasers[:4]))


def agency_end(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    first, *rest = story.paragraphs
    yield from (story.title, first)
    yield from _junk("Sign up here.")
    yield from rest
    yield from _junk(
        "Reporting by Rhona Vale; additional reporting by Ott Pellew; Editing by Ann Marsh", "Purchase Licensing Rights"
    )
    yield from _junk("Read Next")
    for hour, teaser in enumerate(teasers[:3], 1):
        yield from _junk(f"{teaser.section}category", teaser.title, f"{hour}:34 PM GMT · September 9, 2016")


def bullets(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("Ad Feedback", *(f"• {teaser.title}" for teaser in teasers[:4]))


def print_edition(story: Story, _: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk(
        "A version of this article appears in print on Sept. 9, 2016, Section A, Page 4 with the headline: Accord at the Harbour."
    )
    yield from _junk("Order Reprints | Today’s Paper | Subscribe", "See more on: Harbours, Ferries")


def share_or_comment(story: Story, _: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk(
        "Share or comment on this article: Ferry accord signed",
        "e-mail",
        "12 shares",
        "Comments 120",
        "Share what you think",
    )
    yield from _junk("Best rated", "kestrel99, Merrow", "About time, too.", "Click to rate")


def source_line(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk(
        "SOURCE: TAMBER NEWS AND NEWS AGENCIES",
        "Advertisement",
        "Related News",
        *(teaser.title for teaser in teasers[:3]),
    )
    yield from _junk(
        "More from News",
        *(teaser.title for teaser in teasers[3:5]),
        "Most popular",
        *(teaser.title for teaser in teasers[5:7]),
    )


def have_an_opinion(story: Story, _: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk(
        "Have an opinion on this story? Share it!", "Sister links", "Wikipedia has more about this subject:", "Ferry"
    )
    yield from _junk("This page has been automatically archived by a robot, and is no longer publicly editable.")


def end_of_article(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    half = max(1, len(story.paragraphs) // 2)
    yield from (story.title, *story.paragraphs[:half])
    yield from _junk(f"Also Read: {teasers[0].title}")
    yield from story.paragraphs[half:]
    yield from _junk(
        "End of Article", "FOLLOW US ON SOCIAL MEDIA", "Visual Stories", *(teaser.title for teaser in teasers[1:5])
    )


def emoji_cards(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("🔥 Trending now", *(f"{teaser.title} | {teaser.section}" for teaser in teasers[:4]))


def prefixed_cards(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    for teaser in teasers[:4]:
        yield from _junk(
            f"{teaser.section} | {teaser.title}", f"{teaser.author} | {teaser.date.removeprefix('Updated ')}"
        )


def long_cards(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("Don't miss")
    for teaser in teasers[:3]:
        yield from _junk(
            teaser.title,
            teaser.summary + " It was the second time this year, residents told this newspaper.",
            f"By {teaser.author}",
        )


def hours_ago(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    for teaser in teasers[:4]:
        yield from _junk(teaser.title, teaser.summary, f"{teaser.section} · 2h")


def cut_offs_alone(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("Latest", *(teaser.cut for teaser in teasers[:4]))


def from_correspondents(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("Read more from our correspondents")
    for teaser in teasers[:3]:
        yield from _junk(teaser.title, teaser.summary)


def dates_without_year(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    for teaser in teasers[:4]:
        yield from _junk(
            teaser.title, " ".join(teaser.date.removeprefix("Updated ").replace(",", "").split()[:2]), teaser.summary
        )


def video_times(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    for number, teaser in enumerate(teasers[:4]):
        yield from _junk(f"Video, 00:01:2{number}{teaser.title}")


def site_names(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    for teaser in teasers[:4]:
        yield from _junk(f"{teaser.title} - The Tamber Post")


def days_ago(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    for number, teaser in enumerate(teasers[:4]):
        yield from _junk(teaser.title, f"Published {number + 2} days ago")


def loud_titles(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    for teaser in teasers[:4]:
        yield from _junk(teaser.title.upper(), teaser.summary)


def numbered_titles(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("Most viewed")
    for number, teaser in enumerate(teasers[:4], 1):
        yield from _junk(f"{number} {teaser.title}")


def quoted_titles(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    for teaser in teasers[:4]:
        yield from _junk(f"'We are not afraid': {teaser.title[0].lower()}{teaser.title[1:]}", teaser.date)


def long_titles(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    for teaser in teasers[:4]:
        yield from _junk(
            teaser.title
            + " as the council prepares for another long winter of talks about the price of bread and boats",
            teaser.date,
        )


def authors_below(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    for teaser in teasers[:4]:
        yield from _junk(teaser.title, f"by {teaser.author}", teaser.summary)


def one_paragraph_cards(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("Top stories")
    for teaser in teasers[:4]:
        yield from _junk(f"{teaser.title}. {teaser.summary}")


def two_paragraph_summaries(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("Related")
    for teaser in teasers[:3]:
        yield from _junk(teaser.title, teaser.summary, "Nobody was hurt, the county said on Thursday.")


def neighbours(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("Next article", teasers[0].title, "Previous article", teasers[1].title)


def dashes(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("***", "MORE HEADLINES:")
    for teaser in teasers[:4]:
        yield from _junk(f"- {teaser.title} ({teaser.date})")


def below_a_rule(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("________________________________")
    for teaser in teasers[:4]:
        yield from _junk(teaser.title, teaser.summary)


def authors_above(story: Story, teasers: list[Teaser]) -> Iterator[str | tuple[str, str]]:
    yield from _own(story)
    yield from _junk("Opinion")
    for teaser in teasers[:4]:
        yield from _junk(teaser.author, teaser.title)


TEXT_LAYOUTS: tuple[Layout, ...] = (
    nothing, short_wire, two_sentences, opinion_pages, related_titles, read_more_summaries, dated_titles, dates_first,
    bare_titles, more_from_section, most_read, most_read_numbers, comment_section, join_conversation, inline_pointers,
    inline_box, inline_recommended, shares_and_stamps, paper_note, credits, wire_end, newsletter, advertisements, footer,
    photo_credits, live_blog, labelled_cards, signed_cards, cut_off_cards, linked_cards, minute_cards, doubled_titles,
    summaries_alone, one_teaser, more_on_this, about_author, wiki_sources, pull_quote, cookie_wall,
    topics_then_stories, explore_topics, agency_end, bullets, print_edition, share_or_comment, source_line,
    have_an_opinion, end_of_article, emoji_cards, prefixed_cards, long_cards,
    hours_ago, cut_offs_alone, from_correspondents, dates_without_year, video_times, site_names, days_ago, loud_titles, numbered_titles, quoted_titles, long_titles, authors_below, one_paragraph_cards, two_paragraph_summaries, neighbours, dashes, below_a_rule, authors_above,
)  # fmt: skip
SAME_PEOPLE: tuple[Layout, ...] = (
    opinion_pages,
    related_titles,
    dated_titles,
    more_from_section,
    signed_cards,
    doubled_titles,
)
"""Layouts that are tried with teasers about the article's own people, too."""


def cases(stories: list[Story]) -> Iterator[Case]:
    """Every layout with every story, the teasers dealt out in turn, one text in three flattened or wrapped."""
    for at, story in enumerate(stories):
        for number, layout in enumerate(TEXT_LAYOUTS):
            yield _text_case(story, layout, _deal(TEASERS, at + number), ("\n\n", "\n", "wrapped")[(at + number) % 3])
        own = [_named(teaser, story.who) for teaser in OWN_TEASERS]
        for layout in SAME_PEOPLE:
            yield _text_case(story, layout, [*own, *own], "\n\n", suffix="-own")
        for number, style in enumerate(PAGES):
            text, junk = page(style, story.title, story.paragraphs, cards=_cards(_deal(TEASERS, at + number)))
            yield Case(f"{story.name}-{style}.html", text, junk, story)


def _cards(teasers: list[Teaser]) -> list[tuple[str, str, str]]:
    return [(teaser.title, teaser.summary, teaser.date) for teaser in teasers[:4]]


def _named(teaser: Teaser, who: str) -> Teaser:
    return Teaser(teaser.title.format(who=who), teaser.summary.format(who=who), teaser.date)


def _deal(teasers: tuple[Teaser, ...], start: int) -> list[Teaser]:
    return list(islice(cycle(teasers), start % len(teasers), start % len(teasers) + 8))


def _text_case(story: Story, layout: Layout, teasers: list[Teaser], shape: str, suffix: str = "") -> Case:
    blocks = list(layout(story, teasers))
    texts = [block if isinstance(block, str) else block[1] for block in blocks]
    junk = tuple(block[1] for block in blocks if not isinstance(block, str))
    kept = [block for block in blocks if isinstance(block, str)]
    shown = Story(story.name, story.title, tuple(text for text in kept if text != story.title), story.who)
    if shape == "wrapped":
        texts = [textwrap.fill(text, 76, break_long_words=False, break_on_hyphens=False) for text in texts]
    text = ("\n\n" if shape == "wrapped" else shape).join(texts)
    return Case(f"{story.name}-{layout.__name__}{suffix}.txt", text, junk, shown)
