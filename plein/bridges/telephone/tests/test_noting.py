"""Aan de telefoon: an ask on one page, while somebody talks."""

import pytest
import time_machine

from plein.bridges.telephone import actions
from plein.features.noticeboard import shy
from plein.features.noticeboard.actions import Wanted, respond
from plein.features.noticeboard.models import OnClock, Post
from plein.foundation import jobs
from plein.foundation.audit.models import Record
from plein.foundation.communities.models import Member, RoleName
from plein.foundation.taxonomy.models import Theme
from plein.shared.notifications.models import GoBetween, Notification
from plein.testing.cast import give, make_member

URL = "/telefoon/"


@pytest.fixture
def said(molenwijk) -> dict[str, str]:
    """What a woman of 82 says, and the connector types."""
    return {
        "title": "Wie doet boodschappen voor mij?",
        "text": "Elke donderdag.",
        "theme": "boodschappen-koken",
        "when": "daytime",
        "task_class": "door",
        "name": "Riet",
        "phone": "0184 555 123",
        "home": str(molenwijk.pk),
        "read_back": "on",
        "agreed": "on",
        "form_key": jobs.new_form_key(),
    }


def test_the_ask_stands_on_the_board_by_phone(as_member, fatima, molenwijk, said):
    answer = as_member(fatima).post(URL, said)

    post = Post.objects.get()
    assert answer.status_code == 302
    assert (post.door, post.title, post.community) == ("phone", said["title"], molenwijk)
    assert not post.is_private or post.audience == "members"


def test_who_called_is_a_member_without_account_whom_we_have_met(as_member, fatima, said):
    as_member(fatima).post(URL, said)

    riet = Member.objects.get(name="Riet")
    assert riet.account is None
    assert riet.is_greeted
    assert (riet.channel, riet.phone) == ("phone", "+31184555123")


def test_the_answer_comes_by_phone(as_member, fatima, bram, said):
    as_member(fatima).post(URL, said)
    respond(Post.objects.get(), "Ik ga donderdag toch.", by=bram)

    assert Notification.objects.get(to__name="Riet").way == "person"
    html = as_member(fatima).get("/bellijst/").content.decode()
    assert "Er is nieuws voor Riet" in html
    assert "+31184555123" in html


def test_who_called_before_is_the_same_person(as_member, fatima, said):
    browser = as_member(fatima)
    browser.post(URL, said)
    browser.post(URL, said | {"form_key": jobs.new_form_key(), "title": "En de tuin?"})

    assert Member.objects.filter(name="Riet").count() == 1
    assert Post.objects.count() == 2


def test_who_has_an_account_with_that_number_is_that_member(as_member, fatima, noor, said):
    noor.account.phone = "+31184555123"
    noor.account.save()

    as_member(fatima).post(URL, said)

    assert Post.objects.get().author == noor


ANS = {"through_name": "Ans", "through_phone": "06 12345678"}


def test_somebody_they_know_is_asked_first_and_until_then_the_caller_is_called(
    as_member, fatima, said
):
    page = as_member(fatima).post(URL, said | ANS, follow=True).content.decode()

    row = GoBetween.objects.get()
    assert (row.name, row.may_hear, row.agreed_at) == ("Ans", False, None)
    assert row.member.channel == "phone"
    assert "Tot die ja zegt, bellen we u zelf" in page
    assert "Ans" not in page


def test_of_who_is_known_a_number_is_no_proof_and_half_an_answer_is_asked_again(
    as_member, fatima, noor, waterdrecht, centrum, said
):
    noor.account.phone = "+31184555123"
    noor.account.save()
    page = as_member(fatima).post(URL, said | ANS)
    assert page.status_code == 422
    assert "Deze persoon is hier bekend" in page.content.decode()
    assert as_member(fatima).post(URL, said | {"through_name": "Ans"}).status_code == 422
    assert not Post.objects.exists()

    noor.account, noor.address = None, "+31184555123"
    noor.save()
    desk = give(make_member("Balie", centrum), RoleName.PROFESSIONAL, waterdrecht)
    assert as_member(desk).post(URL, said | ANS).status_code == 422
    as_member(fatima).post(URL, said | ANS)
    assert GoBetween.objects.get().member == noor


