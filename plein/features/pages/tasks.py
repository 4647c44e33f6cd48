"""What the clock does: planned pages come out, notes lapse."""

from datetime import timedelta

from django.utils import timezone

from plein.features.pages import actions
from plein.features.pages.models import Note
from plein.foundation import jobs
from plein.foundation.media.actions import erase_picture

KEPT_AFTER = timedelta(days=31)
"""A writer can still read what lapsed; after this it is gone for good."""


@jobs.every(minutes=1)
def tell_published() -> None:
    actions.tell_published()


@jobs.every(minutes=30)
def lapse_notes() -> None:
    """What lapsed lately is taken out of every list."""
    now = timezone.now()
    lately = Note.objects.filter(lapses_at__lte=now, lapses_at__gt=now - timedelta(hours=2))
    for key in lately.order_by("id").values_list("pk", flat=True):
        jobs.changed("pages.note", key)


@jobs.daily(at="10:10", outside=True)
def tell_whose_note_nobody_read() -> None:
    """By day, and each writer once; also of the days that no clock ran."""
    now = timezone.now()
    over = Note.objects.filter(lapses_at__lte=now, lapses_at__gt=now - KEPT_AFTER)
    unread = over.filter(let_in_at=None, hidden_at=None).select_related("author", "community")
    jobs.each(actions.nobody_looked, unread.order_by("id")[:1000])


@jobs.daily(at="04:15")
def forget_taken_photos() -> None:
    actions.forget_taken()


@jobs.daily(at="04:20")
def forget_old_notes() -> None:
    old = Note.objects.filter(lapses_at__lt=timezone.now() - KEPT_AFTER)
    for note in old.select_related("picture").order_by("id")[:1000]:
        picture = note.picture
        note.delete()
        if picture:
            erase_picture(picture)
