"""Two people who did something together before: a little plus, or left apart without a word."""

import pytest
from django.utils import timezone

from plein.bridges.matching import said
from plein.bridges.matching.actions import suggesting
from plein.bridges.matching.models import Suggestion
from plein.bridges.matching.tests.making import ask_for_grass, likes_gardens, offer_to_mow, suggest
from plein.features.noticeboard.models import Concern, FollowUp, Match, Post
from plein.features.noticeboard.tests.making import agreed, make_ask
from plein.foundation import jobs
from plein.lib.keys import uuid7

WORDS = "jullie deden al eerder iets samen"


@pytest.fixture
def ask(noor, bram):
    offer_to_mow(bram)
    made = ask_for_grass(noor)
    suggest()
    return made


@pytest.fixture
def before(noor, bram):
    """Something of last month that was done."""
    agreed(make_ask(noor, title="Iets van vorige maand"), bram)
    match = Match.objects.get()
    Match.objects.filter(pk=match.pk).update(agreed_at=timezone.now(), done_at=timezone.now())
    return match


def fits(ask):
    """Of the helper of the ask, made anew."""
    suggesting.for_post(ask.pk)
    return Suggestion.objects.filter(ask=ask).first()


def test_what_went_well_speaks_for_it_and_counts_a_little(ask, bram, request):
    first = fits(ask)

    request.getfixturevalue("before")

    row = fits(ask)
    assert said.reasons(row.reasons)[0] == WORDS
    assert first.score < row.score <= first.score * 1.1001
    assert ("Eerder samen iets gedaan", 1.1) in said.parts_of(row)
    Suggestion.objects.all().delete()
    suggesting.for_post(row.offer_id)  # from the other side the same
    assert WORDS in said.reasons(Suggestion.objects.get(ask=ask).reasons)


@pytest.mark.parametrize("who", ["noor", "bram"])
def test_what_did_not_fit_is_not_suggested_again_and_never_told(ask, before, request, who):
    one = request.getfixturevalue(who)
    FollowUp.objects.update_or_create(
        town_id=ask.town_id, match=before, member=one, after="week",
        defaults={"due_at": timezone.now(), "answer": "not_well"},
    )  # fmt: skip
    jobs.changed("noticeboard.match", before.pk)
    jobs.run_pending()
    assert not Suggestion.objects.filter(ask=ask).exists()  # at once
    assert fits(ask) is None


@pytest.mark.parametrize(("outcome", "apart"), [("", True), ("apart", True), ("cleared", False)])
def test_a_concern_keeps_them_apart_until_it_is_cleared(ask, before, noor, outcome, apart):
    concern = Concern.objects.create(
        town_id=ask.town_id, community=noor.home, response=before.response, by=noor,
        kind="worry", about="rude", outcome=outcome,
        settled_at=timezone.now() if outcome else None,
    )  # fmt: skip

    jobs.changed("noticeboard.concern", concern.pk)
    jobs.run_pending()
    assert Suggestion.objects.filter(ask=ask).exists() != apart
    assert (fits(ask) is None) == apart


@pytest.mark.parametrize("how", [{"known_to": "hosts"}, {"mandate": uuid7()}, {"voice": uuid7()}])
def test_a_reason_never_tells_who_asks(ask, before, how):
    Post.objects.filter(pk=ask.pk).update(**how)

    assert WORDS not in said.reasons(fits(ask).reasons)


def test_others_are_as_they_were(ask, before, fatima):
    likes_gardens(fatima)
    suggest()

    row = Suggestion.objects.get(ask=ask, helper=fatima)
    assert WORDS not in said.reasons(row.reasons)
