"""Saying that something is not right, and who looks at it."""

import pytest

from plein.foundation.audit.models import Record
from plein.foundation.communities.models import RoleName
from plein.shared.conversations import actions as conversations
from plein.shared.moderation.matters import open_reports
from plein.shared.moderation.models import Report
from plein.testing.cast import give

REPORTS = "/melden/"


@pytest.fixture
def talk(noor, bram):
    return conversations.begin(
        title="Boris", about_url="", members=[noor, bram], first_words="Kanarie", by=bram
    )


@pytest.fixture
def form(talk) -> str:
    return f"/melden/conversations.conversation/{talk.pk}/"


@pytest.fixture
def report(form, as_member, noor) -> Report:
    as_member(noor).post(form, {"reason": "scam", "words": "Hij vraagt geld"})
    return Report.objects.get()


def test_reporting_asks_one_thing_in_plain_words(form, as_member, noor):
    html = as_member(noor).get(form).content.decode()

    assert "Wat is er niet goed?" in html
    assert "Dit lijkt op oplichting" in html
    assert "0184-555 010" in html


def test_a_report_is_stored_and_thanked_for(form, as_member, noor, molenwijk):
    answer = as_member(noor).post(form, {"reason": "unsafe"})

    assert "Fijn dat je het ons vertelt" in answer.content.decode()
    assert "0184-555 010" in answer.content.decode()
    made = Report.objects.get()
    assert (made.by, made.reason, made.words) == (noor, "unsafe", "")
    assert made.community == molenwijk


def test_reporting_twice_is_one_report_and_the_same_thanks(form, as_member, noor):
    client = as_member(noor)
    first = client.post(form, {"reason": "unsafe"})
    second = client.post(form, {"reason": "other"})

    assert Report.objects.count() == 1
    assert first.status_code == second.status_code == 200


def test_without_a_reason_a_clear_sentence_and_the_words_are_kept(form, as_member, noor):
    answer = as_member(noor).post(form, {"words": "Dit is raar"})

    assert answer.status_code == 422
    assert "Kies wat er niet goed is" in answer.content.decode()
    assert "Dit is raar" in answer.content.decode()


def test_what_you_may_not_see_cannot_be_reported(form, as_member, fatima, nadia, joost):
    for member in (fatima, nadia):
        assert as_member(member).get(form).status_code == 404
    assert as_member(joost, host="elders.testserver").get(form).status_code == 404


def test_something_of_an_unknown_kind_cannot_be_reported(talk, as_member, noor):
    client = as_member(noor)

    assert client.get(f"/melden/onzin/{talk.pk}/").status_code == 404
    assert client.post(f"/melden/x.y/{talk.pk}/", {"reason": "other"}).status_code == 404


def test_a_guest_is_led_to_the_entrance(form, as_member):
    assert as_member().get(form).url.startswith("/inloggen/")


def test_the_other_one_hears_nothing_of_a_report(report, as_member, bram, talk):
    html = as_member(bram).get(talk.get_absolute_url()).content.decode()

    assert "gemeld" not in html
    assert "gemeld" not in as_member(bram).get("/berichten/").content.decode()


def test_a_connector_reads_who_and_why_but_not_the_talk(report, as_member, fatima):
    html = as_member(fatima).get(REPORTS).content.decode()

    assert "Dit lijkt op oplichting" in html
    assert "Hij vraagt geld" in html
    assert "Noor" in html
    assert "Kanarie" not in html
    assert "/gesprekken/" not in html


def test_a_report_opens_no_talk_for_staff(report, as_member, fatima, mila, talk):
    for member in (fatima, mila):
        assert as_member(member).get(talk.get_absolute_url()).status_code == 404


def test_each_look_is_recorded_without_words(report, as_member, fatima):
    as_member(fatima).get(REPORTS)

    line = Record.objects.get(key="moderation.report.looked_at")
    assert (line.about_id, line.by_id) == (report.pk, fatima.pk)
    assert "geld" not in str(list(Record.objects.values()))


@pytest.mark.parametrize("who", ["noor", "bram", "nadia"])
def test_for_neighbours_the_list_does_not_exist(report, as_member, request, who):
    client = as_member(request.getfixturevalue(who))

    assert client.get(REPORTS).status_code == 404
    assert client.post(f"/melden/{report.pk}/klaar/").status_code == 404


def test_another_town_sees_an_empty_list(report, as_member, joost, elders):
    give(joost, RoleName.CONNECTOR, elders)
    client = as_member(joost, host="elders.testserver")

    assert "Geen meldingen" in client.get(REPORTS).content.decode()
    assert client.post(f"/melden/{report.pk}/klaar/").status_code == 404


def test_handling_takes_it_from_the_list_and_tells_who(report, as_member, fatima):
    client = as_member(fatima)
    client.post(f"/melden/{report.pk}/klaar/")

    assert "Geen meldingen" in client.get(REPORTS).content.decode()
    assert "Gedaan door Fatima" in client.get(f"{REPORTS}?toon=klaar").content.decode()
    assert Record.objects.filter(key="moderation.report.handled", by_id=fatima.pk).count() == 1


def test_handling_twice_changes_nothing(report, as_member, fatima, mila):
    as_member(fatima).post(f"/melden/{report.pk}/klaar/")
    as_member(mila).post(f"/melden/{report.pk}/klaar/")

    assert Report.objects.get().handled_by == fatima


@pytest.mark.parametrize("who", ["noor", "bram"])
def test_nobody_has_a_say_in_their_own_case(report, as_member, request, who, waterdrecht):
    member = give(request.getfixturevalue(who), RoleName.MANAGER, waterdrecht)
    client = as_member(member)

    assert "oplichting" not in client.get(REPORTS).content.decode()
    assert client.post(f"/melden/{report.pk}/klaar/").status_code == 404
    assert "oplichting" not in client.get("/dagstart/").content.decode()


def test_a_connector_of_another_part_does_not_read_it(report, as_member, bram, centrum, nadia):
    give(nadia, RoleName.CONNECTOR, centrum)
    nadia.greeted_at = nadia.made_at
    nadia.save()

    page = as_member(nadia).get(REPORTS)  # of Centrum only, on the site of the town
    assert "Noor" not in page.content.decode()
    assert not page.context["rows"]


def test_an_ended_role_reads_nothing_any_more(report, as_member, fatima):
    fatima.roles.update(until="2020-01-01")

    assert as_member(fatima).get(REPORTS).status_code == 404


def test_a_report_is_a_matter_of_the_day(report, waterdrecht, elders):
    assert [matter.about for matter in open_reports(waterdrecht.pk)] == [report.pk]
    assert not list(open_reports(elders.pk))
