"""Signing in with one tap, in the demo and nowhere else."""

import pytest
from django.core.management import call_command
from django.test import Client

from plein.demo.parts import CAST, OPERATOR
from plein.foundation.communities.models import Member, RoleName
from plein.foundation.organisations.access import greeting_organisations
from plein.foundation.organisations.models import Editor
from plein.foundation.outbox import post_mail

trial = pytest.mark.urls("plein.demo.tests.trial_urls")


@pytest.fixture
def visitor(filled) -> Client:
    return Client(headers={"host": "localhost"})


@trial
def test_everybody_of_this_town_stands_on_the_page(visitor):
    page = visitor.get("/demo/").content.decode()

    for part in CAST:
        assert (f"/demo/word/{part.key}/" in page) == (part.town == "waterdrecht")
    assert "elders.localhost" in page


def test_the_editor_of_an_organisation_may_meet_new_neighbours(filled):
    """So that a visitor can try decision 0012: Mila trusts her."""
    samira = Member.objects.get(name="Samira", account__email="samira@waterdrecht.example")
    (trust,) = Editor.objects.filter(member=samira)
    assert trust.greets_by.name == "Mila"
    assert [each.pk for each in greeting_organisations(samira)] == [trust.organisation_id]


def test_every_role_has_somebody_to_be():
    """But the editor of an organisation and the operator, who are no role of a place."""
    assert set(RoleName.values) <= {part.role for part in CAST}


@trial
@pytest.mark.parametrize("part", [part for part in CAST if part.town == "waterdrecht"])
def test_one_tap_makes_you_somebody(visitor, part):
    answer = visitor.post(f"/demo/word/{part.key}/")

    assert answer.status_code == 302
    assert visitor.session["way"] == "demo"


@trial
def test_a_link_signs_nobody_in(visitor):
    assert visitor.get("/demo/word/noor/").status_code == 405


@trial
def test_joost_is_nobody_in_waterdrecht(visitor):
    assert visitor.post("/demo/word/joost/").status_code == 404
    elders = Client(headers={"host": "elders.localhost"})
    assert elders.post("/demo/word/joost/").status_code == 302
    assert elders.post("/demo/word/noor/").status_code == 404


@trial
def test_the_operator_comes_to_the_technical_pages(visitor):
    answer = visitor.post("/demo/word/beheer/")

    assert answer["Location"] == "/beheer/"


@trial
def test_mail_of_this_town_can_be_read_and_of_others_not(visitor, filled):
    post_mail(to="a@b.example", subject="Je code", text="Je code is 123456.", key="1")
    post_mail(to="a@b.example", subject="Elders", text="geheim", key="2", town=filled.elders)

    page = visitor.get("/demo/post/").content.decode()

    assert "123456" in page
    assert "geheim" not in page


@trial
def test_without_mail_the_page_says_so(visitor):
    assert visitor.get("/demo/post/").status_code == 200


def test_the_list_names_every_role_and_place(filled, capsys):
    call_command("list_logins")

    said = capsys.readouterr().out
    assert all(part.email in said for part in CAST)
    assert OPERATOR in said
    assert "http://molenwijk.localhost" in said
