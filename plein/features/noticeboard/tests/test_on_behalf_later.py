"""A client of a professional: who hears of a worry, and what happens when the client is gone."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from plein.features.noticeboard import actions
from plein.features.noticeboard.matters import farewells
from plein.features.noticeboard.models import Farewell, Match, Post, Response
from plein.features.noticeboard.tests.making import agreed, answered
from plein.features.noticeboard.tests.test_on_behalf import place
from plein.foundation.care import actions as care
from plein.foundation.care.models import Client, Mandate
from plein.foundation.care.tests import making
from plein.foundation.care.tests.conftest import *  # noqa: F403
from plein.foundation.communities.actions import gone, leave
from plein.foundation.outbox.models import Message as Posted
from plein.shared.conversations import actions as conversations
from plein.shared.notifications.models import Notification
from plein.testing.cast import make_member


@pytest.fixture
def ask(nurse, somebody, mandate):
    place(nurse, somebody)
    return Post.objects.get()


def told(member):
    return set(Notification.objects.filter(to=member).values_list("key", flat=True))


def test_a_worry_about_a_client_is_for_the_professional_too(as_member, ask, petra, bram):
    talk = answered(ask, bram)
    url = f"/prikbord/afspraak/{talk.code}/vertellen/"
    assert "hoort de professional" in as_member(bram).get(url).content.decode()

    page = as_member(bram).post(url, {"kind": "worry", "about": "alone"}).content.decode()

    assert "hoort het ook" in page
    assert "noticeboard.client_worry" in told(petra)


def test_an_incident_is_for_the_people_by_name_only(as_member, ask, petra, bram):
    talk = answered(ask, bram)
    as_member(bram).post(
        f"/prikbord/afspraak/{talk.code}/vertellen/", {"kind": "incident", "about": "rude"}
    )

    assert "noticeboard.client_worry" not in told(petra)


def test_a_mandate_is_extended_and_the_ask_lives_on(nurse, as_member, petra, mandate, ask, bram):
    """The reminder leads to the page; the yes is noted once more, and told of again later."""
    url = f"/clienten/machtiging/{mandate.pk}/verlengen/"
    assert url in nurse.get(f"/clienten/{mandate.client_id}/").content.decode()
    Mandate.objects.update(
        ends_on=timezone.localdate() + timedelta(days=3),
        given_on=timezone.localdate() - timedelta(9),
    )
    assert care.remind() == 1
    assert Notification.objects.get(to=petra, key="noticeboard.mandate_ends").url.endswith(url)
    later = timezone.localdate() + timedelta(days=200)
    assert nurse.post(url, {"ends_on": "2001-01-01", "consent": "paper"}).status_code == 422
    assert as_member(bram).post(url, {"ends_on": later, "consent": "paper"}).status_code != 200

    done = nurse.post(url, {"ends_on": later, "consent": "paper"}, follow=True).content.decode()

    mandate.refresh_from_db()
    assert "De vragen voor deze persoon blijven gewoon staan" in done
    assert (mandate.ends_on, mandate.consent, mandate.reminded_at) == (later, "paper", None)
    assert mandate.given_on == timezone.localdate()
    with time_machine.travel(timezone.now() + timedelta(days=190)):
        care.end_old_mandates()
        assert care.remind() == 1
    ask.refresh_from_db()
    assert ask.closed_at is None
    assert Notification.objects.filter(to=petra, key="noticeboard.mandate_ends").count() == 2
    care.end_mandate(mandate, "withdrawn", by=petra)
    over = nurse.post(url, {"ends_on": later, "consent": "paper"}, follow=True)
    assert "Dit is al gestopt" in over.content.decode()


def test_when_the_client_died_all_stops_and_a_person_tells_the_helper(
    nurse, petra, somebody, mandate, ask, bram, fatima
):
    talk = answered(ask, bram)
    before = Notification.objects.filter(to=bram).count()
    page = f"/clienten/{somebody.pk}/overleden-of-verhuisd/"
    assert page in nurse.get(f"/clienten/{somebody.pk}/").content.decode()
    assert nurse.post(page, {"because": "verzonnen"}).status_code == 422

    said = nurse.post(page, {"because": "died"}, follow=True).content.decode()

    assert "Alles voor deze persoon is gestopt" in said
    ask.refresh_from_db()
    assert ask.closing == "arranged"
    assert Mandate.objects.get().ended_because == "gone"
    assert Notification.objects.filter(to=bram).count() == before
    farewell = Farewell.objects.get(response__conversation=talk)
    assert farewell.to == bram
    [matter] = farewells(petra.town_id)
    assert making.NAME not in matter.words
    with pytest.raises(care.ClientIsGone):
        making.make_mandate(petra, Client.objects.get())
    assert making.NAME in nurse.get("/clienten/").content.decode()
    assert nurse.get(f"/clienten/{somebody.pk}/machtiging/").url == page


def test_a_mistake_is_taken_back_and_after_thirty_days_nothing_is_left(
    nurse, petra, somebody, mandate, ask
):
    page = f"/clienten/{somebody.pk}/overleden-of-verhuisd/"
    nurse.post(page, {"because": "moved"})
    nurse.post(page, {"because": "died"})
    assert Client.objects.get().gone_because == "moved"

    nurse.post(page, {"back": "1"})

    assert Client.objects.get().gone_at is None
    assert making.make_mandate(petra, Client.objects.get()).stands
    nurse.post(page, {"because": "moved"})
    care.erase_who_is_gone()
    assert Client.objects.exists()
    with time_machine.travel(timezone.now() + timedelta(days=31), tick=False):
        care.erase_who_is_gone()
    assert not Client.objects.exists()
    ask.refresh_from_db()
    assert ask.title == "…"


# The professional goes away


def leaves(petra, mila):
    leave(petra, by=petra)


def dies(petra, mila):
    gone(petra, "died", by=mila)


@pytest.mark.parametrize("goes", [leaves, dies])
def test_when_a_professional_goes_a_colleague_has_the_asks_and_the_talks_at_once(
    goes, ask, mandate, petra, wouter, mila, bram
):
    talk, title = agreed(ask, bram).conversation, ask.title

    goes(petra, mila)

    ask.refresh_from_db()
    mandate.refresh_from_db()
    assert (ask.author, ask.title, ask.closing) == (wouter, title, "found")
    assert mandate.professional == wouter
    assert {row.member for row in talk.participants.all()} == {wouter, bram}
    assert told(bram) >= {"noticeboard.other_voice"}
    assert not told(bram) & {"noticeboard.found"}
    assert "noticeboard.yours_now" in told(wouter)
    assert not Farewell.objects.exists()


def test_who_leaves_as_the_last_of_a_team_does_not_end_it_in_silence(ask, mandate, petra, bram):
    """A helper never reads that it is not needed; somebody of the organisation takes it up."""
    answered(ask, bram)

    leave(petra, by=petra)

    mandate.refresh_from_db()
    ask.refresh_from_db()
    assert (mandate.ended_because, ask.closing) == ("not_admitted", "arranged")
    news = Notification.objects.get(to=bram, key="noticeboard.found")
    assert "niet meer nodig" not in news.text
    mail = Posted.objects.get(category="care")
    assert mail.address == "ria@zorg.example"
    assert making.NAME not in mail.text


def test_when_the_last_of_a_team_died_a_person_tells_the_helper(ask, petra, mila, bram):
    talk = answered(ask, bram)

    gone(petra, "died", by=mila)

    assert Farewell.objects.get(response__conversation=talk).to == bram
    assert "noticeboard.found" not in told(bram)
    assert care.end_old_mandates() == 1
    assert Posted.objects.get(category="care").address == "ria@zorg.example"
    ask.refresh_from_db()
    assert ask.closing == "arranged"


# The word ends while an appointment stands


def taken_back(mandate, by):
    care.end_mandate(mandate, "withdrawn", by=by)


def erased(mandate, by):
    care.erase_client(mandate.client, by=by)


@pytest.mark.parametrize("ends", [taken_back, erased])
def test_when_the_word_ends_who_was_going_to_help_hears_that_it_is_off(
    ends, ask, mandate, petra, bram
):
    response = agreed(ask, bram)

    ends(mandate, petra)

    response.refresh_from_db()
    news = Notification.objects.get(to=bram, key="noticeboard.called_off")
    assert news.subject == "Je afspraak gaat niet door"
    assert "niet aan jou" in news.text
    assert "noticeboard.found" not in told(bram), "One message is enough."
    assert response.state == "thanked"
    assert not Match.objects.exists()
    actions.cancel(response, by=bram)
    with pytest.raises(actions.NotAgreed):
        actions.propose(response, "morgen", "thuis", by=petra)


def test_help_that_went_on_ends_with_thanks_when_the_word_ends(ask, mandate, petra, bram):
    Post.objects.update(again=True)
    response = agreed(ask, bram)
    actions.done(response, by=bram)

    taken_back(mandate, petra)

    response.refresh_from_db()
    assert response.state == "done"
    assert told(bram) >= {"noticeboard.stopped"}
    assert "noticeboard.called_off" not in told(bram)


def test_cancelling_when_the_word_is_over_opens_nothing(ask, mandate, petra, bram):
    """Of a day on which the clock did not end it yet."""
    response = agreed(ask, bram)
    yesterday = timezone.localdate() - timedelta(days=1)
    Mandate.objects.update(ends_on=yesterday, given_on=yesterday)

    actions.cancel(response, by=bram)

    ask.refresh_from_db()
    assert ask.closing == "found"
    assert not Match.objects.exists()


# The client takes over


def takes_over(mandate, molenwijk):
    """Annie, with the card."""
    code = care.make_card(mandate, by=mandate.professional)
    annie = make_member("Annie", molenwijk)
    care.take_over(code, by=annie)
    return annie


def test_an_earlier_helper_does_not_hear_who_the_client_was(
    nurse, somebody, ask, mandate, petra, bram, fatima, molenwijk
):
    response = agreed(ask, bram)
    actions.done(response, by=bram)
    place(nurse, somebody, title="Wie hangt een lamp op?")
    now = Post.objects.get(title="Wie hangt een lamp op?")
    talk = answered(now, fatima)

    annie = takes_over(mandate, molenwijk)

    ask.refresh_from_db()
    now.refresh_from_db()
    assert (ask.author, ask.mandate, ask.stands_for) == (petra, mandate.pk, "professional")
    assert {row.member for row in response.conversation.participants.all()} == {petra, bram}
    assert "noticeboard.other_voice" not in told(bram)
    assert (now.author, now.mandate) == (annie, None)
    assert {row.member for row in talk.participants.all()} == {annie, fatima}
    assert "noticeboard.other_voice" in told(fatima)


def test_of_an_open_ask_only_the_talks_that_go_on_are_the_clients(
    ask, mandate, petra, bram, fatima, molenwijk
):
    stopped = actions.respond(ask, "Ik kan dinsdag.", by=bram)
    actions.withdraw(stopped, by=bram)
    talk = agreed(ask, fatima).conversation

    annie = takes_over(mandate, molenwijk)

    assert {row.member for row in talk.participants.all()} == {annie, fatima}
    assert annie not in {row.member for row in stopped.conversation.participants.all()}
    assert "noticeboard.other_voice" not in told(bram)


@pytest.mark.parametrize("still_open", [True, False])
def test_who_was_thanked_does_not_talk_on_with_the_professional_about_the_client(
    ask, mandate, petra, bram, fatima, molenwijk, still_open
):
    thanked, other = answered(ask, bram), answered(ask, fatima)
    Response.objects.filter(author=bram).update(state="thanked")
    if not still_open:
        actions.close(ask, "elsewhere", by=petra)

    takes_over(mandate, molenwijk)

    with pytest.raises(conversations.ConversationIsClosed):
        conversations.say(thanked, "Hoe gaat het nu met haar?", by=petra)
    heard = Notification.objects.filter(to=bram, key="noticeboard.talk_ends")
    assert heard.exists() == still_open, "Of what was over long ago nobody hears again."
    other.refresh_from_db()
    assert bool(other.closed_at) != still_open
    if still_open:
        assert "Dank je wel dat je wilde helpen" in heard.get().text
        assert "Annie" not in heard.get().subject + heard.get().text


def to_a_colleague(mandate, wouter, molenwijk):
    care.hand_over(mandate, wouter, "ill", by=mandate.professional)
    return wouter


def to_the_client(mandate, wouter, molenwijk):
    return takes_over(mandate, molenwijk)


@pytest.mark.parametrize("goes", [to_a_colleague, to_the_client])
def test_who_takes_over_does_not_say_yes_to_what_their_own_side_proposed(
    goes, ask, mandate, petra, wouter, bram, molenwijk
):
    response = actions.respond(ask, "Ik kan dinsdag.", by=bram)
    actions.propose(response, "dinsdag om 10 uur", "bij de bibliotheek", by=petra)

    taker = goes(mandate, wouter, molenwijk)

    with pytest.raises(actions.NotAgreed):
        actions.confirm(response, by=taker)
    assert actions.confirm(response, by=bram).is_agreed
