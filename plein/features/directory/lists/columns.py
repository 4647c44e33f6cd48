"""Which column is what: guessed from the words above it, chosen by a person, remembered."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plein.lib.listing import fold


@dataclass(frozen=True)
class Column:
    """A field of a list. `heading` stands above it in our own lists: Dutch, for every language."""

    key: str
    heading: str
    label: str | Promise
    also: str = ""
    """Other words for it, with | between them."""


COLUMNS = (
    Column(
        "name",
        "Naam",
        _("Name"),
        "organisatie|naam organisatie|instelling|organisatienaam|vereniging|club|bedrijfsnaam",
    ),
    Column(
        "line",
        "Wat doet het",
        _("In one line"),
        "omschrijving|korte omschrijving|beschrijving|samenvatting|activiteiten",
    ),
    Column("about", "Verhaal", _("Story"), "toelichting|lange omschrijving|informatie"),
    Column("sector", "Soort", _("Sort"), "type|categorie|sector|rubriek|soort organisatie"),
    Column("informal", "Vrijwilligers", _("By neighbours and volunteers"), "informeel"),
    Column(
        "insures", "Verzekerd", _("Who helps is insured"), "verzekering|vrijwilligersverzekering"
    ),
    Column("kvk", "KVK-nummer", _("KVK number"), "kvk|kvk nr|kvknummer|kamer van koophandel"),
    Column(
        "phone",
        "Telefoon",
        _("Phone number"),
        "telefoonnummer|tel|tel nr|telefoon nr|telefoon algemeen|phone",
    ),
    Column("phones", "Meer telefoonnummers", _("More phone numbers, line by line")),
    Column(
        "mail",
        "E-mail",
        _("Mail address"),
        "email|mail|e mailadres|emailadres|mailadres|e mail algemeen",
    ),
    Column("website", "Website", _("Website"), "site|web|url|internet|webadres|www"),
    Column("place_name", "Gebouw", _("Name of the building"), "locatie|naam locatie|gebouwnaam"),
    Column(
        "street",
        "Straat en nummer",
        _("Street and number"),
        "adres|straat|straatnaam|bezoekadres|vestigingsadres|address",
    ),
    Column("number", "Huisnummer", _("House number"), "nummer|nr|huisnr|huisnummer toevoeging"),
    Column("postcode", "Postcode", _("Postcode"), "pc|postal code|zip|postcode bezoekadres"),
    Column("place", "Plaats", _("Town"), "woonplaats|vestigingsplaats|gemeente|plaatsnaam|city"),
    Column("opening", "Openingstijden", _("Opening hours"), "open|tijden|openingsuren|wanneer"),
    Column("opening_words", "Over de tijden", _("Anything else about the times?")),
    Column("holidays", "Open op feestdagen", _("Also open on holidays")),
    Column("wijk", "Gekozen wijk", _("In which wijk, when somebody chose it")),
    Column("themes", "Onderwerpen", _("Subjects"), "thema|thema s|themas|onderwerp"),
    Column("groups", "Doelgroepen", _("Target groups"), "doelgroep|voor wie"),
    Column("area_words", "Gebied", _("Area"), "werkgebied|wijk|buurt|regio"),
    Column("cost", "Gratis", _("Does it cost something?"), "is het gratis"),
    Column("cost_words", "Kosten", _("Costs"), "prijs|eigen bijdrage|tarief|contributie"),
    Column(
        "referral", "Aanmelden", _("Can people simply come?"), "verwijzing|verwijzing nodig|toegang"
    ),
    Column("referral_words", "Over het aanmelden", _("How does somebody come along?")),
    Column("waiting_words", "Wachttijd", _("Waiting time"), "wachtlijst"),
    Column("languages", "Talen", _("Languages"), "taal"),
    Column("access", "Toegankelijk", _("Good to know"), "toegankelijkheid|rolstoel"),
    Column("services", "Aanbod", _("What you can go there for"), "diensten|dienst|producten"),
    Column("services_told", "Aanbod uitgebreid", _("What you can go there for, line by line")),
    Column("more_places", "Andere plekken", _("Other places, line by line")),
    Column("desk_phone", "Telefoon professionals", _("Number for professionals")),
    Column("desk_note", "Notitie professionals", _("Note for professionals")),
)
BY_KEY = {column.key: column for column in COLUMNS}
OURS = tuple(column.key for column in COLUMNS if column.key != "number")
"""The columns of our own lists, in their order."""


def _folded(words: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in fold(words)).split())


def guess(header: Sequence[str]) -> dict[str, str]:
    """{number of the column: field}; each field once, the first column that says it wins."""
    found: dict[str, str] = {}
    for number, words in enumerate(header):
        key = _meant(_folded(words))
        if key and key not in found.values():
            found[str(number)] = key
    return found


def _meant(words: str) -> str:
    for column in COLUMNS:
        names = (column.heading, column.key, *column.also.split("|"))
        if words and words in {_folded(name) for name in names}:
            return column.key
    return ""


def digest(header: Sequence[str]) -> str:
    """The same words above the same columns have the same digest, whatever their capitals."""
    return hashlib.sha256("\n".join(_folded(words) for words in header).encode()).hexdigest()


def is_enough(columns: dict[str, str]) -> bool:
    """Without a name there is nothing to take in."""
    return "name" in columns.values()
