"""What pages need of several tables."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from plein.features.pages import access, rendering
from plein.features.pages.models import (
    Note,
    Page,
    PagePicture,
    PageQuerySet,
    Question,
    Reaction,
    Version,
)
from plein.foundation.communities.models import Community, Member
from plein.foundation.media.models import Picture
from plein.foundation.taxonomy.models import Theme

A_PAGE = 20
PICTOGRAMS = {
    "nice": "smiley",
    "thanks": "hand-heart",
    "hurray": "confetti",
    "strength": "heart",
}


@dataclass
class Branch:
    """A page in the tree, with what hangs under it."""

    page: Page
    below: list["Branch"] = field(default_factory=list)


@dataclass(frozen=True)
class Part:
    """A piece of a text: html of our own making, or a photo."""

    html: str = ""
    picture: Picture | None = None
    credit: str = ""


@dataclass(frozen=True)
class KindWord:
    """One reaction of the set, how many gave it, and whether it is mine."""

    kind: str
    words: str
    pictogram: str
    count: int
    mine: bool


def themes(town_id: UUID) -> list[Theme]:
    return list(Theme.objects.in_town(town_id).in_use())


def tree_of(member: Member | None, community: Community) -> list[Branch]:
    """The pages that stay, in a small tree: one query, whatever its depth."""
    pages = list(
        access.visible_pages(member, community)
        .of_kind(Page.Kind.PAGE)
        .only("id", "title", "lead", "code", "parent", "position", "kind")
        .order_by("position", "title", "id")[:200]
    )
    branches = {page.pk: Branch(page) for page in pages}
    roots: list[Branch] = []
    for page in pages:
        above = branches.get(page.parent_id) if page.parent_id else None
        (above.below if above else roots).append(branches[page.pk])
    return roots


def below(page: Page, member: Member | None, community: Community) -> list[Page]:
    """Pages that hang under this one."""
    pages = access.visible_pages(member, community).filter(parent=page)
    return list(pages.order_by("position", "title", "id"))


def newest(member: Member | None, community: Community, *kinds: str, most: int = 6) -> list[Page]:
    pages = access.visible_pages(member, community).of_kind(*kinds)
    return list(pages.complete().order_by("-published_at", "-id")[:most])


def possible_parents(community: Community) -> list[Page]:
    pages = Page.objects.filter(town=community.town_id, kind=Page.Kind.PAGE, hidden_at=None)
    inside = pages.filter(community__in=community.tree.below(community))
    return list(inside.order_by("title", "id")[:200])


def shown_parts(page: Page) -> list[Part]:
    """The text as it is shown; a photo that is gone leaves no hole."""
    parts = page.parts
    if page.parts_version != rendering.VERSION:
        parts = rendering.parts_of(page.body)
    return parts_with_photos(page, parts)


def parts_with_photos(page: Page | None, parts: Iterable[rendering.Part]) -> list[Part]:
    photos: dict[int, PagePicture] = {}
    if page and any("photo" in part for part in parts):
        photos = {photo.number: photo for photo in photos_of(page)}
    return _with_photos(parts, photos)


def _with_photos(parts: Iterable[rendering.Part], photos: Mapping[int, PagePicture]) -> list[Part]:
    found = []
    for part in parts:
        if "html" in part:
            found.append(Part(html=part["html"]))
        elif photo := photos.get(part["photo"]):
            found.append(Part(picture=photo.picture, credit=photo.credit))
    return found


def photos_of(page: Page, *, also_taken: bool = False) -> list[PagePicture]:
    photos = PagePicture.objects.filter(town=page.town_id, page=page)
    photos = photos if also_taken else photos.filter(taken_at=None)
    return list(photos.select_related("picture").order_by("number"))


def said_now(page: Page) -> dict[str, Any]:
    """What a version keeps of a page: its words, the numbers of its photos, and the cover's."""
    photos = photos_of(page)
    cover = next((each.number for each in photos if each.picture_id == page.picture_id), None)
    words = {name: getattr(page, name) for name in Version.SAID}
    return words | {"photos": [each.number for each in photos], "cover": cover}


@dataclass(frozen=True)
class Before:
    """An earlier version as it looked, as far as its photos are still there."""

    parts: list[Part]
    cover: PagePicture | None
    others: list[PagePicture]
    """Photos that it had, and that its text does not show."""
    is_now: bool


