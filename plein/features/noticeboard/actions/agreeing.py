"""'We have an appointment': one proposes, the other says yes; then done, and a thank-you."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from plein.features.noticeboard import rungs, telling, telling_life, visits
from plein.features.noticeboard.actions import closing, concern, ending, following
from plein.features.noticeboard.models import Match, Post, Response
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Member
from plein.foundation.communities.queries import blocked_between


class AlreadyAgreed(Exception):
    """There is an appointment: cancel it first."""


class NotAgreed(Exception):
    """There is no appointment that this could be about."""


class NotTheDayYet(NotAgreed):
    """The day of the appointment is still to come."""


@transaction.atomic
def propose(
    response: Response,
    when_words: str,
    place_words: str,
    planned_on: date | None = None,
    *,
    by: Member,
    more: bool = False,
) -> Match:
    """Propose when and where, or propose something else instead. The other one decides."""
    response = _locked(response)
    match = Match.objects.filter(town=by.town_id, response=response).first()
    if match and match.is_agreed:
        raise AlreadyAgreed
    if response.state not in (Response.State.OPEN, Response.State.THANKED):
        raise NotAgreed
    no_word = closing.without_a_word(response.post)
    if rungs.missing(response) or no_word or _apart(response):
        raise NotAgreed
    match = match or Match(town_id=by.town_id, response=response)
    match.proposed_by, match.made_at = by, timezone.now()
    match.when_words, match.place_words = when_words, place_words
    match.planned_on = planned_on
    if by.pk == response.post.author_id:
        match.keeps_open = more
    match.save()
    record("noticeboard.match.proposed", on=match, by=by)
    telling.about_match(match, "proposed", by=by)
    return match


@transaction.atomic
def confirm(response: Response, *, by: Member, more: bool | None = None) -> Match:
    """Say yes to what the other one proposed. An ask is then answered, and the others are told."""
    response = _locked(response)
    match = _match(response)
    if match.is_agreed:
        return match
    if match.proposed_by_id == by.pk or rungs.missing(response) or _apart(response):
        raise NotAgreed
    if more is not None and by.pk == response.post.author_id:
        match.keeps_open = more
    match.agreed_at = timezone.now()
    match.word = visits.new_word() if visits.is_first(response) else ""
    match.save(update_fields=["agreed_at", "keeps_open", "word"])
    _set(response, Response.State.CHOSEN)
    record("noticeboard.match.agreed", on=match, by=by)
    telling.about_match(match, "agreed", by=by)
    following.plan(match)
    if match.word:
        telling_life.the_word(match)
        concern.hold_when_not_heard(match)
    if response.post.is_ask and not match.keeps_open:
        closing.close(response.post, Post.Closing.FOUND, by=by, told=False)
    jobs.changed("noticeboard.match", match.pk)
    return match


@transaction.atomic
def cancel(response: Response, *, by: Member, told: str = "cancelled") -> None:
    """It will not happen. The ask is open again, when it was closed for this."""
    response = _locked(response)
    match = Match.objects.filter(town=by.town_id, response=response, done_at=None).first()
    if match is None:
        return
    if match.met_at:
        ending.end(match, by=by)
        return
    agreed = match.is_agreed
    if told == "cancelled":
        record("noticeboard.match.cancelled", on=match, by=by)
    if agreed:
        telling.about_match(match, told, by=by)
        _set(response, Response.State.OPEN)
        _open_again(response.post, by)
    jobs.changed("noticeboard.match", match.pk)
    match.delete()


@transaction.atomic
def done(response: Response, *, by: Member) -> Match:
    """It happened. Help that comes back goes on: the two see each other again."""
    response = _locked(response)
    match = _match(response)
    if not match.is_agreed:
        raise NotAgreed
    if not (match.may_be_told or match.done_at):
        raise NotTheDayYet
    if match.goes_on:
        match.met_at = timezone.now()
        match.save(update_fields=["met_at"])
        record("noticeboard.match.met", on=match, by=by)
        jobs.changed("noticeboard.match", match.pk)
        return match
    if match.done_at is None:
        match.done_at = timezone.now()
        match.save(update_fields=["done_at"])
        _set(response, Response.State.DONE)
        following.move(match)
        record("noticeboard.match.done", on=match, by=by)
        telling.about_match(match, "done", by=by)
        jobs.changed("noticeboard.match", match.pk)
    return match


@transaction.atomic
def stop(response: Response, *, by: Member) -> None:
    """Help that came back ends, for both; nobody is asked any more how it goes."""
    response = _locked(response)
    match = _match(response)
    if not match.is_agreed:
        raise NotAgreed
    ending.end(match, by=by)


@transaction.atomic
def thank(response: Response, words: str, *, by: Member) -> Match:
    """A thank-you from who was helped. Only the two of them read it."""
    response = _locked(response)
    match = _match(response)
    if match.done_at is None or by.pk != helped(response).pk or _apart(response):
        raise NotAgreed
    if match.thanked_at is None:
        match.thanks, match.thanked_at = words, timezone.now()
        match.save(update_fields=["thanks", "thanked_at"])
        record("noticeboard.match.thanked", on=match, by=by)
        telling.about_match(match, "thanked", by=by)
        jobs.changed("noticeboard.match", match.pk)
    return match


def helped(response: Response) -> Member:
    """Who got something: the asker, or who took up an offer."""
    return response.post.author if response.post.is_ask else response.author


def helper(response: Response) -> Member:
    return response.author if response.post.is_ask else response.post.author


def _open_again(post: Post, by: Member) -> None:
    if post.closing == Post.Closing.FOUND and not closing.without_a_word(post):
        closing.renew(post, by=by)
        post.refresh_from_db(fields=["closed_at", "closing", "expires_at"])


def _apart(response: Response) -> bool:
    """One of the two wants nothing of the other any more (H4)."""
    return blocked_between(response.author, response.post.author)


def _locked(response: Response) -> Response:
    """Two people press at once: one after the other."""
    return (
        Response.objects.select_for_update(of=("self",))
        .select_related(
            "post__theme",
            "post__author",
            "post__organisation",
            "post__community",
            "author",
            "conversation",
        )
        .get(town=response.town_id, pk=response.pk)
    )


def _match(response: Response) -> Match:
    match = Match.objects.filter(town=response.town_id, response=response).first()
    if match is None:
        raise NotAgreed
    match.response = response
    return match


def _set(response: Response, state: str) -> None:
    response.state, response.changed_at = state, timezone.now()
    response.save(update_fields=["state", "changed_at"])
