"""My news, how I want to hear it, and the way out that stands in every mail."""

from datetime import UTC, datetime

import pytest

from plein.foundation.communities.models import Member
from plein.foundation.outbox.models import Message
from plein.shared.notifications import actions
from plein.shared.notifications.models import Notification
from plein.shared.notifications.queries import unseen_count
from plein.shared.notifications.unsubscribing import key_of

ELDERS = "elders.testserver"


@pytest.fixture
def news(noor) -> Notification:
    return actions.notify(
        noor, key="x", url="/gesprekken/", subject="Bram schreef je", text="Geheim", once="1"
    )


def out(member) -> str:
    return f"/berichten/afmelden/{key_of(member)}/"


def test_my_news_stands_on_one_page(news, as_member, noor):
    html = as_member(noor).get("/berichten/").content.decode()

    assert "Bram schreef je" in html
    assert "Nieuw" in html
    assert "Geheim" not in html


def test_a_day_is_written_out(news, as_member, noor):
    Notification.objects.update(made_at=datetime(2026, 11, 7, 12, tzinfo=UTC))

    html = as_member(noor).get("/berichten/").content.decode()

    assert "7 november" in html
    assert "13:00" in html


def test_news_of_somebody_else_does_not_exist(news, as_member, bram, mila):
    for member in (bram, mila):
        client = as_member(member)
        assert "Bram schreef je" not in client.get("/berichten/").content.decode()
        assert client.get(f"/berichten/{news.pk}/openen/").status_code == 404


def test_opening_news_leads_to_it_and_makes_it_seen(news, as_member, noor):
    assert unseen_count(noor) == 1

    answer = as_member(noor).get(f"/berichten/{news.pk}/openen/")

    assert answer.url == "/gesprekken/"
    assert unseen_count(noor) == 0


def test_news_never_leads_away_from_the_site(news, as_member, noor):
    Notification.objects.update(url="https://kwaad.example/")

    assert as_member(noor).get(f"/berichten/{news.pk}/openen/").url == "/"


def test_everything_can_be_seen_in_one_tap(news, as_member, noor):
    as_member(noor).post("/berichten/")

    assert unseen_count(noor) == 0


def test_without_news_the_page_says_what_comes(as_member, noor):
    assert "Nog geen nieuws" in as_member(noor).get("/berichten/").content.decode()


def test_a_long_list_comes_in_pages_with_few_questions(
    as_member, noor, django_assert_max_num_queries
):
    for number in range(60):
        actions.notify(noor, key="x", url="/", subject=f"n{number}", text="", once=str(number))
    client = as_member(noor)
    client.get("/berichten/")

    with django_assert_max_num_queries(6):
        first = client.get("/berichten/")
    rest = client.get("/berichten/" + first.context["more_url"])

    assert len(first.context["news"]) == 40
    assert len(rest.context["news"]) == 20


def test_a_member_chooses_how_to_hear_it(as_member, noor):
    client = as_member(noor)
    assert client.get("/berichten/instellen/").status_code == 200

    client.post("/berichten/instellen/", {"channel": "site", "rhythm": "daily"})

    noor.refresh_from_db()
    assert (noor.channel, noor.rhythm) == ("site", "daily")


def test_a_choice_that_does_not_exist_is_refused_in_words(as_member, noor):
    answer = as_member(noor).post("/berichten/instellen/", {"channel": "duif", "rhythm": ""})

    assert answer.status_code == 422


def test_the_link_in_a_mail_shows_a_page_and_changes_nothing(as_member, noor):
    answer = as_member().get(out(noor))

    assert answer.status_code == 200
    assert "Hoe vaak mogen we je mailen?" in answer.content.decode()
    noor.refresh_from_db()
    assert noor.rhythm == Member.Rhythm.AT_ONCE


