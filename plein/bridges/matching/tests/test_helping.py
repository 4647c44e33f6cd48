"""For who wants to help: how often, the truth from the figures, and why nobody asked."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.bridges.matching import tasks
from plein.bridges.matching.actions import choosing, suggesting
from plein.bridges.matching.models import Feature, Helper, Invitation, Suggestion
from plein.bridges.matching.queries import busy
from plein.bridges.matching.tests.making import (
    ask_for_grass,
    gardeners,
    likes_gardens,
    offer_to_mow,
    suggest,
    suggestion,
)
from plein.features.noticeboard import actions
from plein.features.noticeboard.models import Post, Response
from plein.foundation.communities.models import Member
from plein.shared.notifications import actions as notifications
from plein.shared.notifications.models import Notification
from plein.testing.cast import make_member

OFTEN, AT_ONCE = "/suggesties/hoe-vaak/", "/suggesties/hoeveel-tegelijk/"
WHY, TRUTH = "/suggesties/waarom-niets/", "/suggesties/helpers/"


def page(client, path):
    return client.get(path).content.decode()


def test_somebody_chooses_how_often(as_member, bram):
    client = as_member(bram)

    client.post(OFTEN, {"weekly": "2"})

    assert Helper.objects.get(member=bram).weekly == 2
    assert "Hooguit twee keer per week" in page(client, "/suggesties/")


def test_what_was_chosen_stands_there(as_member, bram):
    choosing.choose_weekly(bram, 0, by=bram)

    chosen = [line for line in page(as_member(bram), OFTEN).splitlines() if "checked" in line]
    assert len(chosen) == 1
    assert 'value="0"' in chosen[0]


@pytest.mark.parametrize("odd", ["", "3", "-1", "x"])
def test_another_number_is_refused(as_member, bram, odd):
    assert as_member(bram).post(OFTEN, {"weekly": odd}).status_code == 422
    assert not Helper.objects.exists()


@pytest.mark.parametrize("path", [OFTEN, AT_ONCE, WHY])
def test_a_guest_signs_in_first(as_member, waterdrecht, path):
    assert as_member().get(path).url.startswith("/inloggen/")


def test_the_truth_is_for_everybody(as_member, waterdrecht):
    assert as_member().get(TRUTH).status_code == 200


def test_with_more_helpers_than_asks_it_says_so(as_member, noor, molenwijk):
    gardeners(molenwijk, 3)
    ask_for_grass(noor)
    suggest()

    assert "Nu zijn er meer helpers dan vragen." in page(as_member(), TRUTH)


def test_with_more_asks_than_helpers_it_says_so(as_member, noor):
    ask_for_grass(noor)
    suggest()

    assert "Nu zijn er meer vragen dan helpers." in page(as_member(), TRUTH)


def test_how_long_one_waits_is_told_from_five_answers_on(as_member, noor, molenwijk):
    for number in range(5):
        helper = make_member(f"Buur{number}", molenwijk)
        offer = offer_to_mow(helper)
        actions.respond(offer, "Ja, graag", by=noor)
        Post.objects.filter(pk=offer.pk).update(made_at=timezone.now() - timedelta(days=21))
        if number == 3:
            assert "Gemiddeld" not in page(as_member(), TRUTH)

    assert "Gemiddeld wacht je 3 weken." in page(as_member(), TRUTH)


def test_two_things_can_be_done_today(as_member, waterdrecht):
    text = page(as_member(), TRUTH)

    assert "Kijk of er een vraag voor je bij is" in text
    assert text.count("<li><a href") >= 2


def test_who_begins_an_offer_can_read_the_truth(as_member, noor):
    assert TRUTH in page(as_member(noor), "/prikbord/aanbieden/")
    assert TRUTH not in page(as_member(noor), "/prikbord/vragen/")


def willing(member, *, days=30):
    likes_gardens(member)
    Member.objects.filter(pk=member.pk).update(greeted_at=timezone.now() - timedelta(days=days))
    suggest()
    return member


def told():
    return set(
        Notification.objects.filter(key="matching.nobody_asked").values_list("to__name", flat=True)
    )


def test_after_three_weeks_somebody_hears_what_was_looked_at(bram):
    willing(bram)

    tasks.tell_who_hears_nothing()

    assert told() == {"Bram"}
    assert Notification.objects.get().url == WHY


def test_who_likes_to_be_called_is_told_in_words_and_a_few_at_once(molenwijk, fatima):
    people = [make_member(f"Buur{n}", molenwijk, channel="phone") for n in range(5)]
    for one in people:
        willing(one)

    for _day in range(2):
        tasks.tell_who_hears_nothing()

    assert len(told()) == 3
    news = Notification.objects.filter(key="matching.nobody_asked")
    assert all("Dat ligt niet aan u" in one.aloud for one in news)

    notifications.tell_in_person(Member.objects.get(name=sorted(told())[0]), by=fatima)
    tasks.tell_who_hears_nothing()
    assert len(told()) == 4


def test_and_not_again_the_next_day(bram):
    willing(bram)

    tasks.tell_who_hears_nothing()
    tasks.tell_who_hears_nothing()

    assert Notification.objects.count() == 1


def test_somebody_new_has_to_wait_no_word_of_it(bram):
    willing(bram, days=10)

    tasks.tell_who_hears_nothing()

    assert told() == set()


def test_who_was_asked_or_answered_lately_does_not_hear_it(noor, bram, fatima):
    willing(bram), willing(fatima)
    ask = ask_for_grass(noor)
    Invitation.objects.create(town_id=noor.town_id, ask=ask, to=bram, sent_at=timezone.now())
    actions.respond(ask, "Ik kom", by=fatima)

    tasks.tell_who_hears_nothing()

    assert told() == set()


def test_who_wants_no_questions_does_not_hear_it(bram):
    willing(bram)
    choosing.choose_weekly(bram, 0, by=bram)

    tasks.tell_who_hears_nothing()

    assert told() == set()


def test_the_page_says_what_was_looked_at_and_what_helps(as_member, noor, bram):
    likes_gardens(bram, about="")
    suggestion(ask_for_grass(noor), bram)

    text = page(as_member(bram), WHY)

    assert "Het ligt niet aan jou" in text
    assert "1 open vraag" in text
    assert "Schrijf één zin over jezelf" in text


def test_somebody_on_a_break_reads_that_as_well(as_member, bram):
    Member.objects.filter(pk=bram.pk).update(state="paused")

    assert "Je neemt even pauze" in page(as_member(bram), WHY)


def test_old_rows_are_forgotten(noor, bram):
    ask = ask_for_grass(noor)
    long_ago = timezone.now() - timedelta(days=400)
    Invitation.objects.create(town_id=noor.town_id, ask=ask, to=bram, made_at=long_ago)
    likes_gardens(bram)
    suggest()
    Feature.objects.filter(pk=bram.pk).update(live=False, changed_at=long_ago)

    tasks.forget_old()

    assert not Invitation.objects.exists()
    assert not Feature.objects.filter(pk=bram.pk).exists()
    assert not Response.objects.exists()


def helps(helper, asker):
    """They agreed on something; the board's worker is not asked to look at it."""
    ask = ask_for_grass(asker)
    actions.respond(ask, "Ik kom", by=helper)
    Response.objects.filter(post=ask).update(state=Response.State.CHOSEN)
    return Response.objects.get(post=ask)


