"""Writing a page, saying it differently, and putting an earlier version back."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from plein.features.pages import rendering
from plein.features.pages.codes import free_code
from plein.features.pages.models import Page, PagePicture, Version
from plein.features.pages.queries import said_now
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Content, Member
from plein.foundation.communities.rights import may
from plein.foundation.taxonomy.models import Theme

MOST_VERSIONS = 50


class MayNotWrite(Exception):
    """Pages of this place are written by others."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a page should say, and where it stands."""

    kind: str
    title: str
    lead: str = ""
    body: str = ""
    quote: str = ""
    quoted: str = ""
    written_by: str = ""
    theme: Theme | None = None
    parent: Page | None = None
    reach: str = Content.Reach.UP
    audience: str = Content.Audience.PUBLIC


@transaction.atomic
def write(said: Said, *, community: Community, by: Member) -> Page:
    """A new draft: nobody but editors sees it until it is published."""
    if not may(by, "page.write", community):
        raise MayNotWrite
    page = Page(
        town_id=community.town_id,
        community=community,
        code=free_code(Page, community.town_id),
        author=by,
        **_fields(said),
    )
    page.save(force_insert=True)
    keep_version(page, by)
    record("pages.page.written", on=page, by=by, kind=page.kind)
    return page


@transaction.atomic
def save(page: Page, said: Said, *, by: Member) -> None:
    """Every save is a version; a published page changes at once."""
    fields = _fields(said)
    if fields["parent"] and _is_inside(fields["parent"], page):
        fields["parent"] = page.parent
    for name, value in fields.items():
        setattr(page, name, value)
    _save(page, [*fields], by)
    record("pages.page.saved", on=page, by=by)


@transaction.atomic
def put_back(page: Page, version: Version, *, by: Member) -> None:
    """An earlier version becomes the newest, with its photos; nothing is lost."""
    for name in Version.SAID:
        setattr(page, name, version.said.get(name, ""))
    page.parts = rendering.parts_of(page.body)
    page.parts_version = rendering.VERSION
    if "photos" in version.said:
        _hang_again(page, version)
    _save(page, [*Version.SAID, "parts", "parts_version", "picture"], by)
    record("pages.page.put_back", on=page, by=by, number=version.number)


def _hang_again(page: Page, version: Version) -> None:
    """What somebody in it had erased since does not come back."""
    photos = PagePicture.objects.filter(town=page.town_id, page=page)
    numbers = version.said["photos"]
    photos.filter(number__in=numbers).update(taken_at=None)
    photos.filter(taken_at=None).exclude(number__in=numbers).update(taken_at=timezone.now())
    cover = photos.filter(number=version.said["cover"] or 0).select_related("picture").first()
    page.picture = cover.picture if cover else None


def _fields(said: Said) -> dict[str, Any]:
    return {
        "kind": said.kind,
        "title": said.title,
        "lead": said.lead,
        "body": said.body,
        "parts": rendering.parts_of(said.body),
        "parts_version": rendering.VERSION,
        "quote": said.quote,
        "quoted": said.quoted,
        "written_by": said.written_by,
        "theme": said.theme,
        "parent": said.parent if said.kind == Page.Kind.PAGE else None,
        "reach": said.reach,
        "audience": said.audience,
    }


def _save(page: Page, fields: list[str], by: Member) -> None:
    page.changed_at = timezone.now()
    page.save(update_fields=[*fields, "changed_at"])
    keep_version(page, by)
    jobs.changed("pages.page", page.pk)


def keep_version(page: Page, by: Member) -> None:
    """Nothing new is no version. Of very many, the oldest go."""
    # Lock the page, or two editors who save together could take the same number.
    Page.objects.select_for_update(of=("self",)).get(town=page.town_id, pk=page.pk)
    versions = Version.objects.filter(town=page.town_id, page=page)
    said = said_now(page)
    newest = versions.order_by("-number").first()
    if newest and newest.said == said:
        return
    number = (versions.aggregate(Max("number"))["number__max"] or 0) + 1
    Version.objects.create(town_id=page.town_id, page=page, number=number, said=said, made_by=by)
    versions.filter(number__lte=number - MOST_VERSIONS).delete()


def _is_inside(page: Page, other: Page) -> bool:
    """Whether a page hangs under another one, or is it: a tree has no rings."""
    seen: set[object] = set()
    now: Page | None = page
    while now and now.pk not in seen:
        if now.pk == other.pk:
            return True
        seen.add(now.pk)
        now = now.parent
    return False
