"""The end of a post: closed with a reason, asked in time, and back with one tap."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from plein.features.noticeboard import actions, expiry, tasks
from plein.features.noticeboard.models import Draft, Post
from plein.features.noticeboard.tests.making import answered, make_ask, make_offer
from plein.foundation import jobs
from plein.foundation.communities.actions import leave
from plein.shared.notifications.models import Notification


@pytest.fixture
def ask(noor):
    return make_ask(noor)


def in_days(number):
    Post.objects.update(expires_at=timezone.now() + timedelta(days=number))
    return Post.objects.get()


def needed(post):
    return reverse("noticeboard:still-needed", args=[expiry.key_for(post)])


def test_an_ask_lives_six_weeks_and_an_offer_half_a_year(ask, bram):
    offer = make_offer(bram)

    assert (ask.expires_at.date() - ask.made_at.date()).days == 42
    assert (offer.expires_at.date() - offer.made_at.date()).days == 182


def test_the_writer_closes_it_with_a_reason(as_member, noor, ask):
    as_member(noor).post(f"{ask.get_absolute_url()}sluiten/", {"reason": "elsewhere"})

    assert Post.objects.get().closing == "elsewhere"


def test_without_a_reason_it_stays(as_member, noor, ask):
    page = as_member(noor).post(f"{ask.get_absolute_url()}sluiten/", {})

    assert page.status_code == 422
    assert Post.objects.get().is_open


def test_a_neighbour_cannot_close_it(as_member, bram, ask):
    assert as_member(bram).post(f"{ask.get_absolute_url()}sluiten/").status_code == 403


def test_a_connector_can_and_the_writer_hears_it(as_member, noor, fatima, ask):
    as_member(fatima).post(f"{ask.get_absolute_url()}sluiten/")

    assert Post.objects.get().closing == "arranged"
    assert Notification.objects.get(to=noor).subject == "Je vraag is van het prikbord af"


def test_who_still_waited_hears_it(noor, bram, ask):
    answered(ask, bram)

    actions.close(ask, "not_needed", by=noor)

    told = Notification.objects.get(to=bram, key="noticeboard.found")
    assert told.subject == "Bedankt dat je wilde helpen"
    assert "niet meer nodig" in told.text


def test_a_closed_ask_comes_back_with_one_tap(as_member, noor, ask):
    actions.close(ask, "not_needed", by=noor)

    as_member(noor).post(f"{ask.get_absolute_url()}verlengen/")

    assert Post.objects.get().is_open


def test_only_its_writer_brings_it_back(as_member, bram, noor, ask):
    assert as_member(bram).post(f"{ask.get_absolute_url()}verlengen/").status_code == 403


def test_a_week_before_the_end_the_writer_is_asked_once(noor, ask):
    in_days(6)

    tasks.ask_still_needed()
    tasks.ask_still_needed()

    told = Notification.objects.get(to=noor)
    assert told.subject == "Is je vraag nog nodig?"
    assert "/prikbord/nog-nodig/" in told.url


def test_earlier_nobody_is_asked(ask):
    in_days(9)

    tasks.ask_still_needed()

    assert not Notification.objects.exists()


def test_the_link_shows_a_page_first_and_changes_nothing(as_member, ask):
    post = in_days(6)

    page = as_member().get(needed(post))

    assert "Is je vraag nog nodig?" in page.content.decode()
    assert Post.objects.get().expires_at == post.expires_at


def test_yes_is_one_tap_without_signing_in(as_member, ask):
    post = in_days(6)

    as_member().post(needed(post), {"answer": "yes"})

    assert (Post.objects.get().expires_at - timezone.now()).days >= 41


def test_no_closes_it_with_a_reason(as_member, ask):
    as_member().post(needed(in_days(6)), {"answer": "no", "reason": "found"})

    assert Post.objects.get().closing == "found"


def test_a_link_works_once(as_member, ask):
    url = needed(in_days(6))
    as_member().post(url, {"answer": "yes"})

    page = as_member().post(url, {"answer": "no", "reason": "found"})

    assert page.status_code == 404
    assert Post.objects.get().is_open


def test_a_made_up_link_opens_nothing(as_member, waterdrecht):
    assert as_member().get("/prikbord/nog-nodig/verzonnen:abc/").status_code == 404


def test_afterwards_it_closes_by_itself_and_the_writer_hears_why(noor, bram, ask):
    answered(ask, bram)
    in_days(-1)

    tasks.close_expired()

    assert Post.objects.get().closing == "expired"
    told = Notification.objects.get(to=noor, key="noticeboard.closed")
    assert "Het stond er al lang" in told.text


def test_an_offer_closes_by_itself_without_anybody(noor):
    make_offer(noor)
    in_days(-1)

    tasks.close_expired()

    assert Post.objects.get(kind="offer").closing == "expired"


def test_an_ask_that_nobody_answered_does_not_end_like_that(ask):
    in_days(-1)

    tasks.close_expired()

    assert Post.objects.get().is_open


def test_who_leaves_leaves_no_words_behind(noor, bram, ask):
    answered(ask, bram)

    leave(noor, by=noor)

    post = Post.objects.get()
    assert not post.is_open
    assert "Kanarie" not in post.title + post.text


def test_what_nobody_went_on_with_is_forgotten(noor):
    old = timezone.now() - timedelta(days=31)
    Draft.objects.create(
        town_id=noor.town_id, community=noor.home, member=noor, kind="ask", changed_at=old
    )

    tasks.forget_old_drafts()

    assert not Draft.objects.exists()


def test_one_post_that_cannot_be_closed_keeps_no_other_on_the_board(noor, monkeypatch):
    first, second = make_offer(noor), make_offer(noor, title="Een ladder te leen")
    over = timezone.now() - timedelta(days=1)
    Post.objects.filter(pk=first.pk).update(expires_at=over - timedelta(days=1))
    Post.objects.filter(pk=second.pk).update(expires_at=over)
    tell = tasks.closing.telling.post_was_closed
    monkeypatch.setattr(
        tasks.closing.telling,
        "post_was_closed",
        lambda post: 1 / 0 if post == first else tell(post),
    )

    jobs.later("noticeboard.close_expired")
    jobs.run_pending(strict=False)

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.closed_at, second.closing) == (None, Post.Closing.EXPIRED)
