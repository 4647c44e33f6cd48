"""What can be found of the house "about": pages, news, stories, notes and questions."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from plein.features.pages.models import Note, Page, Question
from plein.foundation.communities.models import Content
from plein.lib.listing import Fact, Listing, ListingSource, folded, in_all_languages

PRIVATE = Content.Audience.MEMBERS
STORIES = (Page.Kind.STORY, Page.Kind.INTERVIEW)


def _shared(thing: Content) -> dict[str, Any]:
    """What every listing says of the row it is about."""
    return {
        "id": thing.pk,
        "town": thing.town_id,
        "community": thing.community_id,
        "area": thing.community_id,
        "reach": thing.reach,
        "audience": thing.audience,
        "url": thing.get_absolute_url(),  # type: ignore[attr-defined]
    }


def _place(thing: Content) -> Fact:
    return Fact("map-pin", {"nl": thing.community.name})


def page_listing(page: Page) -> Listing:
    """A page for members only has no teaser: a stranger reads that there is one, and no word."""
    private = page.audience == PRIVATE
    kind = "story" if page.kind in STORIES else page.kind
    words = folded([page.title, page.lead, page.body, page.quoted, page.community.name])
    picture = page.picture if page.picture and not page.picture.hidden_at else None
    title = in_all_languages(lambda: _("For neighbours we have met")) if private else None
    return Listing(
        **_shared(page),
        kind=kind,
        title=page.title,
        summary=page.lead,
        byline=page.byline if page.is_dated else "",
        theme=page.theme.key if page.theme else "",
        picture=picture.url(800) if picture else "",
        picture_alt=picture.alt if picture else "",
        facts=_page_facts(page),
        words=words,
        public_title=title,
        public_words="" if private else words,
        changed_at=page.changed_at,
    )


def _page_facts(page: Page) -> tuple[Fact, ...]:
    facts = [_place(page)]
    if page.is_dated and page.published_at:
        day = localtime(page.published_at)
        facts.insert(0, Fact("calendar", in_all_languages(lambda: date_format(day, "j F Y"))))
    return tuple(facts)


def note_listing(note: Note) -> Listing:
    picture = note.picture if note.picture and not note.picture.hidden_at else None
    words = folded([note.text, note.community.name])
    return Listing(
        **_shared(note),
        kind="note",
        title=note.title,
        summary=_after_title(note),
        byline=note.author.name,
        author=note.author_id,
        picture=picture.url(800) if picture else "",
        picture_alt=picture.alt if picture else "",
        facts=(Fact("user", {"nl": note.author.name}), _place(note)),
        words=words,
        public_words=words,
        changed_at=note.changed_at,
    )


def _after_title(note: Note) -> str:
    """The words of a note behind those that are its title already."""
    text, cut = note.text.strip(), note.title.endswith("…")
    rest = text.removeprefix(note.title.removesuffix("…"))
    return f"… {rest.lstrip()}" if cut else rest.lstrip(".!? \r\n")


def question_listing(question: Question) -> Listing:
    """Found by its answers too: that is what makes them tips."""
    answers = [answer for answer in question.answers.all() if not answer.hidden_at]
    helped = [answer for answer in answers if answer.helped_at]
    words = folded([question.title, question.text, *(answer.text for answer in answers)])
    best = helped[0].text if helped else question.text
    return Listing(
        **_shared(question),
        kind="question",
        title=question.title,
        summary=best,
        byline=question.byline if question.author else "",
        author=question.author_id,
        theme=question.theme.key if question.theme else "",
        facts=(_answers_fact(len(answers), len(helped)), _place(question)),
        words=words,
        public_words=words,
        changed_at=question.changed_at,
    )


def _answers_fact(answers: int, helped: int) -> Fact:
    def say() -> str:
        if helped:
            return ngettext("%(n)d tip that helped", "%(n)d tips that helped", helped) % {
                "n": helped
            }
        if answers:
            return ngettext("%(n)d answer", "%(n)d answers", answers) % {"n": answers}
        return _("No answer yet")

    return Fact("lightbulb" if helped else "chat-circle-text", in_all_languages(say))


def _pages(*kinds: str) -> Any:
    pages = Page.objects.filter(kind__in=kinds).not_hidden().published()
    return pages.select_related("theme", "community", "picture")


def _notes() -> Any:
    return Note.objects.not_hidden().standing().select_related("author", "community", "picture")


def _questions() -> Any:
    questions = Question.objects.not_hidden().select_related("author", "community", "theme")
    return questions.prefetch_related("answers")


def _source(
    kind: str, change: str, rows: Any, make: Any, name: Any, action: Any, pictogram: str
) -> ListingSource:
    def one(pk: object) -> Listing | None:
        thing = rows().filter(pk=pk).first()
        return make(thing) if thing else None

    def every(town_id: UUID) -> Iterator[Listing]:
        things = rows().filter(town=town_id).order_by("pk")
        return (make(thing) for thing in things.iterator(chunk_size=500))

    return ListingSource(
        kind=kind,
        house="about",
        change=change,
        one=one,
        all=every,
        name=name,
        action=action,
        action_pictogram=pictogram,
    )


LISTINGS = [
    _source(
        "news",
        "pages.page",
        lambda: _pages(Page.Kind.NEWS),
        page_listing,
        gettext_lazy("News"),
        gettext_lazy("Read on"),
        "newspaper",
    ),
    _source(
        "story",
        "pages.page",
        lambda: _pages(*STORIES),
        page_listing,
        gettext_lazy("Stories"),
        gettext_lazy("Read on"),
        "book-open-text",
    ),
    _source(
        "note",
        "pages.note",
        _notes,
        note_listing,
        gettext_lazy("Notes of neighbours"),
        gettext_lazy("Read on"),
        "chat-circle-text",
    ),
    _source(
        "question",
        "pages.question",
        _questions,
        question_listing,
        gettext_lazy("Who knows?"),
        gettext_lazy("To the answers"),
        "lightbulb",
    ),
    _source(
        "page",
        "pages.page",
        lambda: _pages(Page.Kind.PAGE),
        page_listing,
        gettext_lazy("Pages"),
        gettext_lazy("Read on"),
        "file-text",
    ),
]
