"""Reporting a talk: two taps, for who takes part, and when it goes on somebody looks again."""

import pytest

from plein.foundation.audit.models import Record
from plein.foundation.communities.models import Member, RoleName
from plein.shared.conversations import actions as talks
from plein.shared.moderation import actions
from plein.shared.moderation.matters import open_reports
from plein.shared.moderation.models import Report
from plein.shared.moderation.registry import reportables
from plein.testing.cast import give, make_member

KIND = "conversations.conversation"


@pytest.fixture
def talk(noor, bram):
    return talks.begin(
        title="Wie wil wandelen?", about_url="", members=[noor, bram], first_words="Hoi", by=bram
    )


@pytest.fixture
def page(talk):
    return f"/melden/{KIND}/{talk.pk}/"


def report(browser, page, reason="unkind", words=""):
    return browser.post(page, {"reason": reason, "words": words})


def test_two_taps_and_somebody_is_thanked(as_member, noor, bram, page):
    text = as_member(noor).get(page).content.decode()
    assert text.count('type="radio"') == len(Report.Reason)

    thanks = report(as_member(noor), page).content.decode()

    assert "ank" in thanks
    made = Report.objects.get()
    assert (made.by, made.reason, made.words) == (noor, "unkind", "")
    assert bram.pk.hex in made.concerns


@pytest.mark.parametrize("reason", list(Report.Reason))
def test_every_reason_can_be_chosen_and_has_dutch_words(as_member, noor, page, reason):
    report(as_member(noor), page, reason)
    assert Report.objects.get().reason == reason
    assert str(reason.label) in as_member(noor).get(page).content.decode()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"words": ""}, "Kies wat er niet goed is"),
        ({"reason": "boos"}, "error-summary"),
        ({"reason": "scam", "words": "a" * 1001}, "een paar zinnen is genoeg"),
    ],
)
def test_what_cannot_be_is_explained_and_nothing_is_stored(as_member, noor, page, typed, words):
    answer = as_member(noor).post(page, typed)
    assert answer.status_code == 422
    assert words.lower() in answer.content.decode().lower()
    assert not Report.objects.exists()


def test_a_guest_first_signs_in_and_comes_back_here(client, page):
    assert client.get(page).url.startswith("/inloggen/?terug=%2Fmelden")
    assert client.post(page, {"reason": "scam"}).status_code == 302
    assert not Report.objects.exists()


@pytest.mark.parametrize("who", ["fatima", "mila", "nadia"])
def test_what_you_may_not_see_you_cannot_report(request, as_member, page, who):
    browser = as_member(request.getfixturevalue(who))
    assert browser.get(page).status_code == 404
    assert report(browser, page).status_code == 404


def test_a_kind_that_does_not_exist_is_not_there(as_member, noor, talk):
    for kind in ("iets", "communities.member", "..", "%00"):
        assert as_member(noor).get(f"/melden/{kind}/{talk.pk}/").status_code == 404


def test_saying_it_again_while_it_waits_adds_nothing(as_member, noor, page):
    report(as_member(noor), page, words="Eerst")
    report(as_member(noor), page, "scam", "Nog eens")

    assert Report.objects.get().words == "Eerst"
    assert Record.objects.filter(key="moderation.report.made").count() == 1


def test_when_it_goes_on_after_somebody_looked_the_report_is_back_on_the_list(
    as_member, noor, fatima, page
):
    report(as_member(noor), page)
    actions.handle(Report.objects.get(), by=fatima)

    report(as_member(noor), page, "unsafe", "Het begint weer")

    again = Report.objects.open().get()
    assert (again.reason, again.words, again.handled_by) == ("unsafe", "Het begint weer", None)
    assert Record.objects.filter(key="moderation.report.made").count() == 2
    assert "Ik voel me niet veilig" in as_member(fatima).get("/melden/").content.decode()


def test_two_people_may_report_the_same(as_member, noor, bram, page):
    report(as_member(noor), page)
    report(as_member(bram), page)
    assert Report.objects.count() == 2


