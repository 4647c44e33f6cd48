"""How far something goes: here, in the town around it, or everywhere in the town."""

import pytest

from plein.bridges.overviews.models import Row
from plein.bridges.overviews.tests.making import indexed, make_ask, make_offer, titles
from plein.features.noticeboard import actions
from plein.features.noticeboard.models import Post
from plein.foundation import jobs
from plein.foundation.communities import tree
from plein.foundation.communities.actions import block, unblock
from plein.foundation.communities.models import Community
from plein.foundation.organisations.models import Editor, Organisation

TOWN, WIJK = "testserver", "molenwijk.testserver"


@pytest.fixture
def choir(molenwijk, noor):
    made = Organisation.objects.create(
        town=molenwijk.town, community=molenwijk, name="Koor De Molen", slug="koor"
    )
    Editor.objects.create(town=molenwijk.town, organisation=made, member=noor)
    return made


def stands_on(as_member, member, host):
    return bool(titles(as_member(member, host=host).get("/prikbord/")))


@pytest.mark.parametrize(("reach", "in_town"), [("here", False), ("up", True), ("all", True)])
def test_of_a_wijk_in_the_town(as_member, noor, bram, reach, in_town):
    indexed(make_offer(noor, reach=reach))

    assert stands_on(as_member, bram, WIJK)
    assert stands_on(as_member, bram, TOWN) is in_town


@pytest.mark.parametrize(("reach", "in_wijk"), [("here", False), ("up", False), ("all", True)])
def test_of_the_town_in_a_wijk(as_member, noor, bram, waterdrecht, reach, in_wijk):
    indexed(make_offer(noor, community=waterdrecht, reach=reach))

    assert stands_on(as_member, bram, TOWN)
    assert stands_on(as_member, bram, WIJK) is in_wijk


@pytest.mark.parametrize(("reach", "next_door"), [("here", False), ("up", False), ("all", True)])
def test_of_one_wijk_in_another(as_member, fatima, bram, reach, next_door):
    indexed(make_offer(fatima, reach=reach))

    assert stands_on(as_member, bram, WIJK) is next_door


@pytest.mark.parametrize("reach", ["here", "up", "all"])
def test_never_in_another_town(as_member, noor, joost, reach):
    indexed(make_offer(noor, reach=reach))

    assert not stands_on(as_member, joost, "elders.testserver")


def test_a_town_may_leave_out_what_wijken_share(as_member, noor, bram, waterdrecht):
    indexed(make_offer(noor))
    Community.objects.filter(pk=waterdrecht.pk).update(takes_up=False)
    tree.changed(waterdrecht.pk)

    assert not stands_on(as_member, bram, TOWN)


def test_a_wijk_may_leave_out_what_the_town_shares(as_member, noor, bram, waterdrecht, molenwijk):
    indexed(make_offer(noor, community=waterdrecht, reach="all"))
    Community.objects.filter(pk=molenwijk.pk).update(takes_down=False)
    tree.changed(waterdrecht.pk)

    assert not stands_on(as_member, bram, WIJK)


def test_the_page_of_what_stands_there_opens_there(as_member, noor, bram, waterdrecht):
    for reach in ("here", "up", "all"):
        (offer,) = indexed(make_offer(noor, reach=reach))
        for host in (TOWN, WIJK):
            client = as_member(bram, host=host)
            cards = client.get("/prikbord/").context["page"].cards
            stands = offer.get_absolute_url() in [card.url for card in cards]
            assert (client.get(offer.get_absolute_url()).status_code == 200) is stands


def test_a_block_that_is_taken_back_shows_everything_again(as_member, noor, bram):
    indexed(make_offer(noor))
    block(noor, by=bram)
    assert not stands_on(as_member, bram, TOWN)

    unblock(noor, by=bram)

    assert stands_on(as_member, bram, TOWN)


def test_who_blocked_each_other_are_not_in_the_count_either(as_member, noor, bram):
    indexed(make_offer(noor), make_offer(bram))
    block(bram, by=noor)

    assert as_member(bram).get("/prikbord/?soort=aanbod").context["found"].count == 1


def test_an_organisation_stands_on_the_card_and_not_who_wrote_it(as_member, noor, bram, choir):
    indexed(make_offer(noor, organisation=choir))

    text = as_member(bram).get("/prikbord/").content.decode()

    assert "Koor De Molen (organisatie)" in text
    assert "Noor" not in text


def test_an_organisation_is_found_by_its_name(as_member, noor, bram, choir):
    indexed(make_offer(noor, organisation=choir), make_offer(bram, title="Iets anders"))

    page = as_member(bram).get("/prikbord/?zoek=koor+molen")

    assert titles(page) == ["Ik help met lampen"]


def test_nobody_lets_something_stand_for_an_organisation_that_is_not_theirs(bram, choir):
    with pytest.raises(actions.MayNotPost):
        make_offer(bram, organisation=choir)


def test_a_neighbour_of_another_town_puts_nothing_on_this_board(joost, molenwijk):
    with pytest.raises(actions.MayNotPost):
        make_offer(joost, community=molenwijk)


def test_a_private_ask_made_public_is_read_by_everybody(as_member, noor):
    (ask,) = indexed(make_ask(noor))
    Post.objects.update(audience="public")
    jobs.changed("noticeboard.post", ask.pk)
    jobs.run_pending()

    assert titles(as_member().get("/prikbord/")) == [ask.title]


def test_a_public_ask_made_private_is_a_teaser_from_then_on(as_member, noor):
    (ask,) = indexed(make_ask(noor, audience="public"))
    Post.objects.update(audience="members")
    jobs.changed("noticeboard.post", ask.pk)
    jobs.run_pending()

    assert titles(as_member().get("/prikbord/")) != [ask.title]
    assert Row.objects.get().public_title
    assert as_member().get("/prikbord/?zoek=kanarietitel").context["found"].count == 0


def test_with_htmx_the_next_page_brings_cards_only(as_member, noor, bram):
    indexed(*[make_offer(noor, title=f"Aanbod {number:02}") for number in range(25)])
    client = as_member(bram)
    more = client.get("/prikbord/").context["more_url"]

    text = client.get(f"/prikbord/{more}", headers={"hx-request": "true"}).content.decode()

    assert "Aanbod 00" in text
    assert "<form" not in text
    assert "<h1" not in text


def test_without_javascript_the_next_page_is_a_whole_page(as_member, noor, bram):
    indexed(*[make_offer(noor, title=f"Aanbod {number:02}") for number in range(25)])
    client = as_member(bram)

    text = client.get(f"/prikbord/{client.get('/prikbord/').context['more_url']}").content.decode()

    assert "<h1>Prikbord</h1>" in text
    assert "Aanbod 00" in text
