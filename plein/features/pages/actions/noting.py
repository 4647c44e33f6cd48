"""Berichtjes: sending one, letting it in, a kind reaction, taking it away."""

from datetime import timedelta
from typing import BinaryIO

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.features.pages.codes import free_code
from plein.features.pages.models import Note, NoteWriter, Reaction
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Content, Member
from plein.foundation.media.actions import erase_picture, keep_picture, tie
from plein.foundation.media.models import Picture
from plein.shared.notifications.actions import notify

STANDS = timedelta(days=31)
MOST_A_DAY = 5


class MayNotWrite(Exception):
    """Only neighbours whom somebody has met send a note."""


class TooMany(Exception):
    """Enough for today: others want to be read as well."""


class NoteIsOver(Exception):
    """It lapsed, or waits: nothing can be said about it now."""


@transaction.atomic
def send_note(
    text: str,
    *,
    photo: BinaryIO | Picture | None = None,
    alt: str = "",
    credit: str = "",
    reach: str = Content.Reach.UP,
    by: Member,
) -> Note:
    """The first waits until somebody looked at it; after that a neighbour is trusted.

    `photo` is a file, or what was kept of it when the form was shown once more.
    """
    if not by.is_greeted:
        raise MayNotWrite
    now = timezone.now()
    lately = Note.objects.filter(town=by.town_id, author=by, made_at__gt=now - timedelta(days=1))
    if lately.count() >= MOST_A_DAY:
        raise TooMany
    note = Note.objects.create(
        town_id=by.town_id,
        community=by.home,
        code=free_code(Note, by.town_id),
        author=by,
        text=text,
        picture=_picture_of(photo, alt, by),
        credit=credit if photo else "",
        reach=reach,
        let_in_at=now if _is_trusted(by) else None,
        lapses_at=now + STANDS,
    )
    record("pages.note.sent", on=note, by=by, waits=note.waits)
    jobs.changed("pages.note", note.pk)
    return note


def _picture_of(photo: BinaryIO | Picture | None, alt: str, by: Member) -> Picture | None:
    if isinstance(photo, Picture):
        return tie(photo, alt=alt)
    return keep_picture(photo, town=by.town_id, by=by, alt=alt) if photo else None


@transaction.atomic
def let_in(note: Note, *, by: Member) -> None:
    """Its month begins now. From here on this neighbour's notes stand at once."""
    now = timezone.now()
    waiting = Note.objects.filter(town=note.town_id, pk=note.pk, let_in_at=None)
    if not waiting.update(let_in_at=now, lapses_at=now + STANDS, changed_at=now):
        return
    NoteWriter.objects.get_or_create(town_id=note.town_id, member=note.author)
    record("pages.note.let_in", on=note, by=by)
    jobs.changed("pages.note", note.pk)
    notify(
        note.author,
        key="pages.let_in",
        url=note.get_absolute_url(),
        subject=_("Your note stands on the site"),
        text=_("Everybody can read it now. It stays for a month. Your next note stands at once."),
        once=f"note:{note.pk}:in",
    )


def nobody_looked(note: Note) -> None:
    """Its month went by and nobody let it in or took it away: the writer hears it, once."""
    place = note.community
    if "about" not in place.tree.site_of(place).modules:
        return
    notify(
        note.author,
        key="pages.nobody_looked",
        url="/over/berichtjes/nieuw/",
        subject=_("Your note did not come on the site"),
        text=_(
            "Nobody looked at it in time. We are sorry. Feel free to send it again, or call us."
        ),
        once=f"note:{note.pk}:nobody",
    )


@transaction.atomic
def react(note: Note, kind: str, *, wanted: bool = True, by: Member) -> None:
    """One kind word per neighbour, said or taken back. Twice the same changes nothing."""
    if not note.is_standing:
        raise NoteIsOver
    if not by.is_greeted:
        raise MayNotWrite
    if not wanted:
        Reaction.objects.filter(town=note.town_id, note=note, member=by, kind=kind).delete()
        return
    Reaction.objects.update_or_create(
        town_id=note.town_id, note=note, member=by, defaults={"kind": Reaction.Kind(kind)}
    )


@transaction.atomic
def take_note(note: Note, *, by: Member) -> None:
    """The words and the photo go for good; a writer who did not do it hears so."""
    picture, author, key, url = note.picture, note.author, note.pk, "/over/berichtjes/"
    record("pages.note.taken", on=note, by=by)
    note.delete()
    if picture:
        erase_picture(picture, by=by)
    jobs.changed("pages.note", key)
    if by.pk != author.pk:
        NoteWriter.objects.filter(town=author.town_id, member=author).delete()
        notify(
            author,
            key="pages.taken",
            url=url,
            subject=_("Your note is not on the site"),
            text=_("Somebody of this place took it away. Do you want to know why? Call us."),
            once=f"note:{key}:taken",
        )


def _is_trusted(member: Member) -> bool:
    """Somebody looked at a note of theirs before, and none of theirs is hidden now."""
    mine = Note.objects.filter(town=member.town_id, author=member)
    known = NoteWriter.objects.filter(town=member.town_id, member=member)
    return known.exists() and not mine.exclude(hidden_at=None).exists()
