"""The filled town as a visitor meets it: every page opens, and nobody is a real person."""

import re
from datetime import timedelta
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.utils import timezone

from plein.demo.parts import CAST
from plein.features.noticeboard.models import Post
from plein.foundation.accounts.models import Account
from plein.foundation.audit.models import Record
from plein.foundation.communities.models import Community, Member, Role
from plein.foundation.media.models import Picture
from plein.shared.conversations.models import Conversation, Message
from plein.shared.notifications.models import Notification

HERE = [part for part in CAST if part.town == "waterdrecht"]
PAGES = ["/", "/prikbord/", "/mijn/", "/gesprekken/", "/berichten/", "/mijn/profiel/", "/wijken/"]
MOST_LINKS = 12


class Links(HTMLParser):
    """Where a page leads, on this site, by a plain link."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        url = dict(attrs).get("href", "")
        if tag == "a" and url.startswith("/") and not url.startswith("//"):
            self.found.append(url.partition("#")[0])


@pytest.fixture
def visitor(filled, settings):
    settings.ALLOWED_HOSTS = ["*"]

    def as_part(part=None):
        browser = Client(headers={"host": filled.town.host})
        if part:
            browser.force_login(Account.objects.get(email=part.email))
        return browser

    return as_part


@pytest.mark.parametrize("part", [None, *HERE], ids=lambda part: part.key if part else "nobody")
def test_every_page_in_reach_of_everybody_opens(visitor, part):
    browser = visitor(part)
    ahead = []
    for page in PAGES:
        answer = browser.get(page, follow=True)
        assert answer.status_code in (200, 404), page
        ahead += Links(answer.content.decode()).found

    for url in sorted(set(ahead))[:MOST_LINKS]:
        assert browser.get(url, follow=True).status_code == 200, url


def test_no_page_of_the_town_shows_a_piece_of_code_or_an_empty_word(visitor):
    for part in (None, HERE[0]):
        for page in PAGES:
            text = visitor(part).get(page, follow=True).content.decode()
            shown = re.sub(r"<[^>]+>", " ", text)
            for odd in ("{{", "{%", "None ", "%(", "[object", "undefined", "Traceback"):
                assert odd not in shown, (page, odd)


def test_the_board_has_more_than_one_page_and_the_second_opens(visitor):
    browser = visitor(HERE[0])
    text = browser.get("/prikbord/").content.decode()
    following = re.search(r'href="([^"]*[?&](?:amp;)?na=[^"]*)"', text)
    assert following, "about 400 posts do not fit on one page"
    url = following.group(1).replace("&amp;", "&")
    assert browser.get(url if url.startswith("/") else f"/prikbord/{url}").status_code == 200


def test_a_stranger_reads_no_full_ask_of_somebody_who_was_not_asked(visitor, filled):
    private = Post.objects.filter(town=filled.town, audience="members", kind="ask").open()
    text = visitor().get("/prikbord/").content.decode()
    assert private.count() > 5
    assert not [post.title for post in private if post.title in text]


def test_every_address_is_one_that_reaches_nobody(filled):
    for account in Account.objects.all():
        assert (account.email or "x.example").endswith(".example")


def test_everybody_has_a_first_name_only_and_a_wijk_of_this_town(filled):
    for member in Member.objects.filter(town=filled.town).select_related("home"):
        assert 0 < len(member.name) <= 40
        assert member.home.town_id == filled.town.pk
        assert not re.search(r"[@\d<>]", member.name)


def test_nobody_is_kept_more_exactly_than_by_a_cell(filled):
    fields = {field.name for field in Member._meta.fields}
    assert not fields & {"lat", "lon", "street", "postcode", "point"}


def test_nothing_was_made_in_the_future_and_much_is_fresh(filled):
    now = timezone.now()
    for model in (Post, Message, Conversation, Notification, Member, Role):
        field = "given_at" if model is Role else "made_at"
        assert not model.objects.filter(**{f"{field}__gt": now + timedelta(minutes=1)}).exists()
    week_ago = now - timedelta(days=7)
    assert Post.objects.filter(town=filled.town, made_at__gt=week_ago).exists()
    assert Message.objects.filter(made_at__gt=week_ago).exists()


def test_what_is_still_open_is_not_over(filled):
    for post in Post.objects.filter(town=filled.town).open():
        assert post.closed_at is None


def test_a_break_in_the_town_ends_on_a_day_to_come(filled):
    for member in Member.objects.filter(town=filled.town, state=Member.State.PAUSED):
        assert member.paused_until > timezone.localdate() - timedelta(days=1)


def test_both_towns_stand_apart(filled):
    for model in (Post, Conversation, Notification, Role):
        other = model.objects.filter(town=filled.elders)
        assert not set(other.values_list("pk", flat=True)) & set(
            model.objects.filter(town=filled.town).values_list("pk", flat=True)
        )
    assert Community.objects.filter(kind="town").count() == 2


def test_every_part_of_the_cast_says_in_dutch_who_they_are_and_what_to_try(filled):
    for part in CAST:
        assert part.name
        assert Account.objects.filter(email=part.email, is_active=True).exists(), part.key


def test_every_picture_has_words_for_who_cannot_see_it(filled):
    assert not Picture.objects.filter(alt="").exists()


def test_no_key_of_the_audit_tells_a_name_of_somebody(filled):
    values = str(list(Record.objects.values_list("values", flat=True)[:500]))
    assert "@" not in values


def test_the_front_page_costs_as_few_queries_in_a_lively_town(
    visitor, django_assert_max_num_queries
):
    browser = visitor()
    browser.get("/")
    with django_assert_max_num_queries(12):
        browser.get("/")


def test_the_board_costs_at_most_twelve_queries_for_a_member(
    visitor, django_assert_max_num_queries
):
    browser = visitor(HERE[0])
    browser.get("/prikbord/")
    with django_assert_max_num_queries(12):
        browser.get("/prikbord/")