@pytest.mark.parametrize(
    ("role", "there"),
    [
        (RoleName.CONNECTOR, True),
        (RoleName.MANAGER, True),
        (RoleName.HOST, False),
        (RoleName.VOLUNTEER, False),
        (RoleName.OWNER, False),
        (RoleName.PROFESSIONAL, False),
    ],
)
def test_only_who_should_look_finds_the_list(as_member, waterdrecht, centrum, role, there):
    sam = give(make_member("Sam", centrum), role, waterdrecht)
    assert as_member(sam).get("/melden/").status_code == (200 if there else 404)


def test_the_other_one_never_learns_that_it_was_reported(as_member, noor, bram, talk, page):
    report(as_member(noor), page, words="Geheime melding")
    for url in ("/berichten/", "/gesprekken/", f"/gesprekken/{talk.code}/", "/mijn/profiel/"):
        text = as_member(bram).get(url, follow=True).content.decode()
        assert "Geheime melding" not in text


def test_a_connector_does_not_handle_their_own_case(as_member, noor, bram, waterdrecht, page):
    report(as_member(noor), page)
    give(bram, RoleName.CONNECTOR, waterdrecht)
    key = Report.objects.get().pk

    assert "Noor" not in as_member(bram).get("/melden/").content.decode()
    assert as_member(bram).post(f"/melden/{key}/klaar/").status_code == 404
    assert Report.objects.open().exists()


def test_a_connector_of_another_wijk_does_not_see_it(as_member, noor, centrum, page):
    report(as_member(noor), page)
    karim = give(make_member("Karim", centrum), RoleName.CONNECTOR, centrum)
    shown = as_member(karim).get("/melden/")
    assert not shown.context["rows"]
    assert "Noor" not in shown.content.decode()


def test_done_is_one_tap_off_the_list_and_found_under_done(as_member, noor, fatima, page):
    report(as_member(noor), page)
    key = Report.objects.get().pk

    as_member(fatima).post(f"/melden/{key}/klaar/")

    assert "Noor" not in as_member(fatima).get("/melden/").content.decode()
    assert "Noor" in as_member(fatima).get("/melden/?toon=klaar").content.decode()
    assert as_member(fatima).get(f"/melden/{key}/klaar/").status_code == 405


def test_the_morning_list_says_what_waits_and_hides_it_from_who_it_is_about(
    as_member, noor, bram, waterdrecht, page
):
    report(as_member(noor), page)
    matter = next(open_reports(waterdrecht.pk))

    assert {noor.pk, bram.pk} <= matter.hidden_from
    assert "Noor" not in str(matter.words)
    assert matter.url == f"/melden/?melding={Report.objects.get().pk}"


def test_another_town_has_no_such_matter(as_member, noor, elders, page):
    report(as_member(noor), page)
    assert not list(open_reports(elders.pk))


def test_the_audit_holds_the_reason_and_not_the_words(as_member, noor, page):
    report(as_member(noor), page, words="Heel privé")
    line = Record.objects.get(key="moderation.report.made")
    assert line.values == {"reason": "unkind", "kind": KIND}


def test_who_reported_and_left_has_no_name_on_the_list(as_member, noor, fatima, page):
    report(as_member(noor), page)
    as_member(noor).post("/mijn/profiel/weg/")
    text = as_member(fatima).get("/melden/").content.decode()
    assert "Noor" not in text
    assert Member.objects.get(pk=noor.pk).name in text


def test_everything_that_can_be_reported_has_a_name(waterdrecht):
    for kind, known in reportables().items():
        assert "." in kind
        assert str(known.name)


def test_the_list_asks_as_few_queries_for_twenty_reports_as_for_two(
    as_member, waterdrecht, molenwijk, fatima, django_assert_max_num_queries
):
    for number in range(20):
        by = make_member(f"Buur{number}", molenwijk)
        town, about = waterdrecht, fatima.pk
        Report.objects.create(
            town=town, community=molenwijk, by=by, kind=KIND, about=about, reason="scam"
        )
    browser = as_member(fatima)
    browser.get("/melden/")
    with django_assert_max_num_queries(30):
        browser.get("/melden/")
