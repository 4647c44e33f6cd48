"""`Ik sta hierop en wil dat niet`: hidden at once; and nobody empties the site with it."""

import io

import pytest
from PIL import Image

from plein.foundation.media.actions import keep_picture
from plein.foundation.media.models import Picture
from plein.shared.moderation import picture_actions
from plein.shared.moderation.matters import refused_pictures
from plein.shared.moderation.models import Refusal
from plein.shared.moderation.tests.making import photo
from plein.shared.notifications.models import Notification


@pytest.fixture(autouse=True)
def _stands_where_everybody_sees_it(monkeypatch):
    monkeypatch.setattr("plein.foundation.media.access._may_see", lambda *_asked: True)


@pytest.fixture
def picture(waterdrecht, noor) -> Picture:
    return keep_picture(photo("#b5372b"), town=waterdrecht, by=noor, alt="Noor op de fiets")


def colour_at(client, url: str) -> tuple[int, ...]:
    content = b"".join(client.get(url))
    return Image.open(io.BytesIO(content)).convert("RGB").getpixel((10, 10))


def is_red(colour: tuple[int, ...]) -> bool:
    return colour[0] > 150 and colour[1] < 100


def refuse(client, picture, **words):
    return client.post(f"/melden/foto/{picture.pk}/", words)


def test_a_visitor_without_account_hides_a_photo_at_once(as_member, picture):
    assert is_red(colour_at(as_member(), picture.url()))

    html = refuse(as_member(), picture).content.decode()

    assert "De foto is verborgen" in html
    assert not is_red(colour_at(as_member(), picture.url()))


def test_looking_at_the_page_hides_nothing(as_member, picture):
    answer = as_member().get(f"/melden/foto/{picture.pk}/")

    assert answer.status_code == 200
    assert is_red(colour_at(as_member(), picture.url()))


def test_what_is_hidden_is_gone_from_a_browser_within_a_minute(as_member, picture):
    response = as_member().get(picture.url())

    assert response["Cache-Control"] == "private, max-age=60"


def test_an_empty_field_has_the_same_size(as_member, picture):
    refuse(as_member(), picture)

    content = b"".join(as_member().get(picture.url()))

    assert Image.open(io.BytesIO(content)).size == picture.dimensions()


def test_a_connector_reads_why_and_takes_it_away_for_good(as_member, picture, fatima):
    refuse(as_member(), picture, words="Dat is mijn dochter.")
    client = as_member(fatima)
    page = client.get(f"/melden/foto/{picture.pk}/bekijken/").content.decode()
    assert "Dat is mijn dochter." in page
    assert is_red(colour_at(client, f"/melden/foto/{picture.pk}/bekijken/foto.webp"))

    client.post(f"/melden/foto/{picture.pk}/bekijken/", {"besluit": "weg"})

    assert not Picture.objects.exists()
    assert Refusal.objects.get().outcome == "gone"
    assert client.get(picture.url()).status_code == 404


def test_a_connector_lets_it_stand_and_it_is_not_hidden_again_by_itself(as_member, picture, mila):
    refuse(as_member(), picture)
    as_member(mila).post(f"/melden/foto/{picture.pk}/bekijken/", {"besluit": "blijft"})
    assert is_red(colour_at(as_member(), picture.url()))

    html = refuse(as_member(), picture).content.decode()

    assert "We kijken ernaar" in html
    assert is_red(colour_at(as_member(), picture.url()))
    assert len(list(refused_pictures(picture.town_id))) == 1


@pytest.mark.parametrize("who", [None, "bram", "noor"])
def test_others_decide_nothing(as_member, picture, request, who):
    refuse(as_member(), picture)
    client = as_member(request.getfixturevalue(who) if who else None)

    for path in ("bekijken/", "bekijken/foto.webp"):
        assert client.get(f"/melden/foto/{picture.pk}/{path}").status_code in (302, 404)
    client.post(f"/melden/foto/{picture.pk}/bekijken/", {"besluit": "weg"})
    assert Picture.objects.exists()


