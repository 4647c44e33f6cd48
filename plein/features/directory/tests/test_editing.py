"""Keeping one's own page: live at once, and what it said before can be put back."""

import pytest

from plein.features.directory import actions
from plein.features.directory.models import Location, Service, Version
from plein.features.directory.sheet import Help, Sheet, Spot, differences, sheet_of
from plein.features.directory.tests.making import ADDRESS, WEEK, change, fresh, make_entry
from plein.foundation.audit.models import Record
from plein.foundation.jobs.models import Change
from plein.foundation.organisations.actions import add_editor, rename
from plein.foundation.places.models import Postcode


@pytest.fixture
def entry(waterdrecht, noor, mila):
    entry = make_entry(waterdrecht)
    add_editor(entry.organisation, noor, by=mila)
    return entry


@pytest.fixture
def noors(as_member, noor):
    return as_member(noor)


def form(**said):
    usual = {
        "name": "Voedselbank Waterdrecht",
        "line": "Eten.",
        "phone": "0184 555 020",
        "mail": "info@voedselbank.example",
        "themes": ["boodschappen-koken"],
    }
    return usual | said


def edit(client, entry, **said):
    return client.post(f"{entry.get_absolute_url()}wijzigen/", form(**said))


def test_what_an_editor_saves_is_live_at_once(noors, as_member, entry):
    assert edit(noors, entry, line="Nu ook fruit.").status_code == 302

    assert "Nu ook fruit." in as_member().get(entry.get_absolute_url()).content.decode()
    assert Change.objects.filter(kind="organisations.organisation").exists()
    assert Record.objects.filter(key="directory.entry.changed").exists()


def test_all_fields_come_through(noors, entry, waterdrecht):
    edit(
        noors, entry, about="Twee\nregels", website="www.voedselbank.example", kvk="1234567",
        sector="welfare", informal="on", groups=["ouderen"], cost="free", referral="yes",
        referral_words="via de dokter", waiting_words="een week", languages=["nl", "ar"],
        access=["wheelchair"], desk_note="Bel eerst", area_words="heel de stad",
    )  # fmt: skip
    sheet = sheet_of(fresh(entry))

    assert (sheet.website, sheet.kvk) == ("https://www.voedselbank.example", "01234567")
    assert (sheet.sector, sheet.informal, sheet.groups) == ("welfare", True, ("ouderen",))
    assert (sheet.languages, sheet.access) == (("nl", "ar"), ("wheelchair",))
    assert sheet.about == "Twee\nregels"
    assert len(sheet.locations) == len(sheet.services) == 1


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"name": ""}, "Vul dit in"),
        ({"name": "<b>"}, "Vul een naam in"),
        ({"phone": "nul een acht"}, "We kunnen dit telefoonnummer niet lezen"),
        ({"phone": "06 12345678"}, "Een mobiel nummer is vaak van iemand zelf"),
        ({"mail": "info"}, "Dit is geen mailadres"),
        ({"website": "javascript:alert(1)"}, "Dit is geen webadres"),
        ({"website": "geen site"}, "Dit is geen webadres"),
        ({"kvk": "12"}, "Een KVK-nummer heeft 8 cijfers"),
        ({"themes": ["bestaat-niet"]}, ""),
    ],
)
def test_what_cannot_be_is_explained(noors, entry, said, words):
    answer = edit(noors, entry, **said)
    assert answer.status_code == 422
    assert words in answer.content.decode() or "name" in said
    assert fresh(entry).organisation.line == "Eten voor wie het nodig heeft."


def test_a_mobile_number_stands_there_with_a_yes(noors, entry):
    assert edit(noors, entry, phone="06 12345678", phone_may="on").status_code == 302
    assert fresh(entry).phone == "06 12345678"


def test_only_a_steward_says_what_is_vital(noors, as_member, fatima, entry):
    edit(noors, entry, vital="food")
    assert fresh(entry).vital == ""
    edit(as_member(fatima), entry, vital="food")
    assert fresh(entry).vital == "food"


