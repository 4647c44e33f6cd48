"""What the asker hears at each step of the clock, and who of the place is asked to act.

In the asker's own channel and language, without a word of what they wrote (H7).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plein.features.noticeboard import promise
from plein.features.noticeboard.elsewhere import Elsewhere
from plein.features.noticeboard.models import AnswerRules, AskClock, OnClock, Post
from plein.features.noticeboard.promise import Watch
from plein.features.noticeboard.telling import paragraphs
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.queries import blocked_ids
from plein.shared.notifications.actions import notify

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Words = str | _StrPromise

Step = AskClock.Step
ACTS_WITHIN = 24
"""Who acts at a step calls or writes within one waking day."""
DAYS_OF_A_WEEK = 7

WORDS: "dict[int, tuple[Words, Words]]" = {
    Step.INVITED: (
        _("Nobody reacted yet. We are asking around"),
        _("We look for neighbours who fit your ask, and ask them. You need not do anything."),
    ),
    Step.CONNECTOR: (
        _("Nobody reacted yet. {name} looks along with you"),
        _("{name} now looks for somebody who can help you, and calls or writes to you {day}."),
    ),
    Step.TEAM: (
        _("Nobody reacted yet. The whole team looks along"),
        _("We all look for somebody now. One of us calls or writes to you {day}."),
    ),
    Step.MAP: (
        _("We look for an organisation that can help you"),
        _("We did not find a neighbour yet. One of us calls you {day} with places that may help."),
    ),
    Step.LAST: (
        _("{name} takes up your ask"),
        _("We did not succeed yet. {name} calls or writes to you {day} about what is possible."),
    ),
}


def climbed(post: Post, clock: AskClock, watch: Watch) -> None:
    """The asker hears where it stands; who should act hears that somebody waits."""
    subject, text = WORDS[clock.step]
    watch = _for_asker(watch, post)
    name = _named(clock.step, post, watch)
    day = _by_when(post, clock, watch)
    words = paragraphs([format_lazy(text, name=name, day=day), *call_us(post.community)])
    notify(
        post.author,
        key="noticeboard.step",
        url=post.get_absolute_url(),
        subject=format_lazy(subject, name=name),
        text=words,
        aloud=words,
        once=f"post:{post.pk}:step:{clock.step}:{clock.began_at:%Y%m%d%H%M}",
        now=True,
    )
    for row in _who_acts(clock.step, watch):
        somebody_waits_for_you(row, post, clock.reached_at, step=clock.step)


def still_waits(post: Post, clock: AskClock, watch: Watch, now: datetime) -> None:
    """At the last step, again and again: it is not forgotten."""
    watch = _for_asker(watch, post)
    name = _named(clock.step, post, watch)
    looks = format_lazy(_("{name} still looks for what is possible."), name=name)
    words = paragraphs([looks, *call_us(post.community)])
    notify(
        post.author,
        key="noticeboard.step",
        url=post.get_absolute_url(),
        subject=_("We have not forgotten your ask"),
        text=words,
        aloud=words,
        once=f"post:{post.pk}:waits:{now:%Y%m%d}",
        now=True,
    )
    for row in [*watch.last_resorts, *watch.present]:
        somebody_waits_for_you(row, post, now)


def somebody_waits_for_you(
    row: OnClock, post: Post, moment: datetime, *, step: int = Step.LAST
) -> None:
    """At most once a day, however many wait: dagstart has them all. With other work, other words:
    at the step of the social map a person tells the asker three places."""
    if row.member is None or row.member_id == post.author_id:
        return
    day = timezone.localtime(moment)
    of_map = step == Step.MAP and "directory" in post.community.modules
    notify(
        row.member,
        key="noticeboard.on_clock",
        url=reverse("noticeboard:call", args=[post.address]),
        subject=_("Tell this asker three places that may help")
        if of_map
        else _("Somebody waits for an answer from us"),
        text=_(
            "We did not find a neighbour. The page of the call has three places of the social map, "
            "with their numbers. Call the asker, read them aloud, and note which you told."
        )
        if of_map
        else _("Nobody reacted to this ask yet. Call or write to the asker, and note how it went."),
        once=f"clock:{row.member_id}:{day:%Y%m%d}{':map' if of_map else ''}",
    )


def place_rests(post: Post, rules: AnswerRules, others: Sequence[Elsewhere] = ()) -> None:
    """Old askers hear it, with a number that is answered and organisations to call."""
    numbers = "\n".join(f"{one.name}: {one.phone}" for one in others)
    named: list[str | Promise] = [_("These organisations you can call"), numbers]
    words = paragraphs(
        [
            _("Right now we have too few people to help everybody. Your ask stays with us."),
            _("Do you need help soon? Do not wait for us."),
            *(named if others else []),
            *call_us(post.community),
        ]
    )
    notify(
        post.author,
        key="noticeboard.place_rests",
        url=post.get_absolute_url(),
        subject=_("We need a little longer for your ask"),
        text=words,
        aloud=words,
        once=f"post:{post.pk}:rests:{rules.closed_at:%Y%m%d}",
        now=True,
    )


def place_closed(rules: AnswerRules, to: Member, *, arranges: bool) -> None:
    """Who arranges the place or watches its clock hears at once that it takes no asks."""
    place, why = rules.community.name, AnswerRules.Closed(rules.closed_because).label
    notify(
        to,
        key="noticeboard.place_closed",
        url=reverse("noticeboard:clock" if arranges else "noticeboard:promise"),
        subject=format_lazy(_("{place} takes no new asks for a while"), place=place),
        text=paragraphs(
            [
                format_lazy(_("Why: {why}."), why=why),
                _("Who waits for an answer has heard where to call instead."),
                _("It stands on the day start until the place takes asks again."),
            ]
        ),
        once=f"place:{rules.pk}:closed:{rules.closed_at:%Y%m%d%H%M}",
        now=True,
    )


def _by_when(post: Post, clock: AskClock, watch: Watch) -> str:
    """One waking day from now, as the asker says it: nobody promises a call in the weekend. With
    its weekday, for it is also read later, or aloud."""
    here = timezone.localtime(clock.reached_at).date()
    due = timezone.localtime(promise.waking(watch.rules).after(clock.reached_at, ACTS_WITHIN))
    ahead = (due.date() - here).days
    with translation.override(post.author.tongue):
        named = date_format(due, "l" if ahead < DAYS_OF_A_WEEK else "l j F")
        words = gettext("tomorrow, {day}") if ahead == 1 else gettext("on {day}")
    return words.format(day=named)


def call_us(community: Community) -> list[str | Promise]:
    """The human way out, when the place has one."""
    lines: list[str | Promise] = []
    if community.phone:
        lines.append(format_lazy(_("You may call us: {phone}."), phone=community.phone))
    if community.walk_in:
        lines.append(format_lazy(_("Or walk in: {place}."), place=community.walk_in.rstrip(". ")))
    return lines


def _for_asker(watch: Watch, post: Post) -> Watch:
    """Without the asker, and without who blocked or was blocked: they cannot help here (H4)."""
    cannot = blocked_ids(post.author) | {post.author_id}
    people = [row for row in watch.people if row.member_id not in cannot]
    last_resorts = [row for row in watch.last_resorts if row.member_id not in cannot]
    return replace(watch, people=people, last_resorts=last_resorts)


def _looks_along(watch: Watch) -> list[OnClock]:
    """One of who is there, rather somebody who hears of it than a name and a number."""
    rows = watch.present or watch.people or watch.last_resorts
    return sorted(rows, key=lambda row: row.member is None)[:1]


def _named(step: int, post: Post, watch: Watch) -> str:
    rows = watch.last_resorts if step == Step.LAST else _looks_along(watch)
    return rows[0].name if rows else post.community.name


def _who_acts(step: int, watch: Watch) -> list[OnClock]:
    if step < Step.CONNECTOR:
        return []
    if step == Step.CONNECTOR:
        return _looks_along(watch)
    return [*watch.present, *(watch.last_resorts if step == Step.LAST else [])]
