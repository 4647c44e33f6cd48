"""'We hebben een afspraak': proposed by one, confirmed by the other, done, and thanked."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from plein.features.noticeboard import actions
from plein.features.noticeboard.models import Draft, Match, Post, Response
from plein.features.noticeboard.tests.making import agreed, answered, make_ask, make_offer
from plein.foundation.communities.models import Member
from plein.foundation.outbox.models import Message
from plein.shared.notifications.actions import choose
from plein.shared.notifications.models import Notification

WHEN = {"what": "propose", "when_words": "dinsdag om 10 uur", "place_words": "bij de bibliotheek"}


@pytest.fixture
def ask(noor):
    return make_ask(noor)


@pytest.fixture
def talk(ask, bram):
    return answered(ask, bram)


def page(client, talk):
    return client.get(f"/prikbord/afspraak/{talk.code}/")


def do(client, talk, **said):
    return client.post(f"/prikbord/afspraak/{talk.code}/", said)


def subjects(member):
    return set(Notification.objects.filter(to=member).values_list("subject", flat=True))


def test_one_proposes_and_the_other_says_yes(as_member, noor, bram, talk):
    do(as_member(bram), talk, **WHEN)
    text = page(as_member(noor), talk).content.decode()
    assert "Bram stelt dit voor" in text
    assert "dinsdag om 10 uur" in text

    do(as_member(noor), talk, what="confirm")

    assert Match.objects.get().is_agreed
    assert Response.objects.get().state == "chosen"
    assert "Jullie hebben een afspraak" in page(as_member(bram), talk).content.decode()
    assert "Noor zegt ja: jullie hebben een afspraak" in subjects(bram)


def test_when_and_where_stand_in_the_mail_and_not_in_its_subject(noor, bram, ask):
    response = actions.respond(ask, "Ik kan dinsdag.", by=bram)
    actions.propose(response, "dinsdag om 10 uur", "bij de bibliotheek.", by=bram)
    actions.confirm(response, by=noor)

    for member, key in ((noor, "proposed"), (bram, "agreed")):
        told = Notification.objects.get(to=member, key=f"noticeboard.{key}")
        mail = Message.objects.get(key=f"notification:{told.pk}")
        assert "Wanneer: dinsdag om 10 uur. Waar: bij de bibliotheek.\n" in told.text
        assert "dinsdag om 10 uur" in mail.text
        assert "dinsdag om 10 uur" in mail.html
        assert "dinsdag" not in mail.subject
        assert "bibliotheek" not in mail.subject


@time_machine.travel("2026-11-23 09:00 +01:00", tick=False)
def test_the_day_stands_in_each_mail_about_it_in_the_words_of_who_reads(noor, bram, ask):
    """Also when it is called off, and when we ask how it went; never in a subject."""
    Member.objects.filter(pk=bram.pk).update(language="en")
    bram.refresh_from_db()
    response = actions.respond(ask, "Ik kan wel.", by=bram)
    actions.propose(response, "om 10 uur", "bij de bibliotheek", date(2026, 12, 1), by=bram)
    actions.confirm(response, by=noor)
    actions.cancel(response, by=noor)

    told = {each.key: each for each in Notification.objects.filter(to__in=[noor, bram])}
    assert "Wanneer: dinsdag 1 december, om 10 uur." in told["noticeboard.proposed"].text
    assert "When: Tuesday 1 December, om 10 uur." in told["noticeboard.agreed"].text
    assert "It is about Tuesday 1 December." in told["noticeboard.cancelled"].text
    assert not [each for each in told.values() if "december" in each.subject.lower()]


def test_a_public_place_is_proposed_first(as_member, bram, talk):
    text = page(as_member(bram), talk).content.decode()

    assert "Spreek dan eerst af op een openbare plek" in text
    assert "Bibliotheek" in text


def test_a_place_that_ends_with_a_dot_gets_no_second_one(as_member, bram, talk, molenwijk):
    molenwijk.walk_in = "Buurthuis, tot 16 uur."
    molenwijk.save()

    text = page(as_member(bram), talk).content.decode()

    assert "Bijvoorbeeld: Buurthuis, tot 16 uur." in text
    assert "16 uur.." not in text


def test_nobody_confirms_their_own_proposal(as_member, bram, talk):
    client = as_member(bram)
    do(client, talk, **WHEN)

    do(client, talk, what="confirm")

    assert not Match.objects.get().is_agreed


def test_the_other_one_may_propose_something_else(as_member, noor, bram, talk):
    do(as_member(bram), talk, **WHEN)
    do(as_member(noor), talk, **WHEN | {"when_words": "woensdag om 2 uur"})

    match = Match.objects.get()
    assert (match.when_words, match.proposed_by) == ("woensdag om 2 uur", noor)


def test_an_appointment_closes_the_ask(as_member, bram, ask):
    agreed(ask, bram)

    post = Post.objects.get()
    assert post.closing == "found"


def test_who_was_not_chosen_hears_thanks_and_something_else_that_fits(
    bram, fatima, mila, noor, ask
):
    answered(ask, fatima)
    other = make_ask(mila, title="Wie kookt er samen met mij?")
    choose(fatima, rhythm="daily")

    agreed(ask, bram)

    told = Notification.objects.get(to=fatima, key="noticeboard.found")
    assert told.passed_on_at, "The same day, also for who gets one mail a day."
    assert told.subject == "Bedankt, er is iemand gevonden"
    assert other.title in told.text
    assert other.get_absolute_url() in told.text
    assert Response.objects.get(author=fatima).state == "thanked"


def test_who_was_not_chosen_stands_there_as_thanked(as_member, noor, bram, fatima, ask):
    answered(ask, fatima)
    before = as_member(noor).get(ask.get_absolute_url()).content.decode()
    agreed(ask, bram)

    after = as_member(noor).get(ask.get_absolute_url()).content.decode()

    assert "Tik op een naam. Dan lees je het bericht" in before
    assert "In gesprek" in before
    assert "Tik op een naam" not in after
    assert "Bedankt: je koos iemand anders" in after


def test_before_the_yes_stands_what_it_does_with_the_ask(as_member, noor, bram, talk):
    do(as_member(bram), talk, **WHEN)

    theirs = page(as_member(noor), talk).content.decode()
    mine = page(as_member(bram), talk).content.decode()

    assert "Dan gaat je vraag van het prikbord." in theirs
    assert "Jij hoeft niemand af te zeggen." in theirs
    assert "Dan gaat je vraag van het prikbord." not in mine
    assert "Nu kan Noor ja zeggen. Je krijgt bericht van ons." in mine


def test_the_asker_may_look_for_more_people(as_member, noor, bram, fatima, talk, ask):
    answered(ask, fatima)
    do(as_member(bram), talk, **WHEN)

    do(as_member(noor), talk, what="confirm", more="on")

    assert Post.objects.get().is_open
    assert Response.objects.get(author=fatima).state == "open"


def test_an_offer_stays_open_for_others(noor, bram):
    offer = make_offer(bram)

    agreed(offer, noor)

    assert Post.objects.get().is_open


def test_what_does_not_happen_opens_the_ask_again(as_member, noor, bram, ask):
    response = agreed(ask, bram)

    do(as_member(bram), response.conversation, what="cancel")

    assert not Match.objects.exists()
    assert Post.objects.get().is_open
    assert Response.objects.get().state == "open"
    assert "De afspraak met Bram gaat niet door" in subjects(noor)


def test_before_an_appointment_is_called_off_stands_what_happens_then(as_member, noor, bram, ask):
    talk = agreed(ask, bram).conversation
    url = f"/prikbord/afspraak/{talk.code}/afzeggen/"
    assert url in page(as_member(noor), talk).content.decode()

    asks = as_member(noor).get(url).content.decode()
    helps = as_member(bram).get(url).content.decode()

    assert "De afspraak met Bram afzeggen?" in asks
    assert "Bram krijgt meteen bericht. Je vraag komt weer op het prikbord." in asks
    assert "Ja, zeg de afspraak af" in asks
    assert "Nee, laat staan" in asks
    assert "Noor krijgt meteen bericht. De vraag komt weer op het prikbord." in helps
    assert Match.objects.get().is_agreed


def test_after_calling_off_a_word_says_what_happened(as_member, noor, bram, ask):
    talk = agreed(ask, bram).conversation
    client = as_member(bram)
    do(client, talk, what="cancel")

    said = client.get(talk.get_absolute_url()).content.decode()
    told = Notification.objects.get(to=noor, key="noticeboard.cancelled").text

    assert "De afspraak is afgezegd. Noor krijgt bericht. De vraag staat weer op het" in said
    assert "Je vraag staat weer op het prikbord. Ook andere buren kunnen weer reageren." in told


def test_the_helper_does_not_hear_that_it_is_their_ask(as_member, noor, bram, ask):
    talk = agreed(ask, bram).conversation
    client = as_member(noor)
    do(client, talk, what="cancel")

    assert "Je vraag staat weer op het prikbord." in client.get("/mijn/").content.decode()
    told = Notification.objects.get(to=bram, key="noticeboard.cancelled").text
    assert "prikbord" not in told


def test_what_cannot_be_called_off_any_more_asks_nothing(as_member, noor, bram, ask):
    talk = agreed(ask, bram).conversation
    do(as_member(bram), talk, what="done")

    for question in ("afzeggen", "stoppen"):
        to = as_member(noor).get(f"/prikbord/afspraak/{talk.code}/{question}/")
        assert to.url == f"/prikbord/afspraak/{talk.code}/"


def test_afterwards_it_is_done_and_the_helped_one_says_thank_you(as_member, noor, bram, ask):
    talk = agreed(ask, bram).conversation
    do(as_member(bram), talk, what="done")

    do(as_member(noor), talk, what="thank", words="Dank je wel, het was gezellig!")

    text = page(as_member(bram), talk).content.decode()
    assert "Dank je wel, het was gezellig!" in text
    assert "Noor bedankt je" in subjects(bram)


def test_that_it_happened_is_said_on_the_day_itself_or_later(as_member, noor, bram, ask):
    talk = agreed(ask, bram).conversation
    assert "De hulp is geweest" in page(as_member(noor), talk).content.decode()

    Match.objects.update(planned_on=timezone.localdate() + timedelta(days=1))
    before = page(as_member(noor), talk).content.decode()
    Match.objects.update(planned_on=timezone.localdate())
    today = page(as_member(noor), talk).content.decode()

    assert 'value="done"' not in before
    assert "Is het voorbij? Dan vertel je hier hoe het ging." in before
    assert "De hulp is geweest" in today
    assert "Is het voorbij?" not in today


@pytest.mark.parametrize("again", [False, True])
def test_nobody_says_that_it_happened_before_the_day(as_member, noor, bram, again):
    talk = agreed(make_ask(noor, again=again), bram).conversation
    Match.objects.update(planned_on=timezone.localdate() + timedelta(days=1))
    client = as_member(noor)

    to = do(client, talk, what="done")

    match = Match.objects.get()
    assert (match.done_at, match.met_at) == (None, None)
    said = client.get(to.url).content.decode()
    assert "Die dag moet nog komen. Vertel hier op de dag zelf of later hoe het ging." in said


def test_the_helper_thanks_nobody_in_their_name(as_member, noor, bram, ask):
    talk = agreed(ask, bram).conversation
    do(as_member(bram), talk, what="done")

    do(as_member(bram), talk, what="thank", words="Graag gedaan")

    assert Match.objects.get().thanks == ""


def test_giving_something_in_return_is_not_needed(as_member, noor, bram, ask):
    talk = agreed(ask, bram).conversation
    do(as_member(noor), talk, what="done")

    text = page(as_member(noor), talk).content.decode()

    assert "Wil je ook iets terugdoen? Het hoeft niet." in text


def test_the_same_person_again_is_one_tap(as_member, noor, bram, ask):
    talk = agreed(ask, bram).conversation
    do(as_member(noor), talk, what="done")
    client = as_member(noor)

    to = client.post(f"/prikbord/afspraak/{talk.code}/weer/")

    assert to.url == "/prikbord/vragen/controleer/"
    assert "We vragen Bram als eerste." in client.get(to.url).content.decode()
    client.post(to.url, {"audience": "members"})
    assert Post.objects.count() == 2
    assert not Draft.objects.exists()
    assert "Noor wil graag weer jouw hulp" in subjects(bram)


def test_the_day_is_asked_once_and_before_the_time(as_member, bram, talk):
    text = page(as_member(bram), talk).content.decode()

    assert text.index("Op welke dag?") < text.index("Hoe laat?") < text.index("Waar ")
    assert "Wanneer?" not in text
    assert "Welke dag is dat?" not in text


def test_without_a_when_nothing_is_proposed(as_member, bram, talk):
    answer = do(as_member(bram), talk, what="propose", when_words="", place_words="hier")

    assert answer.status_code == 422
    assert "Bijvoorbeeld: dinsdag om 10 uur." in answer.content.decode()
    assert 'value="hier"' in answer.content.decode()


def test_an_appointment_is_for_the_two_in_the_talk(as_member, fatima, mila, talk):
    for stranger in (fatima, mila):
        assert page(as_member(stranger), talk).status_code == 404
        assert do(as_member(stranger), talk, **WHEN).status_code == 404


def test_a_guest_is_led_to_the_entrance(as_member, talk):
    assert page(as_member(), talk).url.startswith("/inloggen/")


def test_htmx_gets_the_piece_only(as_member, bram, talk):
    text = (
        as_member(bram)
        .get(f"/prikbord/afspraak/{talk.code}/", headers={"hx-request": "true"})
        .content.decode()
    )

    assert "<html" not in text
    assert 'id="agreement"' in text


def test_what_is_said_after_a_tap_stands_in_the_piece_once(as_member, noor, bram, talk):
    client, url = as_member(bram), f"/prikbord/afspraak/{talk.code}/"

    tapped = client.post(url, {"what": "done"}, headers={"hx-request": "true"})

    words = "De afspraak is intussen veranderd."
    assert tapped.content.decode().count(words) == 1
    assert words not in client.get(url).content.decode()
    client.post(url, {"what": "done"})
    assert client.get(url).content.decode().count(words) == 1


def test_the_talk_page_shows_the_piece(as_member, bram, talk):
    text = as_member(bram).get(talk.get_absolute_url()).content.decode()

    assert f"/prikbord/afspraak/{talk.code}/" in text


def test_what_is_agreed_cannot_be_proposed_anew_before_it_is_cancelled(bram, ask):
    response = agreed(ask, bram)

    with pytest.raises(actions.AlreadyAgreed):
        actions.propose(response, "nu", "hier", by=bram)
