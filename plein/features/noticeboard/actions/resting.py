"""'Even dicht': a place that cannot keep its promise takes no new asks, and says so."""

from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from plein.features.noticeboard import promise, telling_steps
from plein.features.noticeboard.elsewhere import Elsewhere, who_else
from plein.features.noticeboard.models import AnswerRules, AskClock, OnClock, Post
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Member, Role
from plein.foundation.communities.rights import RIGHTS, may

ARRANGE = "community.arrange"
Closed = AnswerRules.Closed


class NotEnoughNamed(Exception):
    """Two people by name and a last resort watch the clock, and one of the two is there."""


@transaction.atomic
def close_place(community: Community, because: str, *, by: Member | None) -> None:
    """No new asks for a while. Who waits for an answer hears where to call instead."""
    rules = own_rules(watched_by(community))
    if rules.closed_at:
        return
    rules.closed_at, rules.closed_because = timezone.now(), because
    rules.save()
    record("noticeboard.place.closed", on=rules, by=by, because=because)
    jobs.changed("noticeboard.on_clock", rules.town_id)
    others: dict[UUID, list[Elsewhere]] = {}
    for post in unanswered(rules.community):
        if post.theme_id not in others:
            others[post.theme_id] = who_else(rules.community, post.theme)
        telling_steps.place_rests(post, rules, others[post.theme_id])
    for member in keepers(rules.community):
        if by is None or member.pk != by.pk:
            telling_steps.place_closed(
                rules, member, arranges=may(member, ARRANGE, rules.community)
            )


@transaction.atomic
def open_place(community: Community, *, by: Member | None) -> None:
    """Asks are welcome again. Raises `NotEnoughNamed`."""
    rules = own_rules(watched_by(community))
    watch = promise.watch(rules.community)
    if not (watch.enough_named and watch.somebody_there):
        raise NotEnoughNamed
    rules.closed_at, rules.closed_because = None, ""
    rules.save()
    record("noticeboard.place.opened", on=rules, by=by)
    jobs.changed("noticeboard.on_clock", rules.town_id)


def check_places() -> None:
    """Everybody away: closed by itself. Somebody back: open again by itself."""
    watched = OnClock.objects.filter(last_resort=False).values("community")
    jobs.each(check_place, list(Community.objects.filter(pk__in=watched).order_by("pk")))


def check_place(community: Community) -> None:
    watch = promise.watch(community)
    if watch.people and not watch.somebody_there:
        close_place(community, Closed.ALL_AWAY, by=None)
    elif watch.rules.closed_because == Closed.ALL_AWAY and watch.enough_named:
        open_place(community, by=None)


def keepers(community: Community) -> list[Member]:
    """Who can do something about it: who arranges this place, its clock and its last resort."""
    where = {community.pk} | community.tree.above(community)
    roles = Role.objects.filter(town=community.town_id, role__in=RIGHTS[ARRANGE])
    arranging = roles.filter(community__in=where).counting().values("member")
    watching = [row.member_id for row in promise.on_clock(community) if row.member_id]
    people = Member.objects.here().filter(town=community.town_id)
    people = people.filter(Q(pk__in=arranging) | Q(pk__in=watching))
    return list(people.select_related("account", "home").order_by("pk"))


def watched_by(community: Community) -> Community:
    """The place whose people watch over this one: the nearest upwards that has them."""
    rows = promise.on_clock(community)
    key = rows[0].community_id if rows else community.town_id
    return community.tree.all[key]


def own_rules(community: Community) -> AnswerRules:
    """The rules of this very place; the first time they are those that counted until now."""
    rules = AnswerRules.objects.filter(town=community.town_id, community=community).first()
    if rules is None:
        rules = promise.rules_of(community)
        rules.pk, rules._state.adding = AnswerRules().pk, True
        rules.closed_at, rules.closed_because = None, ""
        rules.town_id, rules.community = community.town_id, community
    return rules


def unanswered(community: Community) -> list[Post]:
    """Open asks of this place and everything below it whose clock runs."""
    below = community.tree.below(community)
    running = AskClock.objects.filter(town=community.town_id, due_at__isnull=False)
    asks = Post.objects.filter(
        town=community.town_id, community__in=below, closed_at=None, pk__in=running.values("post")
    )
    return list(asks.complete().order_by("id")[:1000])
