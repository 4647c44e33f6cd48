"""Stewards, visitors and the phone list: nothing goes by itself, somebody calls."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from plein.features.directory import access, actions, queries
from plein.features.directory.listings import LISTINGS, all_of, one
from plein.features.directory.matters import MATTERS
from plein.features.directory.models import Entry, Remark
from plein.features.directory.reportables import REPORTABLES
from plein.features.directory.tests.making import change, fresh, make_entry
from plein.foundation import jobs
from plein.foundation.communities.models import Role, RoleName
from plein.foundation.organisations.actions import add_editor, admit
from plein.testing.cast import give


@pytest.fixture
def entry(waterdrecht):
    cache.clear()
    return make_entry(waterdrecht, months_ago=1)


def names(entries):
    return [entry.organisation.name for entry in entries]


def remark(client, entry, **said):
    return client.post(f"{entry.get_absolute_url()}klopt-niet/", {"what": "phone"} | said)


def test_a_guest_says_what_is_not_right_and_nothing_changes(client, entry, waterdrecht):
    assert remark(client, entry, words="Nummer bestaat niet").status_code == 302

    made = Remark.objects.get()
    assert (made.what, made.words, made.by) == ("phone", "Nummer bestaat niet", None)
    assert fresh(entry).phone == "0184 555 020"


def test_without_a_choice_it_asks_again(client, entry):
    assert client.post(f"{entry.get_absolute_url()}klopt-niet/", {}).status_code == 422


def test_an_angry_thumb_is_thanked_and_not_counted(client, entry, waterdrecht):
    others = [make_entry(waterdrecht, f"Club {n}") for n in range(3)]
    for _time in range(4):
        for each in (entry, *others):
            assert remark(client, each).status_code == 302
    assert Remark.objects.count() == 8


def test_eight_open_remarks_on_one_page_are_enough(entry):
    for _time in range(8):
        actions.remark(entry, what="other", words="", by=None)
    with pytest.raises(actions.EnoughRemarks):
        actions.remark(entry, what="other", words="", by=None)


def test_who_keeps_it_reads_what_visitors_say_and_others_do_not(as_member, client, entry, fatima):
    remark(client, entry, words="Kanarie")
    url = entry.get_absolute_url()
    assert "Kanarie" in as_member(fatima).get(url).content.decode()
    assert "Kanarie" not in client.get(url).content.decode()


def test_confirming_handles_what_visitors_said(as_member, client, entry, fatima):
    remark(client, entry)
    as_member(fatima).post(f"{entry.get_absolute_url()}bellen/", {"answer": "right"})
    assert Remark.objects.get().handled_by == fatima


def test_after_ninety_days_the_words_are_forgotten(client, entry, fatima):
    remark(client, entry, words="Kanarie")
    actions.handle_remarks(entry, by=fatima)
    Remark.objects.update(handled_at=timezone.now() - timedelta(days=91))
    actions.forget_old_words()
    assert (Remark.objects.get().words, Remark.objects.get().by) == ("", None)


def test_the_phone_list_has_vital_ones_first_then_the_oldest(waterdrecht, entry):
    make_entry(waterdrecht, "Vers", months_ago=2)
    make_entry(waterdrecht, "Oud", months_ago=20)
    make_entry(waterdrecht, "Nooit")
    make_entry(waterdrecht, "Dokter", months_ago=4, vital="doctor")
    make_entry(waterdrecht, "Verse dokter", months_ago=2, vital="doctor")

    assert names(queries.to_call(Entry.objects.all())) == ["Dokter", "Nooit", "Oud"]


def test_a_doubted_page_is_called_however_fresh(client, entry):
    assert not queries.to_call(Entry.objects.all()).exists()
    remark(client, entry)
    assert names(queries.to_call(Entry.objects.all())) == ["Voedselbank Waterdrecht"]


def test_the_list_is_printed_with_number_hours_and_why(as_member, client, fatima, waterdrecht):
    entry = make_entry(waterdrecht, months_ago=15)
    remark(client, entry, words="Ze zijn verhuisd")
    html = as_member(fatima).get("/organisaties/beheer/bellen/").content.decode()
    for words in (
        *("Voedselbank Waterdrecht", "0184 555 020", "maandag t/m vrijdag: 09.00"),
        *("Al 15 maanden", "Ze zijn verhuisd"),
    ):
        assert words in html


def test_nobody_answered_comes_back_in_three_days(as_member, fatima, waterdrecht):
    entry = make_entry(waterdrecht, months_ago=15)
    as_member(fatima).post(f"{entry.get_absolute_url()}bellen/", {"answer": "nobody"})

    waiting = queries.to_call(Entry.objects.all())
    assert not queries.due_today(waiting).exists()
    Entry.objects.update(call_again_on=timezone.localdate())
    assert queries.due_today(waiting).exists()


def test_it_has_stopped_goes_off_with_a_reason_and_comes_back(as_member, fatima, entry):
    client, url = as_member(fatima), f"{entry.get_absolute_url()}bellen/"
    assert client.post(url, {"answer": "hide", "why": ""}).status_code == 422
    client.post(url, {"answer": "hide", "why": "Gestopt, zei de voorzitter."})

    assert as_member().get(entry.get_absolute_url()).status_code == 404
    assert one(entry.organisation_id) is None
    assert "Gestopt, zei de voorzitter." in client.get("/organisaties/beheer/").content.decode()
    client.post(f"{entry.get_absolute_url()}terug/")
    assert as_member().get(entry.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("name", ["", "bellen/", "toelating/", "lijsten/", "dubbel/", "mee/",
                                  "mee/organisaties.csv", "uitnodigen/"])  # fmt: skip
def test_the_desk_does_not_exist_for_neighbours(as_member, client, noor, waterdrecht, name):
    url = f"/organisaties/beheer/{name}"
    assert as_member(noor).get(url).status_code == 404
    assert client.get(url).url.startswith("/inloggen/")


@pytest.mark.parametrize("name", ["toelating/", "lijsten/", "dubbel/", "mee/", "uitnodigen/"])
def test_lists_and_rules_are_for_the_manager(as_member, fatima, mila, waterdrecht, name):
    url = f"/organisaties/beheer/{name}"
    assert as_member(fatima).get(url).status_code == 404
    assert as_member(mila).get(url).status_code == 200


def steward(member, place, subject=""):
    give(member, RoleName.CONNECTOR, place)
    Role.objects.filter(member=member, community=place).update(subject=subject)
    return member


def test_each_steward_has_their_own_theme_group_or_place(waterdrecht, molenwijk, noor, bram, nadia):
    make_entry(waterdrecht, "Tuinclub", themes=("tuin",))
    make_entry(waterdrecht, "Soos", themes=("gezelschap",), groups=("ouderen",))
    make_entry(molenwijk, "Wijkclub", themes=("klussen",))

    def kept(member):
        return sorted(names(access.stewarded(member, waterdrecht)))

    assert kept(steward(noor, waterdrecht, "tuin")) == ["Tuinclub"]
    assert kept(steward(bram, waterdrecht, "ouderen")) == ["Soos"]
    assert kept(steward(nadia, molenwijk)) == ["Wijkclub"]
    assert kept(steward(nadia, waterdrecht)) == ["Soos", "Tuinclub", "Wijkclub"]


def test_a_role_that_ended_keeps_nothing(waterdrecht, noor, entry):
    steward(noor, waterdrecht)
    Role.objects.update(until=timezone.localdate() - timedelta(days=1))
    noor.held = None
    assert not access.stewarded(noor, waterdrecht).exists()


def matters(kind, town):
    return list(next(m for m in MATTERS if m.kind == kind).all(town.pk))


def test_the_day_start_says_whom_to_call_and_why(client, waterdrecht, elders, entry):
    make_entry(waterdrecht, "Oud", months_ago=20)
    remark(client, entry)

    assert [m.words for m in matters("directory.call", waterdrecht)] == ["Bel Oud: klopt het nog?"]
    doubted = matters("directory.doubted", waterdrecht)
    assert [m.words for m in doubted] == [
        "Een bezoeker zegt: er klopt iets niet bij Voedselbank Waterdrecht."
    ]
    assert doubted[0].url == "/organisaties/voedselbank-waterdrecht/bellen/"
    assert all(not list(source.all(elders.pk)) for source in MATTERS)


def test_nobody_sees_the_matter_of_their_own_claim(waterdrecht, fatima, entry):
    actions.claim_through_steward(entry, "Ik.", by=fatima)
    (matter,) = matters("directory.claim", waterdrecht)
    assert fatima.pk in matter.hidden_from


def test_matters_cost_the_same_however_many(waterdrecht, django_assert_max_num_queries):
    for number in range(12):
        make_entry(waterdrecht, f"Club {number}", months_ago=20)
    with django_assert_max_num_queries(8):
        assert len(matters("directory.call", waterdrecht)) == 12


def test_a_listing_says_all_that_overviews_need(waterdrecht):
    entry = make_entry(
        waterdrecht, months_ago=1, cost="free", access=("lift",), languages=("nl", "ar"),
        referral="yes", waiting_words="een week", desk_phone="0184 555 099", groups=("ouderen",),
    )  # fmt: skip
    found = one(entry.organisation_id)

    assert (found.title, found.kind, found.phone) == (
        "Voedselbank Waterdrecht", "organisation", "0184 555 020",
    )  # fmt: skip
    assert (found.cost, found.access, found.groups) == ("free", ("lift",), ("ouderen",))
    assert (found.status, found.sinks) == ("", 0)
    assert found.opening[0].opens == 540
    assert "voedselpakket" in found.words
    assert {fact.words["nl"] for fact in found.desk_only} == {"Voor professionals: 0184 555 099"}
    assert any("Wachttijd: een week" in fact.words["nl"] for fact in found.desk_facts)
    assert "0184 555 099" not in found.words


@pytest.mark.parametrize(
    ("months", "sinks", "status"), [(1, 0, ""), (12, 1, ""), (20, 2, "unsure"), (None, 2, "unsure")]
)
def test_what_nobody_checked_sinks(waterdrecht, months, sinks, status):
    found = one(make_entry(waterdrecht, months_ago=months).organisation_id)
    assert (found.sinks, found.status) == (sinks, status)


def test_all_of_a_town_and_of_no_other(waterdrecht, elders, entry):
    make_entry(elders, "Elders koor")
    assert [found.title for found in all_of(waterdrecht.pk)] == ["Voedselbank Waterdrecht"]


def test_many_listings_cost_no_more_queries(waterdrecht, django_assert_max_num_queries):
    for number in range(15):
        make_entry(waterdrecht, f"Club {number}")
    with django_assert_max_num_queries(8):
        assert len(list(all_of(waterdrecht.pk))) == 15


def test_facts_come_in_every_language(entry):
    change(entry, cost="free")
    facts = one(entry.organisation_id).facts
    assert all({"nl", "en"} <= set(fact.words) for fact in facts)
    assert len(facts) <= 5


def test_an_organisation_let_in_by_name_gets_its_page(waterdrecht, mila, client):
    organisation = admit(waterdrecht, name="Nieuwe club", by=mila)
    jobs.run_pending()
    assert Entry.objects.filter(organisation=organisation).count() == 1
    assert client.get("/organisaties/nieuwe-club/").status_code == 200


def test_what_does_not_belong_can_be_reported_and_its_editors_have_no_say(
    entry, noor, mila, joost, waterdrecht, elders
):
    add_editor(entry.organisation, noor, by=mila)
    reportable = REPORTABLES["directory.entry"]
    assert reportable.find(noor, waterdrecht, entry.pk) == entry
    assert reportable.find(joost, elders, entry.pk) is None
    assert reportable.people(entry) == [noor.pk]
    assert LISTINGS[0].house == "directory"
