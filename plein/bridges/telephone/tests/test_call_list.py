"""The call list: what to say, one tap for how it went, and a letter."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from plein.bridges.dayboard import actions as dayboard
from plein.bridges.dayboard.models import MatterRow
from plein.bridges.telephone import queries
from plein.bridges.telephone.actions import ask_call
from plein.bridges.telephone.models import Call, CallBack
from plein.features.noticeboard import actions as board
from plein.features.noticeboard.models import AskClock, Contact, FollowUp, Post
from plein.features.noticeboard.tests.making import agreed, make_ask
from plein.foundation.audit.models import Record
from plein.foundation.communities.actions import gone
from plein.foundation.communities.models import Member, RoleName
from plein.shared.notifications.actions import notify
from plein.shared.notifications.models import Notification
from plein.testing.cast import give, make_member

LIST = "/bellijst/"
NUMBER = "+31612345678"


def page(browser, url=LIST) -> str:
    return browser.get(url).content.decode()


def news_for(member, subject="Iemand reageerde op je vraag", once="1") -> MatterRow:
    """This member wants to be called, and there is news."""
    Member.objects.filter(pk=member.pk).update(channel="phone")
    member.refresh_from_db()
    notify(member, key="x", url="/", subject=subject, text="Geheim", once=once)
    dayboard.refresh(member.town_id)
    return MatterRow.objects.get(kind="notifications.tell", about=member.pk)


@pytest.fixture
def news(noor) -> MatterRow:
    return news_for(noor)


@pytest.fixture
def back(molenwijk) -> MatterRow:
    ask_call(NUMBER, community=molenwijk, visitor="1")
    dayboard.refresh(molenwijk.town_id)
    return MatterRow.objects.get(kind="telephone.call_back")


@pytest.fixture
def ask(noor) -> MatterRow:
    post = make_ask(noor)
    moment = timezone.now() - timedelta(hours=60)
    Post.objects.update(made_at=moment)
    AskClock.objects.update(step=2, reached_at=moment)
    dayboard.refresh(noor.town_id)
    return MatterRow.objects.get(kind="noticeboard.unanswered", about=post.pk)


def test_a_shy_asker_is_on_the_list_only_of_whom_they_picked(
    as_member, noor, bram, fatima, waterdrecht
):
    give(make_member("Hanna", noor.home), "host", waterdrecht)
    agreed(make_ask(noor, known_to="hosts"), bram)
    board.answer_follow_up(FollowUp.objects.get(member=noor, after="week"), "more_help", by=noor)
    dayboard.refresh(noor.town_id)
    row = MatterRow.objects.get(kind="noticeboard.follow_up")

    assert "Noor" not in page(as_member(fatima))
    assert as_member(fatima).get(f"{LIST}{row.pk}/").status_code == 404


def tap(browser, row, result):
    return browser.post(f"{LIST}{row.pk}/", {"result": result})


def test_who_waits_for_news_a_call_or_an_answer_stands_there(as_member, fatima, news, back, ask):
    html = page(as_member(fatima))

    assert "Er is nieuws voor Noor" in html
    assert NUMBER in html
    assert "boodschappen of koken" in html


def test_it_tells_what_to_say_with_u(as_member, fatima, news):
    html = page(as_member(fatima), f"{LIST}{news.pk}/")

    assert "Er is nieuws voor u" in html
    assert "Iemand reageerde" in html
    assert "Geheim" not in html


def test_reached_takes_it_off_everywhere(as_member, fatima, news):
    tap(as_member(fatima), news, "reached")

    assert Notification.objects.get().passed_on_at
    assert "Noor" not in page(as_member(fatima))


def test_no_answer_comes_back_tomorrow(as_member, fatima, news):
    tap(as_member(fatima), news, "no_answer")
    assert "Er is nieuws voor Noor" not in page(as_member(fatima))

    with time_machine.travel(timezone.now() + timedelta(days=1, hours=12)):
        html = page(as_member(fatima))

    assert "Er is nieuws voor Noor" in html
    assert "Geen gehoor" in html


def test_moved_leads_to_the_page_that_stops_everything(as_member, fatima, news, noor):
    answer = tap(as_member(fatima), news, "moved")

    assert answer.url == f"/mensen/{noor.pk}/weg/"
    assert not Call.objects.exists()
    assert "Nee, terug naar de bellijst" in page(as_member(fatima), answer.url)
    assert "Iemand reageerde" in page(as_member(fatima), f"/bellijst/{news.pk}/")


def test_a_wrong_number_stops_nothing_and_is_known_next_time(as_member, fatima, news, noor):
    html = page(as_member(fatima), f"/bellijst/{news.pk}/")
    assert "Verhuisd" in html
    assert "Het nummer klopt niet" in html

    tap(as_member(fatima), news, "wrong")

    noor.refresh_from_db()
    assert noor.is_here
    assert not Notification.objects.get().passed_on_at
    with time_machine.travel(timezone.now() + timedelta(days=1, hours=12)):
        assert "Er is nieuws voor Noor" in page(as_member(fatima))
        html = page(as_member(fatima), f"/bellijst/{news.pk}/")
    assert "Dit nummer klopte de vorige keer niet" in html
    assert f"/bellijst/{news.pk}/brief/" in html


def test_called_back_is_off_the_list(as_member, fatima, back):
    tap(as_member(fatima), back, "reached")

    assert CallBack.objects.get().done_at
    assert NUMBER not in page(as_member(fatima))


def test_who_did_not_ask_is_noted_so(as_member, fatima, back):
    tap(as_member(fatima), back, "not_asked")

    assert CallBack.objects.get().not_asked


def test_a_talk_about_an_ask_is_a_human_answer(as_member, fatima, ask):
    tap(as_member(fatima), ask, "reached")

    assert Contact.objects.get().result == "reached"
    assert Post.objects.get().first_answered_at
    dayboard.refresh(fatima.town_id)
    ask.refresh_from_db()
    assert (ask.layer, ask.claimed_by) == (1, None), "No call is needed today, a helper is."
    assert "koken" not in page(as_member(fatima))
    with time_machine.travel(timezone.now() + timedelta(days=4, minutes=1)):
        assert "koken" in page(as_member(fatima))


def test_how_it_went_by_phone_is_their_own_answer(as_member, fatima, noor, bram):
    agreed(make_ask(noor), bram)
    FollowUp.objects.filter(member=noor, after="week").update(asked_at=timezone.now())
    row = news_for(noor)
    one = FollowUp.objects.get(member=noor, after="week")
    asked = page(as_member(fatima), f"{LIST}{row.pk}/")
    assert "Vraag aan Noor: hoe ging het met Bram?" in asked
    assert "En dit gesprek: heb je iemand gesproken?" in asked

    as_member(fatima).post(f"{LIST}{row.pk}/", {"answer": f"well:{one.pk}"})

    one.refresh_from_db()
    assert (one.answer, one.noted_by) == ("well", fatima)
    assert Record.objects.get(key="noticeboard.follow_up.answered").by_id == fatima.pk


@pytest.mark.parametrize("answer", ["well:x", "nonsense", ":"])
def test_nonsense_is_no_answer(as_member, fatima, news, answer):
    address = f"{LIST}{news.pk}/"

    assert as_member(fatima).post(address, {"answer": answer}).status_code == 404


def test_an_unknown_result_changes_nothing(as_member, fatima, news):
    tap(as_member(fatima), news, "perhaps")

    assert not Call.objects.exists()


def test_each_look_at_numbers_is_in_the_audit(as_member, fatima, back):
    page(as_member(fatima))

    assert Record.objects.filter(key="telephone.list.seen", by_id=fatima.pk).exists()


def test_a_letter_in_large_type_with_short_numbers(as_member, fatima, news):
    html = page(as_member(fatima), f"{LIST}{news.pk}/brief/")

    assert "Beste Noor," in html
    assert "<ol><li>Iemand reageerde" in html
    assert "0184-555 010" in html


def test_of_a_number_there_is_no_letter(as_member, fatima, back):
    assert as_member(fatima).get(f"{LIST}{back.pk}/brief/").status_code == 404


def test_a_neighbour_and_another_part_see_nothing(as_member, noor, bram, centrum, news):
    give(bram, RoleName.CONNECTOR, centrum)

    assert as_member(noor).get(LIST).status_code == 404
    assert "Noor" not in page(as_member(bram))
    assert as_member(bram).get(f"{LIST}{news.pk}/").status_code == 404


def test_when_nobody_waits_it_says_so(as_member, fatima):
    quiet = page(as_member(fatima))
    assert "Niemand wacht op een telefoontje" in quiet
    assert "Noteer een vraag aan de telefoon" in quiet


def test_many_calls_ask_few_questions(as_member, fatima, molenwijk, django_assert_max_num_queries):
    for number in range(20):
        news_for(make_member(f"Buur{number}", molenwijk))
    browser = as_member(fatima)
    browser.get(LIST)

    with django_assert_max_num_queries(20):
        browser.get(LIST)


def test_who_has_no_number_is_not_called(as_member, fatima, news, noor):
    type(noor.account).objects.filter(pk=noor.account_id).update(phone=None)

    html = page(as_member(fatima))

    assert "Geen nummer" in html
    assert "Wat kan ik doen?" in html
    assert "Bellen</a>" not in html


def test_a_long_list_says_how_many_wait(as_member, fatima, news, back, monkeypatch):
    monkeypatch.setattr("plein.bridges.telephone.queries.MOST", 1)

    html = page(as_member(fatima))

    assert "Er wachten 2 mensen" in html
    assert "Hier staan de eerste 1:" in html


def test_on_paper_the_list_has_the_words_to_say_and_boxes_and_no_buttons(
    as_member, fatima, molenwijk
):
    for number in ("+31612340011", "+31612340012"):
        ask_call(number, community=molenwijk, visitor=number)
    dayboard.refresh(molenwijk.town_id)

    html = as_member(fatima).get("/bellijst/").content.decode()

    assert html.count("Goedendag, u spreekt met") == 1  # once for all of its kind
    assert html.count("☐") == 6
    assert "telephone/list" in html


def test_a_call_handed_to_a_colleague_comes_back_on_the_list(fatima, mila, news, bram):
    """Nobody is called twice, and nobody is forgotten."""
    dayboard.hand_over(news, mila, by=fatima)
    assert news not in queries.waiting(fatima, fatima.town)
    assert news in queries.waiting(mila, fatima.town)

    with time_machine.travel(timezone.now() + timedelta(hours=5)):
        assert news in queries.waiting(fatima, fatima.town)
    gone(mila, "died", by=give(bram, "manager", bram.town))
    assert news in queries.waiting(fatima, fatima.town)
