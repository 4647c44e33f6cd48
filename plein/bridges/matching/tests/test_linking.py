"""What went together here is proposed to a person, and counts when they say so (DESIGN 8)."""

import json
from copy import copy

import pytest

from plein.bridges.matching import thinking
from plein.bridges.matching.actions import inviting, linking
from plein.bridges.matching.models import ConceptLink, Feature, Feedback
from plein.bridges.matching.queries import together
from plein.bridges.matching.tests.making import ask_for_grass, offer_to_mow
from plein.features.noticeboard import actions
from plein.features.noticeboard.models import FollowUp, Match, Post, Response
from plein.features.noticeboard.tests.making import make_ask
from plein.foundation import jobs
from plein.foundation.audit.models import Record
from plein.foundation.communities.models import Member
from plein.lib.keys import uuid7

PAGE = "/suggesties/woorden/"
ODD = ["mow-grass", "digid"]
"""Two things that nobody would think of together."""


def people(noor, number):
    """For the figures only: nobody signs in as them."""
    rows = [copy(noor) for _ in range(number)]
    for n, row in enumerate(rows):
        row.pk, row.account_id, row.name = uuid7(), None, f"Buur {n}"
    return Member.objects.bulk_create(rows)


def outcomes(noor, askers, helpers, *, concepts=ODD, answer="yes", agreed=True):
    """One ask of each asker, helped by the helper beside them."""
    like = make_ask(noor)
    asks = [copy(like) for _ in askers]
    for n, (ask, asker) in enumerate(zip(asks, askers, strict=True)):
        ask.pk, ask.code, ask.author = uuid7(), f"{like.code}{n}", asker
    Post.objects.bulk_create(asks)
    town = noor.town_id
    both = list(zip(asks, helpers, strict=True))
    said = Response.objects.bulk_create(
        Response(town_id=town, post=ask, author=helper, state="chosen") for ask, helper in both
    )
    if agreed:
        Match.objects.bulk_create(
            Match(town_id=town, response=each, agreed_at=each.made_at) for each in said
        )
    Feedback.objects.bulk_create(
        Feedback(
            town_id=town, ask=ask, helper=helper, side="helper", answer=answer,
            concepts=[[concepts[0]], [concepts[1]]],
        )
        for ask, helper in both
    )  # fmt: skip


def proposed(noor):
    linking.propose(noor.town_id)
    return [(row.one, row.other, row.times) for row in ConceptLink.objects.filter(state="open")]


@pytest.fixture
def ten(noor):
    found = people(noor, 10)
    return found[:5], found[5:]


def test_what_worked_out_for_enough_people_is_proposed_once(noor, ten):
    outcomes(noor, *ten)

    assert proposed(noor) == [("digid", "mow-grass", 5)]
    assert proposed(noor) == [("digid", "mow-grass", 5)]


@pytest.mark.parametrize("side", [0, 1])
def test_with_one_person_fewer_on_a_side_nothing_is_proposed(noor, ten, side):
    pair = [list(each) for each in ten]
    pair[side][0] = pair[side][1]

    outcomes(noor, *pair)

    assert proposed(noor) == []


def test_what_belongs_together_already_tells_nothing_new(noor, ten):
    outcomes(noor, *ten, concepts=["cycling-tour", "duo-bike"])
    outcomes(noor, *ten, concepts=["digid", "digid"])

    assert "duo-bike" in thinking.relatives(noor.town_id)["cycling-tour"]
    assert proposed(noor) == []


def test_what_was_never_agreed_or_went_badly_does_not_count(noor, ten):
    outcomes(noor, *ten, agreed=False)
    assert proposed(noor) == []
    outcomes(noor, *ten, concepts=["digid", "swimming"])
    match = Match.objects.order_by("pk").first()
    FollowUp.objects.create(
        town_id=noor.town_id,
        match=match,
        member=match.response.author,
        due_at=match.made_at,
        answer="not_well",
    )

    assert proposed(noor) == []


