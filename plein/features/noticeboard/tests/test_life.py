"""How it went, and what somebody is worried about (HELP-8, HELP-16)."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from plein.features.noticeboard import actions, life, tasks
from plein.features.noticeboard.models import Concern, Farewell, FollowUp, Match, OnClock
from plein.features.noticeboard.tests.making import agreed, answered, make_ask
from plein.foundation.audit.models import Record
from plein.foundation.communities.actions import gone
from plein.foundation.communities.queries import blocked_between
from plein.shared.notifications.models import Notification

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(noor, bram):
    return agreed(make_ask(noor), bram)


def in_days(number) -> None:
    with time_machine.travel(timezone.now() + timedelta(days=number), tick=False):
        tasks.ask_how_it_went()


def question(member, after="week") -> FollowUp:
    return FollowUp.objects.get(member=member, after=after)


def page_of(follow_up) -> str:
    return reverse("noticeboard:follow-up", args=[life.key_for(follow_up)])


def heard(member, key) -> list[str]:
    return [n.subject for n in Notification.objects.filter(to=member, key=key).order_by("id")]


def test_both_are_asked_after_a_week_and_after_three_months(pair, noor, bram):
    in_days(6)
    assert not FollowUp.objects.exclude(asked_at=None).exists()

    in_days(8)
    in_days(92)

    assert heard(noor, "noticeboard.follow_up") == ["Hoe ging het met Bram?"] * 2
    assert heard(bram, "noticeboard.follow_up") == ["Hoe ging het met Noor?"] * 2


def test_asking_twice_asks_once(pair, noor):
    in_days(8)
    in_days(8)

    assert len(heard(noor, "noticeboard.follow_up")) == 1


def test_what_was_cancelled_is_not_asked_about(pair, noor):
    actions.cancel(pair, by=noor)

    assert not FollowUp.objects.exists()


def test_the_answer_is_one_tap_without_signing_in(as_member, pair, noor):
    url = page_of(question(noor))
    assert "Hoe ging het met Bram?" in as_member().get(url).content.decode()

    as_member().post(url, {"answer": "well"})

    assert question(noor).answer == "well"


def test_opening_the_link_changes_nothing(as_member, pair, noor):
    as_member().get(page_of(question(noor)))

    assert question(noor).answer == ""


def test_the_first_answer_counts(as_member, pair, noor):
    url = page_of(question(noor))
    as_member().post(url, {"answer": "well"})

    page = as_member().post(url, {"answer": "more_help"})

    assert page.status_code == 200
    assert question(noor).answer == "well"


def test_a_tile_that_does_not_exist_is_asked_again(as_member, pair, noor):
    assert as_member().post(page_of(question(noor)), {"answer": "x"}).status_code == 422


@pytest.mark.parametrize("key", ["verzonnen", "abc:def:ghi"])
def test_a_made_up_link_opens_nothing(as_member, waterdrecht, key):
    assert as_member().get(f"/prikbord/hoe-ging-het/{key}/").status_code == 404


def test_a_link_of_another_town_opens_nothing(as_member, pair, noor, elders):
    url = page_of(question(noor))

    assert as_member(host=elders.host).get(url).status_code == 404


def test_the_other_one_never_hears_the_answer(as_member, pair, noor, bram):
    before = Notification.objects.filter(to=bram).count()

    as_member().post(page_of(question(noor)), {"answer": "not_well"})

    assert Notification.objects.filter(to=bram).count() == before
    talk = as_member(bram).get(pair.conversation.get_absolute_url()).content.decode()
    assert "paste niet" not in talk


def test_more_help_reaches_a_person_the_same_day(as_member, pair, noor, fatima):
    OnClock.objects.filter(name="Els", town=noor.town_id).update(member=fatima)

    as_member().post(page_of(question(noor)), {"answer": "more_help"})

    assert heard(fatima, "noticeboard.more_help") == ["Iemand heeft meer hulp nodig"]


def test_who_stopped_is_not_asked_again(as_member, pair, noor):
    in_days(8)
    as_member().post(page_of(question(noor)), {"answer": "stopped"})

    assert not FollowUp.objects.filter(after="months").exists()


def test_a_connector_writes_an_answer_down_by_phone(as_member, pair, noor, fatima):
    url = f"/prikbord/opvolgen/{question(noor).pk}/"
    assert "u spreekt met" in as_member(fatima).get(url).content.decode()

    as_member(fatima).post(url, {"answer": "more_help"})
    as_member(fatima).post(url, {"seen": "1"})

    found = question(noor)
    assert (found.answer, found.noted_by) == ("more_help", fatima)
    assert found.seen_at
    assert Record.objects.get(key="noticeboard.follow_up.answered").by_id == fatima.pk


def test_others_do_not_come_there(as_member, pair, noor, bram, joost):
    url = f"/prikbord/opvolgen/{question(noor).pk}/"

    assert as_member(noor).get(url).status_code == 404
    assert as_member(bram).get(url).status_code == 404
    assert as_member(joost).get(url).status_code in (302, 404)
    assert as_member().get(url).status_code == 302


def test_somebody_tells_what_happened_and_is_called_today(as_member, pair, noor, bram, fatima):
    OnClock.objects.create(
        town_id=noor.town_id, community_id=noor.town_id, member=fatima, name="Fatima",
        for_safety=True,
    )  # fmt: skip
    url = f"/prikbord/afspraak/{pair.conversation.code}/vertellen/"
    before = Notification.objects.filter(to=bram).exclude(key__contains="waits").count()

    page = as_member(noor).post(url, {"kind": "incident", "about": "unsafe"})

    assert "Een mens belt je" in page.content.decode()
    assert heard(fatima, "noticeboard.concern") == ["Iemand heeft ons iets verteld. Bel vandaag"]
    assert heard(noor, "noticeboard.concern_told") == ["Fijn dat je het ons vertelt"]
    assert Notification.objects.filter(to=bram).exclude(key__contains="waits").count() == before


def test_both_choices_are_needed(as_member, pair, noor):
    url = f"/prikbord/afspraak/{pair.conversation.code}/vertellen/"

    assert as_member(noor).post(url, {"kind": "incident"}).status_code == 422
    assert not Concern.objects.exists()


def test_who_worries_reads_what_to_do_meanwhile(as_member, pair, bram):
    url = f"/prikbord/afspraak/{pair.conversation.code}/vertellen/"

    page = as_member(bram).post(url, {"kind": "worry", "about": "alone"}).content.decode()

    assert "Veilig Thuis" in page
    assert Match.objects.get().held_at is None


def test_a_stranger_tells_nothing_about_two_others(as_member, pair, fatima, joost):
    url = f"/prikbord/afspraak/{pair.conversation.code}/vertellen/"

    assert as_member(fatima).post(url, {}).status_code == 404
    assert as_member(joost).post(url, {}).status_code in (302, 404)
    assert as_member().post(url, {}).status_code == 302


@pytest.fixture
def incident(pair, noor):
    return actions.tell_concern(pair, "incident", "unsafe", by=noor)


def test_after_an_incident_other_first_visits_wait(pair, noor, bram, nadia, fatima):
    other = agreed(make_ask(fatima, title="Lamp"), bram)

    actions.tell_concern(pair, "incident", "unsafe", by=noor)

    assert Match.objects.filter(held_at__isnull=False).count() == 2
    assert heard(fatima, "noticeboard.waits_a_little") == ["Jullie afspraak wacht even"]
    assert other.matches.get().held_at


def test_a_first_visit_agreed_later_waits_as_well(incident, noor, bram, fatima, mila):
    """Until both were heard; who told what happened is as free as before."""
    later = agreed(make_ask(fatima, title="Lamp"), bram).matches.get()
    hers = agreed(make_ask(noor, title="Tuin"), fatima).matches.get()

    assert later.held_at
    assert hers.held_at is None
    assert heard(fatima, "noticeboard.waits_a_little") == ["Jullie afspraak wacht even"]
    for other in (False, True):
        actions.hear_concern(incident, other=other, by=mila)
    actions.settle_concern(incident, "talked", by=mila)
    later.refresh_from_db()
    assert later.held_at is None


def test_the_page_of_the_appointment_says_so(as_member, incident, pair, bram):
    page = as_member(bram).get(f"/prikbord/afspraak/{pair.conversation.code}/").content.decode()

    assert "Jullie afspraak wacht even" in page
    assert "Het is gedaan" not in page


def test_it_is_settled_only_when_both_were_heard(incident, mila):
    with pytest.raises(actions.NotHeard):
        actions.settle_concern(incident, "talked", by=mila)
    actions.hear_concern(incident, other=False, by=mila)
    with pytest.raises(actions.NotHeard):
        actions.settle_concern(incident, "talked", by=mila)

    actions.hear_concern(incident, other=True, by=mila)
    actions.settle_concern(incident, "talked", by=mila)

    incident.refresh_from_db()
    assert incident.outcome == "talked"
    assert Match.objects.get().held_at is None


def test_those_who_do_not_go_on_together_do_not_meet_here_any_more(incident, mila, noor, bram):
    for other in (False, True):
        actions.hear_concern(incident, other=other, by=mila)

    actions.settle_concern(incident, "apart", by=mila)

    assert blocked_between(noor, bram)


def test_a_second_incident_keeps_the_visits_waiting(incident, mila, bram, fatima):
    second = agreed(make_ask(fatima, title="Lamp"), bram)
    actions.tell_concern(second, "incident", "rude", by=fatima)
    for other in (False, True):
        actions.hear_concern(incident, other=other, by=mila)

    actions.settle_concern(incident, "talked", by=mila)

    assert second.matches.get().held_at


def test_the_page_for_who_takes_it_up(as_member, incident, mila):
    url = f"/prikbord/zorg/{incident.pk}/"
    assert "Er is iets gebeurd" in as_member(mila).get(url).content.decode()

    too_soon = as_member(mila).post(url, {"outcome": "talked"}, follow=True)
    as_member(mila).post(url, {"heard": "teller"})
    as_member(mila).post(url, {"heard": "other"})
    as_member(mila).post(url, {"outcome": "cleared"})

    assert "Luister eerst naar allebei" in too_soon.content.decode()
    assert Concern.objects.get().outcome == "cleared"
    assert Record.objects.filter(key="noticeboard.concern.seen").exists()


def test_nobody_has_a_say_in_their_own_case(as_member, incident, noor, bram, joost, nadia):
    url = f"/prikbord/zorg/{incident.pk}/"

    for member in (noor, bram):
        assert as_member(member).get(url).status_code == 404
    assert as_member(joost).get(url).status_code in (302, 404)
    assert as_member().get(url).status_code == 302


def test_a_connector_who_is_not_named_for_it_does_not_read_it(as_member, incident, fatima, mila):
    OnClock.objects.create(
        town_id=mila.town_id, community_id=mila.town_id, member=mila, name="Mila", for_safety=True
    )

    assert as_member(fatima).get(f"/prikbord/zorg/{incident.pk}/").status_code == 404


def test_an_answer_without_an_appointment_can_be_worried_about_as_well(as_member, noor, bram):
    talk = answered(make_ask(noor), bram)

    as_member(noor).post(
        f"/prikbord/afspraak/{talk.code}/vertellen/", {"kind": "worry", "about": "absent"}
    )

    assert Concern.objects.get().about_member == bram


def test_who_takes_it_up_has_every_number_and_the_steps_of_the_meldcode(
    as_member, pair, mila, noor, bram
):
    """Also of somebody who has no account: they said their number on the phone."""
    bram.account, bram.address = None, "+31612340009"
    bram.save()
    found = actions.tell_concern(pair, "worry", "alone", by=noor)

    html = as_member(mila).get(f"/prikbord/zorg/{found.pk}/").content.decode()
    asked = as_member(mila).get(f"/prikbord/opvolgen/{question(bram).pk}/").content.decode()

    assert 'href="tel:+31612340009"' in html
    assert 'href="tel:+31612340009"' in asked
    assert "De vijf stappen van de meldcode" in html
    assert html.count("Veilig Thuis") >= 3


def test_the_number_to_tell_that_somebody_is_gone(as_member, pair, noor, bram, mila):
    bram.account, bram.address = None, "+31612340009"
    bram.save()
    gone(noor, "moved", by=mila)
    key = Farewell.objects.get().pk

    html = as_member(mila).get(f"/prikbord/afscheid/{key}/").content.decode()

    assert 'href="tel:+31612340009"' in html


def test_the_card_of_a_first_visit_says_what_to_do_when_something_is_wrong(as_member, pair, noor):
    code = pair.conversation.code
    html = as_member(noor).get(f"/prikbord/afspraak/{code}/kaart/").content.decode()

    assert "Is er iets gebeurd? Of maak je je zorgen?" in html
    assert f"/prikbord/afspraak/{code}/vertellen/" in html
    assert "0184-555 010" in html


def test_a_visit_weeks_ahead_is_asked_about_after_its_day(as_member, noor, bram):
    ask = make_ask(noor)
    talk = answered(ask, bram)
    url, day = f"/prikbord/afspraak/{talk.code}/", timezone.localdate() + timedelta(days=21)
    said = {"what": "propose", "when_words": "om 10 uur", "place_words": "bij de bibliotheek"}
    gone = str(timezone.localdate() - timedelta(days=1))
    assert as_member(bram).post(url, said | {"planned_on": gone}).status_code == 422

    as_member(bram).post(url, said | {"planned_on": str(day)})
    as_member(noor).post(url, {"what": "confirm"})

    page = as_member(noor).get(url).content.decode()
    assert "De afspraak staat gepland" in page
    assert date_format(day, "l j F") in page
    in_days(20)
    assert not heard(noor, "noticeboard.follow_up")
    in_days(29)
    question = Notification.objects.get(to=noor, key="noticeboard.follow_up")
    assert f"Het gaat om {date_format(day, 'l j F')}." in question.text


def test_what_happened_sooner_or_later_counts_from_when_it_was_done(pair, noor):
    with time_machine.travel(timezone.now() + timedelta(days=5), tick=False):
        actions.done(pair, by=noor)

    in_days(8)
    assert not heard(noor, "noticeboard.follow_up")
    in_days(13)
    assert len(heard(noor, "noticeboard.follow_up")) == 1
