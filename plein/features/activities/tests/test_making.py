"""Making an activity: four things, and the rest when one feels like it."""

from datetime import date, time, timedelta
from html import unescape
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from plein.features.activities.actions import planning, publishing
from plein.features.activities.models import Activity
from plein.features.activities.tests.making import (
    TITLE,
    first,
    make_activity,
    make_organisation,
    make_weekly,
    next_week,
)
from plein.foundation import jobs

NEW = "/activiteiten/nieuw/"


def typed(**more) -> dict:
    """The four things, as a browser sends them."""
    usual = {
        "title": "Breien en kletsen",
        "rhythm": "once",
        "first_day": next_week().isoformat(),
        "starts_at": "10:00",
        "ends_at": "12:00",
        "where": "public",
        "place": "Buurthuis De Wiek",
        "who": "resident",
    }
    return usual | more


def made() -> Activity:
    return Activity.objects.get()


def test_a_resident_puts_something_in_the_agenda(as_member, noor):
    response = as_member(noor).post(NEW, typed())

    assert response.status_code == 302
    assert (made().title, made().author, made().byline) == ("Breien en kletsen", noor, "Noor")
    assert first(made()).local_start.hour == 10


def test_four_things_are_enough(as_member, noor):
    page = as_member(noor).get(NEW)

    required = [f.name for f in page.context["form"] if f.field.required]
    assert set(required) == {"title", "rhythm", "first_day", "where", "place", "who"}
    assert as_member(noor).post(NEW, typed(starts_at="", ends_at="")).status_code == 302
    assert first(made()).all_day


def test_nothing_filled_in_says_what_is_missing(as_member, noor):
    response = as_member(noor).post(NEW, {"rhythm": "once", "where": "public", "who": "resident"})

    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"title", "first_day", "place"}
    assert not Activity.objects.exists()


def test_a_guest_signs_in_first(as_member, waterdrecht):
    assert as_member().get(NEW).status_code == 302


def test_somebody_nobody_has_met_is_told_what_to_do(as_member, nadia):
    response = as_member(nadia).post(NEW, typed())

    assert response.status_code == 302
    assert not Activity.objects.exists()


def test_an_editor_makes_it_in_the_name_of_the_organisation(as_member, noor, mila):
    club = make_organisation(noor, mila)

    as_member(noor).post(NEW, typed(who=str(club.pk)))

    assert made().organisation == club
    assert made().byline == club.name


def test_nobody_speaks_for_an_organisation_of_others(as_member, noor, bram, mila):
    club = make_organisation(noor, mila)

    response = as_member(bram).post(NEW, typed(who=str(club.pk)))

    assert response.status_code == 422
    assert not Activity.objects.exists()


def test_an_editor_whom_nobody_has_met_makes_it_for_the_organisation_only(as_member, nadia, mila):
    club = make_organisation(nadia, mila)

    assert as_member(nadia).post(NEW, typed()).status_code == 422
    assert as_member(nadia).post(NEW, typed(who=str(club.pk))).status_code == 302


def test_at_home_keeps_no_address_whatever_was_typed(as_member, noor):
    as_member(noor).post(
        NEW, typed(where="home", place="Bij ons", street="Wiekslag 3", postcode="3311AB")
    )

    assert (made().place, made().street, made().postcode, made().lat) == ("", "", "", None)
    page = as_member().get(made().get_absolute_url()).content.decode()
    assert "Wiekslag" not in page
    assert "Molenwijk" in page


def test_a_double_tap_makes_one(as_member, noor):
    client = as_member(noor)
    key = client.get(NEW).context["form_key"]

    one = client.post(NEW, typed(form_key=key))
    two = client.post(NEW, typed(form_key=key))

    assert Activity.objects.count() == 1
    assert one.url == two.url


