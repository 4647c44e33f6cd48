"""'Iemand is overleden of verhuisd': family tells it, a person checks it by phone (HELP-15)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.bridges.dayboard import actions as dayboard
from plein.bridges.dayboard.models import MatterRow
from plein.bridges.telephone import actions
from plein.bridges.telephone.models import Tidings
from plein.features.noticeboard.models import OnClock
from plein.foundation.audit.models import Record
from plein.foundation.communities.models import Member, RoleName
from plein.testing.cast import give, make_member

URL = "/overleden-of-verhuisd/"
SAID = {"because": "died", "who": "Noor Jansen", "teller": "Karin", "phone": "06 12345678"}


def send(browser, **changes):
    return browser.post(URL, SAID | changes)


def row(town) -> MatterRow:
    dayboard.refresh(town)
    return MatterRow.objects.get(kind="telephone.tidings")


@pytest.fixture
def told(as_member, noor, molenwijk) -> MatterRow:
    send(as_member(), home=str(molenwijk.pk))
    return row(noor.town_id)


def test_contact_and_call_back_lead_there(as_member, waterdrecht):
    for page in ("/contact/", "/bel-mij-terug/"):
        assert f'href="{URL}"' in as_member().get(page).content.decode()


def test_known_or_not_the_page_says_the_same_and_nothing_stops(as_member, noor):
    known, unknown = (
        send(as_member(), who=who).content.decode().partition("<main")[2].partition("</main>")[0]
        for who in ("Noor Jansen", "Kanarie X")
    )

    assert known == unknown
    assert "Iemand van ons belt je" in known
    noor.refresh_from_db()
    assert noor.state == Member.State.ACTIVE


def test_a_connector_calls_finds_the_page_and_then_it_is_gone(
    as_member, told, fatima, noor, molenwijk
):
    browser, url = as_member(fatima), f"/bellijst/{told.pk}/"
    assert "Jansen" not in told.words
    assert "Jansen" not in browser.get("/dagstart/").content.decode()
    html = browser.get(url).content.decode()
    assert "Overleden: Noor Jansen" in html
    assert "tel:+31612345678" in html
    assert f'href="/mensen/{noor.pk}/weg/"' in html

    browser.post(f"/mensen/{noor.pk}/weg/", {"because": "died"})
    browser.post(url, {"result": "reached"})

    assert "flower-tulip" not in browser.get("/bellijst/").content.decode()
    keys = set(Record.objects.values_list("key", flat=True))
    assert {"telephone.tidings.told", "telephone.tidings.checked"} <= keys
    Tidings.objects.update(done_at=timezone.now() - timedelta(days=3))
    actions.forget()
    assert not Tidings.objects.exists()


def test_without_an_answer_it_stays_until_tomorrow(as_member, told, fatima):
    as_member(fatima).post(f"/bellijst/{told.pk}/", {"result": "no_answer"})

    assert Tidings.objects.open().exists()


def test_who_connects_elsewhere_and_neighbours_see_nothing(as_member, told, bram, noor, centrum):
    give(bram, RoleName.CONNECTOR, centrum)

    for other in (None, noor, bram):
        assert as_member(other).get(f"/bellijst/{told.pk}/").status_code in (302, 404)


def test_only_members_of_ones_own_part_are_named(as_member, told, bram, noor, molenwijk, centrum):
    other = make_member("Noortje", centrum)
    give(bram, RoleName.CONNECTOR, molenwijk)

    page = as_member(bram, host="molenwijk.testserver").get(f"/bellijst/{told.pk}/")
    html = page.content.decode()

    assert str(noor.pk) in html
    assert str(other.pk) not in html


@pytest.mark.parametrize("missing", ["because", "who", "teller", "phone"])
def test_what_is_missing_is_asked_again(as_member, noor, missing):
    assert send(as_member(), **{missing: ""}).status_code == 422
    assert not Tidings.objects.exists()


def test_an_impatient_thumb_tells_it_once_and_nobody_floods_the_list(as_member, noor):
    send(as_member()), send(as_member())
    assert Tidings.objects.count() == 1

    answers = [send(as_member(), who=f"Buur {n}", phone=f"06 1234567{n}") for n in range(6)]

    assert answers[-1].status_code == 422
    assert Tidings.objects.count() <= 5


def test_with_nobody_at_the_phone_it_says_where_to_go(as_member, waterdrecht):
    OnClock.objects.update(away_from=timezone.localdate())

    assert "Er zit nu niemand bij de telefoon" in as_member().get(URL).content.decode()
