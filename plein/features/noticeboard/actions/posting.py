"""Putting an ask or offer on the board, changing it, adding a photo."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import BinaryIO
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from plein.features.noticeboard import expiry, promise, shy
from plein.features.noticeboard.actions import climbing
from plein.features.noticeboard.client_words import refuse_telling
from plein.features.noticeboard.models import Draft, Post, PostTargetGroup
from plein.features.noticeboard.queries import free_code
from plein.features.noticeboard.signals import post_published
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.reach import usual as usual_reach
from plein.foundation.media import actions as media
from plein.foundation.media.actions import erase_picture, keep_picture
from plein.foundation.media.models import Picture
from plein.foundation.organisations.models import Editor, Organisation
from plein.foundation.taxonomy.models import TargetGroup, Theme
from plein.shared.notifications.actions import notify


class PostIsClosed(Exception):
    """Help was found, it is not needed any more, or its time is over."""


class MayNotPost(Exception):
    """Here only people whom somebody has met write on the board."""


class PlaceRests(Exception):
    """The place has nobody on the clock now, so it takes no asks (HELP-9)."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a post should say."""

    kind: str
    theme: Theme
    title: str
    text: str = ""
    when_bits: int = 0
    again: bool = False
    task_class: str = Post.TaskClass.PUBLIC
    audience: str = ""
    reach: str = ""
    organisation: Organisation | None = None
    groups: Sequence[TargetGroup] = field(default=())
    door: str = Post.Door.SCREEN
    mandate: UUID | None = None
    voice: UUID | None = None
    known_to: str = Post.KnownTo.READERS
    age: str = Post.Age.UNTOLD


def usual_audience(kind: str) -> str:
    """Asks are for members unless the asker chooses otherwise (H7)."""
    return Post.Audience.MEMBERS if kind == Post.Kind.ASK else Post.Audience.PUBLIC


def may_post(member: Member, community: Community) -> bool:
    if not member.is_here:
        return False
    return member.is_greeted or community.posting == Community.Posting.EVERYBODY


@transaction.atomic
def publish(wanted: Wanted, *, community: Community, by: Member) -> Post:
    """Put it on the board of a community, in the name of `by` or of an organisation of theirs."""
    if by.town_id != community.town_id or not may_post(by, community):
        raise MayNotPost
    if wanted.kind == Post.Kind.ASK and not promise.watch(community).takes_asks:
        raise PlaceRests
    organisation = wanted.organisation
    if (
        organisation
        and not wanted.mandate
        and not Editor.objects.filter(
            town=by.town_id, organisation=organisation, member=by
        ).exists()
    ):
        raise MayNotPost
    known_to = _known_to(wanted)
    place = community if known_to == Post.KnownTo.READERS else shy.place_for(community)
    post = Post.objects.create(
        town_id=community.town_id,
        community=place,
        code=free_code(community.town_id),
        author=by,
        kind=wanted.kind,
        stands_for=_stands_for(wanted),
        mandate=wanted.mandate,
        voice=wanted.voice,
        hidden_at=timezone.now() if wanted.voice else None,
        organisation=organisation,
        expires_at=expiry.end_of(wanted.kind),
        audience=wanted.audience or usual_audience(wanted.kind),
        reach=wanted.reach or usual_reach(organisation.community if organisation else place),
        door=wanted.door,
        language=by.language,
        known_to=known_to,
        age=wanted.age
        if known_to != Post.KnownTo.READERS and wanted.age in shy.ages(place)
        else "",
        **_said(wanted),
    )
    _set_groups(post, wanted.groups)
    record("noticeboard.post.published", on=post, by=by, kind=post.kind, door=post.door)
    if not wanted.voice:
        announce(post)
    return post


def announce(post: Post) -> None:
    """It can be seen from now on: its clock runs, and everybody who listens is told."""
    jobs.changed("noticeboard.post", post.pk)
    climbing.look(post)
    transaction.on_commit(lambda: post_published.send_robust(sender=Post, post=post))


