"""Photos of a page: with words for who cannot see, and with who made them."""

from datetime import timedelta

from django.utils import timezone

from plein.features.pages import actions, queries
from plein.features.pages.models import PagePicture
from plein.features.pages.tests.making import make_page, photo, said
from plein.foundation.media.actions import erase_picture
from plein.foundation.media.models import Picture

GOOD = {"alt": "De molen", "credit": "Henk", "allowed": "on"}


def test_a_photo_stands_in_the_text_with_its_maker(as_member, mila):
    page = make_page(mila, body="Kijk.\n\n[foto 1]\n\nMooi.")

    as_member(mila).post(f"{page.get_absolute_url()}fotos/", GOOD | {"photo": photo()})

    html = as_member().get(page.get_absolute_url()).content.decode()
    assert html.count('alt="De molen"') == 2  # on top, and in the text
    assert "Foto: Henk" in html


def test_a_photo_that_is_not_there_leaves_no_hole(as_member, mila):
    page = make_page(mila, body="Kijk.\n\n[foto 7]\n\nMooi.")

    html = as_member().get(page.get_absolute_url()).content.decode()

    assert "[foto 7]" not in html
    assert "Mooi." in html


def test_without_asking_the_people_on_it_there_is_no_photo(as_member, mila):
    page = make_page(mila)
    form = {"alt": "De molen", "photo": photo()}

    answer = as_member(mila).post(f"{page.get_absolute_url()}fotos/", form)

    assert answer.status_code == 422
    assert "Zet hier een vinkje" in answer.content.decode()
    assert not PagePicture.objects.exists()


def test_another_photo_can_stand_on_the_card(as_member, mila):
    page = make_page(mila)
    first, second = (actions.add_picture(page, photo(), alt="x", by=mila) for _ in range(2))
    assert page.picture_id == first.picture_id

    as_member(mila).post(f"{page.get_absolute_url()}fotos/", {"foto": "2"})

    page.refresh_from_db()
    assert page.picture_id == second.picture_id


def test_a_photo_that_is_taken_away_is_off_the_page_and_later_gone(
    as_member, client, mila, time_machine
):
    page = make_page(mila)
    taken = actions.add_picture(page, photo(), alt="x", by=mila).picture
    client_of_mila = as_member(mila)

    client_of_mila.post(f"{page.get_absolute_url()}fotos/", {"foto": "1", "weg": "1"})

    page.refresh_from_db()
    assert page.picture is None
    assert 'alt="x"' not in client.get(page.get_absolute_url()).content.decode()
    assert client.get(taken.url()).status_code == 404
    assert client_of_mila.get(taken.url()).status_code == 200
    assert actions.forget_taken() == 0
    time_machine.move_to(timezone.now() + timedelta(days=366))
    assert actions.forget_taken() == 1
    assert not Picture.objects.exists()


def test_a_version_holds_the_photos_it_had(as_member, client, mila):
    page = make_page(mila, kind="interview", body="Kijk.\n\n[foto 1]")
    one, two, three = (actions.add_picture(page, photo(), alt=x, by=mila) for x in "123")
    actions.use_as_cover(page, two, by=mila)
    had = page.versions.order_by("-number").first()
    url = f"{page.get_absolute_url()}eerder/{had.number}/"
    mine = as_member(mila)
    html = mine.get(url).content.decode()
    assert "Precies zoals nu" in html
    assert "Zet deze versie terug" not in html

    for each in (one, two):
        actions.take_picture(page, each, by=mila)
    actions.save(page, said(kind="interview", body="Anders"), by=mila)
    html = mine.get(url).content.decode()
    assert all(f'alt="{x}"' in html for x in "123")
    assert "Precies zoals nu" not in html
    erase_picture(three.picture)
    mine.post(url)

    page.refresh_from_db()
    assert page.picture == two.picture
    assert [each.number for each in queries.photos_of(page)] == [1, 2]
    assert 'alt="1"' in client.get(page.get_absolute_url()).content.decode()
    assert "Precies zoals nu" in mine.get(url).content.decode()
    assert queries.before(page, page.versions.get(number=1)).others == []


def test_a_number_that_is_no_photo_does_not_exist(as_member, mila):
    page = make_page(mila)

    assert (
        as_member(mila).post(f"{page.get_absolute_url()}fotos/", {"foto": "3"}).status_code == 404
    )


def test_numbers_are_never_given_twice(mila):
    page = make_page(mila)
    first = actions.add_picture(page, photo(), alt="x", by=mila)
    second = actions.add_picture(page, photo(), alt="x", by=mila)
    actions.take_picture(page, first, by=mila)

    assert actions.add_picture(page, photo(), alt="x", by=mila).number == second.number + 1


def test_a_preview_shows_the_photos_too(as_member, mila):
    page = make_page(mila)
    actions.add_picture(page, photo(), alt="De molen", by=mila)
    form = {"kind": "news", "title": "T", "body": "[foto 1]", "voorbeeld": "1"}

    html = as_member(mila).post(f"{page.get_absolute_url()}wijzigen/", form).content.decode()

    assert 'alt="De molen"' in html
    assert said().title in as_member().get(page.get_absolute_url()).content.decode()


def test_the_words_with_a_photo_change_without_sending_it_again(as_member, mila, noor):
    page = make_page(mila, body="[foto 1]")
    added = actions.add_picture(page, photo(), alt="De molen", by=mila)
    url, other = f"{page.get_absolute_url()}fotos/", {"foto": 1, "words": 1, "alt": "De wieken"}

    as_member(mila).post(url, other)
    as_member(noor).post(url, other | {"alt": "Hoi"})
    as_member(mila).post(url, other | {"alt": " "})

    html = as_member().get(page.get_absolute_url()).content.decode()
    assert html.count('alt="De wieken"') == 2
    assert queries.photos_of(page)[0].picture_id == added.picture_id