def test_somebody_chooses_how_many_people_they_help_at_once(as_member, bram):
    client = as_member(bram)
    assert "Zoveel als er bij me passen" in page(client, "/suggesties/")

    assert client.post(AT_ONCE, {"at_once": "4"}).status_code == 422
    client.post(AT_ONCE, {"at_once": "1"})

    assert "Eén tegelijk" in page(client, "/suggesties/")
    client.post(AT_ONCE, {"at_once": "0"})
    assert Helper.objects.get(member=bram).at_once is None


def test_who_helps_as_many_as_they_chose_gets_nothing_new_until_it_is_done(
    as_member, noor, bram, fatima
):
    offer_to_mow(bram)
    choosing.choose_at_once(bram, 1, by=bram)
    ask = ask_for_grass(fatima)
    suggest()
    assert busy.open_to_questions(bram.town_id, [bram.pk])
    job = helps(bram, noor)
    suggesting.touch(bram.pk)
    suggest()

    assert not Suggestion.objects.filter(ask=ask, helper=bram).exists()
    assert not busy.open_to_questions(bram.town_id, [bram.pk])
    assert "zoveel mensen als je koos" in page(as_member(bram), "/suggesties/")
    assert "zoveel mensen als je koos" in page(as_member(bram), WHY)

    Response.objects.filter(pk=job.pk).update(state=Response.State.DONE)
    suggesting.touch(bram.pk)
    suggest()
    assert Suggestion.objects.filter(ask=ask, helper=bram).exists()


def test_without_a_chosen_most_nobody_is_full(noor, bram):
    helps(bram, noor)

    assert busy.rooms(bram.town_id) == {}
    assert busy.loads(bram.town_id) == {bram.pk: 1}


def test_what_nobody_ever_closed_takes_no_place_but_help_that_goes_on_does(noor, bram):
    choosing.choose_at_once(bram, 2, by=bram)
    long_ago = timezone.now() - timedelta(days=90)
    for again in (True, False):
        job = helps(bram, noor)
        Post.objects.filter(pk=job.post_id).update(again=again)
        Response.objects.filter(pk=job.pk).update(changed_at=long_ago)

    assert busy.rooms(bram.town_id) == {bram.pk: 1}


def test_who_is_full_is_not_asked_why_nobody_asks(noor, bram):
    willing(bram)
    choosing.choose_at_once(bram, 1, by=bram)
    job = helps(bram, noor)
    Post.objects.filter(pk=job.post_id).update(again=True)
    Response.objects.update(made_at=timezone.now() - timedelta(days=40))

    tasks.tell_who_hears_nothing()

    assert told() == set()
