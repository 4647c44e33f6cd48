"""What people are told about coming. Subjects never hold what somebody wrote (H7).

A member hears it by the way they chose; a guest by mail with their personal link; who has neither
is called (see `queries.to_call`). What cannot be missed does not wait for the daily mail.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.functional import lazy
from django.utils.translation import gettext as _

from plein.features.activities import keys, wording
from plein.features.activities.models import Activity, Occurrence, Registration
from plein.features.activities.queries import concerned, organisers_of
from plein.foundation import outbox
from plein.foundation.communities.letters import head_of
from plein.foundation.communities.links import absolute
from plein.foundation.communities.models import Member
from plein.foundation.outbox.letters import Letter, Link, Part
from plein.shared.notifications.actions import notify

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise

Say = Callable[[], str]


def enrolled(registration: Registration) -> None:
    moment = _moment(registration)

    def subject() -> str:
        if registration.waits:
            return _("You are on the waiting list: %(when)s") % {"when": moment()}
        return _("You have a seat: %(when)s") % {"when": moment()}

    def text() -> str:
        if registration.waits:
            hope = _("It is full now. When a seat comes free, you hear it at once.")
            return _paragraphs(_what(registration), hope)
        change = _("Can you not come after all? Tell it by your link. Somebody else is glad then.")
        return _paragraphs(_what(registration), _note(registration), change)

    _tell(registration, "enrolled", subject, text, f"made:{registration.number}")


def enrolled_already(registration: Registration) -> None:
    """Somebody fills in the same mail address again: they get their link again, once an hour."""
    hour = timezone.now().strftime("%Y%m%d%H")
    _tell(
        registration,
        "enrolled",
        lambda: _("Your link for %(when)s") % {"when": _moment(registration)()},
        lambda: _paragraphs(_what(registration), _("You were enrolled already.")),
        f"again:{hour}",
    )


def seat_is_free(registration: Registration) -> None:
    def text() -> str:
        answer = _("Do you want it? Answer before %(when)s. After that it goes to the next.")
        return _paragraphs(_what(registration), answer % {"when": offer_end(registration)})

    _tell(
        registration,
        "seat_is_free",
        lambda: _("There is a seat for you: %(when)s") % {"when": _moment(registration)()},
        text,
        f"free:{registration.offered_until:%Y%m%d%H%M}",
    )
    if registration.by_phone:
        _somebody_calls(registration)


def _somebody_calls(registration: Registration) -> None:
    """Nobody can mail who may have this seat, and the time to answer runs: the organiser calls."""
    occurrence, when = registration.occurrence, _moment(registration)

    def text() -> str:
        call = _("Who waits longest has no mail. Call before %(when)s, the number is on the list.")
        return _paragraphs(occurrence.activity.title, call % {"when": offer_end(registration)})

    for one in organisers_of(occurrence.activity):
        notify(
            one,
            key="activities.call_for_seat",
            url=reverse(
                "activities:attendance", args=[occurrence.activity.address, occurrence.when]
            ),
            subject=_lazily(lambda: _("Please call: a seat is free, %(when)s") % {"when": when()}),
            text=_lazily(text),
            once=f"registration:{registration.pk}:call:{registration.offered_until:%Y%m%d%H%M}",
            now=True,
        )


def accepted(registration: Registration) -> None:
    _tell(
        registration,
        "accepted",
        lambda: _("You have a seat: %(when)s") % {"when": _moment(registration)()},
        lambda: _paragraphs(_what(registration), _note(registration)),
        f"accepted:{registration.changed_at:%Y%m%d%H%M%S}",
    )


def did_not_answer(registration: Registration) -> None:
    def text() -> str:
        kind = _("We did not hear from you, so the seat went to the next. That is all right.")
        again = _("Do you still want to come? Open your link to stand in line again.")
        return _paragraphs(_what(registration), kind, again)

    _tell(
        registration,
        "lapsed",
        lambda: _("The seat went to somebody else"),
        text,
        f"lapsed:{registration.changed_at:%Y%m%d%H%M%S}",
    )


def left(registration: Registration, *, by_organiser: bool) -> None:
    def text() -> str:
        if by_organiser:
            words = _("The organiser took you from the list. Not right? Ask the organiser.")
        else:
            words = _("You are off the list. Thank you for telling it.")
        return _paragraphs(_what(registration), words)

    _tell(
        registration,
        "left",
        lambda: _("You are off the list: %(when)s") % {"when": _moment(registration)()},
        text,
        f"left:{registration.changed_at:%Y%m%d%H%M%S}",
    )


def reminder(registration: Registration, *, on: Occurrence) -> None:
    """`on`: the date itself, also for who enrolled for all of them."""
    day = wording.moment_words

    def text() -> str:
        sorry = _("Can you not come after all? Tell it by your link. Somebody else is glad then.")
        return _paragraphs(_what(registration), _note(registration), sorry)

    _tell(
        registration,
        "reminder",
        lambda: _("Tomorrow: you are coming, %(when)s") % {"when": day(on)},
        text,
        f"reminder:{on.starts_at:%Y%m%d%H%M}",
    )


def message_of_organiser(registration: Registration, words: str, *, by: Member, key: str) -> None:
    name = registration.occurrence.activity.byline
    _tell(
        registration,
        "message",
        lambda: _("Message about %(when)s") % {"when": _moment(registration)()},
        lambda: _paragraphs(
            _("%(name)s writes about “%(title)s”:")
            % {"name": name, "title": registration.occurrence.activity.title},
            words,
        ),
        f"message:{key}",
        by=by,
    )


def date_cancelled(occurrence: Occurrence, *, course: bool = False) -> None:
    """`course`: who enrolled once for all dates hears it too, here and below."""
    _tell_all(
        occurrence,
        "cancelled",
        lambda: _("It does not go on: %(when)s") % {"when": wording.when_words(occurrence)},
        lambda: _paragraphs(occurrence.activity.title, occurrence.words),
        course=course,
    )


def date_revived(occurrence: Occurrence, *, course: bool = False) -> None:
    _tell_all(
        occurrence,
        "revived",
        lambda: _("It goes on after all: %(when)s") % {"when": wording.when_words(occurrence)},
        lambda: occurrence.activity.title,
        course=course,
    )


def date_moved(occurrence: Occurrence, *, course: bool = False) -> None:
    def text() -> str:
        new = _("From now on: %(when)s.") % {"when": wording.when_words(occurrence)}
        stay = _("Does that not suit you? Tell it by your link.")
        return _paragraphs(occurrence.activity.title, new, occurrence.words, stay)

    subject = lambda: _("Another day or time than you know")  # noqa: E731
    _tell_all(occurrence, "moved", subject, text, course=course)


def all_cancelled(activity: Activity) -> None:
    """Once for each person, however many dates they enrolled for."""
    seen: set[object] = set()
    rows = Registration.objects.filter(town=activity.town_id, occurrence__activity=activity)
    ahead = rows.standing().complete().order_by("occurrence__starts_at", "number")
    for row in ahead:
        who = row.member_id or row.mail or row.pk
        if who in seen or row.occurrence.is_over or row.occurrence.is_cancelled:
            continue
        seen.add(who)
        _tell(
            row,
            "cancelled",
            lambda: _("It does not go on any more"),
            lambda: _paragraphs(activity.title, activity.cancelled_words),
            f"all-cancelled:{activity.sequence}",
        )


def somebody_enrolled(occurrence: Occurrence) -> None:
    """At most once a day for each date, or the organiser's mailbox fills up."""
    _tell_organisers(
        occurrence,
        "new",
        lambda: _("Somebody enrolled: %(when)s") % {"when": wording.when_words(occurrence)},
    )


