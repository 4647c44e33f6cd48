"""The photo of a page is a part of what it says: kept, put back, and gone when nothing shows it."""

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from plein.features.directory import actions
from plein.features.directory.actions import merging
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
    client.post(f"{entry.get_absolute_url()}foto/", photo(alt=alt))
    return fresh(entry).picture


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
    second = put(noors, entry, "De nieuwe winkel")
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
    noors.post(f"{entry.get_absolute_url()}foto/", {"away": "1"})
    assert fresh(entry).picture is None

    actions.restore(fresh(entry), entry.versions.all()[1], by=entry.versions.first().by)
    assert fresh(entry).picture == first
    made = Version.objects.count()
    actions.take_picture_away(make_entry(entry.town, "Zonder foto"), by=None)
    assert Version.objects.count() == made + 2  # The two of the new page itself.


def test_an_earlier_photo_is_for_who_keeps_the_page(noors, as_member, client, entry, bram, joost):
    first = put(noors, entry, "Eerst")
    now = put(noors, entry, "Nu")

    assert noors.get(first.url()).status_code == 200
    assert client.get(now.url()).status_code == 200
    for other in (client, as_member(bram), as_member(joost)):
        assert other.get(first.url()).status_code == 404


def test_a_photo_goes_with_the_last_version_that_shows_it(noors, entry, time_machine):
    first = put(noors, entry, "Eerst")
    change(entry, line="Andere woorden, zelfde foto.")
    now = put(noors, entry, "Nu")
    assert actions.forget_old_versions() == 0

    time_machine.move_to(timezone.now() + timedelta(days=2 * 365 - 1))
    assert actions.forget_old_versions() == 0
    time_machine.move_to(timezone.now() + timedelta(days=2))
    assert actions.forget_old_versions() == 4

    assert set(Picture.objects.all()) == {now}
    assert entry.versions.get().picture == now
    assert not Picture.objects.filter(pk=first.pk).exists()


def test_a_photo_that_stands_elsewhere_too_stays(noors, entry, waterdrecht, time_machine):
    first = put(noors, entry, "Van ons allebei")
    other = make_entry(waterdrecht, "Ander")
    actions.write(other, None, by=None, picture=first)
    put(noors, entry, "Nu")

    time_machine.move_to(timezone.now() + timedelta(days=800))
    actions.forget_old_versions()
    assert fresh(other).picture == first


def test_what_somebody_in_it_had_erased_does_not_come_back(noors, entry, noor):
    first = put(noors, entry, "Eerst")
    put(noors, entry, "Nu")
    erase_picture(first)

    actions.restore(fresh(entry), entry.versions.all()[1], by=noor)
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
