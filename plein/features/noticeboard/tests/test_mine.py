"""'Mijn vragen en aanbod': what is mine, what I answered, what I began."""

from plein.features.noticeboard import actions
from plein.features.noticeboard.tests.making import answered, make_ask, make_offer
from plein.features.noticeboard.tests.test_asking import WHAT, walk
from plein.foundation.communities.actions import block


def mine(client):
    return client.get("/prikbord/mijn/").content.decode()


def test_what_i_asked_and_offered_stands_there(as_member, noor):
    make_ask(noor), make_offer(noor)

    text = mine(as_member(noor))

    assert "Kanarietitel" in text
    assert "Ik help met lampen" in text


def test_what_others_asked_does_not(as_member, bram, noor):
    make_ask(noor)

    assert "Kanarietitel" not in mine(as_member(bram))


def test_beside_it_stands_how_many_reacted(as_member, noor, bram, fatima):
    ask = make_ask(noor)
    assert "reactie" not in mine(as_member(noor))

    answered(ask, bram)
    assert "1 reactie<" in mine(as_member(noor))
    answered(ask, fatima)
    assert "2 reacties<" in mine(as_member(noor))

    block(fatima, by=noor)
    assert "1 reactie<" in mine(as_member(noor))


def test_what_i_answered_stands_there(as_member, bram, noor):
    answered(make_ask(noor), bram)

    assert "Kanarietitel" in mine(as_member(bram))


def test_what_i_answered_before_greeting_is_a_teaser(as_member, nadia, noor):
    actions.respond(make_ask(noor), "Ik kan", by=nadia)

    text = mine(as_member(nadia))

    assert "Iemand in Molenwijk" in text
    assert "We maken eerst kennis met je" in text
    assert "Kanarie" not in text


def test_of_somebody_i_blocked_nothing_stands_there(as_member, bram, noor):
    answered(make_ask(noor), bram)
    block(noor, by=bram)

    assert "Kanarietitel" not in mine(as_member(bram))


def test_what_i_began_can_be_gone_on_with(as_member, noor):
    client = as_member(noor)
    walk(client)
    assert WHAT["title"] in mine(client)

    draft = client.get("/prikbord/mijn/").context["drafts"][0][0]
    page = client.post(f"/prikbord/concept/{draft.pk}/")

    assert page.url == "/prikbord/vragen/controleer/"


def test_what_is_closed_comes_back_with_one_tap(as_member, noor):
    ask = make_ask(noor)
    actions.close(ask, "found", by=noor)

    text = mine(as_member(noor))

    assert f"{ask.get_absolute_url()}verlengen/" in text


def test_a_guest_signs_in_first(as_member, waterdrecht):
    assert as_member().get("/prikbord/mijn/").url == "/inloggen/?terug=%2Fprikbord%2Fmijn%2F"
