"""What was decided about a photo is told; somebody else on the same photo is heard as well."""

import pytest

from plein.foundation.communities.models import Community
from plein.foundation.media.actions import keep_picture
from plein.foundation.media.models import Picture
from plein.shared.moderation import picture_actions
from plein.shared.moderation.tests.making import photo
from plein.shared.notifications.models import Notification


@pytest.fixture(autouse=True)
def _stands_where_everybody_sees_it(monkeypatch):
    monkeypatch.setattr("plein.foundation.media.access._may_see", lambda *_asked: True)


@pytest.fixture
def picture(waterdrecht, noor) -> Picture:
    return keep_picture(photo("#b5372b"), town=waterdrecht, by=noor, alt="Samen op de foto")


def refuse(picture, by, visitor=""):
    town = Community.objects.get(pk=picture.town_id)
    return picture_actions.refuse(picture, community=town, by=by, visitor=visitor)


def is_hidden(picture):
    picture.refresh_from_db()
    return picture.hidden_at is not None


def told(member):
    newest = Notification.objects.filter(to=member).latest("made_at")
    return f"{newest.subject} {newest.text}"


def test_who_objected_and_who_added_it_hear_that_it_stands(picture, noor, bram, fatima):
    refuse(picture, bram)

    picture_actions.judge(picture, stands=True, by=fatima)

    assert "De foto blijft op de site" in told(bram)
    assert "0184-555 010" in told(bram)
    assert "Je foto is weer te zien" in told(noor)
    assert "Bram" not in told(noor)


def test_who_objected_and_who_added_it_hear_that_it_is_gone(picture, noor, bram, fatima):
    refuse(picture, bram)

    picture_actions.judge(picture, stands=False, by=fatima)

    assert "De foto is weg" in told(bram)
    assert "Een foto van jou is weg" in told(noor)
    assert "0184-555 010" in told(noor)


def test_somebody_else_on_the_same_photo_hides_it_again(as_member, picture, bram, nadia, fatima):
    refuse(picture, bram)
    picture_actions.judge(picture, stands=True, by=fatima)
    page = as_member(nadia).get(f"/melden/foto/{picture.pk}/").content.decode()
    assert "meteen weg" in page

    refuse(picture, nadia)

    assert is_hidden(picture)


def test_who_was_answered_hides_it_no_second_time(as_member, picture, bram, fatima):
    refuse(picture, bram)
    picture_actions.judge(picture, stands=True, by=fatima)

    refuse(picture, bram)

    assert not is_hidden(picture)
    assert "meteen weg" not in as_member(bram).get(f"/melden/foto/{picture.pk}/").content.decode()


def test_the_page_promises_a_visitor_no_more_than_happens(as_member, picture, bram, fatima):
    url = f"/melden/foto/{picture.pk}/"
    assert "meteen weg" in as_member().get(url).content.decode()
    refuse(picture, bram)
    picture_actions.judge(picture, stands=True, by=fatima)

    page = as_member().get(url).content.decode()
    as_member().post(url)

    assert "meteen weg" not in page
    assert "We kijken er zo snel mogelijk opnieuw naar" in page
    assert not is_hidden(picture)
