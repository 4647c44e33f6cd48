"""Agreements with organisations, and letting professionals in after a call back (TRUST-8)."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from plein.foundation.care import access, actions, tasks
from plein.foundation.care.models import Admission, Agreement
from plein.foundation.care.tests.making import make_agreement
from plein.foundation.communities.rights import may
from plein.foundation.organisations.actions import merge
from plein.foundation.organisations.models import Organisation
from plein.foundation.outbox.models import Message
from plein.testing.cast import make_member

PAGE = "/instellingen/overeenkomsten/"


@pytest.fixture
def club(waterdrecht):
    return Organisation.objects.create(
        town=waterdrecht,
        community=waterdrecht,
        name="Thuis",
        slug="thuis",
        admitted_at=timezone.now(),
    )


def said(club, **more):
    typed = {
        "organisation": str(club.pk),
        "work": "welfare",
        "signed_on": "2026-01-05",
        "contact_name": "Ria",
        "contact_mail": "ria@thuis.example",
        "serves": "300",
    }
    return typed | more


LET_IN = {"member": "Bram", "number_found": "site", "phone": "06 11112222", "called": "on"}


def test_a_manager_notes_an_agreement(as_member, mila, club):
    answer = as_member(mila).post(f"{PAGE}nieuw/", said(club))

    agreement = Agreement.objects.get()
    assert answer.url == f"{PAGE}{agreement.pk}/"
    assert (agreement.organisation, agreement.harmless, agreement.serves) == (club, False, 300)
    assert "Thuis" in as_member(mila).get(PAGE).content.decode()


def test_there_is_one_with_each_organisation(as_member, mila, club):
    for expected in (302, 422):
        assert as_member(mila).post(f"{PAGE}nieuw/", said(club)).status_code == expected


@pytest.mark.parametrize("work", ["mental_health", "addiction", "debt", "shelter", "youth"])
def test_work_that_tells_something_is_never_harmless(as_member, mila, club, work, agreement):
    answer = as_member(mila).post(f"{PAGE}nieuw/", said(club, work=work, harmless="on"))

    assert answer.status_code == 422
    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.filter(pk=agreement.pk).update(work=work, harmless=True)


@pytest.mark.parametrize("wrong", [{"signed_on": "x"}, {"contact_mail": "x"}, {"work": ""},
                                   {"ends_on": "2025-01-01"}, {"serves": "-1"}])  # fmt: skip
def test_what_cannot_be_is_explained(as_member, mila, club, wrong):
    assert as_member(mila).post(f"{PAGE}nieuw/", said(club, **wrong)).status_code == 422


def test_after_a_call_back_somebody_is_let_in_and_the_organisation_hears_it(
    as_member, mila, bram, agreement, waterdrecht
):
    as_member(mila).post(f"{PAGE}{agreement.pk}/", LET_IN)

    admission = Admission.objects.get()
    assert (admission.member, admission.called_by, admission.number_found) == (bram, mila, "site")
    assert may(bram, "client.keep", waterdrecht)
    assert access.admissions_of(bram) == [admission]
    mail = Message.objects.get(address="ria@zorg.example")
    assert "Bram" in mail.text


@pytest.mark.parametrize("wrong", [{"called": ""}, {"phone": "0184 555010"}, {"phone": "x"},
                                   {"number_found": ""}, {"member": "Niemand"}])  # fmt: skip
def test_without_a_call_back_or_a_mobile_nobody_is_let_in(as_member, mila, bram, agreement, wrong):
    answer = as_member(mila).post(f"{PAGE}{agreement.pk}/", LET_IN | wrong)

    assert answer.status_code == 422
    assert not Admission.objects.exists()


def test_nobody_lets_themselves_in(as_member, mila, agreement):
    assert (
        as_member(mila).post(f"{PAGE}{agreement.pk}/", LET_IN | {"member": "Mila"}).status_code
        == 422
    )


def test_taking_away_ends_it_at_once(as_member, mila, petra, agreement):
    one = Admission.objects.get(member=petra)
    as_member(mila).post(f"{PAGE}{agreement.pk}/weg/{one.pk}/")

    assert access.admissions_of(petra) == []
    assert list(access.clients_of(petra)) == []


def test_two_years_later_nobody_knows_who_was_let_in(mila, petra, wouter, agreement):
    now = timezone.now()
    for who, days in ((petra, 731), (wouter, 729)):
        ended = now - timedelta(days=days)
        Admission.objects.filter(member=who).update(ended_at=ended)

    tasks.forget_old_admissions()

    assert set(Admission.objects.values_list("member", flat=True)) == {wouter.pk}


def test_the_role_alone_opens_nothing(as_member, mila, centrum, waterdrecht, somebody):
    from plein.testing.cast import give

    wim = give(make_member("Wim", centrum), "professional", waterdrecht)

    assert as_member(wim).get("/clienten/").status_code == 404


@pytest.mark.parametrize("who", ["noor", "fatima", "petra"])
def test_only_managers_arrange_agreements(as_member, request, agreement, who):
    browser = as_member(request.getfixturevalue(who))

    for url in (PAGE, f"{PAGE}nieuw/", f"{PAGE}{agreement.pk}/"):
        assert browser.get(url).status_code == 404


def test_changes_are_kept(as_member, mila, agreement):
    typed = said(agreement.organisation, work="home_care", harmless="on")
    typed.pop("organisation")
    as_member(mila).post(f"{PAGE}{agreement.pk}/", typed)

    agreement.refresh_from_db()
    assert (agreement.harmless, agreement.contact_mail) == (True, "ria@thuis.example")


def test_people_and_places_of_another_town_stay_there(mila, joost, elders, agreement, club):
    from plein.foundation.organisations.actions import FromElsewhere

    with pytest.raises(FromElsewhere):
        actions.admit(agreement, joost, number_found="site", phone="+31611112222", by=mila)
    with pytest.raises(FromElsewhere):
        actions.agree(elders, club, by=mila)


def test_of_two_organisations_that_are_one_the_agreement_goes_on(mila, molenwijk):
    agreement = make_agreement(mila)
    gone = agreement.organisation
    kept = Organisation.objects.create(
        town=gone.town, community=gone.community, slug="zorg", name="Zorg"
    )
    merge(kept, gone, by=mila)
    agreement.refresh_from_db()
    assert agreement.organisation == kept

    other = Organisation.objects.create(
        town=gone.town, community=gone.community, slug="zorg-3", name="Zorg 3"
    )
    Agreement.objects.filter(pk=agreement.pk).update(organisation=other)
    own = make_agreement(mila)
    merge(other, own.organisation, by=mila)
    own.refresh_from_db()
    assert own.organisation != other
