"""What people cannot do without has somebody who looks after it, and else it is said out loud."""

import pytest

from plein.features.directory import access, actions, queries, vital
from plein.features.directory.matters import MATTERS
from plein.features.directory.models import Entry
from plein.features.directory.tests.making import fresh, make_entry
from plein.foundation.communities.actions.leaving import leave
from plein.foundation.communities.models import Role, RoleName
from plein.foundation.organisations.actions import add_editor
from plein.lib.matter import Layer
from plein.shared.notifications.models import Notification
from plein.testing.cast import give

SOURCE = next(source for source in MATTERS if source.kind == "directory.no_steward")
DESK = "/organisaties/beheer/"


@pytest.fixture
def bank(waterdrecht):
    return make_entry(waterdrecht, vital="food", months_ago=1)


def steward_page(entry):
    return f"{entry.get_absolute_url()}buurtverbinder/"


def words(town):
    return [matter.words for matter in SOURCE.all(town.pk)]


def test_without_somebody_it_stands_on_the_day_start_of_this_week(waterdrecht, elders, bank):
    make_entry(waterdrecht, "Koor", months_ago=1)

    assert words(waterdrecht) == ["Niemand let nog op Voedselbank Waterdrecht"]
    assert not words(elders)
    assert (SOURCE.layer, SOURCE.right) == (Layer.WEEK, "directory.keep")
    assert next(SOURCE.all(waterdrecht.pk)).url == steward_page(bank)


def test_one_tap_at_the_day_start_takes_it(waterdrecht, bank, fatima, noor):
    SOURCE.done(bank.pk, noor)
    assert words(waterdrecht)
    SOURCE.done(bank.pk, fatima)

    assert fresh(bank).steward == fatima
    assert not words(waterdrecht)


def test_one_tap_on_the_overview_appoints_and_tells(as_member, bank, fatima, mila):
    client = as_member(mila)
    html = client.get(DESK).content.decode()
    assert "Niemand let er nog op." in html
    assert f'value="{fatima.pk}"' in html

    client.post(steward_page(bank), {"member": str(fatima.pk)})

    assert "Fatima let erop." in client.get(DESK).content.decode()
    assert Notification.objects.filter(to=fatima, key="directory.steward").exists()


def test_a_connector_takes_it_and_asks_nobody_else(as_member, bank, fatima, mila):
    client = as_member(fatima)
    html = client.get(steward_page(bank)).content.decode()
    assert f'value="{fatima.pk}"' in html
    assert f'value="{mila.pk}"' not in html

    client.post(steward_page(bank), {"member": str(mila.pk)})
    assert fresh(bank).steward is None
    client.post(steward_page(bank), {"member": str(fatima.pk)})
    assert fresh(bank).steward == fatima


def test_editors_and_neighbours_cannot(as_member, client, bank, noor, bram, mila):
    add_editor(bank.organisation, noor, by=mila)
    for member in (noor, bram):
        assert as_member(member).post(steward_page(bank), {"member": noor.pk}).status_code == 404
    assert client.post(steward_page(bank)).url.startswith("/inloggen/")
    with pytest.raises(actions.NoSteward):
        actions.appoint(bank, noor, by=mila)


@pytest.mark.parametrize("how", ["leaves", "role ends", "role elsewhere"])
def test_who_is_gone_looks_after_nothing(waterdrecht, molenwijk, bank, fatima, how):
    actions.appoint(bank, fatima, by=fatima)
    if how == "leaves":
        leave(fatima, by=fatima)
    elif how == "role ends":
        Role.objects.filter(member=fatima).delete()
    else:
        Role.objects.filter(member=fatima).update(community=molenwijk)

    assert len(words(waterdrecht)) == 1


def test_what_needs_nobody_asks_for_nobody(as_member, waterdrecht, mila, fatima):
    koor = make_entry(waterdrecht, "Koor")
    assert "Hier is niemand voor nodig" in as_member(mila).get(steward_page(koor)).content.decode()
    as_member(mila).post(steward_page(koor), {"member": str(fatima.pk)})
    assert fresh(koor).steward is None


def test_the_own_subject_is_named_first_and_it_comes_on_their_own_list(
    waterdrecht, bank, fatima, noor, bram
):
    for member, subject in ((noor, "tuin"), (bram, "boodschappen-koken")):
        give(member, RoleName.CONNECTOR, waterdrecht)
        Role.objects.filter(member=member).update(subject=subject)
    (row,) = vital.watched(waterdrecht.pk)
    could = [member.name for member in row.could]
    assert (could[0], could[-1]) == ("Bram", "Noor")

    actions.appoint(bank, noor, by=fatima)
    noor.held = None
    assert list(access.stewarded(noor, waterdrecht)) == [bank]


def test_a_vital_one_to_call_is_of_this_week(waterdrecht):
    make_entry(waterdrecht, vital="food", months_ago=5)
    make_entry(waterdrecht, "Koor", months_ago=20)
    source = next(source for source in MATTERS if source.kind == "directory.call")

    layers = [matter.layer or source.layer for matter in source.all(waterdrecht.pk)]
    assert layers == [Layer.WEEK, Layer.MAY_REST]


def test_only_a_steward_checks_it_the_own_yes_is_a_line_of_its_own(
    as_member, client, waterdrecht, noor, fatima, mila
):
    bank = make_entry(waterdrecht, vital="food", months_ago=4)
    add_editor(bank.organisation, noor, by=mila)
    add_editor(bank.organisation, fatima, by=mila)
    url = bank.get_absolute_url()
    # A connector who speaks for it as well does not check themselves.
    for who, page, said in ((noor, "klopt/", {}), (fatima, "bellen/", {"answer": "right"})):
        as_member(who).post(f"{url}{page}", said)
        now = fresh(bank)
        assert now.confirmed_as == "organisation"
        assert (now.trust.tone, now.trust.months) == ("fading", 4)
        assert list(queries.to_call(Entry.objects.in_town(waterdrecht.pk))) == [bank]

    html = client.get(url).content.decode()
    assert "bevestigd door een buurtverbinder. Dat is 4 maanden geleden." in html
    assert "bevestigd door de organisatie" in html
    assert "bevestigd door de organisatie" in as_member(mila).get(f"{DESK}bellen/").content.decode()

    as_member(mila).post(f"{url}bellen/", {"answer": "right"})
    now = fresh(bank)
    assert (now.trust.tone, now.confirmed_as) == ("sure", "steward")
    assert not queries.to_call(Entry.objects.in_town(waterdrecht.pk))
    assert "bevestigd door de organisatie" not in client.get(url).content.decode()


def test_what_no_steward_ever_checked_stands_on_top_of_the_phone_list(client, waterdrecht):
    shelter = make_entry(waterdrecht, "Opvang", vital="shelter", months_ago=6)
    bank = make_entry(waterdrecht, vital="food")
    actions.confirm(bank)

    assert list(queries.to_call(Entry.objects.in_town(waterdrecht.pk))) == [bank, shelter]
    html = client.get(bank.get_absolute_url()).content.decode()
    assert "Nog geen buurtverbinder heeft dit nagekeken. Bel eerst." in html
    assert next(m for m in call_source().all(waterdrecht.pk)).layer == Layer.WEEK


def call_source():
    return next(source for source in MATTERS if source.kind == "directory.call")


def test_many_cost_no_more(waterdrecht, fatima, mila, django_assert_max_num_queries):
    for number in range(12):
        make_entry(waterdrecht, f"Opvang {number}", vital="shelter")
    with django_assert_max_num_queries(10):
        assert len(words(waterdrecht)) == 12
