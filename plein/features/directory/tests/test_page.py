"""The page of an organisation: what a neighbour reads before going there."""

import pytest
import time_machine
from django.utils import timezone

from plein.features.directory import actions
from plein.features.directory.sheet import Spot
from plein.features.directory.tests.making import ADDRESS, WEEK, change, fresh, make_entry
from plein.foundation.communities import tree
from plein.foundation.communities.models import Community, RoleName
from plein.foundation.organisations.models import Editor, Organisation
from plein.lib.clock import from_until
from plein.testing.cast import give


@pytest.fixture
def entry(waterdrecht):
    return make_entry(waterdrecht, kvk="12345678", cost="free", referral="no")


def text(client, entry):
    return client.get(entry.get_absolute_url()).content.decode()


def test_a_guest_reads_what_it_does_where_and_when(as_member, entry):
    html = text(as_member(), entry)

    for words in ("Voedselbank Waterdrecht", "Eten voor wie het nodig heeft", "Voedselpakket",
                  "Kerkstraat 4, 4291", "Maandag t/m vrijdag", from_until("09.00", "17.00"),
                  "KVK 12345678", "Het is gratis", "Je kunt zo binnenlopen"):  # fmt: skip
        assert words in html, words


def test_the_phone_is_one_tap_away(as_member, entry):
    assert 'href="tel:0184555020"' in text(as_member(), entry)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-23 10:00+01:00", "Nu open, tot 17.00"),
        ("2026-11-23 08:00+01:00", "Nu dicht, vandaag open om 09.00"),
        ("2026-11-21 12:00+01:00", "Nu dicht, open op maandag om 09.00"),
        ("2026-12-24 18:00+01:00", "Nu dicht, open op maandag om 09.00"),
    ],
)
def test_it_says_whether_somebody_is_there_now(as_member, entry, moment, words):
    with time_machine.travel(moment, tick=False):
        assert words in text(as_member(), entry)


def test_a_holiday_is_told_beforehand(as_member, entry):
    with time_machine.travel("2026-12-20 10:00+01:00", tick=False):
        assert "Dicht op 25 december (Eerste Kerstdag)" in text(as_member(), entry)


def test_unless_it_is_open_then(as_member, entry):
    change(entry, locations=(Spot(**ADDRESS, opening=WEEK, open_on_holidays=True),))
    with time_machine.travel("2026-12-25 10:00+01:00", tick=False):
        html = text(as_member(), entry)
    assert "Nu open" in html
    assert "Eerste Kerstdag" not in html


def test_formal_and_informal_stand_side_by_side(as_member, waterdrecht):
    club = make_entry(waterdrecht, "Soepgroep", informal=True, sector="neighbours")
    html = text(as_member(), club)
    assert "Van buren en vrijwilligers" in html
    assert "Buren samen" in html


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (0, "bevestigd door de organisatie"),
        (12, "Dat is 12 maanden geleden"),
        (15, "Al 15 maanden niet gecontroleerd. Bel eerst."),
        (None, "Nog niemand heeft dit bevestigd. Bel eerst."),
    ],
)
def test_trust_fades_in_words(as_member, waterdrecht, months, words):
    entry = make_entry(waterdrecht, months_ago=months)
    assert words in text(as_member(), entry)


def test_it_is_never_hidden_by_itself(as_member, waterdrecht):
    entry = make_entry(waterdrecht, months_ago=90)
    assert as_member().get(entry.get_absolute_url()).status_code == 200


def test_professionals_read_more(as_member, waterdrecht, noor, bram):
    entry = make_entry(waterdrecht, desk_phone="0184 555 099", desk_note="Bel na drie uur.")
    give(bram, RoleName.PROFESSIONAL, waterdrecht)

    assert "0184 555 099" in text(as_member(bram), entry)
    for other in (as_member(), as_member(noor)):
        assert "0184 555 099" not in text(other, entry)
        assert "Bel na drie uur" not in text(other, entry)


def test_in_another_town_it_does_not_exist(as_member, entry, joost):
    client = as_member(joost, host="elders.testserver")
    assert client.get(entry.get_absolute_url()).status_code == 404


def test_off_the_map_only_its_keepers_open_it(as_member, entry, noor, fatima):
    actions.hide(entry, why="Gestopt.", by=fatima)

    assert as_member().get(entry.get_absolute_url()).status_code == 404
    assert as_member(noor).get(entry.get_absolute_url()).status_code == 404
    assert "Gestopt." in text(as_member(fatima), entry)


def test_not_admitted_it_is_not_there(as_member, entry, noor):
    Organisation.objects.update(admitted_at=None)
    assert as_member(noor).get(entry.get_absolute_url()).status_code == 404


def test_a_double_leads_to_the_one_that_stays(as_member, waterdrecht, entry):
    gone = make_entry(waterdrecht, "Voedselbank W'drecht", slug="vb-waterdrecht")
    Organisation.objects.filter(pk=gone.organisation_id).update(
        merged_into=entry.organisation, hidden_at=timezone.now()
    )
    page = as_member().get("/organisaties/vb-waterdrecht/")
    assert (page.status_code, page.url) == (301, entry.get_absolute_url())


def test_of_one_wijk_only_it_is_not_on_the_site_of_another(as_member, molenwijk, centrum):
    entry = make_entry(molenwijk, "Straatclub", reach="here")
    assert as_member().get(entry.get_absolute_url()).status_code == 404
    there = as_member(host="molenwijk.testserver")
    assert there.get(entry.get_absolute_url()).status_code == 200


def test_where_the_map_is_off_it_is_gone(as_member, waterdrecht, entry):
    Community.objects.filter(pk=waterdrecht.pk).update(module_changes={"directory": False})
    tree.changed(waterdrecht.pk)
    assert as_member().get(entry.get_absolute_url()).status_code == 404


def test_words_of_people_stay_words(as_member, waterdrecht):
    entry = make_entry(waterdrecht, about="<script>alert(1)</script>", line="a & b")
    html = text(as_member(), entry)
    assert "<script>alert" not in html
    assert "a &amp; b" in html


@pytest.mark.parametrize("who", ["noor", "bram", "fatima", "mila"])
def test_who_reads_a_page_costs_at_most_twelve_questions(
    as_member, entry, noor, request, who, django_assert_max_num_queries
):
    """A neighbour, one who speaks for it, a connector and a manager."""
    Editor.objects.create(town=entry.town, organisation=entry.organisation, member=noor)
    change(entry, themes=("tuin", "klussen"), groups=("ouderen",))
    client = as_member(request.getfixturevalue(who))
    text(client, entry)

    with django_assert_max_num_queries(12):
        text(client, entry)


def test_many_places_cost_no_more_queries(
    as_member, waterdrecht, entry, django_assert_max_num_queries
):
    client = as_member()
    client.get(entry.get_absolute_url())
    places = tuple(Spot(f"Gebouw {n}", opening=WEEK) for n in range(12))
    change(entry, locations=places, themes=("tuin", "klussen", "spullen", "vervoer"))
    assert fresh(entry).locations.count() == 12
    with django_assert_max_num_queries(8):
        client.get(entry.get_absolute_url())
