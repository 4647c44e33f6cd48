"""A letter with a code that is on its way stays good, whatever somebody tries meanwhile."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from plein.features.directory import actions
from plein.features.directory.actions import merging
from plein.features.directory.models import Campaign, Claim, Invitation
from plein.features.directory.sheet import sheet_of
from plein.features.directory.tests.making import make_entry
from plein.foundation.organisations.access import may_speak_for


@pytest.fixture
def entry(waterdrecht):
    cache.clear()
    return make_entry(waterdrecht)


@pytest.fixture
def code(entry, noor, fatima):
    """Noor asked for a letter, and it was posted."""
    return actions.print_letter(actions.claim_by_letter(entry, by=noor), by=fatima)


def page(entry):
    return f"{entry.get_absolute_url()}beheren/"


def test_asking_again_keeps_the_letter_that_was_posted(entry, noor, code):
    again = actions.claim_by_letter(entry, by=noor)
    actions.enter_code(again, code, by=noor)
    assert may_speak_for(noor, entry.organisation)


def test_and_so_does_trying_another_way(as_member, entry, noor, code):
    actions.claim_through_steward(entry, "Ik zit in het bestuur.", by=noor)

    assert "Vul de code" in as_member(noor).get(page(entry)).content.decode()
    as_member(noor).post(f"{page(entry)}code/", {"code": code})

    assert may_speak_for(noor, entry.organisation)


def test_while_it_is_on_its_way_no_other_letter_is_offered(as_member, entry, noor, code):
    assert "Stuur de brief" not in as_member(noor).get(page(entry)).content.decode()


def test_when_the_code_is_over_a_new_letter_is_made(as_member, entry, noor, fatima, code):
    Claim.objects.update(printed_at=timezone.now() - timedelta(days=61))
    assert "Stuur de brief" in as_member(noor).get(page(entry)).content.decode()

    claim = actions.claim_by_letter(entry, by=noor)

    assert claim.printed_at is None
    fresh_code = actions.print_letter(claim, by=fatima)
    actions.enter_code(claim, fresh_code, by=noor)
    assert may_speak_for(noor, entry.organisation)


@pytest.fixture
def kept(waterdrecht):
    return make_entry(waterdrecht, "Voedselbank", slug="voedselbank")


def test_who_asked_it_of_a_double_keeps_the_one_that_stays(entry, kept, noor, mila, fatima):
    actions.claim_through_steward(entry, "Ik zit in het bestuur.", by=noor)
    merging.merge(kept, entry, sheet_of(kept), by=mila)

    actions.grant(Claim.objects.select_related("entry__organisation").get(), by=fatima)

    assert may_speak_for(noor, kept.organisation)


def test_the_code_in_a_letter_to_a_double_works(as_member, entry, kept, noor, mila, code):
    actions.claim_through_steward(kept, "Hier ook.", by=noor)
    merging.merge(kept, entry, sheet_of(kept), by=mila)

    asked = as_member(noor).post(f"{page(entry)}code/", {"code": code})
    assert asked.url == f"{page(kept)}code/"
    as_member(noor).post(asked.url, {"code": code})

    assert may_speak_for(noor, kept.organisation)


def test_an_invitation_comes_along_once_a_round(waterdrecht, entry, kept, mila):
    both, one = (Campaign.objects.create(town=waterdrecht, name=n, words="") for n in "ab")
    for campaign, invited in ((both, entry), (both, kept), (one, entry)):
        Invitation.objects.create(town=waterdrecht, campaign=campaign, entry=invited)

    merging.merge(kept, entry, sheet_of(kept), by=mila)

    assert sorted(i.campaign.name for i in Invitation.objects.filter(entry=kept)) == ["a", "b"]
