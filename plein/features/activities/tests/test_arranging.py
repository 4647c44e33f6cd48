"""The organiser's side: who comes, a message, a date moved or cancelled, calling."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from plein.features.activities import tasks
from plein.features.activities.actions import attending, enrolling, planning
from plein.features.activities.matters import to_call
from plein.features.activities.models import CalendarFeed, Occurrence, Registration
from plein.features.activities.tests.making import (
    come,
    first,
    make_activity,
    make_club,
    make_organisation,
    make_weekly,
    next_week,
)
from plein.foundation.organisations.actions import merge
from plein.foundation.outbox.models import Message
from plein.shared.conversations.models import Conversation
from plein.shared.notifications.models import Notification


@pytest.fixture
def club(noor, bram):
    """On Tuesday, with Bram and a guest, and a caller without mail."""
    row = first(make_club(noor, seats=5))
    come(row, bram)
    come(row, "Ria")
    return row


def caller(row, by):
    from plein.features.activities.actions.enrolling import Guest, enrol

    return enrol(row, Guest(name="Mevrouw De Wit", phone="+31184555123"), by=by)


def told(key) -> int:
    return Notification.objects.filter(key=f"activities.{key}").count()


def page_of(row, page="") -> str:
    return f"{row.activity.get_absolute_url()}{row.when}/{page}"


def test_the_list_is_ticked_on_a_phone(as_member, club, noor):
    mine = club.registrations.get(name="Ria")

    as_member(noor).post(page_of(club, "deelnemers/"), {"er": [str(mine.pk), "rommel"]})

    assert mine.attended.get().came is True
    assert club.registrations.get(name="Bram").attended.get().came is False


def test_afterwards_the_list_is_still_one_tap_away(as_member, club, noor, bram, time_machine):
    page, path = club.activity.get_absolute_url(), page_of(club, "deelnemers/")
    time_machine.move_to(club.ends_at + timedelta(hours=5))
    html = as_member(noor).get(page).content.decode()
    assert f'href="{path}"' in html
    assert "Wie was er?" in html
    assert path not in as_member(bram).get(page).content.decode()

    attending.note_who_came(club, {row.pk for row in club.registrations.all()}, by=noor)
    assert "2 waren er" in as_member(noor).get(page).content.decode()
    time_machine.move_to(club.ends_at + timedelta(days=29))
    assert path not in as_member(noor).get(page).content.decode()


def test_whether_somebody_came_stands_nowhere_else(as_member, club, noor, bram):
    as_member(noor).post(page_of(club, "deelnemers/"), {})
    mine = club.registrations.get(member=bram)

    from plein.features.activities.keys import personal_path

    for path in (personal_path(mine), club.activity.get_absolute_url(), "/activiteiten/mijn/"):
        assert "was er" not in as_member(bram).get(path).content.decode()


@pytest.mark.parametrize("page", ["deelnemers/", "bericht/"])
def test_only_the_organiser_reads_names(as_member, club, bram, fatima, mila, page):
    for who in (bram, fatima, mila):
        assert as_member(who).get(page_of(club, page)).status_code == 403


def test_a_message_goes_to_everybody_each_apart(as_member, club, noor):
    as_member(noor).post(page_of(club, "bericht/"), {"words": "Neem een mok mee.", "form_key": "k"})

    assert told("message") == 1
    mail = Message.objects.get(address="ria@voorbeeld.example", text__contains="mok")
    assert "bram" not in mail.text.lower()


def test_the_same_message_sent_twice_arrives_once(club, noor):
    for _time in range(2):
        attending.message_all(club, "Neem een mok mee.", by=noor, key="een")

    assert told("message") == 1


def test_cancelling_tells_everybody(as_member, club, noor):
    as_member(noor).post(f"{club.activity.get_absolute_url()}afgelasten/", {"words": "Ik ben ziek"})

    assert told("cancelled") == 1
    assert Message.objects.filter(address="ria@voorbeeld.example", text__contains="ziek").exists()
    club.refresh_from_db()
    assert club.is_cancelled


def test_cancelling_a_series_tells_each_person_once(noor, bram):
    activity = make_weekly(noor, enrolment="each")
    for row in activity.occurrences.order_by("day")[:3]:
        come(row, bram)

    planning.cancel(activity, by=noor)

    assert told("cancelled") == 1


def test_who_has_no_mail_is_called(as_member, club, noor, fatima):
    caller(club, noor)
    planning.cancel_date(club, by=noor)

    matter = next(iter(to_call(club.town_id)))
    page = as_member(fatima).get(matter.url)
    assert "0184 555 123" in page.content.decode().replace("+31184555123", "0184 555 123")
    assert "De Wit" not in matter.words

    row = club.registrations.get(name="Mevrouw De Wit")
    as_member(fatima).post(matter.url, {"wie": str(row.pk)})

    assert not list(to_call(club.town_id))


def test_the_call_list_is_for_who_may_call(as_member, club, noor, bram):
    caller(club, noor)
    planning.cancel_date(club, by=noor)

    assert as_member(bram).get(f"{club.activity.get_absolute_url()}bellen/").status_code == 403


def test_one_date_moves_and_who_comes_hears_it(as_member, club, noor):
    day = (club.day + timedelta(days=1)).isoformat()

    as_member(noor).post(
        page_of(club, "wijzigen/"),
        {"wat": "wijzigen", "day": day, "starts_at": "14:00", "ends_at": "15:30"},
    )

    club.refresh_from_db()
    assert (club.local_start.hour, str(club.local_start.date()), club.moved) == (14, day, True)
    assert told("moved") == 1


def test_one_date_is_cancelled_and_comes_back(as_member, club, noor):
    client = as_member(noor)
    client.post(page_of(club, "wijzigen/"), {"wat": "afgelasten", "words": "Zaal dicht"})
    assert Occurrence.objects.get(pk=club.pk).is_cancelled

    client.post(page_of(club, "wijzigen/"), {"wat": "toch"})

    assert Occurrence.objects.get(pk=club.pk).happens
    assert (told("cancelled"), told("revived")) == (1, 1)


def test_other_hours_for_the_series_reach_everybody_who_comes(as_member, noor, bram):
    activity = make_weekly(noor, enrolment="each")
    row = first(activity)
    come(row, bram)
    typed = {
        "title": "Zingen", "rhythm": "weekly", "first_day": next_week().isoformat(),
        "starts_at": "11:00", "ends_at": "12:00", "where": "public", "place": "De Wiek",
        "enrolment": "each", "guests": "1",
    }  # fmt: skip

    as_member(noor).post(f"{activity.get_absolute_url()}wijzigen/", typed)

    row.refresh_from_db()
    assert row.local_start.hour == 11
    assert row.registrations.get().comes
    assert told("moved") == 1


def test_fewer_seats_than_people_is_refused_in_words(as_member, club, noor):
    typed = {
        "title": "Zingen", "rhythm": "once", "first_day": club.day.isoformat(),
        "starts_at": "10:00", "ends_at": "12:00", "where": "public", "place": "De Wiek",
        "enrolment": "each", "seats": "1",
    }  # fmt: skip

    response = as_member(noor).post(f"{club.activity.get_absolute_url()}wijzigen/", typed)

    assert response.status_code == 422
    assert "seats" in response.context["form"].errors


def test_a_day_before_one_is_reminded_once(club, time_machine):
    time_machine.move_to(club.starts_at - timedelta(days=1))

    tasks.remind()
    tasks.remind()

    assert told("reminder") == 1
    assert Message.objects.filter(address="ria@voorbeeld.example").count() == 2


def test_nobody_is_reminded_of_what_does_not_go_on(club, noor, time_machine):
    planning.cancel_date(club, by=noor)
    time_machine.move_to(club.starts_at - timedelta(days=1))

    tasks.remind()

    assert told("reminder") == 0


def test_of_a_course_one_is_reminded_before_the_first_time(noor, bram, time_machine):
    course = make_weekly(noor, enrolment="whole", seats=5)
    come(course.occurrences.get(day=None), bram)
    begins = course.occurrences.get(day=course.first_day).starts_at
    for days in (1, -6):
        time_machine.move_to(begins - timedelta(days=days))
        tasks.remind()

    assert told("reminder") == 1
    said = Notification.objects.get(key="activities.reminder").subject
    assert said.startswith("Morgen: je komt, dinsdag")


def test_of_a_course_nobody_is_known_four_weeks_after_its_last_date(noor, bram, time_machine):
    until = next_week() + timedelta(days=14)
    course = make_weekly(noor, enrolment="whole", until=until)
    always = make_activity(noor, first_day=None, enrolment="whole", title="Moestuin")
    for activity in (course, always):
        come(activity.occurrences.get(day=None), "Ria")
    gone = come(always.occurrences.get(day=None), bram)
    enrolling.leave(gone, by=bram)

    time_machine.move_to(next_week() + timedelta(days=41))
    attending.forget_names()
    kept = Registration.objects.filter(forgotten_at=None)
    assert {row.occurrence.activity for row in kept} == {course, always}
    assert gone not in kept
    time_machine.move_to(next_week() + timedelta(days=44))
    attending.forget_names()
    assert {row.occurrence.activity for row in kept.all()} == {always}
    planning.cancel(always, by=noor)
    time_machine.move_to(next_week() + timedelta(days=74))
    attending.forget_names()
    assert not kept.all().exists()


def test_who_has_no_mail_is_named_beside_a_message_to_all(as_member, club, noor):
    caller(club, noor)
    page = as_member(noor).get(page_of(club, "bericht/")).content.decode()
    assert "Mevrouw De Wit" in page
    assert "Ria" not in page


def test_the_organiser_has_a_page_that_one_can_open(client, noor, mila):
    choir = make_organisation(noor, mila)
    page = make_activity(noor, organisation=choir).get_absolute_url()
    link = f'href="/organisaties/{choir.slug}/"'
    assert link in client.get(page).content.decode()
    type(choir).objects.filter(pk=choir.pk).update(hidden_at=timezone.now())
    assert link not in client.get(page).content.decode()


def test_of_two_organisations_that_are_one_the_agenda_is_one(noor, mila):
    kept, gone = make_organisation(noor, mila), make_organisation(noor, mila, "Koor Kanarie")
    evening = make_activity(noor, organisation=gone)
    for each, url in ((kept, "a"), (gone, "a"), (gone, "b")):
        CalendarFeed.objects.create(
            town=each.town, organisation=each, url=f"https://x.example/{url}"
        )

    merge(kept, gone, by=mila)

    evening.refresh_from_db()
    assert evening.organisation == kept
    assert sorted(CalendarFeed.objects.values_list("organisation", "url")) == [
        (kept.pk, "https://x.example/a"), (kept.pk, "https://x.example/b"),
    ]  # fmt: skip


def test_after_four_weeks_nobody_knows_who_was_there(club, time_machine):
    time_machine.move_to(club.starts_at + timedelta(days=29))

    attending.forget_names()

    left = Registration.objects.filter(occurrence=club)
    assert set(left.values_list("name", "mail", "phone", "member")) == {("…", "", "", None)}


def test_the_organiser_takes_somebody_off_the_list(as_member, club, noor):
    ria = club.registrations.get(name="Ria")

    url, client = page_of(club, f"deelnemers/{ria.pk}/"), as_member(noor)
    assert f'href="{url}"' in client.get(page_of(club, "deelnemers/")).content.decode()

    asked = client.get(url).content.decode()
    ria.refresh_from_db()
    assert "Ria van de lijst halen?" in asked
    assert ria.stands

    said = client.post(url, {"wat": "nee"}, follow=True).content.decode()

    ria.refresh_from_db()
    assert "Ria staat niet meer op de lijst." in said
    assert not ria.stands
    assert client.get(url).status_code == 302


def test_a_connector_hides_it_and_shows_it_again(client, as_member, club, fatima, noor, bram):
    page = club.activity.get_absolute_url()
    assert as_member(bram).get(f"{page}verbergen/").status_code == 403

    as_member(fatima).post(f"{page}verbergen/")

    assert client.get(page).status_code == 404
    assert as_member(noor).get(page).status_code == 200
    assert as_member(fatima).get(page).status_code == 200
    as_member(fatima).post(f"{page}verbergen/")
    assert client.get(page).status_code == 200


def test_a_question_becomes_one_talk(as_member, club, bram, noor):
    url = f"{club.activity.get_absolute_url()}vraag/"

    as_member(bram).post(url, {"words": "Is er koffie?"})
    as_member(bram).post(url, {"words": "En thee?"})

    talk = Conversation.objects.get()
    assert {one.member for one in talk.participants.all()} == {bram, noor}
    assert talk.messages.count() == 2


def test_who_nobody_has_met_cannot_write_yet(as_member, club, nadia):
    response = as_member(nadia).post(
        f"{club.activity.get_absolute_url()}vraag/", {"words": "Is er koffie?"}
    )

    assert response.status_code == 302
    assert not Conversation.objects.exists()


def test_an_activity_can_be_reported(as_member, club, bram):
    url = reverse("moderation:report", args=["activities.activity", club.activity_id])

    assert url in as_member(bram).get(club.activity.get_absolute_url()).content.decode()
    assert as_member(bram).get(url).status_code == 200


def test_my_page_says_where_i_go_and_what_i_make(as_member, club, noor, bram):
    title = club.activity.title

    assert title in as_member(bram).get("/activiteiten/mijn/").content.decode()
    assert title in as_member(noor).get("/activiteiten/mijn/").content.decode()


def test_the_resident_who_leaves_takes_their_activities_along(client, club, noor, bram):
    from plein.foundation.communities.signals import member_leaves

    page = club.activity.get_absolute_url()
    member_leaves.send(sender=type(noor), member=noor)

    assert client.get(page).status_code == 404
    assert told("cancelled") == 1


def test_it_says_when_it_is_over(client, noor):
    activity = make_activity(noor)
    past = timezone.now() - timedelta(days=3)
    activity.occurrences.update(starts_at=past, ends_at=past + timedelta(hours=1))

    assert "Dit is voorbij" in client.get(activity.get_absolute_url()).content.decode()


def test_a_date_that_was_off_before_stays_off_when_all_goes_on_again(as_member, noor, time_machine):
    time_machine.move_to(timezone.now())
    weekly = make_weekly(noor)
    early, late = Occurrence.objects.filter(activity=weekly).order_by("starts_at")[1:3]
    planning.cancel_date(early, words="De zaal is dicht.", by=noor)
    time_machine.shift(timedelta(hours=1))
    planning.cancel(weekly, words="De dirigent is ziek.", by=noor)
    time_machine.shift(timedelta(hours=1))

    weekly.refresh_from_db()
    planning.revive(weekly, by=noor)

    early.refresh_from_db()
    late.refresh_from_db()
    assert (early.state, late.state) == ("cancelled", "planned")
