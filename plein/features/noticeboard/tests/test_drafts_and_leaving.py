"""Drafts that belong to one person, forms sent twice, and people who leave or were not met."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.features.noticeboard import actions, reportables, tasks
from plein.features.noticeboard.actions import leaving
from plein.features.noticeboard.models import AskClock, Draft, Match, Post, Response
from plein.features.noticeboard.tests.making import agreed, answered, make_ask, make_offer
from plein.features.noticeboard.tests.test_asking import WHAT, publish, walk
from plein.foundation import jobs
from plein.foundation.communities.actions import block, greet, leave
from plein.shared.notifications.models import Notification

MINE, CHECK = "/prikbord/mijn/", "/prikbord/vragen/controleer/"


@pytest.fixture
def ask(noor):
    return make_ask(noor)


# Drafts


def test_somebody_goes_on_at_another_device(as_member, noor):
    walk(as_member(noor))

    assert WHAT["title"] in as_member(noor).get(CHECK).content.decode()


def test_an_ask_and_an_offer_can_be_under_way_together(as_member, noor):
    client = as_member(noor)
    walk(client)
    walk(client, "aanbieden", what={"title": "Ik rijd graag een stukje"})

    text = client.get(MINE).content.decode()

    assert WHAT["title"] in text
    assert "Ik rijd graag een stukje" in text


def test_a_draft_cannot_be_opened_by_its_key_alone(as_member, noor, bram):
    walk(as_member(noor))
    draft = Draft.objects.get()

    for other in (as_member(), as_member(bram)):
        assert other.post(f"/prikbord/concept/{draft.pk}/").status_code == 404


def test_a_draft_is_no_link(as_member, noor):
    walk(as_member(noor))

    assert as_member(noor).get(f"/prikbord/concept/{Draft.objects.get().pk}/").status_code == 405


def test_a_draft_thrown_away_is_gone(as_member, noor):
    client = as_member(noor)
    walk(client)

    page = client.post(f"/prikbord/concept/{Draft.objects.get().pk}/", {"weg": "1"})

    assert page.url == MINE
    assert WHAT["title"] not in client.get(MINE).content.decode()


def test_a_draft_of_last_week_is_still_there(as_member, noor):
    walk(as_member(noor))
    Draft.objects.update(changed_at=timezone.now() - timedelta(days=29))

    tasks.forget_old_drafts()

    assert Draft.objects.exists()


def test_the_same_form_sent_twice_leads_to_the_same_ask(as_member, noor):
    client = as_member(noor)
    walk(client)
    key = client.get(CHECK).context["form_key"]

    first = publish(client, form_key=key)
    walk(client)
    second = publish(client, form_key=key)

    assert second.url == first.url
    assert Post.objects.count() == 1


def test_two_asks_with_the_same_words_are_two_asks(as_member, noor):
    client = as_member(noor)
    for _ in range(2):
        walk(client)
        publish(client, form_key=client.get(CHECK).context["form_key"])

    assert Post.objects.count() == 2


@pytest.mark.parametrize("step", ["wat", "wanneer", "waar", "controleer"])
def test_nobody_begins_in_the_middle(as_member, noor, step):
    assert as_member(noor).get(f"/prikbord/vragen/{step}/").url == "/prikbord/vragen/"


def test_asking_the_same_person_again_takes_the_words_along(as_member, noor, bram, ask):
    response = agreed(ask, bram)
    actions.done(response, by=noor)

    actions.again_with(ask, bram, by=noor)

    assert Draft.objects.get().answers["title"] == ask.title
    assert ask.title in as_member(noor).get(CHECK).content.decode()


def test_who_blocked_me_since_is_not_asked_again(as_member, noor, bram, ask):
    actions.again_with(ask, bram, by=noor)
    block(noor, by=bram)
    client = as_member(noor)

    assert "We vragen Bram" not in client.get(CHECK).content.decode()
    client.post(CHECK, {"audience": "members"})

    assert not Notification.objects.filter(to=bram).exists()


# Leaving


def test_who_leaves_takes_their_words_from_the_board(as_member, noor, bram, ask):
    leaving.forget(noor)

    post = Post.objects.get()
    assert (post.title, post.text, post.closing) == ("…", "", "not_needed")


def test_who_waited_for_somebody_who_left_hears_it_kindly(noor, bram, ask):
    answered(ask, bram)

    leaving.forget(noor)

    told = Notification.objects.get(to=bram, key="noticeboard.found")
    assert told.subject == "Bedankt dat je wilde helpen"


def test_who_leaves_takes_their_answers_and_thanks_along(noor, bram, ask):
    response = agreed(ask, bram)
    actions.done(response, by=noor)
    actions.thank(response, "Dank je wel", by=noor)

    leaving.forget(bram)

    assert Response.objects.get().message == ""
    assert Match.objects.get().thanks == ""


def test_what_a_neighbour_asked_stays_when_a_helper_leaves(noor, bram, ask):
    answered(ask, bram)

    leaving.forget(bram)

    post = Post.objects.get()
    assert post.is_open
    assert post.title == ask.title


def heard(member) -> list[str]:
    told = Notification.objects.filter(to=member).exclude(key="noticeboard.visit_word")
    return [one.subject for one in told.order_by("id")]


def test_when_a_helper_leaves_the_asker_hears_it_and_the_ask_is_open_again(noor, bram, ask):
    agreed(ask, bram)

    leave(bram, by=bram)

    told = Notification.objects.get(to=noor, key="noticeboard.helper_left")
    assert told.subject == "De afspraak met Bram gaat niet door"
    assert "Je vraag staat op het prikbord" in told.text
    assert Post.objects.get().is_open
    assert AskClock.objects.get().due_at is not None
    assert Response.objects.get().state == "withdrawn"
    assert not Match.objects.exists()


def test_who_only_talked_leaves_an_ask_with_a_running_clock(noor, bram, ask):
    answered(ask, bram)

    leave(bram, by=bram)

    assert AskClock.objects.get().due_at is not None


def test_when_an_asker_leaves_the_helper_hears_it_once(noor, bram, ask):
    agreed(ask, bram)
    before = len(heard(bram))

    leave(noor, by=noor)

    assert heard(bram)[before:] == ["De afspraak met Noor gaat niet door"]
    assert Post.objects.get().closing == "not_needed"
    assert not Match.objects.exists()


def test_who_took_up_an_offer_hears_it_when_who_offered_leaves(noor, bram):
    agreed(make_offer(bram), noor)
    before = len(heard(noor))

    leave(bram, by=bram)

    assert heard(noor)[before:] == ["De afspraak met Bram gaat niet door"]


def test_help_that_came_back_ends_for_both_when_one_leaves(noor, bram):
    response = agreed(make_ask(noor, again=True), bram)
    actions.done(response, by=noor)

    leave(bram, by=bram)

    assert heard(noor)[-1] == "Het contact met Bram is gestopt. Dank voor alles"
    assert Match.objects.get().done_at is not None


def test_who_was_helped_time_and_again_is_asked_whether_to_look_for_somebody_else(
    as_member, noor, bram
):
    ask = make_ask(noor, again=True)
    actions.done(agreed(ask, bram), by=noor)

    leave(bram, by=bram)

    news = Notification.objects.get(to=noor, key="noticeboard.stopped")
    assert "Zullen we iemand anders zoeken?" in news.text
    assert news.url == ask.get_absolute_url()
    assert "Plaats het opnieuw" in as_member(noor).get(news.url).content.decode()
    actions.renew(ask, by=noor)
    assert AskClock.objects.get().due_at is not None, "The clock runs until somebody answers."


def test_what_is_done_stays_done_when_somebody_leaves(noor, bram, ask):
    actions.done(agreed(ask, bram), by=noor)

    leave(bram, by=bram)

    assert Response.objects.get().state == "done"
    assert Post.objects.get().closing == "found"


# People who have not been met


def test_greeting_twice_begins_one_talk(nadia, fatima, ask):
    actions.respond(ask, "Ik kan", by=nadia)
    greet(nadia, by=fatima)
    jobs.run_pending()
    first = Response.objects.get().conversation

    jobs.changed("communities.member", nadia.pk)
    jobs.run_pending()

    assert Response.objects.get().conversation == first
    assert first.messages.count() == 1


def test_what_was_closed_while_somebody_waited_begins_no_talk(noor, nadia, fatima, ask):
    actions.respond(ask, "Ik kan", by=nadia)
    actions.close(ask, "found", by=noor)

    greet(nadia, by=fatima)
    jobs.run_pending()

    assert Response.objects.get().conversation is None


def test_a_new_member_cannot_open_an_appointment(as_member, nadia, bram, ask):
    talk = answered(ask, bram)

    page = as_member(nadia).get(f"/prikbord/afspraak/{talk.code}/")

    assert page.status_code != 200


# Reporting


def test_one_reports_what_one_may_read_and_nothing_else(noor, bram, nadia, joost, ask, elders):
    town = ask.community.tree.town

    assert reportables.find_post(bram, town, ask.pk) == ask
    assert reportables.find_post(nadia, town, ask.pk) is None
    assert reportables.find_post(None, town, ask.pk) is None
    assert reportables.find_post(joost, elders, ask.pk) is None


def test_a_report_names_who_stands_for_it_and_no_word_of_the_ask(bram, ask):
    label = reportables.post_label(ask)

    assert "Noor" in label
    assert "Kanarie" not in label
    assert reportables.post_label(make_offer(bram)) != label
