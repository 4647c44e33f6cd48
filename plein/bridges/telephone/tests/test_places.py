"""Three places of the social map, told by a human; and the subject's own people are asked."""

import pytest

from plein.bridges.telephone import actions
from plein.bridges.telephone.models import ToldPlace
from plein.features.directory.tests.making import make_entry
from plein.features.noticeboard.models import AskClock
from plein.features.noticeboard.tests.making import SECRET_TITLE, answered, make_ask
from plein.foundation.communities.models import RoleName
from plein.foundation.organisations.models import Editor
from plein.shared.notifications.models import Notification
from plein.testing.cast import give, make_member

THEME = "boodschappen-koken"


@pytest.fixture
def ask(noor):
    return make_ask(noor)


def page_of(ask) -> str:
    return f"/telefoon/{ask.code}/plekken/"


def at_step(ask, step):
    AskClock.objects.filter(post=ask).update(step=step)
    return ask


def told(member) -> list[Notification]:
    return list(Notification.objects.filter(to=member, key="telephone.theme"))


@pytest.fixture
def four_places(waterdrecht, molenwijk, centrum):
    make_entry(centrum, name="Oude lijst", phone="0184 555 001", months_ago=40)
    make_entry(waterdrecht, name="Stadskeuken", phone="0184 555 002", months_ago=1)
    make_entry(molenwijk, name="Wijkkeuken", phone="0184 555 003", months_ago=1)
    make_entry(centrum, name="Eettafel", phone="0184 555 004", months_ago=1)
    make_entry(molenwijk, name="Zonder nummer", phone="", months_ago=1)


def test_the_nearest_sure_ones_with_a_number_stand_ready_to_read(
    as_member, fatima, ask, four_places
):
    browser = as_member(fatima)
    assert page_of(ask) in browser.get(f"/prikbord/{ask.address}/bellen/").content.decode()

    html = browser.get(page_of(ask)).content.decode()

    at = [html.index(name) for name in ("Wijkkeuken", "Stadskeuken", "Eettafel")]
    assert at == sorted(at)
    assert "0184 555 003" in html
    assert "Oude lijst" not in html
    assert "Zonder nummer" not in html


def test_one_tap_notes_what_was_told_and_the_next_ones_come(as_member, fatima, ask, four_places):
    browser = as_member(fatima)
    html = browser.get(page_of(ask)).content.decode()
    keys = [part.split('"')[0] for part in html.split('name="place" value="')[1:]]

    for _twice in range(2):
        done = browser.post(page_of(ask), {"place": [*keys[:2], "verzonnen"]})
        assert done["Location"].endswith("/bellen/")

    names = ToldPlace.objects.order_by("entry__organisation__name")
    assert [row.entry.organisation.name for row in names] == ["Stadskeuken", "Wijkkeuken"]
    assert {row.by for row in names} == {fatima}
    after = browser.get(page_of(ask), HTTP_HX_REQUEST="true").content.decode()
    assert "Nog geen plek verteld" in html
    assert "Nog geen plek verteld" not in after
    assert "Al verteld" in after
    assert "Oude lijst" in after
    assert "<h1" not in after


def test_neighbours_and_guests_do_not_get_the_page_and_without_a_map_nobody_does(
    as_member, bram, fatima, ask, waterdrecht
):
    assert as_member(bram).get(page_of(ask)).status_code == 404
    assert as_member().get(page_of(ask)).status_code == 302
    html = as_member(fatima).get(page_of(ask)).content.decode()
    assert "geen plek met een telefoonnummer" in html


def test_who_stands_for_the_theme_hears_of_it_with_the_team_and_not_before(noor, molenwijk, ask):
    anja = make_member("Anja", molenwijk)
    give(anja, RoleName.PROFESSIONAL, molenwijk).roles.update(subject=THEME)
    other = make_member("Olaf", molenwijk)
    give(other, RoleName.PROFESSIONAL, molenwijk).roles.update(subject="vervoer")

    actions.tell_who_stands_for_theme(at_step(ask, AskClock.Step.CONNECTOR).pk)
    assert not told(anja)

    for _twice in range(2):
        actions.tell_who_stands_for_theme(at_step(ask, AskClock.Step.TEAM).pk)

    [news] = told(anja)
    assert SECRET_TITLE not in news.subject + news.text
    assert not told(other)
    assert not told(noor)


def test_without_such_a_person_the_organisations_that_fit_hear_it(
    bram, fatima, ask, four_places, molenwijk
):
    entry = make_entry(molenwijk, name="Wijkkeuken", phone="0184 555 003", months_ago=1)
    Editor.objects.create(town=entry.town, organisation=entry.organisation, member=bram)

    actions.tell_who_stands_for_theme(at_step(ask, AskClock.Step.TEAM).pk)

    assert len(told(bram)) == 1
    answered(ask, fatima)
    assert actions.tell_who_stands_for_theme(ask.pk) == 0
