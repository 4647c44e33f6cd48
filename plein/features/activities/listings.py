"""What can be found: with dates in the agenda, without a date in the showcase."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plein.features.activities import wording
from plein.features.activities.models import Activity, ActivityQuerySet, Occurrence
from plein.foundation.communities.models import Community
from plein.foundation.communities.whereabouts import Addresses, addresses
from plein.lib.listing import Fact, Listing, ListingSource, Moment, folded, in_all_languages
from plein.lib.week import bits_at
from plein.ui import card

DATED, UNDATED = "activity", "initiative"
AHEAD = timedelta(days=548)
STAYS_CANCELLED = timedelta(days=14)


def listing(activity: Activity, known: Addresses) -> Listing:
    """As it stands now; needs `_rows` to have fetched the dates."""
    rows = [row for row in activity.occurrences.all() if row.day]
    shown = rows if activity.is_cancelled else [row for row in rows if row.happens]
    groups = [row.group for row in activity.groups.all()]
    named = [*([activity.theme] if activity.theme else ()), *groups]
    names = [name for one in named for name in one.names.values()]
    words = [activity.title, activity.text]
    words += [] if activity.at_home else [activity.place, activity.street]
    organisation = activity.organisation
    private = activity.audience == Activity.Audience.MEMBERS
    wijk = _wijk(activity, known)
    parts = dict.fromkeys([wijk.name, activity.community.name])
    said = folded([*words, *parts, *names, organisation.name if organisation else ""])
    return Listing(
        id=activity.pk,
        kind=DATED if activity.is_dated else UNDATED,
        town=activity.town_id,
        community=activity.community_id,
        reach=activity.reach,
        audience=activity.audience,
        url=activity.get_absolute_url(),
        title=activity.title,
        summary=wording.summary(activity.text),
        byline=activity.byline,
        author=activity.author_id,
        organisation=activity.organisation_id,
        area=wijk.pk,
        theme=activity.theme.key if activity.theme else "",
        groups=tuple(sorted(group.key for group in groups)),
        languages=(activity.language,),
        when_bits=_when_bits(shown),
        picture=activity.picture.url(800) if activity.picture else "",
        picture_alt=activity.picture.alt if activity.picture else "",
        facts=_facts(activity, shown),
        words=said,
        public_words="" if private else said,
        public_title=in_all_languages(lambda: str(_("Activity"))) if private else None,
        moments=tuple(_moment(activity, row) for row in shown),
        point=_point(activity),
        place="" if activity.at_home else activity.where,
        cost=activity.cost,
        access=tuple(activity.access),
        status=_status(activity, shown),
        needs_hands=activity.needs_hands,
        hands=activity.hands_words,
        changed_at=_changed_at(activity, rows),
    )  # fmt: skip


def _changed_at(activity: Activity, rows: Iterable[Occurrence]) -> datetime:
    """Also when one date was moved or cancelled; not when the night adds one."""
    return max([activity.changed_at, *(row.changed_at for row in rows if row.sequence)])


def _moment(activity: Activity, row: Occurrence) -> Moment:
    assert row.starts_at is not None  # noqa: S101 - for the type only
    url = f"{activity.get_absolute_url()}{row.when}/" if activity.repeats else ""
    return Moment(row.starts_at, row.ends_at, row.all_day, url)


def _point(activity: Activity) -> tuple[float, float] | None:
    """Of a public place only (H7)."""
    if activity.at_home or activity.lat is None or activity.lon is None:
        return None
    return activity.lat, activity.lon


def _wijk(activity: Activity, known: Addresses) -> Community:
    """Where it takes place; of a home, and when its address tells nothing, what was chosen."""
    told = None if activity.at_home else known.wijk_of(activity.postcode, _point(activity))
    return told or activity.community


def _status(activity: Activity, shown: Iterable[Occurrence]) -> str:
    if activity.is_cancelled:
        return "cancelled"
    rows = list(shown)
    if activity.enrolment == Activity.Enrolment.EACH and rows and all(r.is_full for r in rows):
        return "full"
    whole = [row for row in activity.occurrences.all() if row.is_whole]
    return "full" if activity.enrols and whole and whole[0].is_full else ""


def _when_bits(rows: Iterable[Occurrence]) -> int:
    """In which parts of the week it happens."""
    bits = 0
    for row in rows:
        if start := row.local_start:
            bits |= bits_at(start, all_day=row.all_day)
    return bits


def _facts(activity: Activity, rows: list[Occurrence]) -> tuple[Fact, ...]:
    """When, where, who, what it costs and what fits; in each language of the site."""
    said: dict[str, list[card.Fact]] = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            facts = [card.Fact(f.pictogram, str(f.words)) for f in _say(activity, rows)]
            said[code] = facts
    first = next(iter(said.values()))
    return tuple(
        Fact(fact.pictogram, {code: str(facts[i].words) for code, facts in said.items()})
        for i, fact in enumerate(first)
    )


def _say(activity: Activity, rows: list[Occurrence]) -> list[card.Fact]:
    place = wording.at_which_place(activity)
    facts = [card.Fact("clock", _when_words(activity, rows)), card.Fact("map-pin", place)]
    if not (activity.organisation and activity.byline in place):  # "Buurthuis De Wiek" once
        facts.append(wording.who_fact(activity))
    if cost := wording.cost_fact(activity):
        facts.append(cost)
    if hands := wording.hands_fact(activity):
        facts.append(hands)
    return [*facts, *wording.access_facts(activity)][:5]


def _when_words(activity: Activity, rows: list[Occurrence]) -> str:
    if said := wording.often_words(activity, hours=True):
        return said[:1].upper() + said[1:]
    if rows:
        said = wording.moment_words(rows[0])
        return said[:1].upper() + said[1:]
    return str(_("Always"))


def one(kind: str, pk: object) -> Listing | None:
    activity = _rows(kind).filter(pk=pk).first()
    if activity is None:
        return None
    return listing(activity, addresses(activity.town_id, [activity.postcode]))


def all_of(kind: str, town_id: UUID) -> Iterator[Listing]:
    rows = _rows(kind).filter(town=town_id).order_by("pk")
    known = addresses(town_id, rows.order_by().values_list("postcode", flat=True).distinct())
    return (listing(activity, known) for activity in rows.iterator(chunk_size=200))


def _rows(kind: str) -> ActivityQuerySet:
    """What still goes on, or was cancelled so lately that people have to read it."""
    now = timezone.now()
    ahead = Occurrence.objects.upcoming().filter(starts_at__lte=now + AHEAD)
    found: ActivityQuerySet = Activity.objects.all()
    if kind == DATED:
        mine = ahead.filter(activity=OuterRef("pk"))
        found = found.dated().filter(Exists(mine))
    else:
        found = found.undated()
    lately = Q(cancelled_at=None) | Q(cancelled_at__gt=now - STAYS_CANCELLED)
    rows = Occurrence.objects.filter(Q(day=None) | Q(pk__in=ahead.values("pk")))
    return (
        found.filter(lately)
        .not_hidden()
        .complete()
        .prefetch_related(
            "groups__group", Prefetch("occurrences", rows.order_by("starts_at", "pk"))
        )
    )


def source(kind: str, house: str, name: Promise) -> ListingSource:
    return ListingSource(
        kind=kind,
        house=house,
        change="activities.activity",
        one=partial(one, kind),
        all=partial(all_of, kind),
        name=name,
        action=_("Look at it"),
        action_pictogram="arrow-right",
    )


LISTINGS = [
    source(DATED, "agenda", _("Activities")),
    source(UNDATED, "showcase", _("Always something to do")),
]