def test_without_signing_in_the_mail_stops(as_member, noor):
    answer = as_member().post(out(noor), {"rhythm": "never"})

    noor.refresh_from_db()
    assert noor.rhythm == Member.Rhythm.NEVER
    assert "Je krijgt geen mail meer" in answer.content.decode()


def test_one_mail_a_day_is_possible_too(as_member, noor):
    as_member().post(out(noor), {"rhythm": "daily"})

    noor.refresh_from_db()
    assert noor.rhythm == Member.Rhythm.DAILY


def test_one_click_of_a_mail_program_works_without_cookie_or_token(client, noor):
    strict = type(client)(enforce_csrf_checks=True)

    strict.post(out(noor), "List-Unsubscribe=One-Click", "application/x-www-form-urlencoded")

    noor.refresh_from_db()
    assert noor.rhythm == Member.Rhythm.NEVER


def test_the_same_link_stops_nobody_else(as_member, noor, bram):
    as_member().post(out(noor), {"rhythm": "never"})

    bram.refresh_from_db()
    assert bram.rhythm == Member.Rhythm.AT_ONCE


@pytest.mark.parametrize("key", ["onzin", "a:b:c", "x" * 300])
def test_a_made_up_key_does_nothing(as_member, noor, key):
    assert as_member().post(f"/berichten/afmelden/{key}/", {"rhythm": "never"}).status_code == 404


def test_a_key_works_in_its_own_town_only(as_member, noor, elders):
    assert as_member(host=ELDERS).post(out(noor), {"rhythm": "never"}).status_code == 404


def test_every_link_in_a_mail_can_be_fetched_without_changing_anything(news, as_member, noor):
    import re

    mail = Message.objects.get()
    before = list(Member.objects.values()), list(Notification.objects.values())
    links = set(re.findall(r"http://molenwijk\.testserver(\S+?)[\s\">]", mail.text + mail.html))
    for path in links:
        as_member(host="molenwijk.testserver").get(path)

    assert len(links) >= 3
    assert (list(Member.objects.values()), list(Notification.objects.values())) == before


@pytest.fixture
def waits(noor) -> Member:
    noor.channel = Member.Channel.PHONE
    noor.save()
    noor.account.phone = "+31612345678"
    noor.account.save()
    actions.notify(noor, key="x", url="/", subject="Bram schreef je", text="Geheim", once="1")
    return noor


def test_a_connector_reads_whom_to_call_and_no_words_of_the_talk(waits, as_member, fatima):
    html = as_member(fatima).get(f"/berichten/vertellen/{waits.pk}/").content.decode()

    assert 'href="tel:+31612345678"' in html
    assert ">06 12345678<" in html
    assert "Bram schreef je" in html
    assert "Geheim" not in html


def test_each_look_is_recorded(waits, as_member, fatima):
    from plein.foundation.audit.models import Record

    as_member(fatima).get(f"/berichten/vertellen/{waits.pk}/")

    assert Record.objects.filter(
        key="notifications.member.looked_at", about_id=waits.pk, by_id=fatima.pk
    ).exists()


def test_what_was_told_leaves_the_list(waits, as_member, fatima):
    client = as_member(fatima)
    client.post(f"/berichten/vertellen/{waits.pk}/")

    assert client.get(f"/berichten/vertellen/{waits.pk}/").status_code == 404


def test_for_neighbours_and_other_towns_that_page_does_not_exist(waits, as_member, bram, joost):
    assert as_member(bram).get(f"/berichten/vertellen/{waits.pk}/").status_code == 404
    stranger = as_member(joost, host=ELDERS)
    assert stranger.get(f"/berichten/vertellen/{waits.pk}/").status_code == 404


def test_who_looked_up_how_to_reach_somebody_stands_in_the_audit(waits, as_member, fatima, mila):
    as_member(fatima).get(f"/berichten/vertellen/{waits.pk}/")

    page = as_member(mila).get("/instellingen/logboek/").content.decode()

    assert f"Fatima zocht op hoe {waits.name} te bereiken is" in page
