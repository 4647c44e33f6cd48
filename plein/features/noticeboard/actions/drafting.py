"""Keeping what somebody answered in the wizard, before and after they have a name here."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plein.features.noticeboard.models import Draft, KeptAnswer, Post
from plein.foundation.accounts import limits
from plein.foundation.communities.models import Community, Member

OF_BOTH = ("theme", "title", "text", "when_bits", "again", "task_class")


@transaction.atomic
def keep(
    draft: Draft | None,
    answers: dict[str, Any],
    *,
    kind: str,
    community: Community,
    browser: str,
    by: Member | None,
    visitor: str = "",
) -> Draft:
    """Add answers to a draft; the first answer makes it.

    `visitor` is the network address of a guest. Raises `limits.TooOften`: what guests write is kept
    for thirty days, and nobody may fill the house with it.
    """
    if draft is None:
        if by is None:
            _count_guest(visitor)
        draft = Draft(
            town_id=community.town_id, community=community, kind=kind, member=by, browser=browser
        )
    draft.answers = draft.answers | answers
    draft.changed_at = timezone.now()
    draft.save()
    return draft


def adopt(draft: Draft, *, by: Member) -> None:
    """What was begun in this browser belongs to the one who signed in here."""
    if draft.member_id is None and draft.town_id == by.town_id:
        draft.member, draft.browser = by, ""
        draft.save(update_fields=["member", "browser"])


def send(draft: Draft) -> None:
    """'Publish' was pressed by somebody without an account: that comes next, and then this."""
    draft.sent_at = timezone.now()
    draft.save(update_fields=["sent_at"])


def _count_guest(visitor: str) -> None:
    limits.count("guest.ip", visitor)
    limits.count("guest.day", visitor)


@transaction.atomic
def keep_answer(post: Post, message: str, *, browser: str, visitor: str = "") -> None:
    """'Send' was pressed by somebody without an account: that comes next, and then this.

    The same words to the same post again are no new row, and are not counted. Raises
    `limits.TooOften`, as `keep` does.
    """
    mine = KeptAnswer.objects.filter(town_id=post.town_id, post=post, browser=browser)
    if not mine.exists():
        _count_guest(visitor)
    KeptAnswer.objects.update_or_create(
        town_id=post.town_id,
        post=post,
        browser=browser,
        defaults={"message": message, "sent_at": timezone.now()},
    )


def touch(draft: Draft) -> None:
    """Go on with this one: the newest draft is the one the wizard shows."""
    draft.changed_at = timezone.now()
    draft.save(update_fields=["changed_at"])


def turn(draft: Draft) -> None:
    """An ask that is an offer after all, or the other way: with everything that was written. What
    only an ask has (whom to tell first, who may know) does not go along."""
    draft.kind = Post.Kind.OFFER if draft.is_ask else Post.Kind.ASK
    draft.answers = {name: draft.answers[name] for name in OF_BOTH if name in draft.answers}
    draft.changed_at = timezone.now()
    draft.save(update_fields=["kind", "answers", "changed_at"])


def throw_away(draft: Draft) -> None:
    draft.delete()


@transaction.atomic
def again_with(post: Post, other: Member, *, by: Member) -> Draft:
    """'The same person again please': a new ask with the same answers, told to them first."""
    if post.mandate:
        raise PermissionDenied(_("Ask this again through the page of your client."))
    return Draft.objects.create(
        town_id=by.town_id,
        community_id=post.community_id,
        member=by,
        kind=Post.Kind.ASK,
        answers=answers_of(post) | {"to": str(other.pk)},
    )


def answers_of(post: Post) -> dict[str, Any]:
    """The answers that would make this post once more."""
    return {
        "theme": post.theme.key,
        "title": post.title if post.is_ask else "",
        "text": post.text if post.is_ask else "",
        "when_bits": post.when_bits,
        "again": post.again,
        "task_class": post.task_class,
    }
