"""Door 2 in the trial: a visitor opens the day, and comes back as Truus with her slip."""

import pytest
from django.core.management import call_command
from django.test import Client

from plein.demo.matchpoints import PIN, SLIP_CODE, SLIP_PICTURE, TABLES
from plein.foundation.accounts.models import Account

trial = pytest.mark.urls("plein.demo.tests.trial_urls")


@trial
def test_the_page_of_the_trial_says_how_to_sit_down(filled):
    page = Client(headers={"host": "localhost"}).get("/demo/").content.decode()

    for table in TABLES:
        assert f"/matchpunt/openen/{table.key}/" in page
    assert PIN in page
    assert "K3F 7RT" in page
    elders = Client(headers={"host": "elders.localhost"}).get("/demo/").content.decode()
    assert "/matchpunt/openen/" not in elders


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.key)
def test_a_visitor_opens_the_day_and_reads_what_bram_says_to_truus(filled, table, settings):
    settings.ALLOWED_HOSTS = ["*"]
    screen = Client(headers={"host": "localhost"})
    screen.post(f"/matchpunt/openen/{table.key}/", {"pin": PIN})
    hosts = screen.get("/matchpunt/wie/").context["hosts"]
    assert {"bibliotheek": "Henk", "dorpshuis": "Teun"}[table.key] in [
        host.name for host in hosts.values()
    ]
    screen.post("/matchpunt/wie/", {"host": next(iter(hosts))})

    answer = screen.post(
        "/matchpunt/terug/", {"code": SLIP_CODE, "picture": SLIP_PICTURE}, follow=True
    )

    page = answer.content.decode()
    assert "Truus" in page
    assert "Bram" in page


def test_the_list_of_who_can_log_in_names_pin_code_and_picture(filled, capsys):
    call_command("list_logins")

    said = capsys.readouterr().out
    assert PIN in said
    assert "K3F 7RT" in said
    assert "/matchpunt/openen/bibliotheek/" in said


def test_petra_sees_what_she_heard_of_her_slips(filled, settings):
    settings.ALLOWED_HOSTS = ["*"]
    browser = Client(headers={"host": "localhost"})
    browser.force_login(Account.objects.get(email="petra@waterdrecht.example"))

    page = browser.get("/verwijzen/").content.decode()

    assert all(words in page for words in ("Gekomen", "Nog niet", "Nog niets gehoord", "dinsdag"))
