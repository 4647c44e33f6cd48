"""Choosing, waiting and fetching: what somebody with a filtered list counts on."""

import re
from datetime import timedelta
from io import BytesIO
from urllib.parse import urlencode

import pytest
from django.utils import timezone
from docx import Document

from plein.bridges.overviews.actions import index_town
from plein.bridges.publications.actions import clear_old, take
from plein.bridges.publications.models import MOST_TAKEN, Edition, Order
from plein.bridges.publications.tests.making import made, make_agenda, make_offer_row, ordered
from plein.features.activities.models import Activity
from plein.features.noticeboard.tests.making import make_ask
from plein.foundation import jobs
from plein.foundation.accounts import limits

CHOOSE = "/op-papier/?lijst=agenda"


@pytest.fixture
def agenda(noor):
    return make_agenda(noor, "Koffie in De Wiek", "Zingen in De Wiek")


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def text_of(response):
    document = Document(BytesIO(b"".join(response.streaming_content)))
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_from_choosing_to_a_file(client, agenda):
    waiting = client.post(CHOOSE, {"vorm": "lijst-tekst"}, follow=True)
    assert "We maken het" in waiting.content.decode()
    jobs.run_pending()

    ready = client.get(waiting.request["PATH_INFO"])
    file = client.get(f"{waiting.request['PATH_INFO']}bestand/")

    assert "Het is klaar" in ready.content.decode()
    assert "Koffie in De Wiek" in text_of(file)
    assert file["Content-Disposition"].startswith('attachment; filename="waterdrecht-')
    assert "no-store" in file["Cache-Control"]


def test_the_filters_of_the_list_go_along(client, noor, waterdrecht):
    make_agenda(noor, "In de wijk")
    make_agenda(noor, "Rondleiding stadhuis", community=waterdrecht)

    page = client.get(f"{CHOOSE}&zoek=stadhuis").content.decode()
    order = made(waterdrecht, "agenda", query="zoek=stadhuis")

    assert "1 ding" in page
    assert order.edition.items == 1


def test_a_long_question_goes_along_whole(client, noor, waterdrecht):
    """Also in a language of which each sign is six in an address."""
    make_agenda(noor, "القهوة in de wijk")
    make_agenda(noor, "القهوة in het stadhuis", community=waterdrecht)
    query = urlencode({"zoek": "القهوة " * 11, "wijk": "molenwijk"})
    assert len(query) > 400

    page = client.get(f"{CHOOSE}&{query}").content.decode()
    order = made(waterdrecht, "agenda", query=query)

    assert "1 ding" in page
    assert order.edition.items == 1


def test_the_button_takes_the_filters_of_the_page_it_stands_on(client, agenda):
    here = "http://testserver/agenda/?zoek=koffie"

    piece = client.get(
        "/op-papier/neem-mee/agenda/", headers={"HX-Request": "true", "HX-Current-URL": here}
    )
    without_htmx = client.get("/op-papier/neem-mee/agenda/", headers={"Referer": here})

    assert "lijst=agenda&amp;zoek=koffie" in piece.content.decode()
    assert without_htmx.url == "/op-papier/?lijst=agenda&zoek=koffie"


def test_the_overview_gives_its_question_along(client, agenda):
    page = client.get("/agenda/?zoek=koffie").content.decode()
    url = re.search(r"/op-papier/neem-mee/agenda/[^\"]+", page).group()

    assert client.get(url).url == "/op-papier/?lijst=agenda&zoek=koffie"
    assert client.get("/op-papier/neem-mee/agenda/-/").url == "/op-papier/?lijst=agenda"


@pytest.mark.parametrize("page", ["http://elders.testserver/agenda/", "http://testserver/etalage/"])
def test_filters_of_another_page_do_not_come_along(client, agenda, page):
    answer = client.get("/op-papier/neem-mee/agenda/", headers={"Referer": f"{page}?zoek=koffie"})

    assert answer.url == "/op-papier/?lijst=agenda"


