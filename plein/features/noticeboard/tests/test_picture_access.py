"""The photo of a private ask is for who may read the ask, whoever has its address (H16)."""

import pytest

from plein.features.noticeboard.actions import closing
from plein.features.noticeboard.models import Post
from plein.features.noticeboard.tests.making import make_post
from plein.foundation.communities.actions import block
from plein.foundation.media.models import Picture


@pytest.fixture
def ask(noor, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    picture = Picture.objects.create(
        town_id=noor.town_id, made_by=noor.pk, alt="Een tuin", width=800, height=600
    )
    file = tmp_path / picture.path(800)
    file.parent.mkdir(parents=True)
    file.write_bytes(b"RIFF0000WEBP")
    post = make_post(noor)
    post.picture, post.audience = picture, Post.Audience.MEMBERS
    post.save(update_fields=["picture", "audience"])
    return post


def seen(browser, post) -> bool:
    return browser.get(post.picture.url(800)).status_code == 200


def test_its_asker_sees_it(as_member, noor, ask):
    assert seen(as_member(noor), ask)


def test_a_neighbour_whom_we_met_sees_it(as_member, bram, ask):
    assert seen(as_member(bram), ask)


def test_somebody_nobody_greeted_does_not(as_member, nadia, ask):
    assert not seen(as_member(nadia), ask)


def test_a_guest_with_the_address_does_not(as_member, ask):
    assert not seen(as_member(), ask)


def test_a_stranger_of_another_town_does_not(as_member, joost, ask):
    assert not seen(as_member(joost), ask)
    assert not seen(as_member(joost, host="elders.testserver"), ask)


def test_who_was_blocked_does_not(as_member, noor, bram, ask):
    block(bram, by=noor)

    assert not seen(as_member(bram), ask)


def test_a_public_post_shows_it_to_everybody(as_member, ask):
    Post.objects.filter(pk=ask.pk).update(audience=Post.Audience.PUBLIC)

    assert seen(as_member(), ask)


def test_a_hidden_post_shows_it_to_its_author_only(as_member, noor, bram, ask):
    from django.utils import timezone

    Post.objects.filter(pk=ask.pk).update(hidden_at=timezone.now())

    assert seen(as_member(noor), ask)
    assert not seen(as_member(bram), ask)


def test_what_stands_on_one_site_only_stays_there(as_member, fatima, ask):
    Post.objects.filter(pk=ask.pk).update(reach=Post.Reach.HERE)

    assert seen(as_member(fatima, host="molenwijk.testserver"), ask)
    assert not seen(as_member(fatima), ask)


def test_after_closing_who_reads_the_post_sees_its_photo(as_member, noor, bram, ask):
    closing.close(ask, Post.Closing.NOT_NEEDED, by=noor)

    assert seen(as_member(noor), ask)


def test_it_costs_the_same_however_many_pictures_there_are(
    as_member, noor, bram, ask, django_assert_max_num_queries
):
    for _ in range(10):
        Picture.objects.create(town_id=noor.town_id, made_by=noor.pk, width=8, height=6)
    browser = as_member(bram)

    with django_assert_max_num_queries(8):
        assert seen(browser, ask)
