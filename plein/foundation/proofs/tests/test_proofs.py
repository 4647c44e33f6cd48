"""What was seen of somebody: noted by another, worded as what it is, taken back, ended."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils import timezone

from plein.foundation.audit.models import Record
from plein.foundation.communities import actions as people
from plein.foundation.communities.models import RoleName
from plein.foundation.organisations.models import Organisation
from plein.foundation.proofs import actions, queries
from plein.foundation.proofs.matters import ending
from plein.foundation.proofs.models import Proof, ProofRules, Rung
from plein.testing.cast import give, make_member

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def url(member):
    return f"/mensen/{member.pk}/gezien/"


def said(**more):
    return {"kind": "met", "seen_on": TODAY().isoformat(), "place": "Bibliotheek"} | more


def test_a_connector_notes_what_was_seen_and_both_read_what_it_is(as_member, fatima, bram, noor):
    page = as_member(fatima).post(url(bram), said(), follow=True).content.decode()

    words = "Gezien op het matchpunt (Bibliotheek)"
    assert words in page
    assert "Wij hebben niets gecontroleerd" in page
    for reader, where in ((bram, "/mijn/gezien/"), (noor, f"{url(bram)}kort/")):
        assert words in as_member(reader).get(where).content.decode()
    assert Record.objects.filter(key="proofs.proof.noted", by_id=fatima.pk).count() == 1


def test_a_vog_says_who_saw_it_and_that_no_copy_is_kept(as_member, fatima, bram):
    page = as_member(fatima).post(url(bram), said(kind="vog"), follow=True).content.decode()

    assert "Fatima zag op" in page
    assert "We bewaren geen kopie" in page
    assert Proof.objects.get().place == ""


def test_there_is_no_place_for_a_document():
    for field in Proof._meta.get_fields():
        assert not isinstance(field, models.FileField | models.TextField | models.BinaryField)


def test_known_by_an_organisation_needs_its_name(as_member, waterdrecht, fatima, bram):
    org = Organisation.objects.create(
        town=waterdrecht, community=waterdrecht, name="De Zonnebloem", admitted_at=timezone.now()
    )
    client = as_member(fatima)

    refused = client.post(url(bram), said(kind="known"))
    page = client.post(url(bram), said(kind="known", organisation=org.pk), follow=True)

    assert refused.status_code == 422
    assert "Bekend bij De Zonnebloem" in page.content.decode()


@pytest.mark.parametrize("day", ["2099-01-01", "2001-01-01", "gisteren", ""])
def test_a_day_to_come_or_long_ago_is_asked_again(as_member, fatima, bram, day):
    assert as_member(fatima).post(url(bram), said(seen_on=day)).status_code == 422
    assert not Proof.objects.exists()


def test_noting_again_takes_the_place_of_the_first_and_withdrawing_ends_it(as_member, fatima, bram):
    actions.note(bram, "vog", by=fatima, seen_on=TODAY() - timedelta(days=300))
    proof = actions.note(bram, "vog", by=fatima)
    assert Proof.objects.get().seen_on == TODAY()

    as_member(fatima).post(f"{url(bram)}{proof.pk}/weg/")

    assert not Proof.objects.exists()
    assert queries.highest(bram) == Rung.NONE
    assert Record.objects.filter(key="proofs.proof.withdrawn").count() == 1


def test_it_ends_after_the_years_of_the_place(waterdrecht, molenwijk, fatima, bram):
    ProofRules.objects.create(town=waterdrecht, community=waterdrecht, vog_years=1)
    leap = date(2024, 2, 29)

    assert queries.end_of("vog", leap, queries.rules_of(molenwijk)) == date(2025, 2, 28)
    assert actions.note(bram, "met", by=fatima).ends_on.year == TODAY().year + 2


def test_the_nearest_place_decides(waterdrecht, molenwijk, centrum, fatima, bram):
    ProofRules.objects.create(town=waterdrecht, community=molenwijk, inside="met")

    assert queries.lacking(bram, molenwijk, "inside") == Rung.MET
    assert queries.lacking(bram, centrum, "inside") is None


def test_neighbours_guests_and_strangers_note_nothing(as_member, noor, bram, nadia, joost):
    for member in (noor, nadia):
        assert as_member(member).get(url(bram)).status_code == 404
        assert as_member(member).post(url(bram), said()).status_code == 404
    assert as_member().post(url(bram), said()).status_code == 302
    assert as_member(joost).post(url(bram), said()).status_code in (302, 404)
    assert as_member(nadia).get(f"{url(bram)}kort/").status_code == 404
    assert not Proof.objects.exists()


def test_nobody_notes_of_themselves_or_of_another_part(as_member, fatima, centrum, bram):
    karel = give(make_member("Karel", centrum), RoleName.CONNECTOR, centrum)

    assert as_member(fatima).post(url(fatima), said()).status_code == 403
    assert as_member(karel).post(url(bram), said()).status_code == 403
    with pytest.raises(PermissionDenied):
        actions.note(fatima, "vog", by=fatima)


def test_who_blocked_each_other_do_not_exist_here(as_member, fatima, bram):
    people.block(fatima, by=bram)

    assert as_member(fatima).get(url(bram)).status_code == 404


def test_a_manager_arranges_what_tasks_ask(as_member, waterdrecht, mila, fatima):
    rules = {"public": "none", "door": "met", "inside": "known", "trust": "vog"}

    as_member(mila).post("/instellingen/klusjes/", rules | {"vog_years": 5, "other_years": 1})
    wrong = as_member(mila).post("/instellingen/klusjes/", rules | {"door": "paspoort"})

    assert ProofRules.objects.get().inside == "known"
    assert wrong.status_code == 422
    assert as_member(fatima).get("/instellingen/klusjes/").status_code == 404


def test_a_month_before_the_end_the_team_sees_it_and_the_person_does_not(
    waterdrecht, fatima, bram, noor
):
    for member, days in ((bram, 20), (noor, 60)):
        proof = actions.note(member, "vog", by=fatima)
        Proof.objects.filter(pk=proof.pk).update(ends_on=TODAY() + timedelta(days=days))

    (matter,) = ending(waterdrecht.pk)

    assert "Bram" in matter.words
    assert matter.hidden_from == {bram.pk}
    assert matter.url == url(bram)


def test_who_leaves_takes_it_along_and_what_ended_goes_away(fatima, bram, noor):
    actions.note(bram, "met", by=fatima)
    old = actions.note(noor, "met", by=fatima)
    Proof.objects.filter(pk=old.pk).update(seen_on="2020-01-01", ends_on="2021-01-01")

    people.leave(bram, by=bram)
    assert not Proof.objects.filter(member=bram).exists()
    actions.forget_ended()

    assert not Proof.objects.exists()


def test_reading_about_oneself_tells_the_way_to_more(as_member, bram, fatima):
    before = as_member(bram).get("/mijn/gezien/").content.decode()
    actions.note(bram, "vog", by=fatima)
    after = as_member(bram).get("/mijn/gezien/").content.decode()

    assert "Loop een keer binnen: Bibliotheek" in before
    assert "Wil je meer?" in before
    assert "Wil je meer?" not in after
    assert as_member().get("/mijn/gezien/").status_code == 302