@pytest.mark.parametrize(
    ("rhythm", "day", "rule"),
    [
        ("weekly", date(2026, 12, 1), "FREQ=WEEKLY;BYDAY=TU"),
        ("two-weekly", date(2026, 12, 1), "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("monthly", date(2026, 12, 8), "FREQ=MONTHLY;BYDAY=2TU"),
        ("monthly", date(2026, 12, 29), "FREQ=MONTHLY;BYDAY=-1TU"),
        ("monthly-last", date(2026, 12, 25), "FREQ=MONTHLY;BYDAY=-1FR"),
    ],
)
def test_what_a_volunteer_chooses_becomes_a_rule(as_member, noor, time_machine, rhythm, day, rule):
    time_machine.move_to("2026-11-22T12:00:00+00:00")

    as_member(noor).post(NEW, typed(rhythm=rhythm, first_day=day.isoformat()))

    assert made().rrule == rule
    assert first(made()).day == day


def test_every_tuesday_but_not_in_the_holidays(as_member, noor, time_machine):
    time_machine.move_to("2026-11-22T12:00:00+00:00")

    as_member(noor).post(
        NEW,
        typed(
            rhythm="weekly", first_day="01-12-2026", skips=["christmas"], last_day="2027-02-02",
            pause_0="2027-01-12", pause_0_end="2027-01-12", pause_5="2027-01-26",
        ),
    )  # fmt: skip

    days = [str(row.day) for row in made().occurrences.order_by("day")]
    assert days == [
        "2026-12-01",
        "2026-12-08",
        "2026-12-15",
        "2027-01-05",
        "2027-01-19",
        "2027-02-02",
    ]


def test_without_a_fixed_date_it_stands_in_the_showcase(as_member, noor):
    as_member(noor).post(NEW, typed(rhythm="always", first_day="", starts_at="", ends_at=""))

    assert not made().is_dated
    assert not made().occurrences.exists()


@pytest.mark.parametrize("said", ["14.30", "14u30", "14:30", "14 uur 30"])
def test_a_time_is_read_however_it_is_typed(as_member, noor, said):
    as_member(noor).post(NEW, typed(starts_at=said, ends_at="16"))

    assert (made().starts_at, made().ends_at) == (time(14, 30), time(16))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("first_day", "32-13-2026"), ("first_day", "0001-01-01"), ("starts_at", "25:00"),
        ("rhythm", "hourly"), ("who", "somebody"), ("where", "moon"), ("title", "x" * 81),
        ("seats", "0"), ("theme", "nothing"), ("postcode", "1234"), ("last_day", "2020-01-01"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_words(as_member, noor, field, value):
    response = as_member(noor).post(NEW, typed(**{field: value}))

    assert response.status_code == 422
    assert field in response.context["form"].errors


def test_last_years_activity_is_copied_to_the_same_day_of_the_week(as_member, noor):
    last_year = timezone.localdate() - timedelta(days=360)
    old = make_activity(noor, first_day=last_year, cost="paid", cost_words="€ 2")

    form = as_member(noor).get(f"{NEW}?van={old.code}").context["form"]

    day = form.initial["first_day"]
    assert day >= timezone.localdate()
    assert day.weekday() == last_year.weekday()
    assert (form.initial["title"], form.initial["cost_words"]) == (TITLE, "€ 2")


def test_nobody_copies_what_is_of_somebody_else(as_member, noor, bram):
    activity = make_activity(noor)

    assert as_member(bram).get(f"{NEW}?van={activity.code}").status_code == 403


def test_changing_keeps_who_made_it(as_member, noor, mila):
    club = make_organisation(noor, mila)
    activity = make_activity(noor, organisation=club)

    as_member(noor).post(f"{activity.get_absolute_url()}wijzigen/", typed(title="Nieuwe naam"))

    activity.refresh_from_db()
    assert (activity.title, activity.organisation) == ("Nieuwe naam", club)


def test_the_form_shows_a_series_as_it_was_made(as_member, noor):
    activity = make_weekly(noor, skips=["summer"], pauses=[["2027-02-20", "2027-02-28"]])

    initial = as_member(noor).get(f"{activity.get_absolute_url()}wijzigen/").context["form"].initial

    assert initial["rhythm"] == "weekly"
    assert initial["weekdays"] == ["TU"]
    assert initial["pause_0"] == date(2027, 2, 20)


@pytest.mark.parametrize("page", ["wijzigen/", "foto/", "afgelasten/", "data/", "klaar/"])
def test_only_the_organiser_changes_it(as_member, noor, bram, fatima, page):
    url = make_activity(noor).get_absolute_url() + page

    assert as_member(noor).get(url).status_code == 200
    assert as_member(bram).get(url).status_code == 403
    assert as_member(fatima).get(url).status_code == 403
    assert as_member().get(url).status_code == 302


def test_a_new_editor_may_change_what_a_former_one_made(as_member, noor, bram, mila):
    club = make_organisation(noor, mila)
    activity = make_activity(noor, organisation=club)
    url = f"{activity.get_absolute_url()}wijzigen/"
    club.editors.update(member=bram)

    assert as_member(bram).get(url).status_code == 200
    assert as_member(noor).get(url).status_code in (403, 404)


def test_after_placing_the_maker_reads_how_it_could_be_simpler_and_others_never(
    as_member, noor, bram
):
    text = "Belangstellenden dienen tijdig te komen."

    placed = as_member(noor).post(NEW, typed(text=text), follow=True).content.decode()

    assert "“Belangstellenden”: makkelijker is “wie wil”." in placed
    page = Activity.objects.get().get_absolute_url()
    assert "Dit kan makkelijker" in as_member(noor).get(f"{page}wijzigen/").content.decode()
    assert "Dit kan makkelijker" not in as_member(bram).get(page).content.decode()


def test_it_goes_as_far_as_is_usual_for_who_organises_it(as_member, noor, mila, waterdrecht):
    of_the_town = make_organisation(noor, mila)
    of_the_town.community = waterdrecht
    of_the_town.save()
    client = as_member(noor)
    page = unescape(client.get(NEW).content.decode())
    assert "Waar mag het te zien zijn?" in page
    assert "Zoals gewoonlijk" in page

    client.post(NEW, typed(title="Van mij"))
    client.post(NEW, typed(title="Van ons", who=str(of_the_town.pk)))
    client.post(NEW, typed(title="Van heel de plaats", wijk=str(waterdrecht.pk)))

    reach = dict(Activity.objects.values_list("title", "reach"))
    assert reach == {"Van mij": "up", "Van ons": "all", "Van heel de plaats": "all"}


def test_the_organiser_chooses_how_far_it_goes(as_member, noor, centrum):
    client = as_member(noor)
    client.post(NEW, typed(reach="here"))
    edit = f"{made().get_absolute_url()}wijzigen/"
    assert "Zoals gewoonlijk" not in client.get(edit).content.decode()
    assert made().reach == "here"

    client.post(edit, typed(reach="all"))
    assert made().reach == "all"

    refused = client.post(edit, typed(reach="here", wijk=str(centrum.pk)))
    assert "Centrum heeft geen eigen site" in refused.content.decode()
    assert client.post(edit, typed(reach="here", wijk="nergens")).status_code == 422


def test_a_place_without_parts_asks_nothing_about_it(as_member, joost):
    client = as_member(joost, host="elders.testserver")

    assert "Waar mag het te zien zijn?" not in client.get(NEW).content.decode()


def test_who_looks_for_hands_says_so_under_tell_more_and_it_stands_there(as_member, noor, bram):
    as_member(noor).post(NEW, typed(needs_hands="on", hands_words="koffie schenken"))

    page = as_member(bram).get(made().get_absolute_url()).content.decode()
    assert "We zoeken nog handen: koffie schenken" in page
    asks = as_member(bram).get(f"{made().get_absolute_url()}vraag/?helpen=1").content.decode()
    assert "Ik wil graag meehelpen" in asks
    own = as_member(noor).get(made().get_absolute_url()).content.decode()
    assert "helpen=1" not in own
    again = as_member(noor).get(f"{made().get_absolute_url()}wijzigen/").content.decode()
    assert "koffie schenken" in again


def test_without_the_mark_words_about_hands_are_not_kept(as_member, noor, bram):
    as_member(noor).post(NEW, typed(hands_words="koffie schenken"))

    assert (made().needs_hands, made().hands_words) == (False, "")
    assert (
        "zoeken nog handen" not in as_member(bram).get(made().get_absolute_url()).content.decode()
    )


def test_what_is_cancelled_or_over_looks_for_nobody(as_member, noor, bram):
    activity = make_activity(noor, needs_hands=True)
    planning.cancel(activity, by=noor)

    page = as_member(bram).get(activity.get_absolute_url()).content.decode()
    assert "helpen=1" not in page


def photo():
    file = BytesIO()
    Image.new("RGB", (40, 30), "green").save(file, "PNG")
    return SimpleUploadedFile("a.png", file.getvalue())


def test_other_words_with_a_photo_stand_on_each_card_that_shows_it(
    as_member, noor, tmp_path, settings
):
    settings.MEDIA_ROOT = tmp_path
    activity, copy = make_activity(noor), make_activity(noor, title="Nog eens")
    publishing.add_picture(activity, photo(), alt="Een koor", by=noor)
    publishing.take_picture_of(activity, copy, by=noor)
    jobs.run_pending()

    as_member(noor).post(f"{activity.get_absolute_url()}foto/", {"alt": "Een koor bij de piano"})
    jobs.run_pending()

    text = as_member().get("/agenda/").content.decode()
    assert text.count('alt="Een koor bij de piano"') == 2
