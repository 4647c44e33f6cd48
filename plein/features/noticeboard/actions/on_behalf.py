"""A professional asks for a client and stays between; family asks for somebody near (DOOR-3)."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from plein.features.noticeboard import client_words, promise, telling_behalf
from plein.features.noticeboard.actions import closing, ending
from plein.features.noticeboard.actions.posting import MayNotPost, Wanted, announce, publish
from plein.features.noticeboard.models import FollowUp, Match, Post, Release, Response, VisitDraft
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.care import actions as caring
from plein.foundation.care.access import team_of
from plein.foundation.care.models import Mandate, Voice
from plein.foundation.communities.models import Member
from plein.foundation.media.actions import erase_picture
from plein.shared.conversations.actions import close as close_talk
from plein.shared.conversations.passing import erase, pass_on


class MandateIsUsed(Exception):
    """It was given for one ask, and that ask has been placed."""


class NoWordAnyMore(MayNotPost):
    """The client's yes is over, it is a colleague's now, or they are not of the team any more."""


@transaction.atomic
def publish_for_client(wanted: Wanted, mandate: Mandate, *, by: Member, sure: bool = False) -> Post:
    """In the client's wijk, through a professional; nothing of it leads to the client.

    `sure`: the professional said that a first name in it is of somebody else.
    """
    # Locked, or a mandate for one ask could be used twice at the same moment.
    Mandate.objects.select_for_update().get(town=by.town_id, pk=mandate.pk)
    if not mandate.stands or mandate.professional_id != by.pk:
        raise NoWordAnyMore
    if by not in team_of(mandate.client.caseload):
        raise NoWordAnyMore
    if mandate.scope == Mandate.Scope.ONE and posts_of([mandate.pk], by.town_id).exists():
        raise MandateIsUsed
    client_words.refuse(mandate.client, wanted.title, wanted.text, sure=sure)
    said = replace(
        wanted,
        door=Post.Door.VISIT,
        mandate=mandate.pk,
        organisation=client_words.organisation_to_show(mandate),
    )
    post = publish(said, community=mandate.client.home, by=by)
    VisitDraft.objects.filter(town=by.town_id, member=by, near=False).delete()
    return post


@transaction.atomic
def publish_for_somebody(wanted: Wanted, voice: Voice, *, by: Member) -> Post:
    """Hidden until that person said yes."""
    post = publish(replace(wanted, voice=voice.pk), community=by.home, by=by)
    VisitDraft.objects.filter(town=by.town_id, member=by, near=True).delete()
    jobs.changed("noticeboard.voice", voice.pk)
    return post


def keep_draft(
    answers: dict[str, Any], *, client: UUID | None = None, near: bool = False, by: Member
) -> None:
    """The last one counts; one at a time for a client, and one for somebody near."""
    VisitDraft.objects.update_or_create(
        town_id=by.town_id,
        member=by,
        near=near,
        defaults={"answers": answers, "client": client, "changed_at": timezone.now()},
    )


def posts_of(mandates: list[UUID], town: UUID) -> Any:
    return Post.objects.filter(town=town, mandate__in=mandates)


def close_for(mandate: Mandate, by: Member | None) -> None:
    """The word was taken back, or is over; or nobody of the team is left, and perhaps it is needed
    still."""
    left = mandate.ended_because == Mandate.Ended.NOT_ADMITTED
    reason = Post.Closing.ARRANGED if left else Post.Closing.NOT_NEEDED
    posts = posts_of([mandate.pk], mandate.town_id)
    ending.call_off(posts, by=by)
    for post in posts.filter(closed_at=None).order_by("pk"):
        closing.close(post, reason, by=by)


def give_to(mandate: Mandate, taker: Member, *, own: bool, by: Member | None) -> None:
    """All that stands on this word is the taker's: a colleague's, or (`own`) the client's own.

    Of the client's own only what is not over: earlier helpers do not hear who it was, and what
    they talked about with the professional is closed.
    """
    posts, talking = posts_of([mandate.pk], mandate.town_id), Response.objects.all()
    if own:
        talking = talking.filter(state__in=(Response.State.OPEN, Response.State.CHOSEN))
        agreed = Response.objects.filter(town=mandate.town_id, state=Response.State.CHOSEN)
        now = Q(closed_at=None) | Q(pk__in=agreed.values("post"))
        _end_other_talks(posts.exclude(now), told=False)
        posts = posts.filter(now)
        _end_other_talks(posts, told=True)
    for post in posts.select_related("author").order_by("pk"):
        giver, post.author = post.author, taker
        if own:
            post.mandate, post.organisation = None, None
            post.stands_for = Post.StandsFor.RESIDENT
        post.save(update_fields=["author", "mandate", "organisation", "stands_for"])
        talks = talking.filter(town=post.town_id, post=post, conversation__isnull=False)
        for response in talks.select_related("conversation", "author").order_by("pk"):
            response.post = post
            if response.author_id != taker.pk and response.conversation:
                pass_on(response.conversation, giver=giver, taker=taker)
                telling_behalf.other_voice(response, taker)
        # What the giver proposed is for the other one to say yes to, and never for the taker.
        proposed = Match.objects.filter(town=post.town_id, response__post=post, proposed_by=giver)
        proposed.update(proposed_by=taker)
        waiting = FollowUp.objects.filter(town=post.town_id, match__response__post=post)
        waiting.filter(member=giver).update(member=taker)
        record("noticeboard.post.given", on=post, by=by)
        jobs.changed("noticeboard.post", post.pk)
        if not own:
            telling_behalf.handed_over(post, taker)


def _end_other_talks(posts: "QuerySet[Post]", *, told: bool) -> None:
    """Who does not go along to the client: nothing more is said of them to the professional.

    `told`: the helper hears it kindly. Of an ask that was over long ago nobody hears again.
    """
    state = Response.State
    over = Response.objects.filter(post__in=posts.values("pk"), conversation__closed_at=None)
    if told:
        over = over.exclude(state__in=(state.OPEN, state.CHOSEN))
    related = ("conversation", "author", "post__author", "post__community")
    for response in over.filter(conversation__isnull=False).select_related(*related):
        if response.conversation:
            close_talk(response.conversation, by=None)
        if told and response.state in (state.THANKED, state.DONE):
            telling_behalf.talk_ends(response)


def erase_for(town: UUID, client: UUID, mandates: list[UUID], by: Member | None) -> None:
    """Nothing about this person stays: no words on the board, none in talks about them."""
    VisitDraft.objects.filter(town=town, client=client).delete()
    posts = posts_of(mandates, town)
    ending.call_off(posts, by=by)
    for post in posts.select_related("picture").order_by("pk"):
        closing.close(post, Post.Closing.NOT_NEEDED, by=by)
        picture, post.picture = post.picture, None
        talks = Response.objects.filter(town=town, post=post)
        for response in talks.select_related("conversation").order_by("pk"):
            response.matches.update(when_words="…", place_words="…", thanks="", word="")
            if response.conversation:
                erase(response.conversation, by=by)
        talks.update(message="")
        Release.objects.filter(town=town, match__response__post=post).delete()
        post.mandate, post.title, post.text = None, "…", ""
        post.save(update_fields=["mandate", "title", "text", "picture"])
        if picture:
            erase_picture(picture, by=by)
        jobs.changed("noticeboard.post", post.pk)


def look_at_voices() -> int:
    """Asks that wait for somebody else's yes: their asker hears of it, and after two weeks it ends.

    So these do not end in silence either (HELP-9). Gives how many came to something.
    """
    waits = Voice.objects.filter(agreed_at=None, refused_at=None).values("pk")
    posts = Post.objects.filter(voice__in=waits, closed_at=None).complete().order_by("id")
    return jobs.each(_look_at_voice, list(posts))


@transaction.atomic
def _look_at_voice(post: Post) -> bool:
    now = timezone.now()
    if post.voice and post.made_at + promise.YES_WITHIN <= now:
        caring.refuse(Voice.objects.get(town=post.town_id, pk=post.voice), by=None)
    elif promise.yes_is_late(post, promise.rules_of(post.community), now):
        telling_behalf.voice_waits(post)
    else:
        return False
    return True


def hear(voice: Voice, *, yes: bool, late: bool = False) -> None:
    """That person said yes or no to what was asked in their name; or nobody heard them in time."""
    posts = Post.objects.filter(town=voice.town_id, voice=voice.pk)
    if not yes:
        ending.call_off(posts, by=None)
    for post in posts.filter(closed_at=None):
        if yes:
            post.hidden_at, post.made_at = None, timezone.now()
            post.save(update_fields=["hidden_at", "made_at"])
            announce(post)
        else:
            reason = Post.Closing.UNHEARD if late else Post.Closing.NOT_NEEDED
            closing.close(post, reason, by=None if late else post.author, told=False)
        heard = "yes" if yes else "late" if late else "back" if voice.agreed_at else "no"
        telling_behalf.voice_heard(post, heard)
    jobs.changed("noticeboard.voice", voice.pk)