def test_nothing_changed_makes_no_version(noors, entry):
    before = Version.objects.count()
    assert change(entry) is None
    assert Version.objects.count() == before


def test_a_stranger_changes_nothing(client, as_member, bram, entry):
    for name in ("wijzigen/", "plek/0/", "aanbod/0/", "foto/", "post/", "eerder/"):
        url = f"{entry.get_absolute_url()}{name}"
        assert client.get(url).url.startswith("/inloggen/")
        assert as_member(bram).get(url).status_code == 403
        assert as_member(bram).post(url, form()).status_code in (403, 405)


def test_who_speaks_no_more_changes_no_more(noors, entry):
    entry.organisation.editors.all().delete()
    assert edit(noors, entry).status_code == 403


def test_an_earlier_version_is_put_back_and_nothing_is_lost(noors, entry):
    edit(noors, entry, line="Eerste")
    edit(noors, entry, line="Tweede")
    old = next(v for v in Version.objects.all() if v.sheet["line"] == "Eerste")
    page = f"{entry.get_absolute_url()}eerder/{old.pk}/"
    html = noors.get(page).content.decode()
    assert "Eerste" in html
    assert "Tweede" in html

    noors.post(page)

    assert fresh(entry).organisation.line == "Eerste"
    lines = [v.sheet["line"] for v in entry.versions.order_by("id")]
    assert lines[-3:] == ["Eerste", "Tweede", "Eerste"]
    assert entry.versions.first().cause == "restore"


def test_the_list_of_versions_says_what_changed_and_who(noors, entry):
    edit(noors, entry, line="Anders", kvk="12345678")
    html = noors.get(f"{entry.get_absolute_url()}eerder/").content.decode()
    assert "Noor" in html
    assert "KVK-nummer" in html
    assert "In één regel" in html


def test_a_version_of_another_page_cannot_be_put_here(noors, entry, waterdrecht):
    other = make_entry(waterdrecht, "Ander")
    key = other.versions.first().pk
    assert noors.get(f"{entry.get_absolute_url()}eerder/{key}/").status_code == 404


def test_a_version_of_an_older_program_can_be_read():
    sheet = Sheet.of_json(
        {"name": "Koor", "was_there": 1, "locations": [{"street": "A 1", "x": 2}]}
    )
    assert sheet.locations == (Spot(street="A 1"),)
    assert sheet.services == ()


def test_a_sheet_comes_back_from_json_as_it_was(entry):
    sheet = sheet_of(entry)
    assert Sheet.of_json(sheet.as_json()) == sheet
    assert differences(sheet, sheet.changed(line="x", kvk="1")) == ["line", "kvk"]


def place(client, entry, number=0, **said):
    usual = {**ADDRESS, "postcode": "4291 aa", "day_0": "9-12 en 13-17"}
    return client.post(f"{entry.get_absolute_url()}plek/{number}/", usual | said)


def test_a_place_with_its_week(noors, entry):
    Postcode.objects.create(code="4291AA", lat=51.86, lon=4.93)
    change(entry, locations=())
    place(noors, entry, day_5="10:00 tot 12:00 uur", closed_first="2026-12-24", closed_why="Kerst")

    location = fresh(entry).locations.get()
    assert location.opening == [[0, 540, 720], [0, 780, 1020], [5, 600, 720]]
    assert location.pauses == [["2026-12-24", "2026-12-24", "Kerst"]]
    assert location.point == (51.86, 4.93)
    assert location.address == "Kerkstraat 4, 4291\N{NO-BREAK SPACE}AA Waterdrecht"


def test_other_days_that_it_is_closed_stay_when_one_is_changed(noors, entry):
    pauses = [["2026-12-24", "2026-12-26", "Kerst"], ["2027-07-19", "2027-08-01", "Zomer"]]
    change(entry, locations=())
    place(noors, entry)
    entry.locations.update(pauses=pauses)

    place(noors, entry, closed_first="2026-12-24", closed_why="Kerstmis")

    first = ["2026-12-24", "2026-12-24", "Kerstmis"]
    assert fresh(entry).locations.get().pauses == [first, pauses[1]]


