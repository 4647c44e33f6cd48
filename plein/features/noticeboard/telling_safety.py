"""Who of the place is called when somebody told something, and what who told it hears meanwhile.

Not a word of what was told stands in any of it (H7).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from plein.features.noticeboard import promise, safety
from plein.features.noticeboard.models import Concern, OnClock
from plein.features.noticeboard.telling import paragraphs
from plein.features.noticeboard.telling_steps import call_us
from plein.foundation import outbox
from plein.foundation.accounts.addresses import Kind, NotAnAddress, clean, is_landline, kind_of
from plein.foundation.communities.letters import head_of
from plein.foundation.communities.models import Community, Member
from plein.foundation.outbox.letters import Letter, Part
from plein.lib.formality import tongue
from plein.shared.notifications.actions import notify

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Words = str | _StrPromise

Step = safety.Step

TO_PEOPLE: "dict[int, tuple[Words, Words]]" = {
    Step.TOLD: (
        _("Somebody has told us something. Call today"),
        _("Open the page to see whom to call. Do not discuss it by mail."),
    ),
    Step.OPENED: (
        _("Nobody has called yet. Call now"),
        _("Somebody told us something and still waits to be heard. Open the page, call, note it."),
    ),
    Step.LAST: (
        _("Somebody still waits to be heard. Call first"),
        _("We said sorry, and gave other numbers. Open the page, call, and note that you heard."),
    ),
}


@dataclass(frozen=True, kw_only=True)
class Case:
    """What was told, without a word of it: where its page is, and who has no say in it."""

    key: str
    url: str
    once: str
    community: Community
    apart: frozenset[UUID] = frozenset()
    step: int = Step.TOLD
    day: str = ""
    """At the last step they hear it anew each day."""


def case_of(concern: Concern) -> Case:
    last = concern.step == Step.LAST
    return Case(
        key="noticeboard.concern",
        url=reverse("noticeboard:concern", args=[concern.pk]),
        once=f"concern:{concern.pk}",
        community=concern.community,
        apart=concern.two,
        step=concern.step,
        day=f"{timezone.localdate():%Y%m%d}" if last else "",
    )


def call_today(case: Case) -> bool:
    """The people by name; the managers too once it climbed, or when no message reaches the others.

    Who gets no message of ours in the usual way, gets one at the address we have. Says whether
    anybody who can open it was reached.
    """
    subject, text = TO_PEOPLE[case.step]
    people = safety.members_told(case.community, case.apart, step=case.step)
    for member in people:
        notify(
            member,
            key=case.key,
            url=case.url,
            subject=subject,
            text=text,
            once=f"{case.once}:{member.pk}{_again(case)}",
            now=True,
        )
        if not safety.reached(member):
            _at_address(case, _address(member), str(member.pk))
    for row in _only_numbers(case):
        _at_address(case, row.phone, str(row.pk))
    return any(safety.reached(member) for member in people)


def still_open(case: Case) -> None:
    """Heard, and not settled: who waits for it waits too long."""
    for member in safety.members_told(case.community, case.apart, step=case.step):
        notify(
            member,
            key=case.key,
            url=case.url,
            subject=_("Something we were told is not settled yet"),
            text=_("Open the page to see who was not heard yet, or how to settle it."),
            once=f"{case.once}:open:{member.pk}:{timezone.localdate():%Y%m%d}",
            now=True,
        )


def to_teller(concern: Concern) -> None:
    """By their own channel: that we are late, until when, and whom else they can call."""
    who, step = concern.by, concern.step
    if step == Step.OPENED and concern.due_at:
        subject = _("Sorry, nobody called you yet")
        lines: list[str | Promise] = [
            _("More people of us know now that you wait for a call."),
            format_lazy(
                _("One of us calls you {moment}."),
                moment=before(concern.due_at, who.tongue),
            ),
        ]
    else:
        subject = _("Sorry, we did not manage to call you")
        lines = [
            _("You need not wait for us. You are not forgotten: we ask our people each day."),
            *last_resorts(concern.community),
            _("Do you want to talk to somebody now? Veilig Thuis: 0800 2000, free, day and night."),
        ]
    words = paragraphs([*lines, _("Is there danger now? Call 112."), *call_us(concern.community)])
    notify(
        who,
        key="noticeboard.concern_told",
        url=reverse("noticeboard:mine"),
        subject=subject,
        text=words,
        aloud=words,
        once=f"concern:{concern.pk}:told:{step}",
        now=True,
    )


def last_resorts(community: Community) -> list[str | Promise]:
    """Somebody by name with a number outside the site, when the place has one."""
    return [
        format_lazy(_("You may call {name}: {phone}."), name=row.name, phone=row.phone)
        for row in promise.watch(community).last_resorts
        if row.phone
    ]


def before(moment: datetime, language: str) -> str:
    """before 14.30, or tomorrow before 9.00: as said to who waits."""
    due = timezone.localtime(moment)
    ahead = (due.date() - timezone.localdate()).days
    with translation.override(language):
        time = date_format(due, "TIME_FORMAT")
        if ahead == 0:
            return gettext("today before {time}").format(time=time)
        if ahead == 1:
            return gettext("tomorrow before {time}").format(time=time)
        return gettext("on {day} before {time}").format(day=date_format(due, "l"), time=time)


def _only_numbers(case: Case) -> list[OnClock]:
    """Named without being a member, so that we know at most a number: when nobody else was reached,
    and at the last step."""
    rows = safety.safety_people(case.community, case.apart)
    if case.step == Step.LAST:
        rows = [*rows, *promise.watch(case.community).last_resorts]
    elif any(row.member and safety.reached(row.member) for row in rows):
        return []
    found = {row.pk: row for row in rows if row.member is None and row.phone}
    return list(found.values())


def _again(case: Case) -> str:
    return f":{case.step}{case.day}" if case.step else ""


def _address(member: Member) -> str:
    if member.account:
        return member.account.email or member.account.phone or ""
    return member.address


def _at_address(case: Case, address: str, whose: str) -> None:
    """A mail or text to who does not read our messages; it says to call, and nothing more."""
    try:
        to = clean(address)
    except NotAnAddress:
        return
    site = case.community.tree.site_of(case.community)
    key = f"{case.once}:at:{whose}{_again(case)}"
    with translation.override(tongue("nl", formal=True)):
        said = {"place": site.name}
        words = gettext(
            "Somebody told %(place)s something and must be called today. Your name is on the list "
            "for that. Please call the managers, or the number of the place, right away."
        )
        text = " ".join([words % said, site.phone]).strip()
        if kind_of(to) == Kind.MAIL:
            subject = gettext("%(place)s: call today") % said
            letter = Letter(subject, head_of(case.community), [Part(text=text)])
            outbox.post_letter(letter, to=to, key=key, town=case.community.town_id, urgent=True)
        elif not is_landline(to):
            outbox.post_text(to=to, text=text, key=key, town=case.community.town_id)
