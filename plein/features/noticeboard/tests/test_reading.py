"""Who reads what of a private ask (TRUST-7): from everybody to nobody."""

import pytest

from plein.features.noticeboard.models import Post
from plein.features.noticeboard.tests.making import SECRET_TEXT, SECRET_TITLE, make_ask, make_offer
from plein.foundation.communities import tree
from plein.foundation.communities.actions import block, greet
from plein.foundation.communities.models import Community

TEASER = "Iemand in Molenwijk zoekt hulp met boodschappen of koken"
CANARIES = (SECRET_TITLE, SECRET_TEXT, "Kanarie", "Noor", "Ouderen")


@pytest.fixture
def ask(noor):
    from plein.foundation.taxonomy.models import TargetGroup

    group = TargetGroup.objects.get(town=noor.town_id, key="ouderen")
    return make_ask(noor, groups=[group])


def open_public_tasks(community):
    Community.objects.filter(pk=community.pk).update(public_tasks_open=True)
    tree.changed(community.town_id)


def test_a_greeted_neighbour_reads_all_of_it(as_member, bram, ask):
    text = as_member(bram).get(ask.get_absolute_url()).content.decode()

    assert SECRET_TITLE in text
    assert SECRET_TEXT in text
    assert "Noor (bewoner)" in text
    assert "Ik wil dit doen" in text


def test_a_guest_reads_theme_wijk_and_part_of_the_week_only(as_member, ask):
    text = as_member().get(ask.get_absolute_url()).content.decode()

    assert TEASER in text
    assert "Maakt niet uit wanneer" in text
    assert "Ik wil dit doen" in text
    assert not [word for word in CANARIES if word in text]


def test_so_does_a_member_whom_nobody_has_greeted(as_member, nadia, ask):
    text = as_member(nadia).get(ask.get_absolute_url()).content.decode()

    assert TEASER in text
    assert not [word for word in CANARIES if word in text]


def test_greeting_opens_it(as_member, nadia, fatima, ask):
    greet(nadia, by=fatima)

    assert SECRET_TITLE in as_member(nadia).get(ask.get_absolute_url()).content.decode()


def test_the_address_holds_nothing_of_what_was_written(ask):
    assert ask.get_absolute_url() == f"/prikbord/boodschappen-{ask.code}/"


def test_a_wrong_word_leads_to_the_right_address(as_member, bram, ask):
    page = as_member(bram).get(f"/prikbord/tuin-{ask.code}/")

    assert page.status_code == 301
    assert page.url == ask.get_absolute_url()


def test_one_always_reads_ones_own_ask(as_member, nadia):
    own = make_ask(nadia)

    assert SECRET_TITLE in as_member(nadia).get(own.get_absolute_url()).content.decode()


def test_a_community_may_open_asks_in_a_public_place(as_member, ask, molenwijk):
    open_public_tasks(molenwijk)

    assert SECRET_TITLE in as_member().get(ask.get_absolute_url()).content.decode()


@pytest.mark.parametrize("task_class", ["door", "inside", "trust"])
def test_but_never_asks_at_somebodys_home(as_member, ask, molenwijk, task_class):
    Post.objects.update(task_class=task_class)
    open_public_tasks(molenwijk)

    assert SECRET_TITLE not in as_member().get(ask.get_absolute_url()).content.decode()


def test_a_public_offer_is_for_everybody(as_member, bram):
    offer = make_offer(bram)

    text = as_member().get(offer.get_absolute_url()).content.decode()

    assert offer.title in text
    assert "Ja, graag" in text


def test_for_another_town_it_does_not_exist(as_member, joost, ask):
    client = as_member(joost, host="elders.testserver")

    assert client.get(ask.get_absolute_url()).status_code == 404


def test_who_blocked_each_other_do_not_see_each_others_asks(as_member, noor, bram, ask):
    block(bram, by=noor)

    assert as_member(bram).get(ask.get_absolute_url()).status_code == 404


def test_what_is_hidden_is_only_for_its_writer(as_member, noor, bram, ask):
    from django.utils import timezone

    Post.objects.update(hidden_at=timezone.now())

    assert as_member(bram).get(ask.get_absolute_url()).status_code == 404
    assert as_member(noor).get(ask.get_absolute_url()).status_code == 200


def test_what_is_for_one_wijk_only_does_not_stand_on_another_site(as_member, bram, noor, centrum):
    here = make_ask(noor, reach="here")

    assert as_member(bram).get(here.get_absolute_url()).status_code == 404
    on_own_site = as_member(bram, host="molenwijk.testserver").get(here.get_absolute_url())
    assert on_own_site.status_code == 200


def test_closed_it_tells_others_nothing_any_more(as_member, bram, noor, ask):
    from plein.features.noticeboard import actions

    actions.close(ask, "not_needed", by=noor)

    text = as_member(bram).get(ask.get_absolute_url()).content.decode()

    assert "Dit is klaar" in text
    assert SECRET_TITLE not in text


def test_a_group_is_for_whom_it_is_meant_and_not_who_may_read(ask, as_member, bram):
    html = as_member(bram).get(ask.get_absolute_url()).content.decode()

    assert "Bedoeld voor: Ouderen" in html
    assert "Alleen buren die we hebben ontmoet, lezen dit" in html
