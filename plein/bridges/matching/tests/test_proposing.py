"""In the night: an offer nobody took up, beside things of the town that could use it (HELP-11)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from plein.bridges.matching.actions import proposing
from plein.bridges.matching.models import Proposal
from plein.bridges.matching.tests.making import offer_to_mow, suggest, with_agenda
from plein.features.activities.tests.making import make_activity
from plein.features.noticeboard import actions
from plein.features.noticeboard.models import Post
from plein.foundation.communities import tree
from plein.foundation.communities.actions import block
from plein.foundation.communities.models import Member
from plein.lib.keys import uuid7
from plein.lib.listing import Listing, ListingSource
from plein.shared.notifications.models import Notification


def listing(town, **fields):
    usual = {
        "id": uuid7(), "kind": "activity", "town": town.pk, "community": town.pk, "reach": "up",
        "audience": "public", "url": "/agenda/tuindag/", "title": "Gras maaien in de buurttuin",
        "changed_at": timezone.now(), "theme": "tuin", "summary": "Samen het gras maaien.",
        "needs_hands": True,
    }  # fmt: skip
    return Listing(**usual | fields)


@pytest.fixture
def agenda(monkeypatch, waterdrecht):
    """What can be found in town, for this test."""
    found: list[Listing] = []
    source = ListingSource(
        kind="activity", house="agenda", change="x.y",
        one=lambda pk: next((each for each in found if each.id == pk), None),
        all=lambda town: iter([each for each in found if each.town == town]),
    )  # fmt: skip
    monkeypatch.setattr(proposing, "sources", lambda: [source])
    with_agenda(waterdrecht)
    return found


def unused(author, days=20):
    offer = offer_to_mow(author)
    Post.objects.filter(pk=offer.pk).update(made_at=timezone.now() - timedelta(days=days))
    suggest()
    return offer


def test_an_unused_offer_gets_a_proposal_that_fits(waterdrecht, agenda, bram):
    agenda.append(listing(waterdrecht))
    offer = unused(bram)

    assert proposing.make(waterdrecht.pk) == 1

    row = Proposal.objects.get()
    assert (row.offer, row.title, row.state) == (offer, "Gras maaien in de buurttuin", "open")
    assert row.reasons


def test_the_next_night_makes_it_not_again(waterdrecht, agenda, bram, fatima):
    agenda.append(listing(waterdrecht))
    unused(bram)
    proposing.make(waterdrecht.pk)
    proposing.pass_on(Proposal.objects.get(), by=fatima)

    assert proposing.make(waterdrecht.pk) == 0


def test_something_that_does_not_fit_is_not_proposed(waterdrecht, agenda, bram):
    agenda.append(
        listing(waterdrecht, title="Koor zoekt tenor", summary="Zingen", theme="muziek-cultuur")
    )
    unused(bram)

    assert proposing.make(waterdrecht.pk) == 0


@pytest.mark.parametrize("change", [{"status": "cancelled"}, {"audience": "members"},
                                    {"needs_hands": False}])  # fmt: skip
def test_what_needs_no_hands_or_is_not_for_everybody_is_not_proposed(
    waterdrecht, agenda, bram, change
):
    agenda.append(listing(waterdrecht, **change))
    unused(bram)

    assert proposing.make(waterdrecht.pk) == 0


def test_what_the_hands_would_do_decides_also_where_no_guest_fits_any_more(
    waterdrecht, agenda, bram
):
    agenda += [
        listing(waterdrecht, title="Bingo", summary="Gezellig.", theme="gezelschap", hands=hands,
                status="full")
        for hands in ("Kaarten uitdelen", "Gras maaien met een grasmaaier in de tuin")
    ]  # fmt: skip
    unused(bram)

    assert proposing.make(waterdrecht.pk) == 1
    assert Proposal.objects.get().about == agenda[1].id


def test_an_activity_that_is_marked_comes_to_the_connector(waterdrecht, noor, bram):
    plain, marked = (
        make_activity(noor, title="Tuindag", text="Wij doen de tuin.", theme="tuin", **hands)
        for hands in ({}, {"needs_hands": True, "hands_words": "Gras maaien"})
    )
    unused(bram)

    assert proposing.make(waterdrecht.pk) == 1
    assert Proposal.objects.get().about == marked.pk != plain.pk


def test_an_offer_of_last_week_is_given_time(waterdrecht, agenda, bram):
    agenda.append(listing(waterdrecht))
    unused(bram, days=7)

    assert proposing.make(waterdrecht.pk) == 0


def test_an_offer_that_was_answered_needs_none(waterdrecht, agenda, noor, bram):
    agenda.append(listing(waterdrecht))
    actions.respond(unused(bram), "Ja, graag", by=noor)

    assert proposing.make(waterdrecht.pk) == 0


@pytest.mark.parametrize("state", ["paused", "left"])
def test_who_is_away_is_left_alone(waterdrecht, agenda, bram, state):
    agenda.append(listing(waterdrecht))
    unused(bram)
    Member.objects.filter(pk=bram.pk).update(state=state)

    assert proposing.make(waterdrecht.pk) == 0


def test_what_a_place_switched_off_is_not_proposed(waterdrecht, agenda, bram):
    agenda.append(listing(waterdrecht))
    unused(bram)
    waterdrecht.module_changes = {"agenda": False}
    waterdrecht.save(update_fields=["module_changes"])
    tree.changed(waterdrecht.pk)

    assert proposing.make(waterdrecht.pk) == 0


def waits_for_connector(waterdrecht, agenda, bram, **fields):
    agenda.append(listing(waterdrecht, **fields))
    unused(bram)
    proposing.make(waterdrecht.pk)
    return Proposal.objects.get()


def test_what_still_goes_is_told(waterdrecht, agenda, noor, bram, fatima):
    row = waits_for_connector(waterdrecht, agenda, bram, author=noor.pk)

    assert proposing.send(row, by=fatima)

    assert Notification.objects.get(key="matching.proposed").to == bram


@pytest.mark.parametrize("who", ["bram", "noor"])
def test_nobody_is_sent_to_somebody_they_do_not_meet_any_more(
    waterdrecht, agenda, noor, bram, fatima, who
):
    """H4: the block came between the night and the connector; whoever of the two asked for it."""
    row = waits_for_connector(waterdrecht, agenda, bram, author=noor.pk)
    one, other = (noor, bram) if who == "noor" else (bram, noor)
    block(one, by=other)

    assert not proposing.send(row, by=fatima)

    row.refresh_from_db()
    assert row.state == "passed"
    assert not Notification.objects.filter(key="matching.proposed").exists()


@pytest.mark.parametrize("change", ["gone", "cancelled", "off"])
def test_what_is_over_by_now_is_told_nobody(waterdrecht, agenda, bram, fatima, as_member, change):
    row = waits_for_connector(waterdrecht, agenda, bram)
    if change == "off":
        waterdrecht.module_changes = {"agenda": False}
        waterdrecht.save(update_fields=["module_changes"])
        tree.changed(waterdrecht.pk)
    else:
        (was,) = agenda
        agenda[:] = [] if change == "gone" else [replace(was, status="cancelled")]

    answer = as_member(fatima).post(
        f"/suggesties/voorstellen/{row.pk}/", {"wat": "stuur"}, follow=True
    )

    assert "Dit kan niet meer. We vertellen het niemand." in answer.content.decode()
    assert not Notification.objects.filter(key="matching.proposed").exists()


def test_of_another_town_nothing_is_proposed(waterdrecht, elders, agenda, bram):
    agenda.append(listing(elders))
    unused(bram)

    assert proposing.make(waterdrecht.pk) == 0


def test_news_and_stories_use_no_hands():
    kinds = {source.kind for source in proposing.sources()}

    assert kinds <= proposing.USES_HANDS