def test_who_asks_the_same_gets_the_same_file(waterdrecht, agenda):
    first, second = (made(waterdrecht, "agenda") for _ in range(2))

    assert first.edition_id == second.edition_id
    assert Edition.objects.count() == 1


def test_what_changed_is_another_file(waterdrecht, agenda, noor):
    before = made(waterdrecht, "agenda")
    make_agenda(noor, "Nog iets")

    assert made(waterdrecht, "agenda").edition_id != before.edition_id


def test_an_empty_list_says_so(client, waterdrecht):
    assert "Er is niets om te printen" in client.get(CHOOSE).content.decode()
    assert client.post(CHOOSE, {"vorm": "boekje"}).status_code == 422
    assert made(waterdrecht, "agenda").state == Order.State.EMPTY


def test_without_a_choice_it_asks_for_one(client, agenda):
    answer = client.post(CHOOSE, {"vorm": "marmer"})

    assert answer.status_code == 422
    assert not Order.objects.exists()


def test_sent_twice_is_one_order(client, agenda):
    form = {"vorm": "lijst-tekst", "form_key": jobs.new_form_key()}

    first, second = client.post(CHOOSE, form), client.post(CHOOSE, form)

    assert first.url == second.url
    assert Order.objects.count() == 1


def test_there_is_a_limit_for_each_visitor(client, agenda, monkeypatch):
    monkeypatch.setitem(limits.LIMITS, "paper.ip", (1, 3600))
    client.post(CHOOSE, {"vorm": "lijst-tekst"})

    answer = client.post(CHOOSE, {"vorm": "lijst-tekst"})

    assert answer.status_code == 429
    assert "Je vroeg veel bestanden" in answer.content.decode()


def test_htmx_stops_asking_when_it_is_ready(client, waterdrecht, agenda):
    headers = {"HX-Request": "true"}
    waiting, ready = ordered(waterdrecht, "agenda"), made(waterdrecht, "agenda")

    asked = client.get(f"/op-papier/{waiting.key}/", headers=headers)
    told = client.get(f"/op-papier/{ready.key}/", headers=headers)

    assert (asked.status_code, told.status_code) == (200, 286)
    assert b"data-hx-trigger" in asked.content
    assert b"data-hx-trigger" not in told.content
    assert b"<html" not in told.content


def test_without_javascript_the_page_comes_back_by_itself(client, waterdrecht, agenda):
    page = client.get(f"/op-papier/{ordered(waterdrecht, 'agenda').key}/").content.decode()

    assert '<noscript><meta http-equiv="refresh"' in page


def test_a_file_that_is_not_ready_leads_back_to_waiting(client, waterdrecht, agenda):
    order = ordered(waterdrecht, "agenda")

    assert client.get(f"/op-papier/{order.key}/bestand/").url == f"/op-papier/{order.key}/"


def test_the_link_ends_after_a_quarter_of_an_hour(client, waterdrecht, agenda):
    order = made(waterdrecht, "agenda")
    Order.objects.update(ready_at=timezone.now() - timedelta(minutes=16))

    answer = client.get(f"/op-papier/{order.key}/bestand/")

    assert answer.status_code == 410
    assert "Kies opnieuw" in answer.content.decode()


def test_the_link_ends_after_a_few_times(client, waterdrecht, agenda):
    order = made(waterdrecht, "agenda")
    codes = [client.get(f"/op-papier/{order.key}/bestand/").status_code for _ in range(6)]

    assert codes == [200] * MOST_TAKEN + [410]
    assert not take(order)


def test_what_was_hidden_meanwhile_is_not_given_any_more(client, waterdrecht, agenda):
    order = made(waterdrecht, "agenda")
    Activity.objects.filter(pk=agenda[0].pk).update(hidden_at=timezone.now())
    index_town(waterdrecht.pk)

    answer = client.get(f"/op-papier/{order.key}/bestand/")

    assert answer.status_code == 410
    assert "Er is net iets veranderd" in answer.content.decode()


