"""Some tasks ask a proof of who helps: an answer is kept, never refused (HELP-13)."""

import pytest

from plein.features.noticeboard import actions
from plein.features.noticeboard.models import Post, Response
from plein.features.noticeboard.proofs_waiting import waiting
from plein.features.noticeboard.tests.making import SECRET_TITLE, agreed, make_ask, make_offer
from plein.foundation import jobs
from plein.foundation.proofs import actions as proofs
from plein.foundation.proofs.models import Proof
from plein.shared.notifications.models import Notification

pytestmark = pytest.mark.django_db
KIND = "We bewaren je bericht"


@pytest.fixture
def ask(noor):
    return make_ask(noor, task_class="trust")


def asks(waterdrecht, mila, **said):
    rungs = {"public": "none", "door": "none", "inside": "none", "trust": "vog"}
    years = {"vog_years": 3, "other_years": 2}
    proofs.change_rules(waterdrecht, rungs | years | said, by=mila)


def talk():
    return Response.objects.get().conversation


def test_who_has_too_little_reads_kindly_what_is_asked_and_how_to_get_it(as_member, bram, ask):
    client, url = as_member(bram), f"{ask.get_absolute_url()}reageren/"

    page = client.get(url).content.decode()
    answer = client.post(url, {"message": "Ik kan dinsdag."}, follow=True).content.decode()

    assert KIND in page
    assert "VOG" in page
    assert "gratis" in page
    assert "begint je gesprek vanzelf" in answer
    assert talk() is None


def test_the_asker_hears_that_it_takes_a_while_and_not_from_whom(as_member, noor, bram, ask):
    actions.respond(ask, "Ik kan dinsdag.", by=bram)

    told = Notification.objects.get(to=noor)
    assert "Bram" not in told.subject + told.text
    assert "Bram" not in as_member(noor).get(ask.get_absolute_url()).content.decode()
    assert Post.objects.get().first_answered_at is None


def test_the_talk_begins_by_itself_as_soon_as_it_was_seen(bram, fatima, ask):
    actions.respond(ask, "Ik kan dinsdag.", by=bram)

    proofs.note(bram, "vog", by=fatima)
    jobs.run_pending()

    assert talk().messages.get().text == "Ik kan dinsdag."


def test_a_lower_rung_is_too_little_and_a_higher_one_is_enough(
    waterdrecht, mila, bram, fatima, ask
):
    proofs.note(bram, "met", by=fatima)
    actions.respond(ask, "Ik kan", by=bram)
    assert talk() is None

    asks(waterdrecht, mila, trust="known")
    proofs.note(bram, "vog", by=fatima)
    jobs.run_pending()

    assert talk()


def test_what_ended_counts_no_more(bram, fatima, ask):
    proof = proofs.note(bram, "vog", by=fatima)
    Proof.objects.filter(pk=proof.pk).update(seen_on="2020-01-01", ends_on="2023-01-01")

    actions.respond(ask, "Ik kan", by=bram)

    assert talk() is None


def test_what_was_taken_back_stops_a_new_appointment_and_not_the_talk(
    as_member, noor, bram, fatima, ask
):
    proof = proofs.note(bram, "vog", by=fatima)
    response = actions.respond(ask, "Ik kan", by=bram)
    proofs.withdraw(proof, by=fatima)

    page = as_member(noor).get(f"/prikbord/afspraak/{talk().code}/").content.decode()

    assert "Eerst dit" in page
    with pytest.raises(actions.NotAgreed):
        actions.propose(response, "dinsdag", "thuis", by=bram)


def test_an_asker_reads_beside_the_appointment_what_was_seen_and_who_answers_for_it(
    as_member, noor, bram, fatima
):
    proofs.note(bram, "met", by=fatima)
    pair = agreed(make_ask(noor), bram)

    page = as_member(noor).get(f"/prikbord/afspraak/{pair.conversation.code}/").content.decode()

    assert "Gezien op het matchpunt" in page
    assert "Tussen buren" in page


def test_when_a_place_asks_less_nobody_waits_any_more(waterdrecht, mila, bram, ask):
    actions.respond(ask, "Ik kan", by=bram)

    asks(waterdrecht, mila, trust="none")
    jobs.run_pending()

    assert talk()


@pytest.mark.parametrize("task_class", ["public", "door", "inside"])
def test_other_tasks_usually_ask_nothing_more(as_member, noor, bram, task_class):
    ask = make_ask(noor, task_class=task_class)

    page = as_member(bram).get(f"{ask.get_absolute_url()}reageren/").content.decode()
    actions.respond(ask, "Ik kan", by=bram)

    assert KIND not in page
    assert talk()


def test_of_an_offer_it_is_the_one_who_offers(noor, bram, fatima):
    offer = make_offer(bram, task_class="trust")
    actions.respond(offer, by=noor)
    told = Notification.objects.get(to=bram)
    assert "VOG" in told.text
    assert "Noor" not in told.subject + told.text

    proofs.note(bram, "vog", by=fatima)
    jobs.run_pending()

    assert talk()


def test_somebody_nobody_met_waits_for_both(bram, nadia, fatima, ask):
    actions.respond(ask, "Ik kan", by=nadia)

    proofs.note(nadia, "vog", by=fatima)
    jobs.run_pending()

    assert talk() is None


def test_guests_and_strangers_read_no_more_of_it_than_before(as_member, nadia, joost, ask):
    own = ask.get_absolute_url()
    for reader in (as_member(), as_member(nadia), as_member(joost)):
        for url in (own, f"{own}reageren/", f"{own}reageren/versturen/"):
            page = reader.get(url, follow=True).content.decode()
            assert SECRET_TITLE not in page
            assert ask.text not in page


def test_who_waits_for_a_proof_stands_on_the_dayboard_once(as_member, noor, bram, fatima, ask):
    second = make_ask(noor, task_class="trust")
    for one in (ask, second):
        actions.respond(one, "Ik kan dinsdag.", by=bram)
    jobs.run_pending()
    board = as_member(fatima).get("/dagstart/?tijd=60").content.decode()
    (matter,) = waiting(ask.town_id)

    assert board.count("Bram wil helpen en wacht op") == 1
    assert SECRET_TITLE not in board
    assert f'href="{matter.url}"' in board
    assert bram.pk in matter.hidden_from
    assert as_member(fatima).get(matter.url).status_code == 200

    proofs.note(bram, "vog", by=fatima)
    jobs.run_pending()
    assert "Bram wil helpen" not in as_member(fatima).get("/dagstart/?tijd=60").content.decode()


def test_who_lacks_nothing_steps_back_or_comes_too_late_waits_for_no_proof(
    noor, bram, nadia, joost, ask
):
    actions.respond(make_ask(noor), "Ik kan dinsdag.", by=bram)
    actions.respond(ask, "Ik wil wel.", by=nadia)
    assert not list(waiting(ask.town_id))

    response = actions.respond(ask, "Ik kan dinsdag.", by=bram)
    assert len(list(waiting(ask.town_id))) == 1
    assert not list(waiting(joost.town_id))
    actions.withdraw(response, by=bram)
    assert not list(waiting(ask.town_id))


def test_of_an_offer_the_one_who_offers_waits_for_the_proof(noor, bram):
    offer = make_offer(bram, task_class="trust")
    actions.respond(offer, "Graag.", by=noor)

    assert [one.about for one in waiting(noor.town_id)] == [bram.pk]
