"""The notice board: what stands on it for whom."""

import pytest

from plein.bridges.overviews import queries as search
from plein.bridges.overviews.actions import index_town
from plein.bridges.overviews.tests.making import indexed, make_ask, make_offer, titles
from plein.features.noticeboard import actions
from plein.features.noticeboard.tests.making import SECRET_TEXT, SECRET_TITLE
from plein.features.noticeboard.tests.test_many import copies, queries
from plein.foundation.communities import tree
from plein.foundation.communities.actions import block
from plein.foundation.communities.models import Community

TEASER = "Iemand in Molenwijk zoekt hulp met boodschappen of koken"
HTMX = {"hx-request": "true"}


@pytest.fixture
def board(noor, bram):
    return indexed(make_ask(noor), make_offer(bram))


def test_a_neighbour_sees_asks_and_offers_newest_first(as_member, bram, board):
    page = as_member(bram).get("/prikbord/")

    assert titles(page) == ["Ik help met lampen", SECRET_TITLE]
    text = page.content.decode()
    assert "Noor (bewoner)" in text
    assert "Ik wil dit doen" in text


def test_every_card_says_whether_it_asks_or_offers(as_member, bram, board):
    text = as_member(bram).get("/prikbord/").content.decode()

    assert "Zoekt hulp" in text
    assert "Biedt hulp" in text


def test_a_stranger_sees_of_a_private_ask_its_teaser(as_member, board):
    page = as_member().get("/prikbord/")

    text = page.content.decode()
    assert titles(page) == ["Ik help met lampen", TEASER]
    assert not [word for word in (SECRET_TITLE, SECRET_TEXT, "Noor") if word in text]


def test_so_does_a_new_member(as_member, nadia, board):
    assert TEASER in titles(as_member(nadia).get("/prikbord/"))


def test_ones_own_ask_stands_there_in_full(as_member, nadia):
    indexed(make_ask(nadia))

    assert titles(as_member(nadia).get("/prikbord/")) == [SECRET_TITLE]


def test_a_community_may_open_asks_in_a_public_place(as_member, noor, molenwijk):
    indexed(make_ask(noor, task_class="public"), make_ask(noor, task_class="inside"))
    Community.objects.filter(pk=molenwijk.pk).update(public_tasks_open=True)
    tree.changed(molenwijk.town_id)

    assert sorted(titles(as_member().get("/prikbord/"))) == [TEASER, SECRET_TITLE]


def test_strangers_see_how_many_wait_per_theme_with_a_way_in(as_member, board):
    text = as_member().get("/prikbord/").content.decode()

    assert "Buren wachten op een antwoord" in text
    assert "Boodschappen en koken: 1 vraag" in text
    assert "/meedoen/?terug=/prikbord/" in text


def test_a_neighbour_is_not_told_what_they_can_read(as_member, bram, board):
    assert "Buren wachten" not in as_member(bram).get("/prikbord/").content.decode()


def test_who_blocked_each_other_do_not_meet_on_the_board(as_member, noor, bram, board):
    block(bram, by=noor)

    assert titles(as_member(bram).get("/prikbord/")) == ["Ik help met lampen"]
    assert titles(as_member(noor).get("/prikbord/")) == [SECRET_TITLE]


def test_another_town_sees_nothing(as_member, joost, board):
    assert titles(as_member(joost, host="elders.testserver").get("/prikbord/")) == []


def test_a_wijk_has_a_board_of_its_own(as_member, bram, fatima, board):
    indexed(make_ask(fatima, title="Alleen in Centrum", reach="here"))

    on_wijk = as_member(bram, host="molenwijk.testserver").get("/prikbord/")

    assert titles(on_wijk) == ["Ik help met lampen", SECRET_TITLE]


def test_what_is_closed_is_gone(as_member, noor, bram, board):
    actions.close(board[0], "found", by=noor)
    from plein.foundation import jobs

    jobs.run_pending()

    assert titles(as_member(bram).get("/prikbord/")) == ["Ik help met lampen"]


def test_htmx_gets_the_board_only(as_member, bram, board):
    text = as_member(bram).get("/prikbord/", headers=HTMX).content.decode()

    assert "<html" not in text
    assert 'id="board"' in text


