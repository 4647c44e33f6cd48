"""The list of clients: for the team, and for nobody else."""

from datetime import date, timedelta

import pytest
from django.contrib import admin
from django.utils import timezone

from plein.foundation.care import actions
from plein.foundation.care.actions import mandating
from plein.foundation.care.models import Client, Mandate
from plein.foundation.care.tests import making
from plein.foundation.communities.models import Member
from plein.foundation.jobs import rounds
from plein.foundation.organisations.models import Organisation
from plein.testing.cast import make_member

TYPED = {"name": "Meneer Dahlia", "consent": "paper", "channel": "phone", "phone": "0184 123456"}


def test_a_nurse_puts_somebody_on_her_list_and_notes_that_she_may_ask(nurse, petra, molenwijk):
    answer = nurse.post("/clienten/nieuw/", TYPED | {"home": str(molenwijk.pk)})

    client = Client.objects.get()
    assert (client.name, client.home, client.consent) == ("Meneer Dahlia", molenwijk, "paper")
    assert answer.url == f"/clienten/{client.pk}/machtiging/"
    page = nurse.get(answer.url)
    typed = {"consent": "spoken", "scope": "several", "given_by": "mentor"}
    typed["ends_on"] = page.context["form"].initial["ends_on"].isoformat()
    nurse.post(answer.url, typed)
    mandate = Mandate.objects.get()
    assert (mandate.professional, mandate.given_by, mandate.stands) == (petra, "mentor", True)
    assert "Meneer Dahlia" in nurse.get("/clienten/").content.decode()


def test_without_clients_the_nurse_can_ask_as_well(nurse):
    page = nurse.get("/clienten/").content.decode()

    assert "Nog geen cliënten" in page
    assert "/prikbord/voor-client/" in page
    assert "zeg je ook voor wie het is" in page


@pytest.mark.parametrize("path", ["/clienten/", "/clienten/nieuw/"])
def test_every_page_of_the_list_says_where_care_belongs(nurse, somebody, path):
    page = nurse.get(path)

    assert "care/_no_care.html" in [template.name for template in page.templates]


def test_a_colleague_of_the_team_sees_the_same(as_member, petra, wouter, somebody):
    browser = making.pass_second(as_member(wouter), wouter)

    making.make_mandate(petra, somebody)

    html = browser.get(f"/clienten/{somebody.pk}/").content.decode()
    assert making.NAME in html
    assert "Via de professional" in html
    page = browser.get("/clienten/").content.decode()
    assert "Petra mag vragen tot" in page
    making.make_mandate(wouter, somebody)
    page = browser.get("/clienten/").content.decode()
    assert "vragen mag tot" in page
    assert "Petra mag vragen" not in page


@pytest.mark.parametrize("who", ["noor", "nadia", "fatima", "mila"])
@pytest.mark.parametrize("path", ["", "nieuw/", "{pk}/", "{pk}/wijzigen/", "{pk}/wissen/", "code/"])
def test_for_everybody_else_it_does_not_exist(who, path, request, as_member, somebody):
    member = request.getfixturevalue(who)
    url = f"/clienten/{path.format(pk=somebody.pk)}"

    assert as_member(member).get(url).status_code == 404
    assert as_member(member).post(url, {}).status_code in (404, 405)


def test_a_guest_is_led_to_the_entrance(client, somebody):
    assert client.get(f"/clienten/{somebody.pk}/").url.startswith("/inloggen/")


def test_a_professional_of_another_organisation_sees_nothing(as_member, mila, centrum, somebody):
    club = Organisation.objects.create(
        town=mila.town, community=mila.town, name="Thuis", slug="thuis", admitted_at=timezone.now()
    )
    said = {"work": "debt", "signed_on": date(2020, 1, 1), "contact_mail": "x@y.example"}
    other = actions.agree(mila.town, club, by=mila, contact_name="X", **said)
    sjoerd = making.admit(other, make_member("Sjoerd", centrum), mila)
    browser = making.pass_second(as_member(sjoerd), sjoerd)

    assert browser.get(f"/clienten/{somebody.pk}/").status_code == 404
    assert making.NAME not in browser.get("/clienten/").content.decode()


def test_no_operator_page_shows_a_client():
    names = {model._meta.app_label for model in admin.site._registry}

    assert "care" not in names


def test_when_the_agreement_ends_nobody_sees_the_list(nurse, agreement, somebody):
    actions.change_agreement(agreement, by=agreement.caseloads.get().team.get().member,
                             ends_on=agreement.signed_on)  # fmt: skip

    assert nurse.get("/clienten/").status_code == 404


def test_who_is_not_let_in_any_more_sees_nothing(nurse, petra, agreement, mila, somebody):
    actions.end_admission(agreement.admissions.get(member=petra), by=mila)

    assert nurse.get(f"/clienten/{somebody.pk}/").status_code == 404


