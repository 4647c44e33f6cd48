"""Photos of a page: with words for who cannot see, and with who made them."""

from plein.features.pages import actions
from plein.features.pages.models import PagePicture
from plein.features.pages.tests.making import make_page, photo, said
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


def test_a_photo_that_is_taken_away_is_gone_everywhere(as_member, mila):
    page = make_page(mila)
    actions.add_picture(page, photo(), alt="x", by=mila)

    as_member(mila).post(f"{page.get_absolute_url()}fotos/", {"foto": "1", "weg": "1"})

    page.refresh_from_db()
    assert page.picture is None
    assert not Picture.objects.exists()


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
