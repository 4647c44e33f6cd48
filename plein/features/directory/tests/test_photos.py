"""Photos of a page are a part of what it says: kept, put back, and gone when nothing shows them."""

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from PIL import Image

from plein.features.directory import actions
from plein.features.directory.actions import merging
from plein.features.directory.listings import listing
from plein.features.directory.models import Version
from plein.features.directory.sheet import sheet_of
from plein.features.directory.tests.making import change, fresh, make_entry
from plein.foundation.media.actions import erase_picture
from plein.foundation.media.models import Picture
from plein.foundation.organisations.actions import add_editor


@pytest.fixture
def entry(waterdrecht, noor, mila, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    entry = make_entry(waterdrecht)
    add_editor(entry.organisation, noor, by=mila)
    return entry


@pytest.fixture
def noors(as_member, noor):
    return as_member(noor)


def photo(**said):
    file = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(file, "PNG")
    sent = SimpleUploadedFile("a.png", file.getvalue())
    return {"photo": sent, "alt": "De winkel", "allowed": "on"} | said


def put(client, entry, alt):
    """Add a photo, and put it first: what was there comes behind it."""
    client.post(f"{entry.get_absolute_url()}foto/", photo(alt=alt))
    added = fresh(entry).pictures[-1]
    arrange(client, entry, added)
    return added


def replace(client, entry, alt):
    """The only photo from now on."""
    before = fresh(entry).pictures
    client.post(f"{entry.get_absolute_url()}foto/", photo(alt=alt))
    for picture in before:
        arrange(client, entry, picture, away="1")
    return fresh(entry).picture


def arrange(client, entry, picture, **how):
    return client.post(f"{entry.get_absolute_url()}foto/", {"which": str(picture.pk), **how})


def shown(entry):
    return [picture.alt for picture in fresh(entry).pictures]


def hang(entry, *names, by=None):
    """Photos without files, all at once."""
    made = [
        Picture.objects.create(town_id=entry.town_id, alt=name, width=40, height=30)
        for name in names
    ]
    actions.write(entry, None, by=by, pictures=made)
    return made


def test_six_photos_in_the_order_one_chooses(noors, client, as_member, entry, bram):
    url = f"{entry.get_absolute_url()}foto/"
    one, two, three, _four, five, _six = hang(entry, *"123456")
    assert 'type="file"' not in noors.get(url).content.decode()
    assert "Er staan zes foto" in noors.post(url, photo(alt="7")).content.decode()

    arrange(noors, entry, five)
    arrange(noors, entry, three, away="1")
    assert shown(entry) == ["5", "1", "2", "4", "6"]
    assert listing(fresh(entry)).picture_alt == "5"
    noors.post(url, photo(alt="7"))
    assert shown(entry) == ["5", "1", "2", "4", "6", "7"]

    page = client.get(entry.get_absolute_url()).content.decode()
    assert page.count("Ik sta hierop en wil dat niet") == 6
    assert client.get(fresh(entry).pictures[-1].url()).status_code == 200
    assert arrange(as_member(bram), entry, one, away="1").status_code == 403
    assert arrange(noors, entry, three, away="1").status_code == 404
    assert two in fresh(entry).pictures


def test_all_photos_of_a_day_come_back_and_a_refused_one_does_not(noors, entry, noor):
    one, two, _three = hang(entry, *"123")
    old = entry.versions.first()
    for picture in (one, two):
        arrange(noors, entry, picture, away="1")
    assert shown(entry) == ["3"]

    page = f"{entry.get_absolute_url()}eerder/{old.pk}/"
    assert noors.get(page).content.decode().count("<figure") == 4
    noors.post(page)
    assert shown(entry) == ["1", "2", "3"]

    erase_picture(one)
    erase_picture(two)
    assert listing(fresh(entry)).picture_alt == "3"
    assert actions.restore(fresh(entry), fresh(entry).versions.first(), by=noor) is None
    put(noors, entry, "4")
    assert shown(entry) == ["4", "3"]


def test_a_page_with_six_photos_costs_no_more(client, entry, django_assert_num_queries):
    hang(entry, *"12")
    with CaptureQueriesContext(connection) as few:
        client.get(entry.get_absolute_url())
    hang(entry, *"123456")
    with django_assert_num_queries(len(few)):
        client.get(entry.get_absolute_url())


def test_a_photo_with_words_and_a_yes(noors, entry):
    url = f"{entry.get_absolute_url()}foto/"
    assert noors.post(url, photo(allowed="")).status_code == 422
    assert noors.post(url, photo(alt="")).status_code == 422
    assert noors.post(url, photo(photo=SimpleUploadedFile("a.png", b"x"))).status_code == 422

    assert noors.post(url, photo()).status_code == 302
    assert fresh(entry).picture.alt == "De winkel"


def test_the_photo_before_is_kept_shown_beside_and_put_back(noors, entry):
    first = put(noors, entry, "De oude winkel")
    old = entry.versions.first()
    second = replace(noors, entry, "De nieuwe winkel")
    change(entry, line="Nu ook fruit.")

    assert "Foto" in noors.get(f"{entry.get_absolute_url()}eerder/").content.decode()
    page = f"{entry.get_absolute_url()}eerder/{old.pk}/"
    html = noors.get(page).content.decode()
    assert "De oude winkel" in html
    assert "De nieuwe winkel" in html
    noors.post(page)

    assert (fresh(entry).picture, fresh(entry).organisation.line) == (first, old.sheet["line"])
    assert Picture.objects.filter(pk=second.pk).exists()
    assert entry.versions.first().picture == first


def test_taken_off_the_page_it_can_come_back(noors, entry):
    first = put(noors, entry, "De winkel")
    arrange(noors, entry, first, away="1")
    assert fresh(entry).picture is None

    actions.restore(fresh(entry), entry.versions.all()[1], by=entry.versions.first().by)
    assert fresh(entry).picture == first
    made = Version.objects.count()
    actions.put_picture_first(fresh(entry), first, by=None)
    assert Version.objects.count() == made  # It was first already.


def test_an_earlier_photo_is_for_who_keeps_the_page(noors, as_member, client, entry, bram, joost):
    first = put(noors, entry, "Eerst")
    now = replace(noors, entry, "Nu")

    assert noors.get(first.url()).status_code == 200
    assert client.get(now.url()).status_code == 200
    for other in (client, as_member(bram), as_member(joost)):
        assert other.get(first.url()).status_code == 404


def test_a_photo_goes_with_the_last_version_that_shows_it(noors, entry, time_machine):
    first = put(noors, entry, "Eerst")
    change(entry, line="Andere woorden, zelfde foto.")
    now = replace(noors, entry, "Nu")
    assert actions.forget_old_versions() == 0

    time_machine.move_to(timezone.now() + timedelta(days=2 * 365 - 1))
    assert actions.forget_old_versions() == 0
    time_machine.move_to(timezone.now() + timedelta(days=2))
    assert actions.forget_old_versions() == 5

    assert set(Picture.objects.all()) == {now}
    assert entry.versions.get().picture == now
    assert not Picture.objects.filter(pk=first.pk).exists()


def test_a_photo_that_stands_elsewhere_too_stays(noors, entry, waterdrecht, time_machine):
    first = put(noors, entry, "Van ons allebei")
    other = make_entry(waterdrecht, "Ander")
    actions.write(other, None, by=None, pictures=[first])
    replace(noors, entry, "Nu")

    time_machine.move_to(timezone.now() + timedelta(days=800))
    actions.forget_old_versions()
    assert fresh(other).picture == first


def test_what_somebody_in_it_had_erased_does_not_come_back(noors, entry, noor):
    first = put(noors, entry, "Eerst")
    replace(noors, entry, "Nu")
    erase_picture(first)

    actions.restore(fresh(entry), entry.versions.all()[2], by=noor)
    assert fresh(entry).picture is None


def test_of_two_pages_that_become_one_a_photo_comes_along(noors, entry, waterdrecht, mila):
    first = put(noors, entry, "De winkel")
    kept = make_entry(waterdrecht, "Voedselbank")
    merging.merge(kept, fresh(entry), sheet_of(kept), by=mila)

    assert fresh(kept).picture == first


def test_looking_back_does_not_change_what_is_vital(entry, noor, fatima):
    change(entry, by=fatima, vital="food")
    change(entry, line="Anders")
    old = entry.versions.order_by("id")[1]
    assert old.sheet["vital"] == ""

    actions.restore(fresh(entry), old, by=noor)
    assert fresh(entry).vital == "food"
    change(entry, line="Weer anders")
    actions.restore(fresh(entry), old, by=fatima)
    assert fresh(entry).vital == ""


def test_the_words_with_a_photo_change_without_sending_it_again(noors, as_member, entry):
    picture = put(noors, entry, "De winkel")

    arrange(noors, entry, picture, words="1", alt="De winkel, met een rij mensen")

    html = as_member().get(entry.get_absolute_url()).content.decode()
    assert 'alt="De winkel, met een rij mensen"' in html
    assert fresh(entry).pictures == [picture]


def test_without_words_they_stay_as_they_were(noors, entry):
    picture = put(noors, entry, "De winkel")

    arrange(noors, entry, picture, words="1", alt=" ")

    assert fresh(entry).picture.alt == "De winkel"
