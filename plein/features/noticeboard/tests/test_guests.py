"""First the ask, the account last: what somebody without an account begins is theirs alone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.features.noticeboard.models import Draft, Post
from plein.features.noticeboard.tests.test_asking import WHAT, publish, walk


@pytest.fixture
def guest(as_member, waterdrecht, molenwijk):
    return as_member()


def test_a_guest_asks_and_is_asked_who_they_are_last(guest, noor):
    walk(guest)

    page = publish(guest)

    assert page.url == "/meedoen/?terug=%2Fprikbord%2Fvragen%2Fplaatsen%2F"
    assert not Post.objects.exists()


def test_after_joining_the_ask_is_on_the_board_without_another_tap(guest, noor):
    walk(guest)
    publish(guest)
    guest.force_login(noor.account)

    page = guest.get("/prikbord/vragen/plaatsen/")

    post = Post.objects.get()
    assert (post.author, post.title, post.community) == (noor, WHAT["title"], noor.home)
    assert page.url == f"/prikbord/{post.address}/klaar/"
    assert not Draft.objects.exists()


def test_coming_back_to_that_address_publishes_nothing_more(guest, noor):
    walk(guest)
    publish(guest)
    guest.force_login(noor.account)
    guest.get("/prikbord/vragen/plaatsen/")

    assert guest.get("/prikbord/vragen/plaatsen/").url == "/prikbord/mijn/"
    assert Post.objects.count() == 1


def test_nothing_is_published_that_nobody_pressed_publish_for(guest, noor):
    walk(guest)
    guest.force_login(noor.account)

    page = guest.get("/prikbord/vragen/plaatsen/")

    assert page.url == "/prikbord/vragen/controleer/"
    assert not Post.objects.exists()


def test_a_press_of_yesterday_does_not_count(guest, noor):
    walk(guest)
    publish(guest)
    Draft.objects.update(sent_at=timezone.now() - timedelta(days=1))
    guest.force_login(noor.account)

    assert guest.get("/prikbord/vragen/plaatsen/").url == "/prikbord/vragen/controleer/"
    assert not Post.objects.exists()


def test_a_draft_is_for_the_browser_it_was_made_in(guest, as_member):
    walk(guest)

    other = as_member()

    assert other.get("/prikbord/vragen/controleer/").url == "/prikbord/vragen/"
    assert WHAT["title"] not in other.get("/prikbord/vragen/").content.decode()


def test_a_made_up_cookie_opens_no_draft(guest, as_member):
    walk(guest)
    other = as_member()
    other.cookies["plein_draft"] = "verzonnen:abc"

    assert other.get("/prikbord/vragen/wat/").url == "/prikbord/vragen/"


def test_nothing_of_a_browser_is_kept_before_the_first_answer(guest):
    guest.get("/prikbord/vragen/")

    assert "plein_draft" not in guest.cookies
    assert not Draft.objects.exists()


def test_the_draft_of_a_member_is_not_for_the_next_one_at_this_device(as_member, noor, bram):
    client = as_member(noor)
    walk(client)
    client.force_login(bram.account)

    assert client.get("/prikbord/vragen/controleer/").url == "/prikbord/vragen/"


def test_somebody_can_begin_anew(guest):
    walk(guest)
    draft = Draft.objects.get()

    guest.post(f"/prikbord/concept/{draft.pk}/", {"weg": "1"})

    assert not Draft.objects.exists()


def test_nobody_throws_away_a_draft_of_somebody_else(guest, as_member, bram):
    walk(guest)
    draft = Draft.objects.get()

    assert as_member(bram).post(f"/prikbord/concept/{draft.pk}/", {"weg": "1"}).status_code == 404
    assert Draft.objects.exists()
