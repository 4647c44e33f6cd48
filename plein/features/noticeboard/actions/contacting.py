"""What a connector notes after a call, and the one honest way to say that it did not work."""

from django.db import transaction
from django.utils import timezone

from plein.features.noticeboard import promise
from plein.features.noticeboard.actions import climbing, closing
from plein.features.noticeboard.models import Contact, Post
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Member


class NotSpoken(Exception):
    """Nobody of the place spoke with the asker yet: an ask does not end in silence."""


@transaction.atomic
def note_contact(post: Post, result: str, *, by: Member) -> Contact:
    """One tap after a call. Who was reached has had a human answer; the clock looks again later."""
    contact = Contact.objects.create(
        town_id=post.town_id, post=post, by=by, result=Contact.Result(result)
    )
    record("noticeboard.contact.noted", on=post, by=by, result=contact.result)
    if contact.result == Contact.Result.REACHED and post.first_answered_at is None:
        post.first_answered_at = timezone.now()
        post.save(update_fields=["first_answered_at"])
        jobs.changed("noticeboard.post", post.pk)
    climbing.look(post)
    return contact


@transaction.atomic
def admit_unmet(post: Post, *, by: Member) -> None:
    """'Het is ons niet gelukt': only after a talk with the asker. Raises `NotSpoken`."""
    if promise.spoke_at(post) is None:
        raise NotSpoken
    closing.close(post, Post.Closing.UNMET, by=by)
