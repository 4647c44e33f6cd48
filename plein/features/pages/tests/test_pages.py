"""Pages and news: a draft first, then on the site, with every earlier version."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.features.pages import actions, tasks
from plein.features.pages.models import Page, Version
from plein.features.pages.tests.making import (
    SECRET_TEXT,
    SECRET_TITLE,
    make_draft,
    make_page,
    said,
)
from plein.testing.cast import give

FORM = {
    "kind": "news",
    "title": "De molen draait weer",
    "lead": "Na een jaar stilstand.",
    "body": "## Feest\n\nKom **zaterdag** kijken.",
    "reach": "up",
    "audience": "public",
}


def test_a_manager_writes_a_draft_and_publishes_it(as_member, mila):
    client = as_member(mila)

    client.post("/over/schrijven/", FORM)
    page = Page.objects.get()
    assert not page.is_published
    client.post(f"{page.get_absolute_url()}publiceren/")

    html = as_member().get(page.get_absolute_url()).content.decode()
    assert "<h2>Feest</h2>" in html
    assert "<strong>zaterdag</strong>" in html
    assert "De molen draait weer" in as_member().get("/over/").content.decode()


def test_a_draft_exists_for_editors_only(as_member, mila, noor, fatima):
    url = make_draft(mila).get_absolute_url()

    assert as_member(mila).get(url).status_code == 200
    assert as_member(noor).get(url).status_code == 404
    assert as_member(fatima).get(url).status_code == 404
    assert as_member().get(url).status_code == 404


@pytest.mark.parametrize("path", ["/over/schrijven/", "/over/redactie/"])
def test_a_neighbour_finds_no_desk_of_editors(as_member, noor, path):
    assert as_member(noor).get(path).status_code == 404
    assert as_member().get(path).status_code == 302


@pytest.mark.parametrize("name", ["wijzigen", "fotos", "publiceren", "eerder"])
def test_a_neighbour_may_read_but_not_change(as_member, mila, noor, name):
    url = make_page(mila).get_absolute_url()

    assert as_member(noor).get(url).status_code == 200
    assert as_member(noor).get(f"{url}{name}/").status_code == 403


def test_a_page_keeps_its_code_when_its_title_changes(as_member, mila):
    page = make_page(mila)
    old = page.get_absolute_url()
    actions.save(page, said(title="Heel anders"), by=mila)

    answer = as_member().get(old)

    assert answer.status_code == 301
    assert answer.url.startswith("/over/heel-anders-")


def test_a_title_without_latin_letters_has_an_address(as_member, mila):
    page = make_page(mila, title="مرحبا بكم")

    assert page.get_absolute_url() == f"/over/bladzijde-{page.code}/"
    assert as_member().get(page.get_absolute_url()).status_code == 200


def test_a_planned_page_comes_by_the_clock(as_member, mila, time_machine):
    moment = timezone.now() + timedelta(days=2)
    page = make_page(mila, at=moment)
    assert as_member().get(page.get_absolute_url()).status_code == 404

    time_machine.move_to(moment + timedelta(minutes=1))
    tasks.tell_published()

    assert as_member().get(page.get_absolute_url()).status_code == 200
    page.refresh_from_db()
    assert page.told_at is not None


def test_the_clock_tells_once(mila, time_machine):
    moment = timezone.now() + timedelta(hours=1)
    make_page(mila, at=moment)
    assert actions.tell_published() == 0

    time_machine.move_to(moment + timedelta(seconds=1))

    assert actions.tell_published() == 1
    assert actions.tell_published() == 0


def test_an_editor_plans_for_a_day_and_an_hour(as_member, mila):
    page = make_draft(mila)
    day = (timezone.localdate() + timedelta(days=3)).isoformat()

    as_member(mila).post(
        f"{page.get_absolute_url()}publiceren/", {"later": "1", "day": day, "hour": "08:30"}
    )

    page.refresh_from_db()
    local = timezone.localtime(page.planned_for)
    assert (local.date().isoformat(), local.strftime("%H:%M")) == (day, "08:30")


def test_a_moment_that_is_over_is_refused_with_a_sentence(as_member, mila):
    page = make_draft(mila)
    form = {"later": "1", "day": "2020-01-01", "hour": "08:00"}

    answer = as_member(mila).post(f"{page.get_absolute_url()}publiceren/", form)

    assert answer.status_code == 422
    assert "Dat moment is voorbij" in answer.content.decode()
    page.refresh_from_db()
    assert page.published_at is None


def test_what_was_withdrawn_is_a_draft_again(as_member, mila):
    page = make_page(mila)

    as_member(mila).post(f"{page.get_absolute_url()}terugtrekken/")

    assert as_member().get(page.get_absolute_url()).status_code == 404


def test_publishing_twice_keeps_the_day(mila):
    page = make_page(mila)
    before = page.published_at

    actions.publish(page, by=mila)

    assert page.published_at == before


def test_each_save_is_a_version_that_can_be_put_back(as_member, mila):
    page = make_page(mila)
    actions.save(page, said(title="Fout", body="Weg."), by=mila)
    client = as_member(mila)
    assert "Versie 2" in client.get(f"{page.get_absolute_url()}eerder/").content.decode()
    assert SECRET_TEXT in client.get(f"{page.get_absolute_url()}eerder/1/").content.decode()

    client.post(f"{page.get_absolute_url()}eerder/1/")

    page.refresh_from_db()
    assert (page.title, page.body) == (SECRET_TITLE, SECRET_TEXT)
    assert Version.objects.filter(page=page).count() == 3


def test_saving_the_same_is_no_version(mila):
    page = make_page(mila)

    actions.save(page, said(), by=mila)

    assert Version.objects.filter(page=page).count() == 1


def test_a_version_that_never_was_does_not_exist(as_member, mila):
    url = make_page(mila).get_absolute_url()

    assert as_member(mila).get(f"{url}eerder/9/").status_code == 404


def test_pages_hang_in_a_tree_without_rings(as_member, mila):
    top = make_page(mila, kind="page", title="Het dorpshuis")
    under = make_page(mila, kind="page", title="De grote zaal", parent=top)
    actions.save(top, said(kind="page", title="Het dorpshuis", parent=under), by=mila)

    html = as_member().get("/over/").content.decode()

    assert html.index("Het dorpshuis") < html.index("De grote zaal")
    assert "De grote zaal" in as_member().get(top.get_absolute_url()).content.decode()
    assert "Het dorpshuis" in as_member().get(under.get_absolute_url()).content.decode()


def test_a_page_for_members_is_no_page_for_strangers(as_member, mila, noor, nadia):
    page = make_page(mila, audience="members")

    assert as_member(noor).get(page.get_absolute_url()).status_code == 200
    assert as_member(nadia).get(page.get_absolute_url()).status_code == 404
    assert as_member().get(page.get_absolute_url()).status_code == 404
    assert SECRET_TITLE not in as_member().get("/over/").content.decode()


@pytest.mark.parametrize(("reach", "there"), [("all", 200), ("up", 404), ("here", 404)])
def test_the_owner_chooses_whether_the_town_shows_in_a_wijk(
    as_member, mila, molenwijk, reach, there
):
    page = make_page(mila, reach=reach)

    answer = as_member(host="molenwijk.testserver").get(page.get_absolute_url())

    assert answer.status_code == there


@pytest.mark.parametrize(("reach", "there"), [("all", 200), ("up", 200), ("here", 404)])
def test_the_owner_chooses_whether_a_wijk_shows_in_town(as_member, mila, molenwijk, reach, there):
    page = make_page(mila, community=molenwijk, reach=reach)

    assert as_member().get(page.get_absolute_url()).status_code == there


def test_a_preview_saves_nothing(as_member, mila):
    answer = as_member(mila).post("/over/schrijven/", FORM | {"voorbeeld": "1"})

    assert "<strong>zaterdag</strong>" in answer.content.decode()
    assert not Page.objects.exists()


def test_htmx_gets_only_the_preview(as_member, mila):
    client = as_member(mila)

    answer = client.post(
        "/over/schrijven/", FORM | {"voorbeeld": "1"}, headers={"HX-Request": "true"}
    )

    assert answer.content.decode().strip().startswith('<div id="preview"')


def test_a_form_without_a_title_comes_back_with_what_was_typed(as_member, mila):
    answer = as_member(mila).post("/over/schrijven/", FORM | {"title": ""})

    assert answer.status_code == 422
    assert "Kom **zaterdag** kijken." in answer.content.decode()


def test_an_editor_of_one_wijk_writes_for_that_wijk_only(as_member, noor, molenwijk, centrum):
    give(noor, "editor", molenwijk)

    assert as_member(noor).get("/over/schrijven/").status_code == 200
    with pytest.raises(actions.writing.MayNotWrite):
        make_draft(noor, community=centrum)


def test_the_page_asks_few_questions(as_member, mila, noor, django_assert_max_num_queries):
    for number in range(6):
        make_page(mila, title=f"Nieuws {number}")
    client = as_member(noor)
    client.get("/over/")

    with django_assert_max_num_queries(14):
        client.get("/over/")


def test_editors_read_how_a_page_could_be_simpler_and_readers_never(as_member, mila, noor):
    page = make_page(mila, body="Wij **faciliteren** belangstellenden.")

    assert (
        "“faciliteren”: makkelijker is “helpen”."
        in as_member(mila).get(page.get_absolute_url()).content.decode()
    )
    assert (
        "Dit kan makkelijker" not in as_member(noor).get(page.get_absolute_url()).content.decode()
    )
