"""'Voor jou': asks that fit, why, and 'past niet, want …'."""

import pytest

from plein.bridges.matching.models import Feedback, Suggestion
from plein.bridges.matching.tests.making import (
    GRASS,
    ask_for_grass,
    likes_gardens,
    offer_to_mow,
    suggest,
    suggestion,
)
from plein.features.noticeboard import actions
from plein.foundation.communities import tree
from plein.foundation.communities.actions import block

PAGE = "/suggesties/"


def page(client):
    return client.get(PAGE).content.decode()


def test_a_helper_reads_an_ask_that_fits_and_why(as_member, noor, bram):
    likes_gardens(bram)
    ask_for_grass(noor)
    suggest()

    text = page(as_member(bram))

    assert GRASS in text
    assert "Waarom het past:" in text
    assert "gras maaien" in text
    assert "op loopafstand" in text


def test_one_tap_leads_to_the_page_where_one_answers(as_member, noor, bram):
    ask = ask_for_grass(noor)
    suggestion(ask, bram)

    assert f'href="{ask.get_absolute_url()}reageren/"' in page(as_member(bram))


def test_nobody_sees_what_is_suggested_to_another(as_member, noor, bram, fatima):
    suggestion(ask_for_grass(noor), bram)

    assert GRASS not in page(as_member(fatima))


def test_before_greeting_only_theme_wijk_and_part_of_the_week(as_member, noor, nadia):
    likes_gardens(nadia)
    ask_for_grass(noor, when_bits=0b111)
    suggest()
    assert Suggestion.objects.filter(helper=nadia, near=False).exists()

    text = page(as_member(nadia))

    assert "Molenwijk" in text
    assert "Overdag of" in text
    for secret in (GRASS, "Noor", "gras maaien", "loopafstand", "Waarom het past", "staat hoog"):
        assert secret not in text


def test_a_public_ask_can_be_read_by_everybody_also_here(as_member, noor, nadia):
    suggestion(ask_for_grass(noor, audience="public"), nadia)

    assert GRASS in page(as_member(nadia))


@pytest.mark.parametrize("who", ["noor", "bram"])
def test_after_a_block_it_is_gone_at_once(as_member, request, noor, bram, who):
    suggestion(ask_for_grass(noor), bram)
    by = request.getfixturevalue(who)

    block({noor: bram, bram: noor}[by], by=by)

    assert GRASS not in page(as_member(bram))


def test_what_i_answered_does_not_stand_there(as_member, noor, bram):
    ask = ask_for_grass(noor)
    suggestion(ask, bram)

    actions.respond(ask, "Ik kom", by=bram)

    assert GRASS not in page(as_member(bram))


def test_what_is_closed_does_not_stand_there(as_member, noor, bram):
    ask = ask_for_grass(noor)
    suggestion(ask, bram)

    actions.close(ask, "elsewhere", by=noor)

    assert GRASS not in page(as_member(bram))


def test_what_moderators_took_away_does_not_stand_there(as_member, noor, bram):
    ask = ask_for_grass(noor)
    suggestion(ask, bram)
    type(ask).objects.filter(pk=ask.pk).update(hidden_at=ask.made_at)

    assert GRASS not in page(as_member(bram))


def test_what_only_comes_near_does_not_stand_there(as_member, noor, bram):
    suggestion(ask_for_grass(noor), bram, near=True, score=0.2)

    assert GRASS not in page(as_member(bram))


def test_without_anything_it_says_what_helps(as_member, bram):
    text = page(as_member(bram))

    assert "Er is nu geen vraag die bij je past" in text
    assert "Zeg wanneer je kunt" in text


def test_the_best_stands_first(as_member, noor, bram):
    suggestion(ask_for_grass(noor, title="Tweede"), bram, score=0.5)
    suggestion(ask_for_grass(noor, title="Eerste"), bram, score=0.9)

    text = page(as_member(bram))

    assert text.index("Eerste") < text.index("Tweede")


def test_does_not_fit_takes_it_away_and_nobody_reads_why(as_member, noor, bram):
    ask = ask_for_grass(noor)
    row = suggestion(ask, bram, offer=offer_to_mow(bram))
    client = as_member(bram)

    client.post(f"/suggesties/{row.pk}/past-niet/", {"answer": "no_time"})

    assert GRASS not in page(client)
    assert Feedback.objects.get().answer == "no_time"
    theirs = as_member(noor).get(f"/suggesties/bericht/{ask.pk}/").content.decode()
    assert "no_time" not in theirs
    assert "geen tijd" not in theirs


def test_does_not_fit_needs_a_reason(as_member, noor, bram):
    row = suggestion(ask_for_grass(noor), bram)

    answer = as_member(bram).post(f"/suggesties/{row.pk}/past-niet/", {})

    assert answer.status_code == 422
    assert not Feedback.objects.exists()


def test_too_far_shows_where_the_distance_can_be_changed(as_member, noor, bram):
    row = suggestion(ask_for_grass(noor), bram)

    answer = as_member(bram).post(
        f"/suggesties/{row.pk}/past-niet/", {"answer": "far"}, follow=True
    )

    assert "Hoe ver ik ga" in answer.content.decode()


def test_the_page_to_say_so_tells_no_more_than_one_may_read(as_member, noor, nadia):
    row = suggestion(ask_for_grass(noor), nadia)

    text = as_member(nadia).get(f"/suggesties/{row.pk}/past-niet/").content.decode()

    assert "Molenwijk" in text
    assert GRASS not in text


@pytest.mark.parametrize("who", ["fatima", "nadia"])
def test_somebody_else_has_no_say_in_it(as_member, request, noor, bram, who):
    row = suggestion(ask_for_grass(noor), bram)
    client = as_member(request.getfixturevalue(who))

    assert client.get(f"/suggesties/{row.pk}/past-niet/").status_code == 404
    assert client.post(f"/suggesties/{row.pk}/past-niet/", {"answer": "far"}).status_code == 404


def test_a_guest_signs_in_first(as_member, waterdrecht):
    assert as_member().get(PAGE).url == "/inloggen/?terug=%2Fsuggesties%2F"


def test_my_plein_shows_the_first_three(as_member, noor, bram):
    for number in range(4):
        suggestion(ask_for_grass(noor, title=f"Gras {number}"), bram, score=0.9 - number / 10)
    client = as_member(bram)

    assert "/suggesties/mijn/" in client.get("/mijn/").content.decode()
    text = client.get("/suggesties/mijn/", headers={"HX-Request": "true"}).content.decode()

    assert "Gras 2" in text
    assert "Gras 3" not in text
    assert "<html" not in text


def test_without_htmx_the_piece_leads_to_the_page(as_member, bram):
    assert as_member(bram).get("/suggesties/mijn/").url == PAGE


def test_a_place_without_a_board_has_no_suggestions(as_member, waterdrecht, bram):
    waterdrecht.module_changes = {"noticeboard": False}
    waterdrecht.save(update_fields=["module_changes"])
    tree.changed(waterdrecht.pk)

    assert as_member(bram).get(PAGE).status_code == 404
