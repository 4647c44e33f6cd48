"""Dagstart: helpers whom nobody thanked (issue of the doors; it may rest, and lapses)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plein.features.noticeboard import actions, occasions, thanks_to_give
from plein.features.noticeboard.models import FollowUp, Match, Post
from plein.features.noticeboard.tests.making import agreed, make_ask, make_offer
from plein.foundation.communities.actions import block
from plein.foundation.communities.models import Member
from plein.lib.matter import Layer
from plein.shared.conversations.models import Message
from plein.shared.notifications.models import Notification

pytestmark = pytest.mark.django_db


def helped(asker, helper, *, days=5, again=False) -> Match:
    response = agreed(make_ask(asker, again=again), helper)
    match = actions.done(response, by=asker)
    Match.objects.filter(pk=match.pk).update(done_at=timezone.now() - timedelta(days=days))
    return match


def words(town_id) -> list[str]:
    return [one.words for one in thanks_to_give.by_message(town_id)]


def page(match) -> str:
    return f"/prikbord/bedanken/{match.pk}/"


def test_a_first_help_for_which_nobody_said_thank_you_may_rest_on_the_day_start(
    as_member, noor, bram, fatima
):
    match = helped(noor, bram)
    day = as_member(fatima).get("/dagstart/")

    assert [layer["red"] for layer in day.context["layers"]] == [False]
    assert "Bram hielp voor het eerst een buur" in day.content.decode()
    assert "Kanarie" not in day.content.decode()
    assert page(match) in day.content.decode()
    assert all(source.layer == Layer.MAY_REST for source in thanks_to_give.THANKS)


@pytest.mark.parametrize("days", [1, 40])
def test_the_asker_has_three_days_and_after_four_weeks_it_lapses(noor, bram, days):
    helped(noor, bram, days=days)

    assert words(noor.town_id) == []


def test_whoever_was_thanked_by_the_asker_was_thanked(noor, bram):
    match = helped(noor, bram)
    actions.thank(match.response, "Dankjewel!", by=noor)

    assert words(noor.town_id) == []


def test_a_tenth_help_and_a_long_one_that_is_over_are_thanked_too(noor, bram, monkeypatch):
    monkeypatch.setattr(occasions, "ROUND", {3})
    for days in (9, 8):
        helped(noor, bram, days=days)
    assert words(noor.town_id) == ["Bram hielp voor het eerst een buur"]

    helped(noor, bram, days=7)
    assert words(noor.town_id) == ["Bram hielp 3 keer een buur"]

    helped(noor, bram, days=6, again=True)
    assert words(noor.town_id) == ["Bram hielp een tijd lang een buur, en dat is nu voorbij"]


@pytest.mark.parametrize("who", ["noor", "bram"])
def test_when_long_help_stopped_both_know_and_it_is_a_moment_to_thank(request, noor, bram, who):
    response, member = agreed(make_ask(noor, again=True), bram), request.getfixturevalue(who)
    FollowUp.objects.filter(after="week").update(asked_at=timezone.now())
    asked = FollowUp.objects.get(match__response=response, member=member, after="week")

    actions.answer_follow_up(asked, "stopped", by=member)

    assert words(noor.town_id) == []
    Match.objects.update(done_at=timezone.now() - timedelta(days=5))
    assert len(words(noor.town_id)) == 1


def test_who_took_up_an_offer_was_helped_and_an_organisation_is_not_thanked(noor, bram):
    response = agreed(make_offer(bram), noor)
    match = actions.done(response, by=noor)
    Match.objects.filter(pk=match.pk).update(done_at=timezone.now() - timedelta(days=5))

    [one] = thanks_to_give.by_message(noor.town_id)
    assert one.words.startswith("Bram ")
    assert bram.pk in one.hidden_from


def test_where_somebody_worries_nobody_is_thanked_by_a_list(noor, bram):
    match = helped(noor, bram)
    actions.tell_concern(match.response, "worry", "alone", by=noor)

    assert words(noor.town_id) == []


def test_one_page_with_words_to_adapt_begins_a_talk(as_member, noor, bram, fatima):
    match = helped(noor, bram)
    opened = as_member(fatima).get(page(match)).content.decode()
    assert "Bram hielp voor het eerst een buur." in opened
    assert "Hallo Bram" in opened

    assert as_member(fatima).post(page(match), {"words": ""}).status_code == 422
    for _twice in range(2):
        after = as_member(fatima).post(page(match), {"words": "Top gedaan, Bram!"}, follow=True)

    assert "Bram is bedankt" in after.content.decode()
    assert Message.objects.get(text="Top gedaan, Bram!").author == fatima
    assert Notification.objects.filter(to=bram, subject="Fatima bedankt je").count() == 1
    assert words(noor.town_id) == []
    talk = Message.objects.get(text="Top gedaan, Bram!").conversation
    assert as_member(noor).get(talk.get_absolute_url()).status_code == 404


def test_twenty_at_once_from_the_day_start_with_the_usual_words(as_member, noor, bram, fatima):
    match = helped(noor, bram)
    as_member(fatima).get("/dagstart/")
    thanks_to_give.thanked(match.pk, fatima)

    assert Message.objects.filter(text__startswith="Hallo Bram,", author=fatima).count() == 1
    assert words(noor.town_id) == []


def test_who_likes_to_hear_it_from_a_person_is_called_and_gets_no_message(
    as_member, noor, bram, fatima
):
    Member.objects.filter(pk=bram.pk).update(channel="phone")
    match = helped(noor, bram)
    assert words(noor.town_id) == []
    assert len(list(thanks_to_give.in_person(noor.town_id))) == 1
    before = Notification.objects.filter(to=bram).count()
    assert (
        "Bel, loop langs of schrijf een kaart"
        in as_member(fatima).get(page(match)).content.decode()
    )

    as_member(fatima).post(page(match))

    assert Notification.objects.filter(to=bram).count() == before
    assert list(thanks_to_give.in_person(noor.town_id)) == []


def test_others_do_not_come_there(as_member, noor, bram, fatima, mila, joost):
    match = helped(noor, bram)
    block(bram, by=mila)

    for member in (noor, bram, mila):
        assert as_member(member).get(page(match)).status_code == 404
    assert as_member(joost).get(page(match)).status_code in (302, 404)
    assert as_member().get(page(match)).status_code == 302
    Member.objects.filter(pk=bram.pk).update(state="left")
    assert as_member(fatima).get(page(match)).status_code == 404


def test_many_helpers_cost_no_more_queries(noor, bram, nadia, mila):
    helped(noor, bram)
    few = _queries(noor.town_id)
    for helper in (mila, noor):
        helped(bram, helper)
    Post.objects.filter(hidden_at=None).update(again=True)

    assert _queries(noor.town_id) == few <= 3


def _queries(town_id):
    with CaptureQueriesContext(connection) as queries:
        assert list(thanks_to_give.by_message(town_id))
    return len(queries)