def test_an_empty_board_is_kind(as_member, waterdrecht):
    text = as_member().get("/prikbord/").content.decode()

    assert "Het prikbord is nog leeg" in text
    assert "/prikbord/vragen/" in text


def test_24_a_page_by_key(as_member, bram, noor):
    indexed(*[make_offer(noor, title=f"Aanbod {number:02}") for number in range(30)])
    client = as_member(bram)

    first = client.get("/prikbord/")
    more = first.context["more_url"]
    second = client.get(f"/prikbord/{more}", headers=HTMX)

    assert len(titles(first)) == 24
    assert titles(second) == [f"Aanbod {number:02}" for number in range(5, -1, -1)]
    assert "Toon meer" not in second.content.decode()


@pytest.mark.parametrize(
    "query", ["", "?zoek=kanarietitel&tijd=overdag", "?thema=tuin&wijk=centrum"]
)
@pytest.mark.parametrize("who", ["guest", "nadia", "bram"])
def test_the_number_of_queries_does_not_grow_with_the_board(as_member, request, noor, who, query):
    client = as_member(None if who == "guest" else request.getfixturevalue(who))
    ask = make_ask(noor)
    copies(ask, 9)
    index_town(noor.town_id)
    client.get("/prikbord/")
    few = queries(client, f"/prikbord/{query}")

    copies(ask, 290)
    index_town(noor.town_id)

    assert queries(client, f"/prikbord/{query}") == few <= 12


def test_a_second_page_has_the_same_count_above_it(as_member, bram, noor):
    copies(make_ask(noor), 29)
    index_town(noor.town_id)
    client = as_member(bram)
    first = client.get("/prikbord/?soort=vragen")

    second = client.get(f"/prikbord/{first.context['more_url']}")

    assert first.context["found"].count == second.context["found"].count == 30
    assert len(titles(second)) == 6


@pytest.fixture
def cut_off(monkeypatch):
    """No more than 26 are sorted and counted, and no more than 27 shown."""
    monkeypatch.setattr(search, "MOST", 26)
    monkeypatch.setattr(search, "ALL", 27)


def test_the_last_page_of_a_cut_off_list_says_so_and_what_to_do(as_member, bram, noor, cut_off):
    copies(make_offer(noor), 27)
    index_town(noor.town_id)
    client = as_member(bram)

    first = client.get("/prikbord/")
    last = client.get(f"/prikbord/{first.context['more_url']}", headers=HTMX)

    assert "Dit waren de eerste" not in first.content.decode()
    assert len(titles(last)) == 3
    text = last.content.decode()
    assert "Dit waren de eerste 27, en er zijn er meer." in text
    assert 'href="?#board"' in text
    assert (
        "Op de kaart staan de eerste 26" in client.get("/prikbord/?weergave=kaart").content.decode()
    )


def test_how_many_wait_is_at_least_that_many_when_the_list_was_cut_off(
    as_member, noor, nadia, cut_off
):
    copies(make_ask(noor), 27)
    index_town(noor.town_id)

    assert ": 26+ vragen" in as_member(nadia).get("/prikbord/").content.decode()


def test_a_list_that_just_fits_is_not_cut_off(as_member, bram, noor, cut_off):
    copies(make_offer(noor), 25)
    index_town(noor.town_id)
    client = as_member(bram)

    first = client.get("/prikbord/?soort=aanbod")
    last = client.get(f"/prikbord/{first.context['more_url']}")

    assert (first.context["found"].count, len(titles(last))) == (26, 2)
    assert "Dit waren de eerste" not in last.content.decode()
    assert {theme.count for theme in first.context["facets"].themes} == {"26"}
    assert last.context["facets"] == first.context["facets"], "A page without htmx is whole."
    more = client.get(f"/prikbord/{first.context['more_url']}", headers=HTMX)
    assert more.context["facets"] is None


def test_what_was_chosen_counts_all_that_was_found_and_the_rest_at_least(
    as_member, bram, noor, cut_off
):
    few = make_offer(noor, theme="tuin")
    copies(make_offer(noor, theme="klussen"), 26)
    index_town(few.town_id)

    counted = as_member(bram).get("/prikbord/?thema=tuin").context["facets"].themes

    assert {theme.value: theme.count for theme in counted} == {"tuin": "1", "klussen": "26+"}
