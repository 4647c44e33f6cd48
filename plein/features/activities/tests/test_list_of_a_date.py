"""Of what comes back every week people enrol for each date: the organiser finds each list."""

from plein.features.activities.tests.making import come, first, make_weekly


def test_of_each_date_of_a_weekly_activity_stands_who_comes(as_member, noor, bram):
    club = make_weekly(noor, enrolment="each")
    dates = list(club.occurrences.exclude(day=None).order_by("day")[:2])
    come(dates[1], bram)
    page = club.get_absolute_url()

    mine = as_member(noor).get(page).content.decode()

    for row in dates:
        assert f'href="{page}{row.when}/deelnemers/"' in mine
    assert "1 persoon" in mine
    assert "Bram" in as_member(noor).get(f"{page}{dates[1].when}/deelnemers/").content.decode()
    assert "deelnemers/" not in as_member(bram).get(page).content.decode()


def test_where_nobody_enrols_there_is_no_list(as_member, noor):
    club = make_weekly(noor, enrolment="none")

    assert first(club)
    assert "deelnemers/" not in as_member(noor).get(club.get_absolute_url()).content.decode()
