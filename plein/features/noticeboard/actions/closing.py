"""The end of a post, and a longer life. No ask ends in silence: closing always has a reason."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plein.features.noticeboard import expiry, promise, telling
from plein.features.noticeboard.actions import climbing
from plein.features.noticeboard.client_words import mandate_of
from plein.features.noticeboard.models import Post, Response
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.care import actions as caring
from plein.foundation.care.models import Voice
from plein.foundation.communities.models import Member


def close(post: Post, reason: str, *, by: Member | None, told: bool = True) -> None:
    """Take it from the board. Everybody who still waits for an answer hears it."""
    _close(post.pk, Post.Closing(reason), by=by, told=told)
    post.refresh_from_db(fields=["closed_at", "closing"])


@transaction.atomic
def _close(pk: UUID, reason: Post.Closing, *, by: Member | None, told: bool) -> bool:
    # Lock the post, or it could be closed for two reasons at once.
    post = Post.objects.select_for_update(of=("self",)).complete().get(pk=pk)
    if post.closed_at:
        return False
    post.closed_at, post.closing = timezone.now(), reason
    post.save(update_fields=["closed_at", "closing"])
    record("noticeboard.post.closed", on=post, by=by, reason=reason.value)
    jobs.changed("noticeboard.post", post.pk)
    climbing.look(post)
    _thank_the_others(post)
    _ask_nobody_any_more(post)
    if told and by != post.author:
        telling.post_was_closed(post)
    return True


def _ask_nobody_any_more(post: Post) -> None:
    """Who did not say yes yet is not called, and their number and code are erased."""
    voice = Voice.objects.filter(town=post.town_id, pk=post.voice).first() if post.voice else None
    if voice:
        caring.refuse(voice, by=None)


def _thank_the_others(post: Post) -> None:
    """Who was still in talk hears the same day, with something else that fits; never a 'no'."""
    waiting = Response.objects.filter(
        town=post.town_id, post=post, state=Response.State.OPEN
    ).select_related("author__home")
    for response in waiting:
        response.state, response.changed_at = Response.State.THANKED, timezone.now()
        response.save(update_fields=["state", "changed_at"])
        telling.somebody_was_found(post, response.author)


@transaction.atomic
def renew(post: Post, *, by: Member | None) -> None:
    """Still needed: as long again. A closed post comes back with the same answers."""
    post = Post.objects.select_for_update(of=("self",)).get(town=post.town_id, pk=post.pk)
    if why := without_a_word(post):
        raise PermissionDenied(why)
    post.expires_at, post.asked_at = expiry.end_of(post.kind), None
    post.closed_at, post.closing = None, ""
    post.changed_at = timezone.now()
    said = ["expires_at", "asked_at", "closed_at", "closing", "changed_at"]
    if _was_hidden_for_a_yes(post):
        post.hidden_at = None
        said.append("hidden_at")
    post.save(update_fields=said)
    record("noticeboard.post.renewed", on=post, by=by)
    jobs.changed("noticeboard.post", post.pk)
    climbing.look(post)


def _was_hidden_for_a_yes(post: Post) -> bool:
    """And the yes came: what is hidden for something else stays so."""
    if not (post.voice and post.hidden_at):
        return False
    agreed = Voice.objects.filter(town=post.town_id, pk=post.voice)
    return agreed.filter(agreed_at__gte=post.hidden_at).exists()


def without_a_word(post: Post) -> str:
    """Why this may not be asked any more, or nothing. What a professional asked stands only as long
    as the client lets them ask; what was asked for somebody else only with their yes, and as long
    as that stands."""
    unheard = Voice.objects.filter(town=post.town_id, agreed_at=None)
    if post.voice and unheard.filter(pk=post.voice).exists():
        return gettext("We did not hear a yes. Ask it again as a new ask.")
    if post.stands_for == Post.StandsFor.PROFESSIONAL:
        mandate = mandate_of(post)
        if mandate is None or not mandate.stands:
            return gettext("The client does not let you ask any more.")
    refused = Voice.objects.filter(town=post.town_id, refused_at__isnull=False)
    if post.voice and refused.filter(pk=post.voice).exists():
        return gettext("The person you ask this for does not want it.")
    return ""


@transaction.atomic
def ask_whether_still_needed(post: Post) -> None:
    """A mail with a link; one tap on the page behind it is the answer."""
    asked = Post.objects.filter(town=post.town_id, pk=post.pk, closed_at=None, asked_at=None)
    if asked.update(asked_at=timezone.now()):
        record("noticeboard.post.asked_still_needed", on=post)
        telling.still_needed(post, expiry.key_for(post))


def close_expired() -> int:
    """Close what nobody said is still needed. Its author hears how to put it back with one tap.

    An ask without a human answer does not end like that: it stays while its clock runs (HELP-9).
    """
    over = Post.objects.filter(closed_at=None, expires_at__lte=timezone.now())
    return jobs.each(_close_or_stay, list(over.order_by("expires_at")[:200]))


def _close_or_stay(post: Post) -> bool:
    if not post.is_ask or promise.is_answered(post):
        return _close(post.pk, Post.Closing.EXPIRED, by=None, told=True)
    stays = Post.objects.filter(town=post.town_id, pk=post.pk, closed_at=None)
    stays.update(expires_at=timezone.now() + expiry.STAYS, asked_at=None)
    jobs.changed("noticeboard.post", post.pk)
    return False


CLOSING_WORDS = {
    Post.Closing.FOUND: _("Somebody from here helps me"),
    Post.Closing.ELSEWHERE: _("It was solved in another way"),
    Post.Closing.NOT_NEEDED: _("It is not needed any more"),
}
"""What an author can choose from."""