@pytest.mark.parametrize(
    "said",
    [
        {"street": ""},
        {"postcode": "12"},
        {"day_0": "na het eten"},
        {"closed_first": "2026-12-24", "closed_last": "2026-12-20"},
        {"closed_first": "gisteren"},
    ],
)
def test_an_odd_place_is_asked_again(noors, entry, said):
    assert place(noors, entry, **said).status_code == 422


def test_a_second_place_and_none_beyond(noors, entry):
    place(noors, entry, 1, street="Lange Brug 2")
    assert [row.street for row in fresh(entry).locations.all()] == ["Kerkstraat 4", "Lange Brug 2"]
    assert place(noors, entry, 7).status_code == 404


def test_a_place_goes_away(noors, entry):
    place(noors, entry, away="1")
    assert not Location.objects.exists()


def test_a_service_is_added_changed_and_taken_away(noors, entry):
    url = f"{entry.get_absolute_url()}aanbod/"
    noors.post(f"{url}1/", {"name": "Kookles", "cost": "paid"})
    assert [s.name for s in fresh(entry).services.all()] == ["Voedselpakket", "Kookles"]
    noors.post(f"{url}1/", {"name": "Kookclub", "theme": "boodschappen-koken"})
    assert fresh(entry).services.last().theme.key == "boodschappen-koken"
    noors.post(f"{url}0/", {"away": "1"})
    assert [s.name for s in fresh(entry).services.all()] == ["Kookclub"]
    assert noors.get(f"{url}9/").status_code == 404


def test_what_stays_keeps_its_key(entry):
    """Other systems point at services and places."""
    help_key, place_key = Service.objects.get().pk, Location.objects.get().pk
    change(
        entry,
        services=(Help("Nieuw"), Help("Voedselpakket", "Andere tekst")),
        locations=(Spot(**ADDRESS, opening=WEEK[:1]),),
    )
    assert Service.objects.get(name="Voedselpakket").pk == help_key
    assert Location.objects.get().pk == place_key


def test_a_name_that_a_manager_changed_elsewhere_is_kept_too(noors, entry, mila):
    rename(entry.organisation, name="Voedselbank De Brug", line="Eten.", by=mila)
    edit(noors, entry, name="Voedselbank")

    names = [v.sheet["name"] for v in entry.versions.order_by("id")]
    assert names[-2:] == ["Voedselbank De Brug", "Voedselbank"]


def test_who_keeps_it_chooses_how_far_it_is_seen(noors, as_member, entry, molenwijk):
    entry.organisation.reach = "all"
    entry.organisation.save()
    url = entry.get_absolute_url()
    assert as_member(host="molenwijk.testserver").get(url).status_code == 200
    assert "Waar mag het te zien zijn?" in noors.get(f"{url}wijzigen/").content.decode()

    edit(noors, entry, reach="up")
    assert as_member(host="molenwijk.testserver").get(url).status_code == 404
    assert as_member().get(url).status_code == 200
    edit(noors, entry)
    assert fresh(entry).organisation.reach == "up"
    assert edit(noors, entry, reach="here").status_code == 422


def test_only_who_may_let_others_keep_it_is_asked_to(noors, as_member, entry, noor, mila):
    words = "Laat het ook anderen bijhouden"
    page = f"/instellingen/organisaties/{entry.organisation.pk}/"
    assert words not in noors.get(entry.get_absolute_url()).content.decode()
    add_editor(entry.organisation, noor, by=mila, coordinator=True)
    assert words in noors.get(entry.get_absolute_url()).content.decode()
    assert words in as_member(mila).get(entry.get_absolute_url()).content.decode()
    assert noors.get(page).status_code == 200


def test_two_who_save_at_once_both_stay_in_the_history(entry, noor, fatima):
    for by, line in ((noor, "Van Noor"), (fatima, "Van Fatima")):
        actions.write(entry, sheet_of(fresh(entry)).changed(line=line), by=by)
    assert [v.by.name for v in entry.versions.all()[:2]] == ["Fatima", "Noor"]
