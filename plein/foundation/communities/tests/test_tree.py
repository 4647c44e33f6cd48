"""The tree of a town: who lies in whom, on which site it stands, and when it is loaded anew."""

import pytest
from django.db import IntegrityError, transaction

from plein.foundation.communities import tree
from plein.foundation.communities.links import absolute, origin
from plein.foundation.communities.models import Community, Member
from plein.testing.cast import make_member, make_part


@pytest.fixture
def street(molenwijk):
    return make_part(molenwijk, "Dijkstraat", "dijkstraat")


@pytest.fixture
def loaded(waterdrecht, molenwijk, centrum, street):
    return tree.of(waterdrecht.pk)


def test_above_a_street_are_its_wijk_and_the_town(loaded, street, molenwijk, waterdrecht):
    assert loaded.above(street) == {molenwijk.pk, waterdrecht.pk}
    assert loaded.above(loaded.town) == set()


def test_below_is_the_place_itself_and_all_inside(loaded, street, molenwijk, centrum, waterdrecht):
    assert loaded.below(molenwijk) == {molenwijk.pk, street.pk}
    assert loaded.below(street) == {street.pk}
    assert loaded.below(waterdrecht) == {waterdrecht.pk, molenwijk.pk, centrum.pk, street.pk}


def test_the_nearest_place_with_a_host_is_the_site(loaded, street, molenwijk, centrum):
    assert loaded.site_of(loaded.all[street.pk]).pk == molenwijk.pk
    assert loaded.site_of(loaded.all[centrum.pk]).pk == loaded.town.pk


def test_districts_stand_by_name_and_only_one_floor_down(loaded):
    assert [c.name for c in loaded.districts(loaded.town)] == ["Centrum", "Molenwijk"]


def test_a_town_without_parts_is_itself_a_home(elders):
    assert [c.pk for c in elders.tree.homes()] == [elders.pk]


def test_another_town_is_not_in_the_tree(loaded, elders):
    assert elders.pk not in loaded.all


def test_a_change_anywhere_is_seen_everywhere_at_once(waterdrecht, molenwijk):
    before = tree.of(waterdrecht.pk)
    Community.objects.filter(pk=molenwijk.pk).update(name="Molenbuurt")
    assert tree.of(waterdrecht.pk) is before, "nobody said so yet"

    tree.changed(waterdrecht.pk)

    assert tree.of(waterdrecht.pk).all[molenwijk.pk].name == "Molenbuurt"


def test_a_change_in_one_town_wakes_no_other(waterdrecht, elders):
    before = tree.of(elders.pk)
    tree.changed(waterdrecht.pk)
    assert tree.of(elders.pk) is before


def test_a_known_tree_costs_one_query(waterdrecht, django_assert_num_queries):
    tree.at_host("testserver")
    with django_assert_num_queries(1):
        found = tree.at_host("testserver")
    assert found.pk == waterdrecht.pk


@pytest.mark.parametrize("host", ["", "nergens.example", "TESTSERVER", "testserver.evil", "\0x"])
def test_a_host_that_is_not_ours_is_nobodys(waterdrecht, host):
    assert tree.at_host(host.replace("\0", "")) is None


def test_members_of_a_place_are_those_who_live_in_it_or_deeper(
    waterdrecht, molenwijk, centrum, street, elders
):
    ann, ben = make_member("Ann", street), make_member("Ben", centrum)
    make_member("Joost", elders)

    assert list(Member.objects.in_community(molenwijk)) == [ann]
    assert set(Member.objects.in_community(waterdrecht)) == {ann, ben}


@pytest.mark.parametrize(
    ("secure", "port", "begins"),
    [
        (True, "", "https://molenwijk.testserver/"),
        (False, "8000", "http://molenwijk.testserver:8000/"),
    ],
)
def test_a_link_in_a_mail_leads_to_the_site_of_the_place(
    loaded, street, settings, secure, port, begins
):
    settings.SECURE, settings.SITE_PORT = secure, port
    assert absolute(loaded.all[street.pk], "/prikbord/") == f"{begins}prikbord/"


@pytest.mark.parametrize("path", ["//evil.example/x", "https://evil.example", "///x"])
def test_a_link_in_a_mail_never_leads_to_another_site(loaded, path):
    here = loaded.town
    assert absolute(here, path).startswith(f"{origin(here)}/")


def test_a_part_without_parent_and_a_town_with_one_are_refused(waterdrecht, molenwijk):
    for kind, parent in (("district", None), ("town", molenwijk), ("region", molenwijk)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Community.objects.create(
                town=waterdrecht, parent=parent, kind=kind, name="X", slug=f"x-{kind}"
            )