def test_a_professional_who_left_sees_nothing(nurse, petra, somebody):
    Member.objects.filter(pk=petra.pk).update(state="left")

    assert making.NAME not in nurse.get("/clienten/", follow=True).content.decode()


def test_what_changed_is_kept(nurse, somebody, molenwijk):
    nurse.post(f"/clienten/{somebody.pk}/wijzigen/", TYPED | {"home": str(molenwijk.pk)})

    somebody.refresh_from_db()
    assert somebody.name == "Meneer Dahlia"


@pytest.mark.parametrize("wrong", [{"name": ""}, {"consent": "x"}, {"home": "x"}, {"channel": ""}])
def test_what_is_missing_is_explained(nurse, molenwijk, wrong):
    typed = TYPED | {"home": str(molenwijk.pk)} | wrong

    assert nurse.post("/clienten/nieuw/", typed).status_code == 422
    assert not Client.objects.exists()


def test_erasing_asks_first_and_then_leaves_nothing(nurse, somebody, mandate):
    url = f"/clienten/{somebody.pk}/wissen/"
    assert making.NAME in nurse.get(url).content.decode()
    assert Client.objects.exists()

    nurse.post(url)

    assert not Client.objects.exists()
    assert not Mandate.objects.exists()


def test_the_list_asks_as_much_of_the_database_for_many_as_for_one(
    nurse, petra, agreement, molenwijk, somebody, mandate, django_assert_max_num_queries
):
    nurse.get("/clienten/")
    with django_assert_max_num_queries(30) as few:
        nurse.get("/clienten/")
    for number in range(5):
        making.make_mandate(
            petra, making.make_client(petra, agreement, molenwijk, name=f"Meneer {number}")
        )

    with django_assert_max_num_queries(len(few)):
        nurse.get("/clienten/")


def test_who_works_for_two_organisations_says_for_which(nurse, petra, mila, agreement, molenwijk):
    club = Organisation.objects.create(
        town=mila.town, community=mila.town, name="Thuis", slug="thuis", admitted_at=timezone.now()
    )
    said = {"work": "debt", "signed_on": date(2020, 1, 1), "contact_mail": "x@y.example"}
    other = actions.agree(mila.town, club, by=mila, contact_name="X", **said)
    assert "Voor welke organisatie?" not in nurse.get("/clienten/nieuw/").content.decode()
    making.admit(other, petra, mila)
    typed = TYPED | {"home": str(molenwijk.pk)}
    assert nurse.post("/clienten/nieuw/", typed).status_code == 422

    nurse.post("/clienten/nieuw/", typed | {"caseload": str(other.caseloads.get().pk)})

    assert Client.objects.get().caseload.agreement == other
    form = "/prikbord/voor-client/"
    assert "Voor welke organisatie?" in nurse.get(form).content.decode()
    new = {
        "client": "new", "name": "Meneer Roos", "home": str(molenwijk.pk), "consent": "spoken",
        "theme": "boodschappen-koken", "title": "Wie haalt een keer brood?", "when": "daytime",
        "task_class": "door",
    }  # fmt: skip
    assert nurse.post(form, new).status_code == 422
    nurse.post(form, new | {"which": str(agreement.caseloads.get().pk)})
    assert Client.objects.get(name="Meneer Roos").caseload.agreement == agreement


@pytest.fixture
def many(monkeypatch, mandate, petra, somebody):
    """More mandates than are in memory at once; `mandate` is the first."""
    monkeypatch.setattr(rounds, "PART", 2)
    return [mandate, *(making.make_mandate(petra, somebody) for _ in range(4))]


def test_every_mandate_that_is_over_ends_in_one_night(many):
    yesterday = timezone.localdate() - timedelta(days=1)
    Mandate.objects.update(given_on=yesterday - timedelta(days=9), ends_on=yesterday)

    assert actions.end_old_mandates() == 5

    assert not Mandate.objects.filter(ended_at=None).exists()


def test_every_mandate_that_ends_soon_is_told_once(many):
    Mandate.objects.update(ends_on=timezone.localdate() + timedelta(days=3))

    assert (actions.remind(), actions.remind()) == (5, 0)


def test_one_mandate_that_stumbles_stops_no_other(monkeypatch, many):
    yesterday = timezone.localdate() - timedelta(days=1)
    Mandate.objects.update(given_on=yesterday, ends_on=yesterday)
    end = mandating.end_mandate

    def stumbles(mandate, *words, **named):
        if mandate.pk == many[0].pk:
            raise ValueError("this one")
        end(mandate, *words, **named)

    monkeypatch.setattr(mandating, "end_mandate", stumbles)
    with pytest.raises(ValueError, match="this one"):
        actions.end_old_mandates()

    assert Mandate.objects.get(ended_at=None) == many[0]
