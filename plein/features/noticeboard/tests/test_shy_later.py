"""Later somebody wants their name back, or no name any more: what that means for each talk."""

from plein.features.noticeboard import actions, matters, shy_calls
from plein.features.noticeboard.models import Farewell, FollowUp, OnClock
from plein.features.noticeboard.tests.making import agreed, make_ask
from plein.features.noticeboard.tests.test_shy import ask, pair, reads, talk, text
from plein.foundation.communities.actions import gone, leave
from plein.lib.matter import Layer
from plein.shared.conversations import actions as conversations
from plein.shared.notifications.models import Notification
from plein.testing.cast import give, make_member

__all__ = ["ask", "pair"]


def test_showing_the_name_to_everybody_shows_it_in_the_talks_as_well(pair, noor):
    actions.choose_who_knows(pair.post, "readers", by=noor)

    pair.conversation.refresh_from_db()
    assert pair.conversation.veiled is None


def test_an_ask_that_goes_on_without_a_name_hides_it_where_the_asker_said_nothing(
    as_member, noor, bram, centrum, mila
):
    ask = make_ask(noor)
    quiet = actions.respond(ask, "Ik kan dinsdag.", by=bram)
    busy = actions.respond(ask, "Ik ook.", by=mila)
    conversations.say(busy.conversation, "Fijn, kom maar.", by=noor)
    assert "Noor" in reads(as_member, quiet, bram)

    actions.choose_who_knows(ask, "connectors", by=noor)

    assert "Noor" not in reads(as_member, quiet, bram)
    assert not Notification.objects.filter(to=bram, by_id=noor.pk, subject__contains="Noor")
    here = busy.conversation.get_absolute_url()
    assert "Noor" in text(as_member(mila), here)
    mine = talk(busy, "laten-zien/")
    assert "Terugnemen" in text(as_member(noor), mine)

    busy.refresh_from_db()
    actions.take_back(busy, "name", by=noor)
    assert "Noor" not in text(as_member(mila), here)


def needs_more_help(post, bram) -> FollowUp:
    agreed(post, bram)
    question = FollowUp.objects.get(member=post.author, after="week")
    actions.answer_follow_up(question, "more_help", by=post.author)
    return question


def test_who_needs_more_help_is_called_only_by_whom_they_picked(
    as_member, noor, bram, fatima, molenwijk, waterdrecht
):
    hanna = give(make_member("Hanna", molenwijk), "host", waterdrecht)
    question = needs_more_help(make_ask(noor, known_to="hosts"), bram)
    page = f"/prikbord/opvolgen/{question.pk}/"
    [row] = matters.told_how_it_went(noor.town_id)

    assert "Noor" not in row.words
    told = as_member(fatima).get(page).content.decode()
    assert "Hanna" in told
    assert "Noor" not in told
    assert "Noor" in as_member(hanna).get(page).content.decode()
    assert Notification.objects.get(to=hanna, key="noticeboard.call_shy").url == page
    assert not Notification.objects.filter(key="noticeboard.more_help").exists()


def test_a_host_they_picked_finds_the_call_on_their_day_start(
    as_member, noor, bram, mila, fatima, molenwijk, waterdrecht
):
    hanna = give(make_member("Hanna", molenwijk), "host", waterdrecht)
    question = needs_more_help(make_ask(noor, known_to="hosts"), bram)
    page = f"/prikbord/opvolgen/{question.pk}/"
    [row] = shy_calls.calls(noor.town_id)

    assert (row.url, row.layer) == (page, Layer.TODAY)
    assert row.only_for == {hanna.pk}
    assert "Noor" not in row.words
    assert page in as_member(hanna).get("/dagstart/").content.decode()
    give(mila, "host", waterdrecht)
    gone(hanna, "moved", by=mila)
    [row] = shy_calls.calls(noor.town_id)
    assert row.only_for == {mila.pk}


def test_who_may_not_know_notes_nothing_in_their_name(
    as_member, noor, bram, fatima, molenwijk, waterdrecht
):
    give(make_member("Hanna", molenwijk), "host", waterdrecht)
    question = needs_more_help(make_ask(noor, known_to="hosts"), bram)

    as_member(fatima).post(f"/prikbord/opvolgen/{question.pk}/", {"seen": "1"})

    question.refresh_from_db()
    assert question.seen_at is None


def test_when_nobody_they_picked_is_there_the_connectors_call(
    as_member, noor, bram, fatima, molenwijk, waterdrecht
):
    hanna = give(make_member("Hanna", molenwijk), "host", waterdrecht)
    post = make_ask(noor, known_to="hosts")
    leave(hanna, by=hanna)
    OnClock.objects.filter(name="Els").update(member=fatima)
    question = needs_more_help(post, bram)

    assert Notification.objects.filter(to=fatima, key="noticeboard.more_help").exists()
    assert as_member(fatima).get(f"/prikbord/opvolgen/{question.pk}/").status_code == 200


def test_that_a_helper_is_gone_is_told_by_whom_the_asker_picked(
    as_member, noor, bram, fatima, molenwijk, waterdrecht
):
    hanna = give(make_member("Hanna", molenwijk), "host", waterdrecht)
    agreed(make_ask(noor, known_to="hosts"), bram)
    gone(bram, "moved", by=fatima)
    page = f"/prikbord/afscheid/{Farewell.objects.get().pk}/"
    [row] = matters.farewells(noor.town_id)

    assert row.url == page
    assert "Noor" not in row.words
    told = as_member(fatima).get(page).content.decode()
    assert "Hanna" in told
    assert "Noor" not in told
    assert as_member(hanna).get(page).status_code == 200
    assert Notification.objects.filter(to=hanna, key="noticeboard.call_shy").exists()


def test_an_appointment_keeps_the_name_and_who_stepped_back_does_not(noor, bram, mila):
    ask = make_ask(noor)
    pair = actions.respond(ask, "Ik kan dinsdag.", by=bram)
    actions.propose(pair, "dinsdag", "de bieb", by=bram)
    gone = actions.respond(ask, "Ik ook.", by=mila)
    conversations.say(gone.conversation, "Fijn", by=noor)
    actions.withdraw(gone, by=mila)

    actions.choose_who_knows(ask, "connectors", by=noor)

    pair.conversation.refresh_from_db()
    gone.conversation.refresh_from_db()
    assert (pair.conversation.veiled, gone.conversation.veiled) == (None, noor)
