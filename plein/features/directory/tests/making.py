"""Entries for tests, made by the same actions as on the site."""

from datetime import timedelta

from django.utils import timezone

from plein.features.directory import actions
from plein.features.directory.models import Contact, Entry
from plein.features.directory.sheet import Help, Sheet, Spot, sheet_of
from plein.foundation.organisations.models import Organisation

ADDRESS = {"street": "Kerkstraat 4", "postcode": "4291AA", "place": "Waterdrecht"}
WEEK = tuple((day, 9 * 60, 17 * 60) for day in range(5))


def make_entry(community, name="Voedselbank Waterdrecht", **said) -> Entry:
    slug = said.pop("slug", name.lower().replace(" ", "-"))
    state = {key: said.pop(key) for key in ("vital", "rhythm") if key in said}
    confirmed = said.pop("months_ago", None)
    place = {key: said.pop(key) for key in ("reach",) if key in said}
    organisation, _made = Organisation.objects.get_or_create(
        town_id=community.town_id,
        slug=slug,
        defaults={"community": community, "name": name, "admitted_at": timezone.now(), **place},
    )
    entry = actions.entry_of(organisation)
    usual = {
        "name": name,
        "line": "Eten voor wie het nodig heeft.",
        "about": "Elke vrijdag een krat.",
        "phone": "0184 555 020",
        "mail": "info@voedselbank.example",
        "website": "https://www.voedselbank.example",
        "themes": ("boodschappen-koken",),
        "locations": (Spot(**ADDRESS, opening=WEEK),),
        "services": (Help("Voedselpakket", theme="boodschappen-koken"),),
    }
    actions.write(entry, Sheet(**usual | said | state_of(state)), by=None)
    entry = fresh(entry)
    for key, value in state.items():
        setattr(entry, key, value)
    if confirmed is not None:
        entry.confirmed_at = timezone.now() - timedelta(days=31 * confirmed)
        entry.confirmed_as = Entry.ConfirmedAs.ORGANISATION
    if confirmed is not None and entry.vital:
        entry.confirmed_as, entry.checked_at = Entry.ConfirmedAs.STEWARD, entry.confirmed_at
    entry.save()
    return fresh(entry)


def state_of(state):
    return {"vital": state["vital"]} if "vital" in state else {}


def fresh(entry) -> Entry:
    return Entry.objects.complete().get(pk=entry.pk)


def change(entry, by=None, **said):
    return actions.write(entry, sheet_of(fresh(entry)).changed(**said), by=by)


def make_contact(entry, mail="info@voedselbank.example", function="secretaris", **said) -> Contact:
    return Contact.objects.create(
        town_id=entry.town_id, entry=entry, mail=mail, function=function, **said
    )