def test_nobody_decides_about_a_photo_of_their_own(as_member, waterdrecht, fatima):
    own = keep_picture(photo(), town=waterdrecht, by=fatima, alt="x")
    refuse(as_member(), own)

    as_member(fatima).post(f"/melden/foto/{own.pk}/bekijken/", {"besluit": "blijft"})

    assert Refusal.objects.get().decided_at is None


def test_without_a_refusal_there_is_nothing_to_decide(as_member, picture, fatima):
    url = f"/melden/foto/{picture.pk}/bekijken/"
    as_member(fatima).post(url, {"besluit": "weg"})

    assert Picture.objects.exists()
    assert as_member(fatima).get(f"{url}foto.webp").status_code == 404


def test_one_stranger_hides_five_a_day(as_member, waterdrecht, noor):
    pictures = [keep_picture(photo(), town=waterdrecht, by=noor, alt="x") for _ in range(6)]
    client = as_member()

    answers = [refuse(client, each).status_code for each in pictures]

    assert answers == [200] * 5 + [422]
    assert Picture.objects.filter(hidden_at=None).count() == 1


def test_many_strangers_together_do_not_empty_the_site(monkeypatch, waterdrecht, noor):
    monkeypatch.setattr(picture_actions, "MOST_OF_STRANGERS", 2)
    pictures = [keep_picture(photo(), town=waterdrecht, by=noor, alt="x") for _ in range(4)]

    for number, each in enumerate(pictures):
        picture_actions.refuse(each, community=waterdrecht, by=None, visitor=f"v{number}")

    assert Picture.objects.exclude(hidden_at=None).count() == 2
    assert len(list(refused_pictures(waterdrecht.pk))) == 4


def test_saying_it_twice_is_one_matter(as_member, picture):
    refuse(as_member(), picture)
    refuse(as_member(), picture)

    assert Refusal.objects.count() == 1
    assert len(list(refused_pictures(picture.town_id))) == 1


def test_who_added_it_hears_that_but_not_by_whom(picture, noor, bram, waterdrecht):
    picture_actions.refuse(picture, community=waterdrecht, by=bram, visitor="")

    told = Notification.objects.get(to=noor)
    assert "Bram" not in told.subject + told.text


def test_the_matter_is_hidden_from_who_said_it(picture, fatima, waterdrecht):
    picture_actions.refuse(picture, community=waterdrecht, by=fatima, visitor="")

    (matter,) = refused_pictures(waterdrecht.pk)

    assert fatima.pk in matter.hidden_from


def test_a_photo_of_another_town_does_not_exist(as_member, picture, elders):
    client = as_member(host="elders.testserver")

    assert client.get(f"/melden/foto/{picture.pk}/").status_code == 404
    assert refuse(client, picture).status_code == 404
    assert Picture.objects.get().hidden_at is None


def test_a_logo_has_nobody_on_it(as_member, picture, waterdrecht):
    from plein.foundation.communities import tree

    waterdrecht.logo = picture
    waterdrecht.save()
    tree.changed(waterdrecht.pk)

    assert refuse(as_member(), picture).status_code == 404


def test_where_a_visitor_came_from_is_forgotten_after_a_day(as_member, picture, time_machine):
    from datetime import timedelta

    from django.utils import timezone

    refuse(as_member(), picture)
    assert Refusal.objects.get().visitor
    time_machine.move_to(timezone.now() + timedelta(days=2))

    picture_actions.forget_visitors()

    assert Refusal.objects.get().visitor == ""


def test_of_a_photo_that_one_may_not_see_there_is_no_page(as_member, picture, monkeypatch):
    monkeypatch.setattr("plein.foundation.media.access._may_see", lambda *_asked: False)

    assert as_member().get(f"/melden/foto/{picture.pk}/").status_code == 404
    assert refuse(as_member(), picture).status_code == 404
    assert Picture.objects.get().hidden_at is None