def test_where_many_said_that_it_is_not_this_nothing_is_proposed(noor, ten):
    outcomes(noor, *ten)
    outcomes(noor, *ten, answer="not_this", agreed=False)

    assert proposed(noor) == []


def test_nothing_of_a_person_stands_in_a_proposal(noor, ten, as_member, fatima):
    outcomes(noor, *ten)
    linking.propose(noor.town_id)

    text = as_member(fatima).get(PAGE).content.decode()
    assert "Horen deze bij elkaar?" in text
    assert "5 keer ging het goed" in text
    assert not [one.name for one in (*ten[0], *ten[1]) if one.name in text]
    kept = {field.name for field in ConceptLink._meta.fields if field.is_relation}
    assert kept == {"town", "decided_by"}


def test_a_yes_counts_in_this_place_only_and_can_be_taken_back(
    as_member, fatima, mila, joost, noor, ten
):
    outcomes(noor, *ten)
    linking.propose(noor.town_id)
    link, here = ConceptLink.objects.get(), noor.town_id
    before = thinking.relatives(here)["digid"]

    as_member(fatima).post(f"{PAGE}{link.pk}/bij-elkaar/", {"wat": "ja"})

    assert thinking.relatives(here)["digid"] == before | {"mow-grass"}
    assert "digid" in thinking.relatives(here)["mow-grass"]
    assert thinking.relatives(joost.town_id)["digid"] == before
    assert Record.objects.filter(key="matching.link.approved").count() == 1
    assert "Hoort hier bij elkaar" in as_member(mila).get(PAGE).content.decode()

    as_member(fatima).post(f"{PAGE}{link.pk}/bij-elkaar/", {"wat": "nee"})

    assert thinking.relatives(here)["digid"] == before
    assert proposed(noor) == []


def test_a_yes_brings_two_posts_together(noor, bram, as_member, fatima):
    ask = ask_for_grass(noor)
    offer = make_ask(bram, kind="offer", theme="spullen", title="DigiD", text="Ik help met DigiD.")
    jobs.run_pending()
    read = Feature.objects.get(pk=ask.pk)
    (before,) = [each for each in _ranked(read) if each.id == str(offer.pk)]
    link = ConceptLink.objects.create(town_id=noor.town_id, one="digid", other="mow-grass", times=5)

    linking.decide(link, together=True, by=fatima)

    (after,) = [each for each in _ranked(read) if each.id == str(offer.pk)]
    assert after.parts["concept"] > before.parts["concept"] + 0.2


def _ranked(feature):
    found = thinking.rank(feature)
    return [*found.suggestions, *found.nearest]


@pytest.mark.parametrize("who", ["noor", "nadia"])
def test_neighbours_decide_nothing(as_member, request, noor, who):
    link = ConceptLink.objects.create(town_id=noor.town_id, one="digid", other="soup", times=5)

    client = as_member(request.getfixturevalue(who))
    answer = client.post(f"{PAGE}{link.pk}/bij-elkaar/", {"wat": "ja"})

    assert answer.status_code == 404
    link.refresh_from_db()
    assert link.state == "open"


def test_an_answer_keeps_what_both_are_about_and_no_word(noor, bram):
    ask, offer = ask_for_grass(noor), offer_to_mow(bram)
    jobs.run_pending()
    assert together.concepts_of(ask.pk, bram.pk, offer.pk)[0][0] == "mow-grass"

    actions.respond(ask, "Ik kom", by=bram)
    jobs.run_pending()

    kept = Feedback.objects.get()
    assert "mow-grass" in kept.concepts[0]
    assert "mow-grass" in kept.concepts[1]
    known = thinking.relatives(noor.town_id)
    assert {*kept.concepts[0], *kept.concepts[1]} <= set(known)
    assert "Ik kom" not in json.dumps(kept.concepts)


def test_not_this_keeps_it_too(noor, bram):
    ask, _offer = ask_for_grass(noor), offer_to_mow(bram)
    jobs.run_pending()

    inviting.say(ask, bram, "not_this", by=bram)

    assert Feedback.objects.get().concepts[0]