def somebody_left(occurrence: Occurrence) -> None:
    _tell_organisers(
        occurrence,
        "gone",
        lambda: _("Somebody does not come: %(when)s") % {"when": wording.when_words(occurrence)},
    )


def offer_end(registration: Registration) -> str:
    """ "Tuesday 7 November, 14.00", as said in mails and on the page."""
    end = timezone.localtime(registration.offer_end)
    return f"{date_format(end, 'l j F')}, {date_format(end, 'TIME_FORMAT')}"


def _tell_all(occurrence: Occurrence, what: str, subject: Say, text: Say, *, course: bool) -> None:
    for row in concerned(occurrence, course=course).complete().order_by("number"):
        _tell(row, what, subject, text, f"{what}:{occurrence.pk}:{occurrence.sequence}")


def _tell_organisers(occurrence: Occurrence, what: str, subject: Say) -> None:
    activity = occurrence.activity
    day = timezone.localdate()
    for one in organisers_of(activity):
        notify(
            one,
            key=f"activities.{what}",
            url=activity.get_absolute_url(),
            subject=_lazily(subject),
            text=_lazily(lambda: _paragraphs(activity.title, _("Open the page to see who comes."))),
            once=f"occurrence:{occurrence.pk}:{what}:{day:%Y%m%d}",
        )


def _tell(
    registration: Registration,
    what: str,
    subject: Say,
    text: Say,
    once: str,
    *,
    by: Member | None = None,
) -> None:
    path = keys.personal_path(registration)
    if registration.member:
        notify(
            registration.member,
            key=f"activities.{what}",
            url=path,
            subject=_lazily(subject),
            text=_lazily(text),
            once=f"registration:{registration.pk}:{once}",
            now=True,
            by=by,
        )
    elif registration.mail:
        _mail(registration, subject, text, once, path)


def _mail(registration: Registration, subject: Say, text: Say, once: str, path: str) -> None:
    place = registration.occurrence.activity.community
    with translation.override(registration.language):
        own = Link(_("Your own page"), absolute(place, path))
        after = _(
            "There you can see it, bring somebody along, or not come after all. "
            "Keep it to yourself."
        )
        outbox.post_letter(
            Letter(subject(), head_of(place), [Part(framed=text(), button=own, after=after)]),
            to=registration.mail,
            key=f"registration:{registration.pk}:{once}",
            town=registration.town_id,
            category="registration",
            headers={"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"},
        )


def _what(registration: Registration) -> str:
    """Title, when, where and how many people."""
    occurrence = registration.occurrence
    activity = occurrence.activity
    lines = [activity.title, _moment(registration)(), wording.at_which_place(activity)]
    if registration.people > 1:
        lines.append(_("With %(people)s people") % {"people": registration.people})
    return "\n".join(lines)


def _note(registration: Registration) -> str:
    if registration.occurrence.activity.at_home:
        return _("You hear the address from the organiser.")
    return registration.occurrence.words


def _moment(registration: Registration) -> Say:
    return lambda: wording.when_words(registration.occurrence)


def _paragraphs(*words: str) -> str:
    return "\n\n".join(part for part in words if part)


def _lazily(say: Say) -> "StrOrPromise":
    """Said when it is read, in the language of who reads it."""
    return lazy(say, str)()