@transaction.atomic
def publish_draft(draft: Draft, wanted: Wanted, *, community: Community, by: Member) -> Post | None:
    """Once only: a second press finds no draft any more and makes nothing."""
    mine = Draft.objects.select_for_update().filter(town=by.town_id, pk=draft.pk)
    if not mine.exists():
        return None
    post = publish(wanted, community=community, by=by)
    if to := draft.answers.get("to"):
        _tell_first(post, to)
    mine.delete()
    return post


@transaction.atomic
def edit(post: Post, wanted: Wanted, *, by: Member, sure: bool = False) -> None:
    """Say it differently. The kind never changes: an ask is no offer (HELP-1).

    `sure`: a first name in an ask for a client is of somebody else.
    """
    if post.closed_at:
        raise PostIsClosed
    refuse_telling(post, wanted.title, wanted.text, sure=sure)
    for name, value in _said(wanted).items():
        setattr(post, name, value)
    post.audience = wanted.audience or post.audience
    post.reach = wanted.reach or post.reach
    post.changed_at = timezone.now()
    post.save(update_fields=[*_said(wanted), "audience", "reach", "changed_at"])
    _set_groups(post, wanted.groups)
    record("noticeboard.post.edited", on=post, by=by)
    jobs.changed("noticeboard.post", post.pk)


@transaction.atomic
def add_picture(post: Post, file: BinaryIO, *, alt: str, by: Member) -> Picture:
    """Raises what `keep_picture` raises, and `TellsTheClient` for the words beside it."""
    refuse_telling(post, alt)
    before = post.picture
    post.picture = keep_picture(file, town=post.town_id, by=by, alt=alt)
    post.save(update_fields=["picture"])
    if before:
        erase_picture(before, by=by)
    record("noticeboard.post.pictured", on=post, by=by)
    jobs.changed("noticeboard.post", post.pk)
    return post.picture


@transaction.atomic
def describe_picture(post: Post, alt: str, *, by: Member) -> None:
    """Other words for the photo it shows. Raises `TellsTheClient`."""
    if post.picture:
        refuse_telling(post, alt)
        media.describe_picture(post.picture, alt, by=by)


def _known_to(wanted: Wanted) -> str:
    """Only a resident's own ask can be shy: others stand between already."""
    own = wanted.kind == Post.Kind.ASK and not (
        wanted.organisation or wanted.mandate or wanted.voice
    )
    return wanted.known_to if own else Post.KnownTo.READERS.value


def _stands_for(wanted: Wanted) -> str:
    if wanted.mandate:
        return Post.StandsFor.PROFESSIONAL
    return Post.StandsFor.ORGANISATION if wanted.organisation else Post.StandsFor.RESIDENT


def _said(wanted: Wanted) -> dict[str, object]:
    return {
        "theme": wanted.theme,
        "title": wanted.title,
        "text": wanted.text,
        "when_bits": wanted.when_bits,
        "again": wanted.again,
        "task_class": wanted.task_class,
    }


def _set_groups(post: Post, groups: Sequence[TargetGroup]) -> None:
    post.groups.all().delete()
    PostTargetGroup.objects.bulk_create(
        PostTargetGroup(town_id=post.town_id, post=post, group=group) for group in groups
    )


def _tell_first(post: Post, to: str) -> None:
    """Somebody who helped before hears it first; they are as free as anybody to do it or not."""
    other = Member.objects.filter(town=post.town_id, pk=UUID(to)).first()
    if other is None or not other.is_greeted:
        return
    name = post.byline
    notify(
        other,
        key="noticeboard.again",
        url=post.get_absolute_url(),
        subject=format_lazy(_("{name} would like your help again"), name=name),
        text=format_lazy(
            _("{name} asks you first, because it went well last time. You may say yes, or not."),
            name=name,
        ),
        once=f"post:{post.pk}:again",
        by=post.author,
    )
