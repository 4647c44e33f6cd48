"""Numbers of the social map that are worth calling now (HELP-9, 'even dicht')."""

from django.db.models import Q
from django.utils.timezone import localtime

from plein.features.directory import wording
from plein.features.directory.hours import Now
from plein.features.directory.models import Entry
from plein.features.noticeboard.elsewhere import MOST, Elsewhere
from plein.foundation.communities.models import Community
from plein.foundation.taxonomy.models import Theme

LOOKED_AT = 60


def open_numbers(community: Community, theme: Theme | None) -> list[Elsewhere]:
    """What fits the theme first, then what nobody can wait for. Confirmed, and not closed now.

    Only when nobody is there at this hour: who opens first, with the words that say when.
    """
    if "directory" not in community.modules:
        return []
    known = [(one, _now(one)) for one in _worth_calling(community, theme)]
    there = [pair for pair in known if pair[1] is None or pair[1].is_open]
    return [
        Elsewhere(
            name=one.organisation.name,
            phone=one.phone,
            when=now.words if now else "",
            url=one.get_absolute_url(),
        )
        for one, now in (there or known)[:MOST]
    ]


def _worth_calling(community: Community, theme: Theme | None) -> list[Entry]:
    fits = Q(themes__theme=theme) | Q(services__theme=theme) if theme else Q(pk=None)
    town = Entry.objects.in_town(community.town_id)
    keys = town.filter(fits | ~Q(vital="")).values("pk")
    shown = town.shown().filter(pk__in=keys, confirmed_at__isnull=False).exclude(phone="")
    found = [one for one in shown.complete().order_by("pk")[:LOOKED_AT] if not one.trust.is_unsure]
    return sorted(found, key=lambda one: (not _fits(one, theme), one.organisation.name))


def _fits(entry: Entry, theme: Theme | None) -> bool:
    keys = {row.theme_id for row in entry.themes.all()}
    keys |= {row.theme_id for row in entry.services.all() if row.theme_id}
    return theme is not None and theme.pk in keys


def _now(entry: Entry) -> Now | None:
    """Of the location where somebody is there now; None when no hours are known."""
    told = [now for each in entry.locations.all() if (now := wording.now_words(each, localtime()))]
    return next((now for now in told if now.is_open), told[0] if told else None)