def test_an_impatient_thumb_makes_one_ask(as_member, fatima, said):
    browser = as_member(fatima)
    browser.post(URL, said), browser.post(URL, said)

    assert Post.objects.count() == 1


@pytest.mark.parametrize("missing", ["read_back", "agreed"])
def test_without_a_spoken_yes_nothing_is_published(as_member, fatima, said, missing):
    answer = as_member(fatima).post(URL, {k: v for k, v in said.items() if k != missing})

    assert answer.status_code == 422
    assert not Post.objects.exists()
    assert not Member.objects.filter(name="Riet").exists()


def test_the_action_wants_a_yes_as_well(fatima, molenwijk):
    theme = Theme.objects.get(town=fatima.town_id, key="boodschappen-koken")
    wanted = Wanted(kind="ask", theme=theme, title="Hulp")
    words = {"name": "Riet", "phone": "+31184555123", "home": molenwijk, "wanted": wanted}

    with pytest.raises(actions.NoConsent):
        actions.note_ask(actions.Said(**words, read_back=True, agreed=False), by=fatima)


def test_the_audit_says_who_wrote_it_down(as_member, fatima, said):
    as_member(fatima).post(URL, said)

    assert Record.objects.get(key="telephone.ask.noted").by_id == fatima.pk


def test_a_place_that_rests_says_so(as_member, fatima, said):
    OnClock.objects.all().delete()

    answer = as_member(fatima).post(URL, said)

    assert answer.status_code == 422
    assert not Member.objects.filter(name="Riet").exists()


def test_a_welfare_desk_may_note_too_and_greets_nobody(as_member, waterdrecht, centrum, said):
    desk = give(make_member("Balie", centrum), RoleName.PROFESSIONAL, waterdrecht)
    as_member(desk).post(URL, said)

    assert not Member.objects.get(name="Riet").is_greeted


def test_a_neighbour_has_no_such_page(as_member, noor, fatima, said):
    assert as_member(noor).get(URL).status_code == 404
    assert as_member(noor).post(URL, said).status_code == 404


def test_a_guest_is_led_to_the_entrance(as_member, waterdrecht):
    assert as_member().get(URL).status_code == 302


def test_another_town_cannot_be_chosen(as_member, joost, elders, said):
    give(joost, RoleName.CONNECTOR, elders)

    answer = as_member(joost, host="elders.testserver").post(URL, said)

    assert answer.status_code == 422
    assert not Post.objects.exists()


def test_after_it_the_page_says_what_to_say(as_member, fatima, said):
    answer = as_member(fatima).post(URL, said, follow=True)

    assert "Als iemand reageert, bellen we u" in answer.content.decode()


def test_the_clock_of_the_ask_runs(as_member, fatima, said):
    with time_machine.travel("2026-06-01T12:00:00+02:00"):
        as_member(fatima).post(URL, said)

    assert Post.objects.get().clocks.filter(due_at__isnull=False).exists()


@pytest.fixture
def crowded(monkeypatch):
    """Enough people in their eighties live around, and nobody knows of thirty."""
    monkeypatch.setattr(shy, "ages", lambda _home: ["80"])


def test_a_shy_caller_stands_on_the_board_without_a_name(as_member, fatima, said, crowded):
    as_member(fatima).post(URL, said | {"known_to": "connectors", "age": "80"})

    post = Post.objects.get()
    assert (post.known_to, post.age) == ("connectors", "80")
    assert "Riet" not in post.byline
    assert "in de tachtig" in post.byline


def test_an_age_that_tells_too_much_or_of_who_gives_a_name_is_not_kept(
    as_member, fatima, said, crowded
):
    page = as_member(fatima).post(URL, said | {"known_to": "connectors", "age": "30"})
    assert page.status_code == 422
    assert "te weinig mensen" in page.content.decode()

    as_member(fatima).post(URL, said | {"known_to": "readers", "age": "80"})
    assert Post.objects.get().age == ""
