"""Coming along: seats, guests, the waiting list that moves up by itself, staying away."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from plein.features.activities.actions import enrolling, planning
from plein.features.activities.keys import personal_path
from plein.features.activities.models import Registration
from plein.features.activities.tests.making import (
    TITLE,
    come,
    first,
    make_activity,
    make_club,
    make_organisation,
)
from plein.foundation.communities.models import Block
from plein.foundation.outbox.models import Message
from plein.shared.notifications.models import Notification

State = Registration.State


def enrol_url(row) -> str:
    return f"{row.activity.get_absolute_url()}{row.when}/aanmelden/"


@pytest.fixture
def club(noor):
    """Two seats on Tuesday."""
    return first(make_club(noor, seats=2))


def state(registration) -> str:
    registration.refresh_from_db()
    return registration.state


def main_of(response) -> str:
    return re.search(r"<main.*?</main>", response.content.decode(), re.DOTALL)[0]


def link_in(mail) -> str:
    return re.search(r"http://\S+(/activiteiten/aanmelding/\S+)", mail.text)[1]


def test_a_member_comes_with_one_tap(as_member, club, bram):
    response = as_member(bram).post(enrol_url(club), {"people": "1"}, follow=True)

    mine = club.registrations.get()
    assert (mine.member, mine.state) == (bram, State.COMES)
    assert TITLE in response.content.decode()
    assert Notification.objects.filter(to=bram, key="activities.enrolled").count() == 1


def test_a_guest_gets_a_link_by_mail_and_leaves_by_it(client, club):
    typed = {"name": "Ria", "mail": "Ria@Voorbeeld.example", "people": "2"}
    client.post(enrol_url(club), typed)

    mine, mail = club.registrations.get(), Message.objects.get(category="registration")
    assert (mine.name, mine.mail, mine.people) == ("Ria", "ria@voorbeeld.example", 2)
    link = link_in(mail)
    assert client.get(link).status_code == 200
    assert state(mine) == State.COMES  # a page first, then a button

    client.post(link, {"wat": "nee"})

    assert state(mine) == State.CANCELLED
    club.refresh_from_db()
    assert club.taken == 0


def test_when_it_is_full_one_waits(club, bram, fatima, mila):
    assert [come(club, who).state for who in (bram, fatima, mila)] == ["comes", "comes", "waits"]


def test_two_people_do_not_fit_on_one_seat(club, bram):
    come(club, "Ria")

    assert come(club, bram, people=2).state == State.WAITS


def test_nobody_passes_a_family_that_waits(club, bram, fatima):
    come(club, "Ria")
    come(club, bram, people=2)

    assert come(club, fatima).state == State.WAITS


def test_who_waits_longest_is_offered_the_seat_that_comes_free(club, bram, fatima, mila):
    ria = come(club, "Ria", people=2)
    second, third = come(club, bram), come(club, fatima)

    enrolling.leave(ria, by=None)

    assert (state(second), state(third)) == (State.OFFERED, State.OFFERED)
    assert Notification.objects.filter(key="activities.seat_is_free").count() == 2
    fourth = come(club, mila)
    assert fourth.state == State.WAITS


def test_a_yes_makes_it_ones_own(as_member, club, bram):
    ria = come(club, "Ria", people=2)
    mine = come(club, bram)
    enrolling.leave(ria, by=None)

    as_member(bram).post(personal_path(mine), {"wat": "ja"})

    assert state(mine) == State.COMES


def test_who_does_not_answer_in_time_makes_room_for_the_next(club, bram, fatima, time_machine):
    ria = come(club, "Ria", people=2)
    mine, next_one = come(club, bram, people=2), come(club, fatima)
    enrolling.leave(ria, by=None)
    mine.refresh_from_db()
    time_machine.move_to(mine.offered_until + timedelta(minutes=1))

    assert enrolling.lapse_all() == 1

    assert (state(mine), state(next_one)) == (State.LAPSED, State.OFFERED)


def test_a_late_yes_takes_no_seat(as_member, club, bram, time_machine):
    ria = come(club, "Ria", people=2)
    mine = come(club, bram)
    enrolling.leave(ria, by=None)
    mine.refresh_from_db()
    time_machine.move_to(mine.offered_until + timedelta(minutes=1))

    as_member(bram).post(personal_path(mine), {"wat": "ja"})

    assert state(mine) != State.COMES
    with pytest.raises(enrolling.OfferIsOver):
        enrolling.accept(mine, by=bram)


def test_who_missed_it_stands_in_line_again_at_the_end(as_member, club, bram, fatima, time_machine):
    ria = come(club, "Ria", people=2)
    mine = come(club, bram, people=2)
    other = come(club, fatima, people=2)
    enrolling.leave(ria, by=None)
    mine.refresh_from_db()
    time_machine.move_to(mine.offered_until + timedelta(minutes=1))
    enrolling.lapse_all()

    as_member(bram).post(personal_path(mine), {"wat": "weer"})

    assert (state(mine), state(other)) == (State.WAITS, State.OFFERED)
    mine.refresh_from_db()
    other.refresh_from_db()
    assert mine.number > other.number


def test_more_seats_move_the_line_up(as_member, noor, club, bram):
    come(club, "Ria", people=2)
    mine = come(club, bram)
    activity = club.activity
    activity.seats = 3
    activity.save()

    planning.spread_seats(activity)

    assert state(mine) == State.OFFERED


def test_bringing_fewer_people_frees_a_seat(as_member, club, bram, fatima):
    mine, waiting = come(club, bram, people=2), come(club, fatima)

    as_member(bram).post(personal_path(mine), {"wat": "mensen", "people": "1"})

    assert state(waiting) == State.OFFERED


def test_bringing_more_than_fit_is_refused(as_member, club, bram):
    mine = come(club, bram)
    come(club, "Ria")

    as_member(bram).post(personal_path(mine), {"wat": "mensen", "people": "2"})

    mine.refresh_from_db()
    assert mine.people == 1


def test_more_guests_than_allowed_is_refused(noor, bram):
    row = first(make_club(noor, guests=0))

    with pytest.raises(enrolling.TooManyPeople):
        come(row, bram, people=2)


def test_the_database_gives_no_seat_too_many(club):
    club.taken = 3
    with pytest.raises(IntegrityError), transaction.atomic():
        club.save(update_fields=["taken"])


def test_enrolling_twice_is_once(as_member, club, bram):
    client = as_member(bram)
    client.post(enrol_url(club), {"people": "1"})
    client.post(enrol_url(club), {"people": "2"})

    assert club.registrations.get().people == 1


def test_who_was_enrolled_before_nobody_else_finds_out(client, club):
    typed = {"name": "Ria", "mail": "ria@voorbeeld.example", "people": "2"}
    one = client.post(enrol_url(club), typed)
    club.refresh_from_db()
    two = client.post(enrol_url(club), typed | {"name": "Een ander"})
    three = client.post(enrol_url(club), typed | {"mail": "nieuw@voorbeeld.example"})

    assert one.url == two.url == three.url
    assert main_of(client.get(one.url)) == main_of(client.get(three.url))
    assert Message.objects.filter(address="ria@voorbeeld.example").count() == 2


@pytest.mark.parametrize("typed", [{"mail": "geen"}, {"name": ""}, {"mail": ""}, {"people": "9"}])
def test_what_is_not_right_is_said_in_words(client, club, typed):
    good = {"name": "Ria", "mail": "ria@voorbeeld.example", "people": "1"}

    response = client.post(enrol_url(club), good | typed)

    assert response.status_code == 422
    assert set(response.context["form"].errors) == set(typed)


def test_answers_reach_the_organiser_and_nobody_else(as_member, noor, bram, fatima):
    row = first(make_club(noor, questions=["diet", "Neem je een mok mee?"]))
    as_member(bram).post(enrol_url(row), {"answer_0": "geen noten", "answer_1": "ja"})
    url = f"{row.activity.get_absolute_url()}{row.when}/deelnemers/"

    assert "geen noten" in as_member(noor).get(url).content.decode()
    assert as_member(fatima).get(url).status_code == 403
    assert (
        "geen noten" not in as_member(fatima).get(row.activity.get_absolute_url()).content.decode()
    )


def test_others_see_a_number_and_no_names(client, as_member, club, bram, fatima):
    come(club, bram)
    come(club, "Riannette")
    page = club.activity.get_absolute_url()

    for reader in (client, as_member(fatima)):
        text = reader.get(page).content.decode()
        assert "Riannette" not in text
        assert "Bram" not in text


def test_it_closes_in_time(client, noor, time_machine):
    row = first(make_club(noor, closes_days=2))
    time_machine.move_to(row.starts_at - timedelta(days=1))

    with pytest.raises(enrolling.EnrolmentIsClosed):
        come(row, "Ria")
    assert 'name="mail"' not in client.get(enrol_url(row)).content.decode()


def test_nobody_enrols_for_what_does_not_go_on(club, noor):
    planning.cancel_date(club, by=noor)

    with pytest.raises(enrolling.EnrolmentIsClosed):
        come(club, "Ria")


def test_nobody_enrols_where_it_is_not_asked(noor):
    with pytest.raises(enrolling.EnrolmentIsClosed):
        come(first(make_activity(noor)), "Ria")


def test_two_who_do_not_meet_do_not_meet_here(as_member, club, noor, bram):
    Block.objects.create(town_id=noor.town_id, blocker=noor, blocked=bram)

    assert as_member(bram).get(club.activity.get_absolute_url()).status_code == 404
    assert as_member(bram).post(enrol_url(club), {"people": "1"}).status_code == 404
    with pytest.raises(enrolling.EnrolmentIsClosed):
        come(club, bram)


def test_a_block_with_an_editor_closes_no_organisation(as_member, noor, bram, mila):
    club = make_organisation(noor, mila)
    row = first(make_club(noor, organisation=club))
    Block.objects.create(town_id=noor.town_id, blocker=noor, blocked=bram)

    assert as_member(bram).get(row.activity.get_absolute_url()).status_code == 200
    assert come(row, bram).comes


def test_a_course_is_enrolled_for_once(as_member, noor, bram):
    activity = make_activity(noor, enrolment="whole", seats=5, rrule="FREQ=WEEKLY;BYDAY=TU;COUNT=4")
    whole = activity.occurrences.get(day=None)

    as_member(bram).post(f"{activity.get_absolute_url()}alles/aanmelden/", {"people": "1"})

    assert whole.registrations.get().member == bram
    assert activity.occurrences.exclude(day=None).count() == 4


def test_people_join_what_has_no_date(as_member, noor, bram):
    activity = make_activity(noor, first_day=None, enrolment="whole", seats=3)

    as_member(bram).post(f"{activity.get_absolute_url()}alles/aanmelden/", {"people": "1"})

    assert activity.occurrences.get().registrations.get().comes


def test_somebody_is_enrolled_by_phone(as_member, club, noor, fatima):
    url = f"{club.activity.get_absolute_url()}{club.when}/bellers/"
    typed = {"name": "Mevrouw De Wit", "phone": "0184-555 123", "people": "1"}

    as_member(fatima).post(url, typed)

    mine = club.registrations.get()
    assert (mine.name, mine.by_phone, mine.entered_by) == ("Mevrouw De Wit", True, fatima)
    assert not Message.objects.filter(category="registration").exists()
    assert "Mevrouw De Wit" not in as_member(fatima).get(url).content.decode()


def test_a_neighbour_enrols_nobody_by_phone(as_member, club, bram):
    url = f"{club.activity.get_absolute_url()}{club.when}/bellers/"

    assert as_member(bram).get(url).status_code == 403


def test_a_link_with_another_sign_opens_nothing(client, club, bram):
    path = personal_path(come(club, bram))

    assert client.get(path[:-3] + "xx/").status_code == 404
    assert client.get("/activiteiten/aanmelding/iets/").status_code == 404


def test_a_link_works_in_its_own_town_only(as_member, club, bram, elders):
    path = personal_path(come(club, bram))

    assert as_member(host="elders.testserver").get(path).status_code == 404


def test_who_leaves_the_town_leaves_every_list(club, bram, fatima):
    from plein.foundation.communities.signals import member_leaves

    mine, waiting = come(club, bram, people=2), come(club, fatima)
    with transaction.atomic():
        member_leaves.send(sender=type(bram), member=bram)

    mine.refresh_from_db()
    assert (mine.member, mine.name, mine.state) == (None, "…", State.CANCELLED)
    assert state(waiting) == State.OFFERED


def test_too_many_tries_from_one_place_are_stopped(client, noor):
    row = first(make_club(noor))
    for number in range(31):
        typed = {"name": "Ria", "mail": f"ria{number}@voorbeeld.example", "people": "1"}
        response = client.post(enrol_url(row), typed)

    assert response.status_code == 422
    assert row.registrations.count() == 30


def test_seats_of_a_date_are_counted_for_lists(club, bram):
    come(club, bram)
    club.refresh_from_db()

    assert (club.taken, club.left, club.is_full) == (1, 1, False)
    assert club.starts_at > timezone.now()


def test_tapped_twice_is_one_person_on_the_list(as_member, club, fatima):
    browser, url = as_member(fatima), f"{club.activity.get_absolute_url()}{club.when}/bellers/"
    key = browser.get(url).context["form_key"]
    typed = {"name": "Mevrouw De Wit", "phone": "0184-555 123", "people": "1", "form_key": key}

    first, second = (browser.post(url, typed, follow=True).content.decode() for _tap in range(2))

    assert club.registrations.count() == 1
    assert "Mevrouw De Wit heeft een plek" in first
    assert "Mevrouw De Wit" not in second
    browser.post(url, typed | {"form_key": browser.get(url).context["form_key"]})
    assert club.registrations.count() == 2, "Somebody of the same name calls as well."


def test_who_enrolled_anew_stands_in_line_once(as_member, club, bram, time_machine):
    ria = come(club, "Ria", people=2)
    mine = come(club, bram)
    enrolling.leave(ria, by=None)
    mine.refresh_from_db()
    time_machine.move_to(mine.offered_until + timedelta(minutes=1))
    enrolling.lapse_all()
    anew = come(club, bram)

    page = as_member(bram).post(personal_path(mine), {"wat": "weer"}, follow=True)

    assert page.status_code == 200
    assert "hebt je al opnieuw aangemeld" in page.content.decode()
    assert (state(mine), state(anew)) == (State.LAPSED, State.COMES)
