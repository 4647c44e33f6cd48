"""The last page before publishing: who can read this, who stands for it, and a tip."""

from html import unescape

import pytest

from plein.features.noticeboard import actions
from plein.features.noticeboard.models import Post
from plein.features.noticeboard.tests.making import make_ask, make_offer
from plein.features.noticeboard.tests.test_asking import publish, walk
from plein.foundation.communities.models import Community
from plein.foundation.organisations.models import Editor, Organisation


@pytest.fixture
def choir(molenwijk, noor):
    organisation = Organisation.objects.create(
        town=molenwijk.town, community=molenwijk, name="Koor De Molen", slug="koor"
    )
    Editor.objects.create(town=molenwijk.town, organisation=organisation, member=noor)
    return organisation


def check_page(client, kind="vragen"):
    walk(client, kind)
    return client.get(f"/prikbord/{kind}/controleer/").content.decode()


def test_it_says_who_can_read_this(as_member, noor):
    text = check_page(as_member(noor))

    assert "Wie kan dit lezen?" in text
    assert "Buren in Waterdrecht die we hebben ontmoet." in text
    assert "Iemand in Molenwijk zoekt hulp met boodschappen of koken" in text
    assert "Iedereen die deze site bekijkt, ook zonder in te loggen." in text


def test_it_says_so_when_the_place_opened_public_tasks(as_member, noor, molenwijk):
    Community.objects.filter(pk=molenwijk.pk).update(public_tasks_open=True)
    from plein.foundation.communities import tree

    tree.changed(molenwijk.town_id)
    client = as_member(noor)
    walk(client)
    client.post("/prikbord/vragen/waar/", {"task_class": "public"})

    assert (
        "omdat het op een openbare plek is"
        in client.get("/prikbord/vragen/controleer/").content.decode()
    )


def test_an_ask_is_private_unless_the_asker_chooses_otherwise(as_member, noor):
    text = check_page(as_member(noor))

    assert 'value="members" required' in text
    chosen = text.split('value="members"')[1].split(">")[0]
    assert "checked" in chosen


def test_an_offer_is_public_unless_chosen_otherwise(as_member, noor):
    chosen = check_page(as_member(noor), "aanbieden").split('value="public"')[1].split(">")[0]

    assert "checked" in chosen


def test_who_speaks_for_an_organisation_may_let_it_stand_for_an_ask(as_member, noor, choir):
    client = as_member(noor)
    assert "Koor De Molen" in check_page(client)

    publish(client, stands_for=str(choir.pk))

    post = Post.objects.get()
    assert (post.stands_for, post.byline, post.author) == ("organisation", "Koor De Molen", noor)


def test_nobody_else_lets_it_stand_for_an_ask(as_member, bram, choir):
    client = as_member(bram)
    assert "Koor De Molen" not in check_page(client)

    publish(client, stands_for=str(choir.pk))

    assert Post.objects.get().byline == "Bram"


def test_a_target_group_may_be_chosen_behind_a_fold(as_member, noor):
    client = as_member(noor)
    walk(client)

    publish(client, groups=["ouderen"])

    assert [row.group.key for row in Post.objects.get().groups.all()] == ["ouderen"]


def test_a_tip_is_given_when_somebody_says_they_are_away(as_member, noor):
    client = as_member(noor)
    walk(client, what={"title": "Wie geeft de planten water?", "text": "Ik ben twee weken weg."})

    assert (
        "Een tip voor je het plaatst" in client.get("/prikbord/vragen/controleer/").content.decode()
    )
    publish(client)
    assert Post.objects.count() == 1


def test_where_only_known_people_post_a_new_member_hears_so_and_loses_nothing(
    as_member, nadia, molenwijk
):
    Community.objects.filter(town=molenwijk.town_id).update(posting="greeted")
    from plein.foundation.communities import tree

    tree.changed(molenwijk.town_id)
    client = as_member(nadia)
    walk(client)

    page = publish(client)

    assert page.status_code == 403
    assert "We maken graag eerst kennis" in page.content.decode()
    assert not Post.objects.exists()
    assert "Wie doet mee met boodschappen?" in client.get("/prikbord/mijn/").content.decode()


def test_it_says_how_a_text_could_be_simpler_and_of_a_simple_one_nothing(as_member, noor):
    client = as_member(noor)
    assert "Dit kan makkelijker" not in check_page(client)

    client.post("/prikbord/vragen/wat/", {"title": "Wandelen", "text": "Gelieve tijdig te komen."})
    text = client.get("/prikbord/vragen/controleer/").content.decode()

    assert "“tijdig”: makkelijker is “op tijd”." in text
    publish(client)
    assert Post.objects.get().text == "Gelieve tijdig te komen."


def test_one_line_says_where_it_may_be_seen(as_member, noor, fatima):
    """Noor's wijk has a site of its own; what stays in Centrum would stand on no page at all."""
    theirs, hers = check_page(as_member(noor)), check_page(as_member(fatima))

    assert "Waar mag het te zien zijn?" in theirs
    assert "checked" in theirs.split('name="reach" value="up"')[1].split(">")[0]
    assert "In Molenwijk en op de pagina's van Waterdrecht" in unescape(theirs)
    assert "Alleen in Molenwijk" in theirs
    assert "Overal in Waterdrecht, ook in de andere wijken" in hers
    assert "Alleen in Centrum" not in hers


@pytest.mark.parametrize(("chosen", "kept"), [({}, "up"), ({"reach": "all"}, "all")])
def test_where_it_may_be_seen_has_a_good_beginning(as_member, noor, chosen, kept):
    client = as_member(noor)
    walk(client)

    publish(client, **chosen)

    assert Post.objects.get().reach == kept


def test_what_nobody_offered_is_refused(as_member, fatima):
    client = as_member(fatima)
    walk(client)

    assert publish(client, reach="here").status_code == 422
    assert not Post.objects.exists()


def test_a_guest_is_not_asked_where_for_nobody_knows_their_wijk_yet(as_member, molenwijk):
    assert "Waar mag het te zien zijn?" not in check_page(as_member())


def test_of_an_organisation_of_the_whole_town_it_stands_everywhere(noor, waterdrecht):
    town_wide = Organisation.objects.create(
        town=waterdrecht, community=waterdrecht, name="Welzijn", slug="welzijn"
    )
    Editor.objects.create(town=waterdrecht, organisation=town_wide, member=noor)

    assert make_offer(noor, organisation=town_wide).reach == "all"


def test_without_a_name_it_does_not_stay_in_a_part_too_small_to_hide_in(as_member, noor, fatima):
    client = as_member(noor)
    walk(client)

    page = client.post(
        "/prikbord/vragen/controleer/",
        {"audience": "members", "known_to": "connectors", "reach": "here"},
    )

    assert page.status_code == 422
    assert "Zonder je naam staat het in Waterdrecht" in page.content.decode()
    ask = make_ask(noor, reach="here")
    actions.choose_who_knows(ask, "connectors", by=noor)
    assert (ask.community.name, ask.reach) == ("Waterdrecht", "up")
