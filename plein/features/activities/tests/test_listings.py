"""What can be found of activities, and what stands nowhere."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plein.features.activities.actions import planning, publishing
from plein.features.activities.listings import LISTINGS
from plein.features.activities.models import Activity
from plein.features.activities.reportables import REPORTABLES
from plein.features.activities.tests.making import (
    TITLE,
    come,
    first,
    make_activity,
    make_club,
    make_weekly,
)
from plein.foundation import jobs
from plein.foundation.communities.actions import mapping
from plein.foundation.jobs.models import Change
from plein.foundation.places.models import Postcode
from plein.foundation.places.reading_postcodes import Lies
from plein.lib.clock import from_until

DATED, UNDATED = LISTINGS
MOST = 20


def found(source, activity):
    return source.one(activity.pk)


def test_with_a_date_it_is_in_the_agenda_and_without_in_the_showcase(noor):
    dated, always = make_activity(noor), make_activity(noor, first_day=None)

    assert (found(DATED, dated).title, found(UNDATED, dated)) == (TITLE, None)
    assert (found(DATED, always), found(UNDATED, always).title) == (None, TITLE)
    assert (DATED.house, UNDATED.house) == ("agenda", "showcase")


def test_a_series_has_its_moments_eighteen_months_ahead(noor):
    listing = found(DATED, make_weekly(noor))

    assert 70 <= len(listing.moments) <= 79
    last = listing.moments[-1]
    assert last.starts_at < timezone.now() + timedelta(days=549)
    assert last.url.endswith(f"/{timezone.localtime(last.starts_at):%Y-%m-%d}/")


def test_a_card_says_when_where_and_who(noor):
    facts = [fact.words["nl"] for fact in found(DATED, make_weekly(noor)).facts]

    assert facts[0] == f"Elke dinsdag, {from_until('10.00', '12.00')} uur"
    assert facts[1:3] == ["Buurthuis De Wiek, Molenpark 1", "Noor (bewoner)"]


def test_a_home_has_no_place_and_no_point(noor):
    Postcode.objects.create(code="3311AB", lat=51.8, lon=4.9)
    listing = found(DATED, make_activity(noor, at_home=True))
    public = found(DATED, make_activity(noor, postcode="3311AB"))

    assert (listing.place, listing.point) == ("", None)
    assert public.point == (51.8, 4.9)


def test_it_is_found_in_the_wijk_where_it_takes_place(
    noor, waterdrecht, molenwijk, centrum, client
):
    """Whatever wijk its organiser lives in; a home, or an address nobody knows, stays there."""
    make_activity(noor, title="Markt", postcode="3311AC")
    make_activity(noor, title="Thuis", at_home=True)
    make_activity(noor, title="Ver", postcode="9999ZZ")
    jobs.run_pending()
    before = client.get("/agenda/?wijk=centrum").content.decode()
    mapping.place_postcodes(waterdrecht, [Lies("3311AC", wijk="Centrum")], by=None)
    jobs.run_pending()

    assert "Markt" not in before
    for wijk, titles in (("centrum", ["Markt"]), ("molenwijk", ["Thuis", "Ver"])):
        page = client.get(f"/agenda/?wijk={wijk}").context["page"]
        assert sorted(card.title for card in page.cards) == titles
    own_site = client.get("/agenda/", headers={"host": "molenwijk.testserver"})
    assert len(own_site.context["page"].cards) == 3, "and its owner chose where it shows"


def test_an_address_gets_its_pin_when_the_postcodes_come_later(noor, waterdrecht):
    known, unknown = (make_activity(noor, postcode=code) for code in ("3311AB", "3311AC"))
    assert found(DATED, known).point is None
    mapping.place_postcodes(waterdrecht, [Lies("3311AB", 51.8, 4.9), Lies("3311", 51, 4)], by=None)
    jobs.run_pending()

    assert found(DATED, known).point == (51.8, 4.9)
    assert found(DATED, unknown).point is None, "four digits are too wide for a pin"
    assert publishing.find_points(waterdrecht.pk) == 0


def test_everybody_finds_an_open_activity_by_its_words_and_nobody_a_private_one(noor):
    open_one = found(DATED, make_activity(noor, title="Stoelgym"))
    private = found(DATED, make_activity(noor, title="Stoelgym", audience="members"))

    assert "stoelgym" in open_one.public_words
    assert "molenpark" in open_one.public_words
    assert private.public_words == ""


def test_full_and_cancelled_are_said(noor, bram):
    club = make_club(noor, seats=1)
    assert found(DATED, club).status == ""
    come(first(club), bram)
    assert found(DATED, club).status == "full"

    planning.cancel(club, by=noor)

    assert found(DATED, club).status == "cancelled"


def test_a_cancelled_date_is_no_moment(noor):
    series = make_weekly(noor)
    before = len(found(DATED, series).moments)

    planning.cancel_date(first(series), by=noor)

    assert len(found(DATED, series).moments) == before - 1


def test_nobody_who_comes_can_be_found(noor, bram):
    club = make_club(noor)
    come(first(club), bram)
    come(first(club), "Riannette")

    said = repr(found(DATED, club))
    assert "Riannette" not in said
    assert "Bram" not in said


def test_what_is_over_or_hidden_is_not_found(noor, fatima, time_machine):
    over, hidden = make_activity(noor), make_activity(noor)
    publishing.hide(hidden, by=fatima)
    assert found(DATED, hidden) is None
    time_machine.move_to(timezone.now() + timedelta(days=20))

    assert found(DATED, over) is None


@pytest.mark.parametrize("what", ["edit", "enrol", "cancel"])
def test_every_change_is_told(noor, bram, what):
    club = make_club(noor)
    Change.objects.all().delete()

    if what == "enrol":
        come(first(club), bram)
    elif what == "cancel":
        planning.cancel(club, by=noor)
    else:
        said = {"title": "Nieuw"}
        publishing.edit(club, publishing.Wanted(said=said, community=noor.home), by=noor)

    assert Change.objects.filter(kind="activities.activity", about=str(club.pk)).exists()


def test_all_and_one_say_the_same(noor):
    for number in range(3):
        make_activity(noor, title=f"Club {number}")

    every = list(DATED.all(noor.town_id))

    assert len(every) == 3
    assert {listing.title: listing for listing in every} == {
        found(DATED, activity).title: found(DATED, activity) for activity in Activity.objects.all()
    }


def test_every_night_the_horizon_moves_on(noor, time_machine):
    series = make_weekly(noor)
    before = series.occurrences.count()
    time_machine.move_to(timezone.now() + timedelta(days=30))

    assert planning.extend() == 1
    assert series.occurrences.count() == before + 4
    assert planning.extend() == 0
    assert len(found(DATED, series).moments) >= 70


def test_what_one_may_not_see_cannot_be_reported(noor, fatima, bram):
    activity = make_activity(noor)
    find = REPORTABLES["activities.activity"].find
    assert find(bram, bram.home, activity.pk) == activity

    publishing.hide(activity, by=fatima)

    assert find(bram, bram.home, activity.pk) is None


@pytest.mark.parametrize("who", ["guest", "bram", "noor", "fatima"])
def test_a_page_asks_as_much_with_many_dates_and_many_people(as_member, request, noor, who):
    series = make_weekly(noor, enrolment="each", seats=100)
    client = as_member(None if who == "guest" else request.getfixturevalue(who))
    url = series.get_absolute_url()

    def queries():
        with CaptureQueriesContext(connection) as seen:
            assert client.get(url).status_code == 200
        return len(seen)

    client.get(url)
    few = queries()
    for number in range(12):
        come(first(series), f"Gast{number}")
    for number in range(5):
        make_activity(noor, title=f"Ook {number}")

    assert queries() == few <= MOST


def test_my_page_asks_as_much_with_many_activities(as_member, noor, bram):
    come(first(make_club(noor)), bram)
    client = as_member(bram)
    url = "/activiteiten/mijn/"

    def queries():
        with CaptureQueriesContext(connection) as seen:
            assert client.get(url).status_code == 200
        return len(seen)

    client.get(url)
    few = queries()
    for _number in range(5):
        come(first(make_club(noor)), bram)
        make_activity(bram)

    assert queries() <= few + 1 <= MOST


def test_a_moved_date_makes_what_was_printed_old(noor):
    weekly = make_weekly(noor)
    before = found(DATED, weekly).changed_at
    planning.cancel_date(first(weekly), words="", by=noor)

    assert found(DATED, weekly).changed_at > before
    now = found(DATED, weekly).changed_at
    planning.extend(noor.town_id)
    assert found(DATED, weekly).changed_at == now, "Another week is no news."
