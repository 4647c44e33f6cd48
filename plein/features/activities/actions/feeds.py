"""The calendars of organisations: added, read by the worker, and taken away again."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.features.activities import calendar_reading
from plein.features.activities.actions import planning
from plein.features.activities.models import Activity, CalendarFeed, Occurrence
from plein.features.activities.queries import free_code, where_they_are_off
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Member
from plein.foundation.communities.reach import usual as usual_reach
from plein.foundation.organisations.models import Editor, Organisation
from plein.lib import fetching
from plein.shared.notifications.actions import notify

EVERY = timedelta(hours=1)
AFTER_FAILURE = timedelta(hours=3)
WARN_AFTER = timedelta(days=3)
BELIEVE_EMPTY_AFTER = timedelta(days=2)


@transaction.atomic
def add(organisation: Organisation, url: str, *, by: Member) -> CalendarFeed:
    """From now on we read this calendar. Raises `fetching.AddressNotAllowed`."""
    url = url.strip()
    if url.startswith(("webcal://", "webcals://")):
        url = "https://" + url.partition("://")[2]
    fetching.allowed(url)
    feed, new = CalendarFeed.objects.get_or_create(
        town_id=organisation.town_id,
        organisation=organisation,
        url=url,
        defaults={"added_by": by},
    )
    if new:
        record("activities.feed.added", on=feed, by=by)
    jobs.later("activities.read_calendar", feed.pk)
    return feed


@transaction.atomic
def remove(feed: CalendarFeed, *, by: Member) -> None:
    """Do not read it any more. What stood in it stays, and can be changed here from now on."""
    record("activities.feed.removed", on=feed, by=by)
    mine = Activity.objects.filter(town=feed.town_id, feed=feed)
    mine.update(feed=None, feed_uid="")
    feed.delete()


def begin_due() -> int:
    """Ask the worker to read every calendar whose time has come. Not where activities are off."""
    due = CalendarFeed.objects.filter(due_at__lte=timezone.now())
    due = due.exclude(organisation__community__in=where_they_are_off()).order_by("due_at")[:200]
    with transaction.atomic():
        for feed in due:
            feed.due_at = timezone.now() + EVERY
            feed.save(update_fields=["due_at"])
            jobs.later("activities.read_calendar", feed.pk)
    return len(due)


def read(pk: UUID | str) -> None:
    """Fetch one calendar and follow it. May run twice; a failure keeps the last good copy."""
    feed = CalendarFeed.objects.select_related("organisation").filter(pk=pk).first()
    if feed is None:
        return
    known = {"If-None-Match": feed.etag, "If-Modified-Since": feed.last_modified}
    try:
        fetched = fetching.fetch(feed.url, headers={k: v for k, v in known.items() if v})
        today = timezone.localdate()
        events = calendar_reading.read(fetched.body, today) if fetched.status == 200 else None
    except fetching.NotFetched as failure:
        _failed(feed, failure.key)
        return
    except calendar_reading.NotACalendar:
        _failed(feed, "no_calendar")
        return
    if events is not None:
        if _suddenly_empty(feed, events):
            _failed(feed, "empty")
            return
        follow(feed, events)
        feed.found = len(events)
        feed.etag = fetched.headers.get("etag", "")[:200]
        feed.last_modified = fetched.headers.get("last-modified", "")[:60]
    feed.read_at, feed.fails_since, feed.failure = timezone.now(), None, ""
    feed.save(update_fields=["read_at", "fails_since", "failure", "found", "etag", "last_modified"])


@transaction.atomic
def follow(feed: CalendarFeed, events: Sequence[calendar_reading.Event]) -> None:
    """Make, change and cancel until our copy says what the calendar says. Twice changes nothing.

    Of a very long calendar the first are followed; what stands further on has not vanished.
    """
    author = _author(feed)
    if author is None:
        return
    rows = Activity.objects.filter(town=feed.town_id, feed=feed).complete()
    known = {activity.feed_uid: activity for activity in rows}
    for event in events[: calendar_reading.MOST_EVENTS]:
        activity = known.pop(event.uid, None)
        if activity is None:
            if event.cancelled or not event.is_ahead(timezone.localdate()):
                continue
            activity = _make(feed, event, author)
        else:
            _change(activity, event)
        _follow_dates(activity, event)
    there = {event.uid for event in events}
    for uid, activity in known.items():
        if uid not in there and _happens_still(activity):
            planning.cancel(activity, by=None)


def _make(feed: CalendarFeed, event: calendar_reading.Event, author: Member) -> Activity:
    organisation = feed.organisation
    activity = Activity.objects.create(
        town_id=feed.town_id,
        community_id=organisation.community_id,
        reach=usual_reach(organisation.community),
        code=free_code(feed.town_id),
        author=author,
        organisation=organisation,
        feed=feed,
        feed_uid=event.uid,
        **event.said,
    )
    planning.plan_ahead(activity)
    record("activities.activity.imported", on=activity)
    jobs.changed("activities.activity", activity.pk)
    return activity


def _change(activity: Activity, event: calendar_reading.Event) -> None:
    if activity.is_cancelled and not event.cancelled:
        planning.revive(activity, by=activity.author)
        activity.cancelled_at, activity.cancelled_words = None, ""
    if event.cancelled:
        planning.cancel(activity, by=None)
        return
    new = {k: v for k, v in event.said.items() if not _same(getattr(activity, k), v)}
    if not new:
        return
    for name, value in new.items():
        setattr(activity, name, value)
    activity.__dict__.pop("plan", None)
    activity.changed_at, activity.sequence = timezone.now(), activity.sequence + 1
    activity.save()
    planning.plan_ahead(activity)
    jobs.changed("activities.activity", activity.pk)


def _follow_dates(activity: Activity, event: calendar_reading.Event) -> None:
    """Dates of a series that were moved or cancelled there."""
    rows = Occurrence.objects.filter(town=activity.town_id, activity=activity)
    if not event.changed:
        rows = rows.upcoming().filter(Q(moved=True) | Q(state=Occurrence.State.CANCELLED))
    by_day = {row.day: row for row in rows}
    named = {different.day for different in event.changed}
    if not event.cancelled:
        for row in by_day.values():
            if row.day not in named and (row.moved or row.is_cancelled) and not row.is_over:
                planning.back_to_plan(row, by=None)
    for different in event.changed:
        named_row = by_day.get(different.day)
        if named_row is None or named_row.is_over:
            continue
        named_row.activity = activity
        if different.cancelled:
            planning.cancel_date(named_row, by=None)
        else:
            planning.move(named_row, different.starts_at, different.ends_at, by=None)


def _same(ours: Any, theirs: Any) -> bool:
    return bool(ours == theirs)


def _happens_still(activity: Activity) -> bool:
    rows = Occurrence.objects.filter(town=activity.town_id, activity=activity)
    return activity.cancelled_at is None and rows.upcoming().happening().exists()


def _author(feed: CalendarFeed) -> Member | None:
    """Somebody who answers for it: who handed it in, or another editor."""
    editors = Editor.objects.filter(town=feed.town_id, organisation=feed.organisation_id)
    people = [editor.member for editor in editors.select_related("member").order_by("id")]
    handed_in = [one for one in people if one.pk == feed.added_by_id]
    return next(iter(handed_in or people), None)


def _suddenly_empty(feed: CalendarFeed, events: list[calendar_reading.Event]) -> bool:
    """A full calendar that is empty today is broken; after two days we believe it."""
    if events or feed.found < 3:
        return False
    since = feed.fails_since
    return since is None or since > timezone.now() - BELIEVE_EMPTY_AFTER


@transaction.atomic
def _failed(feed: CalendarFeed, why: str) -> None:
    now = timezone.now()
    feed.failure, feed.fails_since = why, feed.fails_since or now
    feed.due_at = now + AFTER_FAILURE
    feed.save(update_fields=["failure", "fails_since", "due_at"])
    author = _author(feed)
    if author and feed.fails_since < now - WARN_AFTER:
        notify(
            author,
            key="activities.calendar_fails",
            url="/activiteiten/kalenders/",
            subject=_("We cannot read your calendar any more"),
            text=_("What we read before still stands on the site. Please look at the address."),
            once=f"feed:{feed.pk}:fails:{feed.fails_since:%Y%m%d}",
        )
