"""Who keeps a page that goes off the map hears it, and reads why."""

import pytest

from plein.features.directory import actions
from plein.features.directory.tests.making import fresh, make_entry
from plein.foundation.organisations.actions import add_editor
from plein.shared.notifications.models import Notification


@pytest.fixture
def entry(waterdrecht, noor, mila):
    entry = make_entry(waterdrecht)
    add_editor(entry.organisation, noor, by=mila)
    return entry


def test_its_editor_hears_why_it_went_off_the_map_and_reads_it_there(
    as_member, noor, fatima, entry
):
    actions.hide(entry, why="Gestopt, zei de voorzitter.", by=fatima)

    told = Notification.objects.get(to=noor)
    assert told.subject == "Voedselbank Waterdrecht staat nu even niet op de kaart"
    assert "Gestopt, zei de voorzitter." in told.text
    page = as_member(noor).get(told.url)
    assert page.status_code == 200
    assert "Gestopt, zei de voorzitter." in page.content.decode()
    assert "Houd deze pagina zelf bij" not in page.content.decode()


def test_and_that_it_is_back(noor, fatima, entry):
    actions.hide(entry, why="Gestopt", by=fatima)
    actions.show_again(fresh(entry), by=fatima)
    assert Notification.objects.filter(to=noor, key="directory.shown_again").exists()


def test_others_find_nothing_and_the_editor_changes_nothing_there(
    as_member, bram, noor, fatima, entry
):
    actions.hide(entry, why="Gestopt", by=fatima)
    url = entry.get_absolute_url()
    assert as_member(bram).get(url).status_code == 404
    assert as_member(noor).get(f"{url}wijzigen/").status_code == 403
    assert as_member(noor).post(f"{url}beheren/", {"way": "steward", "words": "x"}).url == url
