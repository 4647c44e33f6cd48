"""Every request: which place, which person, and what may be kept by whom."""

import pytest
from django.contrib.auth import HASH_SESSION_KEY

from plein.foundation.accounts.models import Account
from plein.foundation.communities.access import local_path
from plein.foundation.communities.models import Member, RoleName
from plein.foundation.communities.rights import held_by, may, may_anywhere, member_of
from plein.testing.cast import give

PROFILE = "/mijn/profiel/"


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example", "//evil.example", "///evil", "/\\evil.example", "\\\\evil", "evil",
        "javascript:alert(1)", "http:evil", "", None, " /x", "\t//evil.example", "data:x",
    ],
)  # fmt: skip
def test_the_way_back_is_on_this_site_or_the_front_page(url):
    assert local_path(url) == "/"


@pytest.mark.parametrize("url", ["/", "/prikbord/?zoek=a&na=1", "/a/b/#c", "/é"])
def test_a_path_of_ours_is_kept(url):
    assert local_path(url) == url


@pytest.mark.parametrize(
    "host", ["nergens.example", "testserver.evil.example", "evil", "127.0.0.1", "xtestserver"]
)
def test_a_host_that_is_nobodys_shows_no_town(client, waterdrecht, settings, host):
    settings.ALLOWED_HOSTS = ["*"]
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 404
    assert "Waterdrecht" not in answer.content.decode()


@pytest.mark.parametrize("host", ["TESTSERVER", "testserver:8000"])
def test_a_host_may_have_capitals_and_a_port(client, waterdrecht, host):
    assert client.get("/inloggen/", headers={"host": host}).status_code == 200


def test_a_visit_with_a_made_up_key_is_nobodys(client, noor):
    client.force_login(noor.account)
    session = client.session
    for wrong in ("0" * 64, "", "x"):
        session[HASH_SESSION_KEY] = wrong
        session.save()
        assert client.get(PROFILE).url.startswith("/inloggen/")


def test_a_visit_of_a_deleted_account_is_nobodys(client, noor):
    client.force_login(noor.account)
    Account.objects.filter(pk=noor.account_id).delete()
    assert client.get(PROFILE).url.startswith("/inloggen/")


@pytest.mark.parametrize("state", [Member.State.WAITING, Member.State.LEFT])
def test_who_is_not_here_comes_no_further(as_member, noor, state):
    browser = as_member(noor)
    Member.objects.filter(pk=noor.pk).update(state=state)
    assert browser.get(PROFILE).status_code == 302
    assert browser.post("/mijn/profiel/over-mij/", {"name": "Ander"}).status_code == 302
    noor.refresh_from_db()
    assert noor.name == "Noor"


def test_what_a_guest_sees_may_be_kept_and_what_a_member_sees_may_not(client, as_member, noor):
    assert "no-store" in as_member(noor).get("/").headers["Cache-Control"]
    assert "Cookie" in client.get("/").headers["Vary"]


def test_a_person_with_all_roles_costs_one_query(noor, waterdrecht, django_assert_num_queries):
    give(noor, RoleName.CONNECTOR, waterdrecht)
    give(noor, RoleName.HOST, waterdrecht)
    with django_assert_num_queries(1):
        member = member_of(noor.account_id, waterdrecht.pk)
        assert {h.role for h in held_by(member)} == {"connector", "host"}


def test_two_roles_are_still_one_person(noor, waterdrecht, molenwijk):
    give(noor, RoleName.CONNECTOR, waterdrecht)
    give(noor, RoleName.CONNECTOR, molenwijk)
    assert member_of(noor.account_id, waterdrecht.pk) == noor


def test_somebody_is_nobody_in_another_town(noor, elders):
    assert member_of(noor.account_id, elders.pk) is None


def test_a_stopped_account_is_nobody(noor):
    Account.objects.update(is_active=False)
    assert member_of(noor.account_id, noor.town_id) is None


def test_a_link_may_be_shown_for_a_right_somewhere_but_the_right_counts_only_there(
    bram, molenwijk, waterdrecht
):
    give(bram, RoleName.HOST, molenwijk)
    assert may_anywhere(bram, "member.greet")
    assert may(bram, "member.greet", molenwijk)
    assert not may(bram, "member.greet", waterdrecht)
    assert not may_anywhere(None, "member.greet")


def test_what_a_guest_posts_leads_to_the_form_and_is_not_repeated(client, waterdrecht):
    answer = client.post(
        "/mijn/profiel/over-mij/",
        {"name": "X"},
        headers={"referer": "http://testserver/mijn/profiel/over-mij/"},
    )
    assert answer.url == "/inloggen/?terug=%2Fmijn%2Fprofiel%2Fover-mij%2F"


def test_a_page_elsewhere_is_no_page_to_return_to(client, waterdrecht):
    referer = {"referer": "https://evil.example/form"}
    answer = client.post("/mijn/profiel/over-mij/", {"name": "X"}, headers=referer)
    assert answer.url == "/inloggen/?terug=%2F"


@pytest.mark.parametrize("path", ["/zoeken/", "/prikbord/", "/wijken/", "/instellingen/"])
def test_a_nul_in_an_address_is_as_if_it_was_not_there(as_member, mila, path):
    """A database server keeps it in no text; there it was an error page."""
    answer = as_member(mila).get(path, {"zoek": "koor\0", "\0vanaf": "\0"})

    assert answer.status_code == 200
    assert answer.wsgi_request.GET["zoek"] == "koor"
    assert "%00" not in answer.wsgi_request.get_full_path()
