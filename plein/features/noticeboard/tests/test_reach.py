"""On which pages a post stands: where it was placed, how far it goes, what a place takes."""

import pytest

from plein.features.noticeboard import access
from plein.features.noticeboard.models import Post
from plein.features.noticeboard.tests.making import make_ask, make_offer
from plein.foundation.communities import actions as people
from plein.foundation.communities import tree
from plein.foundation.communities.models import Community, Member
from plein.testing.cast import make_part

Reach = Post.Reach


@pytest.fixture
def street(molenwijk):
    return make_part(molenwijk, "Dijkstraat", "dijkstraat")


@pytest.fixture
def places(waterdrecht, molenwijk, centrum, street, elders):
    """Each place by name, as a request would find it."""
    tree.changed(waterdrecht.pk)
    found = {c.name: c for c in tree.of(waterdrecht.pk).all.values()}
    return found | {"Elders": tree.of(elders.pk).town}


def stands_in(post, places) -> set[str]:
    return {
        name
        for name, place in places.items()
        if access.visible_posts(None, place).filter(pk=post.pk).exists()
    }


@pytest.mark.parametrize(
    ("placed", "reach", "seen"),
    [
        ("Molenwijk", Reach.HERE, {"Molenwijk"}),
        ("Molenwijk", Reach.UP, {"Molenwijk", "Waterdrecht"}),
        ("Molenwijk", Reach.ALL, {"Molenwijk", "Waterdrecht", "Centrum", "Dijkstraat"}),
        ("Dijkstraat", Reach.HERE, {"Dijkstraat"}),
        ("Dijkstraat", Reach.UP, {"Dijkstraat", "Molenwijk", "Waterdrecht"}),
        ("Waterdrecht", Reach.HERE, {"Waterdrecht"}),
        ("Waterdrecht", Reach.UP, {"Waterdrecht"}),
        ("Waterdrecht", Reach.ALL, {"Waterdrecht", "Molenwijk", "Centrum", "Dijkstraat"}),
    ],
)
def test_a_post_stands_where_its_owner_lets_it_go(noor, places, placed, reach, seen):
    post = make_offer(noor, community=places[placed])
    Post.objects.filter(pk=post.pk).update(reach=reach)
    assert stands_in(post, places) == seen


@pytest.mark.parametrize(
    ("takes", "reach", "placed", "gone_from"),
    [
        ("takes_up", Reach.UP, "Molenwijk", "Waterdrecht"),
        ("takes_down", Reach.ALL, "Waterdrecht", "Molenwijk"),
        ("takes_down", Reach.ALL, "Centrum", "Molenwijk"),
    ],
)
def test_a_place_that_does_not_take_it_does_not_show_it(
    noor, places, takes, reach, placed, gone_from
):
    post = make_offer(noor, community=places[placed])
    Post.objects.filter(pk=post.pk).update(reach=reach)
    assert gone_from in stands_in(post, places)

    setattr(places[gone_from], takes, False)

    assert gone_from not in stands_in(post, places)


@pytest.mark.parametrize("reach", list(Reach))
def test_another_town_never_shows_it(noor, places, reach):
    post = make_offer(noor, community=places["Waterdrecht"])
    Post.objects.filter(pk=post.pk).update(reach=reach)
    assert "Elders" not in stands_in(post, places)


def test_what_is_hidden_stands_nowhere(noor, places):
    post = make_offer(noor)
    Post.objects.filter(pk=post.pk).update(hidden_at=post.made_at)
    assert stands_in(post, places) == set()


def test_who_does_not_meet_does_not_find_each_others_posts(noor, bram, waterdrecht):
    mine, theirs = make_offer(noor), make_offer(bram)
    people.block(bram, by=noor)
    here = tree.of(waterdrecht.pk).town

    assert list(access.visible_posts(noor, here)) == [mine]
    assert list(access.visible_posts(bram, here)) == [theirs]
    assert access.visible_posts(None, here).count() == 2


READERS = ["nobody", "nadia", "noor", "bram", "fatima", "joost"]


@pytest.mark.parametrize(
    ("audience", "task_class", "loose", "readers"),
    [
        ("public", "public", False, set(READERS)),
        ("members", "public", False, {"noor", "bram", "fatima"}),
        ("members", "inside", False, {"noor", "bram", "fatima"}),
        ("members", "trust", True, {"noor", "bram", "fatima"}),
        ("members", "public", True, set(READERS)),
    ],
)
def test_who_reads_an_ask_in_full(
    request, noor, waterdrecht, molenwijk, audience, task_class, loose, readers
):
    Community.objects.filter(town=waterdrecht).update(public_tasks_open=loose)
    tree.changed(waterdrecht.pk)
    post = make_ask(noor)
    Post.objects.filter(pk=post.pk).update(audience=audience, task_class=task_class)
    post = Post.objects.get(pk=post.pk)

    people_here = {
        name: None if name == "nobody" else request.getfixturevalue(name) for name in READERS
    }
    seen = {name for name, member in people_here.items() if access.may_read(post, member)}

    assert seen == readers


@pytest.mark.parametrize("state", [Member.State.WAITING, Member.State.LEFT])
def test_who_was_greeted_and_is_gone_reads_no_private_ask(noor, bram, state):
    post = make_ask(noor)
    bram.state = state
    assert not access.may_read(post, bram)


def test_who_is_greeted_and_has_a_break_still_reads(noor, bram):
    post = make_ask(noor)
    people.pause(bram, until=None, by=bram)
    assert access.may_read(post, bram)


@pytest.mark.parametrize("who", ["nadia", "bram", "joost"])
def test_only_the_author_and_a_connector_may_change_it(request, noor, fatima, mila, who):
    post = make_ask(noor)
    assert access.may_change(post, noor)
    assert access.may_change(post, fatima)
    assert access.may_change(post, mila)
    assert not access.may_change(post, request.getfixturevalue(who))
    assert not access.may_change(post, None)