def before(page: Page, version: Version) -> Before:
    said, now = version.said, said_now(page)
    known = {each.number: each for each in photos_of(page, also_taken=True)}
    numbers = [each for each in said.get("photos", now["photos"]) if each in known]
    had = {number: known[number] for number in numbers}
    cover = had.get(said.get("cover", now["cover"]) or 0)
    parts = rendering.parts_of(said.get("body", ""))
    in_text = {part["photo"] for part in parts if "photo" in part}
    words = all(said.get(name, "") == now[name] for name in Version.SAID)
    now_cover = had.get(now["cover"] or 0)
    return Before(
        parts=_with_photos(parts, had),
        cover=cover,
        others=[p for n, p in had.items() if n not in in_text and p != cover],
        is_now=words and numbers == now["photos"] and cover == now_cover,
    )


def cover_credit(page: Page) -> str:
    """Who made the photo on top."""
    if page.picture_id is None:
        return ""
    photos = PagePicture.objects.filter(town=page.town_id, page=page, picture=page.picture_id)
    return photos.values_list("credit", flat=True).first() or ""


def desk_of(member: Member, places: Sequence[Community]) -> dict[str, list[Page]]:
    """What editors work on: drafts, planned pages, and what came out lately."""
    if not places:
        return {"drafts": [], "planned": [], "published": []}
    mine: PageQuerySet = Page.objects.filter(
        town=member.town_id, community__in=[place.pk for place in places]
    )
    mine = mine.select_related("community")
    now = timezone.now()
    return {
        "drafts": list(mine.filter(published_at=None).order_by("-changed_at", "-id")[:50]),
        "planned": list(mine.filter(published_at__gt=now).order_by("published_at", "id")[:50]),
        "published": list(mine.published().order_by("-published_at", "-id")[:50]),
    }


def notes_page(
    member: Member | None, community: Community, after: UUID | None = None
) -> tuple[list[Note], bool]:
    """The newest notes with their kind words, and whether there are more."""
    notes = access.visible_notes(member, community).complete().order_by("-id")
    if after:
        notes = notes.filter(pk__lt=after)
    found = list(notes[: A_PAGE + 1])
    shown = found[:A_PAGE]
    add_reactions(shown, member)
    return shown, len(found) > A_PAGE


def add_reactions(notes: Sequence[Note], member: Member | None) -> None:
    """Puts `kind_words` on each note: one query for all."""
    counts: defaultdict[UUID, Counter[str]] = defaultdict(Counter)
    mine: dict[UUID, str] = {}
    if notes:
        rows = Reaction.objects.filter(
            town=notes[0].town_id, note__in=[note.pk for note in notes]
        ).values_list("note_id", "kind", "member_id")
        for note_id, kind, by in rows:
            counts[note_id][kind] += 1
            if member and by == member.pk:
                mine[note_id] = kind
    for note in notes:
        note.kind_words = [  # type: ignore[attr-defined]
            KindWord(
                kind=kind.value,
                words=str(kind.label),
                pictogram=PICTOGRAMS[kind.value],
                count=counts[note.pk][kind.value],
                mine=mine.get(note.pk) == kind.value,
            )
            for kind in Reaction.Kind
        ]


def notes_of(member: Member) -> list[Note]:
    """My own notes that did not lapse."""
    notes = Note.objects.filter(town=member.town_id, author=member, lapses_at__gt=timezone.now())
    return list(notes.order_by("-id")[:A_PAGE])


def waiting_notes(community: Community) -> list[Note]:
    """First notes of neighbours, in this place and below, the oldest first."""
    notes = Note.objects.filter(
        town=community.town_id, community__in=community.tree.below(community)
    ).waiting()
    return list(notes.complete().order_by("id")[:50])


def questions_page(
    member: Member | None, community: Community, *, after: UUID | None = None, tips: bool = False
) -> tuple[list[Question], bool]:
    """Questions with how many answers they have, and how many helped."""
    questions: QuerySet[Any] = access.visible_questions(member, community).complete()
    standing = Q(answers__hidden_at=None)
    questions = questions.annotate(
        answers_count=Count("answers", filter=standing),
        tips_count=Count("answers", filter=standing & Q(answers__helped_at__isnull=False)),
    )
    if tips:
        questions = questions.filter(tips_count__gt=0)
    if after:
        questions = questions.filter(pk__lt=after)
    found = list(questions.order_by("-id")[: A_PAGE + 1])
    return found[:A_PAGE], len(found) > A_PAGE


def story_of_now(member: Member | None, community: Community) -> Page | None:
    """For the front page: the newest story or interview of the last three months."""
    since = timezone.now() - timedelta(days=92)
    pages = access.visible_pages(member, community).of_kind(Page.Kind.STORY, Page.Kind.INTERVIEW)
    found: Page | None = (
        pages.filter(published_at__gt=since)
        .complete()
        .order_by(F("published_at").desc(), "-id")
        .first()
    )
    return found
