"""Waterdrecht: believable, relative to today, the same for the same seed."""

import pytest
from django.core.management import CommandError, call_command
from django.db.models import F
from django.utils import timezone

from plein.demo.maker import Maker
from plein.demo.people import unguessable
from plein.demo.town import TownIsThere, fill
from plein.features.noticeboard.models import Match, Post, Response
from plein.foundation.accounts.models import Account
from plein.foundation.communities.models import Community, Member, Role, RoleName
from plein.foundation.outbox.models import Message as Sent
from plein.foundation.places.models import Postcode
from plein.shared.conversations.models import Conversation, Message
from plein.shared.notifications.models import Notification


@pytest.fixture
def posts(filled):
    return Post.objects.filter(town=filled.town)


def test_the_town_has_six_wijken_with_an_outline_and_parts_below_them(filled):
    wijken = Community.objects.filter(town=filled.town, kind="district").select_related("area")

    assert len(wijken) == 6
    assert all(wijk.area.outline["type"] == "Polygon" for wijk in wijken)
    assert Community.objects.filter(parent__in=wijken, kind="neighbourhood").count() >= 12
    assert Community.objects.filter(town=filled.town, kind="street").exists()
    assert Postcode.objects.count() > 50


def test_molenwijk_is_a_site_of_its_own_and_elders_is_the_smallest_size(filled):
    assert filled.wijken["molenwijk"].host == "molenwijk.localhost"
    assert filled.elders.size == "straat"
    assert "directory" not in filled.elders.modules
    assert Post.objects.filter(town=filled.elders).count() >= 3


def test_every_theme_has_asks_and_offers(posts):
    pairs = set(posts.values_list("theme__key", "kind"))

    assert len({theme for theme, _kind in pairs}) == 14
    assert len(pairs) >= 26


def test_posts_are_in_every_state(posts):
    assert posts.open().count() > posts.count() / 2
    assert {"found", "elsewhere"} <= set(posts.values_list("closing", flat=True))
    assert posts.filter(asked_at__isnull=False, closed_at=None).exists()
    assert posts.filter(stands_for="organisation").exists()
    assert posts.filter(audience="members").exists()
    assert posts.exclude(picture=None).exists()


def test_talks_are_in_every_stage(filled):
    states = set(Response.objects.filter(town=filled.town).values_list("state", flat=True))

    assert {"open", "chosen", "done", "thanked"} <= states
    assert Match.objects.exclude(thanks="").exists()
    assert Response.objects.filter(conversation=None, author__greeted_at=None).exists()


def test_nothing_happens_in_the_future_or_before_it_was_asked(posts):
    now = timezone.now()

    assert not posts.filter(made_at__gt=now).exists()
    assert not posts.filter(closed_at__lt=F("made_at")).exists()
    assert not posts.filter(closed_at__gt=now).exists()
    assert not Message.objects.filter(made_at__gt=now).exists()
    assert not Message.objects.filter(made_at__lt=F("conversation__made_at")).exists()
    assert not Response.objects.filter(made_at__lt=F("post__made_at")).exists()
    assert not Match.objects.filter(done_at__lt=F("agreed_at")).exists()
    assert not Match.objects.filter(thanked_at__lt=F("done_at")).exists()


def test_who_found_help_was_answered_by_somebody(posts):
    found = posts.filter(closing="found")

    assert found.exists()
    assert not found.filter(first_answered_at=None).exists()


def test_keys_sort_by_the_day_things_were_made(posts):
    by_key = [post.made_at for post in posts.order_by("pk")]

    assert by_key == sorted(by_key)


def test_nobody_answers_themselves_and_both_are_in_the_talk(filled):
    assert not Response.objects.filter(author=F("post__author")).exists()
    for talk in Conversation.objects.prefetch_related("participants"):
        assert talk.participants.count() == 2


def test_most_people_were_greeted_some_wait_some_have_no_account(filled):
    people = Member.objects.filter(town=filled.town)
    waiting = people.filter(greeted_at=None).count()

    assert 0 < waiting < people.count() / 4
    assert people.filter(account=None).exists()
    assert people.filter(account__phone__isnull=False).exists()
    assert people.filter(state="paused").exists()
    assert people.exclude(photo=None).exists()


def test_every_role_is_taken_and_every_theme_has_a_connector(filled):
    roles = Role.objects.filter(town=filled.town)

    assert set(roles.values_list("role", flat=True)) == set(RoleName.values)
    subjects = set(
        roles.filter(role="connector").exclude(subject="").values_list("subject", flat=True)
    )
    assert len(subjects) == 14
    assert Account.objects.filter(is_operator=True).count() == 1


def test_nothing_is_mailed_of_what_is_history(filled):
    assert not Sent.objects.exists()
    assert Notification.objects.exists()
    assert not Notification.objects.filter(passed_on_at=None).exists()


def test_nobody_can_sign_in_with_a_password_and_addresses_reach_nobody(filled):
    assert not any(account.has_usable_password() for account in Account.objects.all())
    assert all(a.email.endswith(".example") for a in Account.objects.exclude(email=None))
    assert all(a.phone.startswith("+316000") for a in Account.objects.exclude(phone=None))
    assert unguessable().startswith("!")


def test_the_same_seed_makes_the_same_town(filled):
    now = timezone.now()
    one, same, other = (Maker(90, seed, now=now) for seed in (3, 3, 4))

    assert [one.start("x").random(), one.key(), one.code()] == [
        same.start("x").random(),
        same.key(),
        same.code(),
    ]
    assert other.start("x").random() != same.start("x").random()
    assert other.key().version == 7


def test_filling_twice_is_refused_in_words(filled):
    with pytest.raises(TownIsThere):
        fill(Maker(people=90))
    with pytest.raises(CommandError, match="There is a town already"):
        call_command("fill_town")