def test_what_became_private_meanwhile_is_not_given_any_more(client, waterdrecht, agenda):
    order = made(waterdrecht, "agenda")
    Activity.objects.filter(pk=agenda[0].pk).update(audience="members")
    index_town(waterdrecht.pk)

    assert client.get(f"/op-papier/{order.key}/bestand/").status_code == 410


def test_nobody_guesses_a_file(client, waterdrecht, agenda):
    made(waterdrecht, "agenda")

    assert client.get("/op-papier/AAAAAAAAAAAAAAAAAAAAAAAA/").status_code == 404
    assert client.get("/op-papier/AAAAAAAAAAAAAAAAAAAAAAAA/bestand/").status_code == 404


def test_an_order_is_of_the_site_where_it_was_asked(as_member, waterdrecht, molenwijk, agenda):
    order = made(waterdrecht, "agenda")
    molenwijk_site = as_member(host="molenwijk.testserver")

    assert molenwijk_site.get(f"/op-papier/{order.key}/bestand/").status_code == 404


def test_private_asks_stand_in_no_file_whoever_asks(as_member, noor, waterdrecht):
    make_ask(noor)
    make_offer_row(noor, title="Ik leen mijn ladder uit", audience="public")
    member = as_member(noor)

    page = member.get("/op-papier/?lijst=noticeboard").content.decode()
    order = made(waterdrecht, "noticeboard")
    file = member.get(f"/op-papier/{order.key}/bestand/")

    assert "Kanarie" not in page
    assert "Nog 1 staat alleen op het scherm" in page
    assert "Kanarie" not in text_of(file)


def test_a_stranger_is_not_told_how_many_private_things_there_are(client, noor):
    make_ask(noor)
    make_offer_row(noor)

    assert "op het scherm" not in client.get("/op-papier/?lijst=noticeboard").content.decode()


def test_off_means_gone(client, waterdrecht, agenda):
    order = made(waterdrecht, "agenda")
    waterdrecht.module_changes = {"agenda": False}
    waterdrecht.version += 1
    waterdrecht.save()

    assert client.get(CHOOSE).status_code == 404
    assert client.get("/op-papier/neem-mee/agenda/").status_code == 404
    assert client.get(f"/op-papier/{order.key}/").status_code == 404
    assert client.get(f"/op-papier/{order.key}/bestand/").status_code == 404


def test_a_list_nobody_knows_does_not_exist(client, waterdrecht):
    assert client.get("/op-papier/?lijst=geheim").status_code == 404


def test_of_one_thing_there_are_only_posters(client, noor):
    key = make_offer_row(noor)

    page = client.get(f"/op-papier/poster/{key}/").content.decode()

    assert "Ik help met lampen" in page
    assert "Poster A3" in page
    assert "Boekje" not in page


def test_of_a_private_ask_no_poster_is_made(as_member, noor, waterdrecht):
    ask = make_ask(noor)
    index_town(waterdrecht.pk)

    assert as_member(noor).get(f"/op-papier/poster/{ask.pk}/").status_code == 404


def test_old_files_and_orders_go_away(waterdrecht, agenda, tmp_path):
    made(waterdrecht, "agenda")
    long_ago = timezone.now() - timedelta(days=2)
    Order.objects.update(made_at=long_ago)
    Edition.objects.update(made_at=long_ago)

    clear_old()

    assert not Order.objects.exists()
    assert not Edition.objects.exists()


def test_the_page_asks_as_much_of_the_database_for_many_as_for_few(
    client, noor, django_assert_max_num_queries
):
    make_agenda(noor, *(f"Koffie {number}" for number in range(8)))

    with django_assert_max_num_queries(25):
        client.get(CHOOSE)
