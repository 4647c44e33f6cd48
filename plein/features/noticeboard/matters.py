"""Asks at which a person acts, how matches went, and what somebody is worried about."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.features.noticeboard import actions, promise, safety, shy, wording
from plein.features.noticeboard.missed_visits import MISSED
from plein.features.noticeboard.models import (
    AskClock,
    Concern,
    Contact,
    Farewell,
    FollowUp,
    Post,
)
from plein.features.noticeboard.proofs_waiting import PROOFS
from plein.features.noticeboard.resting_places import RESTING
from plein.features.noticeboard.shy_calls import SHY_CALLS
from plein.features.noticeboard.thanks_to_give import THANKS
from plein.features.noticeboard.voices_waiting import VOICES
from plein.foundation.communities import tree
from plein.foundation.communities.links import absolute
from plein.foundation.communities.models import Member
from plein.foundation.communities.queries import blocks_in
from plein.lib.matter import Layer, Matter, MatterSource

Step = AskClock.Step
PEOPLE = ("communities.member", "communities.block")
ASKS = ("noticeboard.post", "noticeboard.response", "noticeboard.clock", *PEOPLE)


def unanswered(town_id: UUID) -> Iterator[Matter]:
    """The clock came to a step at which somebody of the place acts (HELP-9)."""
    return _matters("noticeboard.unanswered", town_id, _unanswered(town_id))


def of_somebody_new(town_id: UUID) -> Iterator[Matter]:
    """At once: neighbours answer sooner whom we have met."""
    return _matters("noticeboard.new", town_id, _of_somebody_new(town_id))


def _unanswered(town_id: UUID) -> "QuerySet[AskClock]":
    known = _clocks(town_id).filter(post__author__greeted_at__isnull=False)
    return known.filter(step__gte=Step.CONNECTOR)


def _of_somebody_new(town_id: UUID) -> "QuerySet[AskClock]":
    return _clocks(town_id).filter(post__author__greeted_at=None)


def _clocks(town_id: UUID) -> "QuerySet[AskClock]":
    """`spoke`: somebody of the place called in these days, so nobody waits for a call today."""
    holds = timezone.now() - timedelta(hours=promise.TALKED_HOLDS)
    spoke = Contact.objects.filter(
        town=town_id, post=OuterRef("post"), result=Contact.Result.REACHED, made_at__gt=holds
    )
    running = AskClock.objects.filter(town=town_id, due_at__isnull=False)
    shown = running.filter(post__closed_at=None, post__hidden_at=None)
    shown = shown.annotate(spoke=Exists(spoke))
    return shown.select_related("post__theme", "post__community").order_by("post_id")


def _matters(kind: str, town_id: UUID, clocks: "QuerySet[AskClock]") -> Iterator[Matter]:
    """Theme and wijk, and not a word of what somebody wrote (H7)."""
    blocked = blocks_in(town_id)
    for clock in clocks.iterator(chunk_size=500):
        post = clock.post
        yield Matter(
            kind=kind,
            about=post.pk,
            community=post.community_id,
            area=post.community_id,
            theme=post.theme.key,
            words=_words(kind, post),
            url=_address(post),
            hurts_from=post.made_at,
            due=clock.due_at,
            layer=Layer.WEEK if clock.spoke else None,  # type: ignore[attr-defined]
            hidden_from=frozenset({post.author_id} | blocked[post.author_id]),
        )


def _words(kind: str, post: Post) -> str:
    words = wording.teaser_title(post.kind, post.theme, post.community)
    if kind == "noticeboard.new":
        return _("%(ask)s. We have not met the asker yet.") % {"ask": words}
    return words


def _address(post: Post) -> str:
    """Where a connector notes what was done; what stands on one site only is opened there."""
    path = reverse("noticeboard:call", args=[post.address])
    return absolute(post.community, path) if post.reach == Post.Reach.HERE else path


def told_how_it_went(town_id: UUID) -> Iterator[Matter]:
    """More help is needed, or it did not fit so well: a person calls (HELP-8)."""
    answers = FollowUp.objects.filter(town=town_id).to_act_on().order_by("answered_at")
    answers = answers.exclude(member__state=Member.State.LEFT)
    for one in answers.select_related("member", "match__response__post"):
        response = one.match.response
        hides = shy.hides(one.member, response.post)
        more = one.answer == FollowUp.Answer.MORE_HELP
        words = _("%(name)s needs more help") if more else _("With %(name)s it did not fit so well")
        yield Matter(
            kind="noticeboard.follow_up",
            about=one.pk,
            community=response.post.community_id,
            area=response.post.community_id,
            words=shy.waits_without_a_name(response.post)
            if hides
            else words % {"name": one.member.name},
            url=reverse("noticeboard:follow-up-seen", args=[one.pk]),
            hurts_from=one.answered_at or one.due_at,
            layer=Layer.TODAY if more else Layer.WEEK,
            hidden_from=frozenset({response.author_id, response.post.author_id}),
        )


def farewells(town_id: UUID) -> Iterator[Matter]:
    """Somebody is gone; a person tells who had an appointment with them (HELP-15)."""
    rows = Farewell.objects.filter(town=town_id, told_at=None).order_by("made_at")
    rows = rows.exclude(to__state=Member.State.LEFT)
    for one in rows.select_related("to", "response__post"):
        words = _("Tell %(name)s that the appointment is off") % {"name": one.to.name}
        hides = shy.hides(one.to, one.response.post)
        yield Matter(
            kind="noticeboard.farewell",
            about=one.pk,
            community=one.response.post.community_id,
            area=one.response.post.community_id,
            words=shy.waits_without_a_name(one.response.post) if hides else words,
            url=reverse("noticeboard:farewell", args=[one.pk]),
            hurts_from=one.made_at,
        )


def concerns(town_id: UUID) -> Iterator[Matter]:
    """For the people by name, and the managers once it climbed; the words tell nothing."""
    places = tree.of(town_id).all
    open_ones = Concern.objects.filter(town=town_id, settled_at=None).order_by("made_at")
    for one in open_ones.select_related("response__post", "response"):
        told = safety.members_told(places[one.community_id], one.two, step=one.step)
        yield Matter(
            kind="noticeboard.concern",
            about=one.pk,
            community=one.community_id,
            area=one.community_id,
            words=str(one.get_kind_display()),
            url=reverse("noticeboard:concern", args=[one.pk]),
            hurts_from=one.made_at,
            hidden_from=one.two,
            only_for=frozenset(member.pk for member in told),
        )


def followed_up(about: UUID, by: Member) -> None:
    if one := FollowUp.objects.filter(town=by.town_id, pk=about).first():
        actions.follow_up_seen(one, by=by)


def told_farewell(about: UUID, by: Member) -> None:
    if one := Farewell.objects.filter(town=by.town_id, pk=about).first():
        actions.farewell_told(one, by=by)


MATTERS = [
    MatterSource(
        kind="noticeboard.concern",
        title=gettext_lazy("Somebody told us something: call today"),
        all=concerns,
        module="noticeboard",
        pictogram="lifebuoy",
        layer=Layer.TODAY,
        urgency=10,
        minutes=15,
        may_wait=False,
        changes=("noticeboard.concern", "noticeboard.on_clock", "communities.member"),
    ),
    MatterSource(
        kind="noticeboard.farewell",
        title=gettext_lazy("Somebody is gone: tell these people yourself"),
        all=farewells,
        module="noticeboard",
        right="post.arrange",
        pictogram="phone-call",
        layer=Layer.TODAY,
        urgency=15,
        done=told_farewell,
        done_label=gettext_lazy("I have told it"),
        changes=("noticeboard.farewell", "noticeboard.post", "communities.member"),
    ),
    MatterSource(
        kind="noticeboard.unanswered",
        title=gettext_lazy("Asks without an answer"),
        all=unanswered,
        module="noticeboard",
        layer=Layer.TODAY,
        urgency=30,
        minutes=8,
        changes=ASKS,
    ),
    MatterSource(
        kind="noticeboard.new",
        title=gettext_lazy("Asks of people we have not met yet"),
        all=of_somebody_new,
        module="noticeboard",
        layer=Layer.TODAY,
        urgency=35,
        changes=ASKS,
    ),
    MatterSource(
        kind="noticeboard.follow_up",
        title=gettext_lazy("How matches went: call these people"),
        all=told_how_it_went,
        module="noticeboard",
        right="post.arrange",
        pictogram="phone-call",
        urgency=25,
        may_wait=False,
        done=followed_up,
        done_label=gettext_lazy("I called"),
        changes=("noticeboard.match", "noticeboard.post", "communities.member"),
    ),
    SHY_CALLS,
    MISSED,
    RESTING,
    VOICES,
    PROOFS,
    *THANKS,
]
