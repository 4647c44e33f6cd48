"""Who watches the clock of the towns, and how far the clock of each ask has come (HELP-9)."""

from collections.abc import Callable, Iterator
from datetime import datetime
from uuid import UUID

from plein.demo.maker import BATCH, Maker
from plein.demo.places import Places
from plein.features.noticeboard import promise
from plein.features.noticeboard.models import (
    AnswerRules,
    AskClock,
    Contact,
    OnClock,
    Post,
    Response,
)
from plein.features.noticeboard.waking import Waking
from plein.foundation.communities.models import Community, Member, Role, RoleName

Step = AskClock.Step


def make_clocks(maker: Maker, places: Places, cast: dict[str, Member]) -> None:
    """After posts and talks. What waited longest has been called about, as the promise wants."""
    chance = maker.start("clocks")
    town = places.town
    wijk = Role.objects.filter(town=town, role=RoleName.CONNECTOR, subject="")
    second = wijk.exclude(community=town).select_related("member").order_by("pk").first()
    _on_clock(maker, town, [cast["fatima"], *([second.member] if second else [cast["mila"]])])
    elders = Member.objects.filter(town=places.elders).order_by("pk")
    _on_clock(maker, places.elders, list(elders[:2]))
    connector = cast["fatima"]
    clocks, calls = [], []
    for post, clock, call in _clocks(maker, town, chance.random):
        clocks.append(clock)
        if call:
            calls.append(_call(maker, post, connector, call))
    clocks += [clock for _post, clock, _call in _clocks(maker, places.elders, lambda: 1.0)]
    AskClock.objects.bulk_create(clocks, batch_size=BATCH)
    Contact.objects.bulk_create(calls, batch_size=BATCH)
    called = {contact.post_id: contact.made_at for contact in calls}
    posts = list(Post.objects.filter(town=town, pk__in=called, first_answered_at=None))
    for post in posts:
        post.first_answered_at = called[post.pk]
    Post.objects.bulk_update(posts, ["first_answered_at"], batch_size=BATCH)


def _on_clock(maker: Maker, town: Community, people: list[Member]) -> None:
    rows = [
        OnClock(pk=maker.key(), town=town, community=town, member=person, name=person.name)
        for person in people
    ]
    rows.append(
        OnClock(
            pk=maker.key(),
            town=town,
            community=town,
            name=f"Het wijkteam van {town.name}",
            phone="0184 555 010",
            last_resort=True,
        )
    )
    OnClock.objects.bulk_create(rows)


def _clocks(
    maker: Maker, town: Community, chance: Callable[[], float]
) -> Iterator[tuple[Post, AskClock, datetime | None]]:
    """(ask, its clock, when it was called about or None) for every ask of a town."""
    rules = AnswerRules(town=town, community=town)
    waking = promise.waking(rules)
    helped = _helped(town)
    asks = Post.objects.filter(town=town, kind=Post.Kind.ASK).order_by("pk")
    for post in asks:
        clock = AskClock(
            pk=maker.key(), town=town, post=post, began_at=post.made_at, reached_at=post.made_at
        )
        call = None
        if post.closed_at is None and post.pk not in helped:
            call = _climbed(maker, clock, waking, rules, chance())
        yield post, clock, call


def _climbed(
    maker: Maker, clock: AskClock, waking: Waking, rules: AnswerRules, chance: float
) -> datetime | None:
    """As far as its age says; of what came to the team, most have been called by now."""
    for step in Step:
        due = promise.due_of(step, clock, rules)
        clock.step, clock.due_at = step, due
        if due is None or due > maker.now:
            break
        clock.reached_at = due
        if step >= Step.CONNECTOR and chance < 0.9:
            break
    if clock.due_at and clock.due_at > maker.now:
        return None
    call = waking.after(max(clock.reached_at, maker.ago(0.2, 3)), 1)
    call = min(call, maker.now)
    clock.reached_at = min(clock.reached_at, call)
    clock.due_at = waking.after(maker.now, promise.TALKED_HOLDS * (0.2 + chance))
    return call


def _call(maker: Maker, post: Post, by: Member, moment: datetime) -> Contact:
    return Contact(
        pk=maker.key(moment),
        town_id=post.town_id,
        post=post,
        by=by,
        result=Contact.Result.REACHED,
        made_at=moment,
    )


def _helped(town: Community) -> set[UUID]:
    standing = Response.objects.standing().filter(town=town, conversation__isnull=False)
    return set(standing.values_list("post_id", flat=True))
