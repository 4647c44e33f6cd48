"""Changing a post and adding a photo: its writer only."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from plein.features.noticeboard.models import Post
from plein.features.noticeboard.tests.making import make_ask

SAID = {
    "title": "Anders gezegd",
    "text": "Nieuw",
    "theme": "tuin",
    "task_class": "door",
    "audience": "public",
    "slots": ["friday-evening"],
    "groups": ["ouderen"],
}


@pytest.fixture
def ask(noor):
    return make_ask(noor)


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def photo(color="green"):
    out = io.BytesIO()
    Image.new("RGB", (40, 30), color).save(out, "PNG")
    return SimpleUploadedFile("foto.png", out.getvalue(), "image/png")


def add(client, post, **said):
    data = {"photo": photo(), "alt": "een groene heg", "allowed": "on"} | said
    return client.post(f"{post.get_absolute_url()}foto/", data)


def test_the_writer_says_it_differently(as_member, noor, ask):
    client = as_member(noor)
    assert "Kanarietitel" in client.get(f"{ask.get_absolute_url()}wijzigen/").content.decode()

    page = client.post(f"{ask.get_absolute_url()}wijzigen/", SAID)

    post = Post.objects.get()
    assert (post.title, post.theme.key, post.audience) == ("Anders gezegd", "tuin", "public")
    assert post.kind == "ask"
    assert page.url == f"/prikbord/tuin-{post.code}/"


def test_a_neighbour_or_connector_does_not(as_member, bram, fatima, ask):
    for other in (bram, fatima):
        url = f"{ask.get_absolute_url()}wijzigen/"
        assert as_member(other).post(url, SAID).status_code == 403
    assert Post.objects.get().title != "Anders gezegd"


def test_for_who_may_not_read_it_there_is_nothing_to_change(as_member, nadia, ask):
    assert as_member(nadia).get(f"{ask.get_absolute_url()}wijzigen/").status_code == 404


def test_a_mistake_keeps_what_was_typed(as_member, noor, ask):
    page = as_member(noor).post(
        f"{ask.get_absolute_url()}wijzigen/", SAID | {"title": "", "text": "Dit blijft"}
    )

    assert page.status_code == 422
    assert "Dit blijft" in page.content.decode()


def test_after_publishing_the_photo_is_offered_and_may_be_skipped(as_member, noor, ask):
    text = as_member(noor).get(f"{ask.get_absolute_url()}klaar/").content.decode()

    assert "Wat gebeurt er nu?" in text
    assert "Ik maakte deze foto zelf of mag hem gebruiken. Wie erop staat, vindt het goed." in text


def test_a_photo_with_words_for_who_cannot_see_it(as_member, noor, bram, ask):
    add(as_member(noor), ask)

    text = as_member(bram).get(ask.get_absolute_url()).content.decode()

    assert 'alt="een groene heg"' in text


@pytest.mark.parametrize("missing", ["alt", "allowed", "photo"])
def test_without_one_of_the_three_it_is_explained(as_member, noor, ask, missing):
    page = add(as_member(noor), ask, **{missing: ""})

    assert page.status_code == 422
    assert Post.objects.get().picture is None


def test_what_is_no_photo_is_refused_in_one_sentence(as_member, noor, ask):
    page = add(as_member(noor), ask, photo=SimpleUploadedFile("x.png", b"geen foto"))

    assert page.status_code == 422
    assert "een groene heg" in page.content.decode()


def test_a_stranger_sees_neither_photo_nor_its_words(as_member, noor, ask):
    add(as_member(noor), ask)

    text = as_member().get(ask.get_absolute_url()).content.decode()

    assert "groene heg" not in text
    assert "/beeld/" not in text


def test_the_writer_changes_where_it_may_be_seen(as_member, noor, ask):
    client = as_member(noor)
    address = f"{ask.get_absolute_url()}wijzigen/"
    assert "Alleen in Molenwijk" in client.get(address).content.decode()

    client.post(address, SAID | {"reach": "here"})
    assert Post.objects.get().reach == "here"

    client.post(address, SAID)
    assert Post.objects.get().reach == "here"


def test_the_words_with_a_photo_change_without_sending_it_again(as_member, noor, bram, ask):
    add(as_member(noor), ask)
    picture = Post.objects.get().picture
    url = f"{ask.get_absolute_url()}foto/"
    assert "een groene heg" in as_member(noor).get(url).content.decode()

    as_member(noor).post(url, {"alt": "een hoge groene heg"})

    assert (
        'alt="een hoge groene heg"' in as_member(bram).get(ask.get_absolute_url()).content.decode()
    )
    assert Post.objects.get().picture == picture


def test_another_photo_still_asks_whether_it_may_be_used(as_member, noor, ask):
    add(as_member(noor), ask)
    picture = Post.objects.get().picture

    page = add(as_member(noor), ask, allowed="")

    assert page.status_code == 422
    assert Post.objects.get().picture == picture
