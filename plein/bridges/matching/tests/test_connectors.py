"""For connectors: who still waits, who fits with every number, where it is short, unused offers."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plein.bridges.matching.actions import planning
from plein.bridges.matching.models import Invitation, Planned, Suggestion
from plein.bridges.matching.queries import gaps
from plein.bridges.matching.tests.making import (
    GRASS,
    MOWS,
    ask_for_grass,
    gardeners,
    invited,
    likes_gardens,
    offer_to_mow,
    proposal,
    suggest,
    suggestion,
)
from plein.features.noticeboard import actions
from plein.foundation.communities.actions import block
from plein.foundation.proofs.models import Proof
from plein.lib.week import DAYTIME, EVENINGS
from plein.shared.notifications.models import Notification
from plein.testing.cast import give, make_member

WAITING = "/suggesties/wie-wacht/"
PAGES = [WAITING, "/suggesties/tekorten/", "/suggesties/voorstellen/", "/suggesties/woorden/"]


def page(client, path=WAITING):
    return client.get(path).content.decode()


@pytest.mark.parametrize("path", [*PAGES, "/suggesties/gewichten/"])
@pytest.mark.parametrize("who", ["noor", "nadia"])
def test_for_neighbours_these_pages_do_not_exist(as_member, request, waterdrecht, who, path):
    assert as_member(request.getfixturevalue(who)).get(path).status_code == 404


@pytest.mark.parametrize("path", PAGES)
def test_a_guest_signs_in_first(as_member, waterdrecht, path):
    assert as_member().get(path).url.startswith("/inloggen/")


@pytest.mark.parametrize("path", PAGES)
def test_a_connector_and_a_manager_see_them(as_member, fatima, mila, path):
    assert as_member(fatima).get(path).status_code == 200
    assert as_member(mila).get(path).status_code == 200


def test_connectors_find_the_way_there_and_managers_to_the_weights(as_member, noor, fatima, mila):
    part = {"HX-Request": "true"}

    assert WAITING in as_member(fatima).get("/suggesties/mijn/", headers=part).content.decode()
    assert WAITING not in as_member(noor).get("/suggesties/mijn/", headers=part).content.decode()
    assert "/suggesties/gewichten/" in page(as_member(mila))
    assert "/suggesties/gewichten/" not in page(as_member(fatima))


def test_an_ask_without_an_answer_waits_there(as_member, noor, fatima):
    ask_for_grass(noor)

    text = page(as_member(fatima))

    assert GRASS in text
    assert "nog niemand gevonden" in text


def test_an_answered_ask_does_not(as_member, noor, bram, fatima):
    actions.respond(ask_for_grass(noor), "Ik kom", by=bram)

    assert GRASS not in page(as_member(fatima))


def test_when_the_helper_stepped_back_it_waits_there_again(as_member, noor, bram, fatima):
    ask = ask_for_grass(noor)
    response = actions.respond(ask, "Ik kom", by=bram)
    actions.withdraw(response, by=bram)
    suggestion(ask, fatima)

    planning.plan(noor.town_id)

    assert GRASS in page(as_member(fatima))
    assert Planned.objects.get().ask_id == ask.pk


def test_nobody_decides_in_their_own_case(as_member, fatima):
    ask = ask_for_grass(fatima)

    assert GRASS not in page(as_member(fatima))
    assert as_member(fatima).get(f"{WAITING}{ask.pk}/").status_code == 404


def test_somebody_blocked_does_not_stand_there(as_member, noor, fatima):
    ask = ask_for_grass(noor)
    block(fatima, by=noor)

    assert GRASS not in page(as_member(fatima))
    assert as_member(fatima).get(f"{WAITING}{ask.pk}/").status_code == 404


def test_a_connector_of_another_part_sees_it_not(as_member, noor, centrum):
    ask = ask_for_grass(noor)
    karel = give(make_member("Karel", centrum), "connector", centrum)

    assert str(ask.pk) not in page(as_member(karel), WAITING)
    assert as_member(karel).get(f"{WAITING}{ask.pk}/").status_code == 404


def test_who_fits_shows_every_number(as_member, noor, bram, fatima):
    offer_to_mow(bram)
    ask = ask_for_grass(noor)
    suggest()

    text = page(as_member(fatima), f"{WAITING}{ask.pk}/")

    for word in (
        "Bram",
        MOWS,
        "Alle getallen",
        "Betekenis, bij elkaar",
        "Hoe druk iemand het heeft",
    ):
        assert word in text


TOLD_OF_A_PERSON = ("loopafstand", "fietsafstand", "iets verder", "ochtend", "Afstand", "Tijd<")
"""Where somebody lives and when they can stand on no page of another member (HELP-5, H3)."""


@pytest.mark.parametrize("path", ["", "kort/"])
def test_beside_a_name_stands_no_distance_and_no_time(as_member, noor, bram, fatima, path):
    offer_to_mow(bram)
    ask = ask_for_grass(noor)
    suggest()
    row = Suggestion.objects.get(ask=ask, helper=bram)
    assert {"walk", "when"} & {key for key, _values in row.reasons}
    assert {"distance", "time"} <= set(row.parts)

    address = f"{WAITING}{ask.pk}/{path}"
    text = as_member(fatima).get(address, headers={"HX-Request": "true"}).text

    assert "Bram" in text
    main = text.partition("<main")[2] or text
    assert [words for words in TOLD_OF_A_PERSON if words in main] == []


def test_of_a_profile_only_is_told_that_it_fits(as_member, noor, bram, fatima):
    """What somebody likes to do stands in their profile, and others do not read it here."""
    ask = ask_for_grass(noor)
    row = suggestion(ask, bram)
    told = [["near", {"mine": "mowing", "theirs": "fishing"}], ["walk", {}], ["vog", {}]]
    Suggestion.objects.filter(pk=row.pk).update(offer=None, reasons=told)

    text = page(as_member(fatima), f"{WAITING}{ask.pk}/")

    assert "via het profiel" in text
    assert "VOG gezien" in text
    assert "“" not in text.partition("Bram")[2]


def test_other_pages_of_connectors_show_the_first_three(as_member, noor, fatima, molenwijk):
    ask = ask_for_grass(noor)
    for number in range(4):
        suggestion(ask, make_member(f"Buur{number}", molenwijk), score=0.9 - number / 10)
    client, path = as_member(fatima), f"{WAITING}{ask.pk}/kort/"

    text = client.get(path, headers={"HX-Request": "true"}).content.decode()

    assert "Buur2" in text
    assert "Buur3" not in text
    assert client.get(path).url == f"{WAITING}{ask.pk}/"
    assert as_member(noor).get(path).status_code == 404


def test_a_connector_asks_one_person(as_member, noor, bram, fatima):
    ask = ask_for_grass(noor)
    row = suggestion(ask, bram)
    client = as_member(fatima)

    client.post(f"{WAITING}{ask.pk}/vragen/", {"wie": row.pk})

    assert invited(ask) == {"Bram"}
    assert Invitation.objects.get().way == "connector"
    assert "Is gevraagd" in page(client, f"{WAITING}{ask.pk}/")


def test_a_connector_reads_no_refusal(as_member, noor, bram, fatima):
    from plein.bridges.matching.actions import inviting

    ask = ask_for_grass(noor)
    row = suggestion(ask, bram)
    inviting.invite(row, by=fatima, way="connector")
    before = page(as_member(fatima), f"{WAITING}{ask.pk}/")
    inviting.say(ask, bram, "no_time", by=bram)

    after = page(as_member(fatima), f"{WAITING}{ask.pk}/")

    assert "geen tijd" not in after
    assert before.count("Bram") == after.count("Bram")


@pytest.mark.parametrize("odd", ["", "x", "00000000-0000-0000-0000-000000000000"])
def test_an_odd_person_is_nobody(as_member, noor, fatima, odd):
    ask = ask_for_grass(noor)

    answer = as_member(fatima).post(f"{WAITING}{ask.pk}/vragen/", {"wie": odd})

    assert answer.status_code == 404


def test_neighbours_ask_nobody_there(as_member, noor, bram):
    ask = ask_for_grass(noor)
    row = suggestion(ask, bram)

    answer = as_member(noor).post(f"{WAITING}{ask.pk}/vragen/", {"wie": row.pk})

    assert answer.status_code == 404
    assert not Invitation.objects.exists()


def test_a_certificate_that_was_seen_opens_the_way(as_member, noor, bram, fatima):
    likes_gardens(bram)
    offer_to_mow(bram)
    ask = ask_for_grass(noor, task_class="trust")
    suggest()
    row = suggestion(ask, bram)

    as_member(fatima).post(f"{WAITING}{ask.pk}/vog/", {"wie": row.pk})
    suggest()

    proof = Proof.objects.get(member=bram)
    assert (proof.kind, proof.seen_on, proof.by) == ("vog", timezone.localdate(), fatima)
    assert invited(ask) == set()
    assert "VOG gezien" in page(as_member(fatima), f"{WAITING}{ask.pk}/")


def test_the_plan_of_the_night_gives_everybody_a_turn(as_member, noor, bram, fatima, molenwijk):
    asks = [ask_for_grass(noor, title=f"Vraag {n}") for n in range(3)]
    others = [make_member(f"Buur{n}", molenwijk) for n in range(3)]
    for ask in asks:
        suggestion(ask, bram, score=0.9)
        for other in others:
            suggestion(ask, other, score=0.8)

    planning.plan(noor.town_id)

    assert Planned.objects.count() == 3
    assert Planned.objects.values("helper").distinct().count() == 3
    assert "Plan:" in page(as_member(fatima))


def test_the_plan_is_for_open_asks_alone_and_replaces_the_last(noor, bram):
    ask = ask_for_grass(noor)
    suggestion(ask, bram)
    planning.plan(noor.town_id)
    planning.plan(noor.town_id)
    assert Planned.objects.count() == 1

    actions.close(ask, "elsewhere", by=noor)
    planning.plan(noor.town_id)

    assert not Planned.objects.exists()


def test_who_wants_to_help_and_was_never_asked_is_counted(as_member, fatima, molenwijk):
    gardeners(molenwijk, 2)
    suggest()

    assert "2 mensen willen helpen en zijn nog nooit gevraagd" in page(as_member(fatima))


def test_the_gap_table_lays_asks_beside_offers_and_people(noor, bram, fatima):
    ask_for_grass(noor, when_bits=DAYTIME)
    offer_to_mow(bram, when_bits=EVENINGS)
    likes_gardens(fatima)
    suggest()

    row = next(row for row in gaps.table(noor.town_id) if row.theme.key == "tuin")

    day, evening, _weekend = row.cells
    assert (day.asks, day.offers, day.people) == (1, 0, 1)
    assert (evening.asks, evening.offers) == (0, 1)
    assert evening.is_unused


def test_the_gap_table_shows_where_it_is_short(as_member, noor, fatima):
    for number in range(2):
        ask_for_grass(noor, title=f"Vraag {number}")
    suggest()

    assert "te kort" in page(as_member(fatima), "/suggesties/tekorten/")
    assert "te kort" in page(as_member(fatima), "/suggesties/tekorten/?wijk=molenwijk")
    assert "te kort</span>" not in page(as_member(fatima), "/suggesties/tekorten/?wijk=centrum")
    assert "<b>2 vragen</b>" in page(as_member(fatima), "/suggesties/tekorten/")


def test_a_wijk_that_is_not_there_is_not_found(as_member, fatima):
    assert as_member(fatima).get("/suggesties/tekorten/?wijk=elders").status_code == 404


def test_a_connector_sends_a_proposal(as_member, noor, bram, fatima):
    row = proposal(offer_to_mow(bram), by=noor)
    client = as_member(fatima)
    assert "Koffieochtend" in page(client, "/suggesties/voorstellen/")

    client.post(f"/suggesties/voorstellen/{row.pk}/", {"wat": "stuur"})

    told = Notification.objects.get(to=bram)
    assert told.url == "/agenda/"
    assert "Koffieochtend" not in told.subject
    assert "Koffieochtend" not in page(client, "/suggesties/voorstellen/")


def test_or_passes_it_and_nobody_hears(as_member, noor, bram, fatima):
    row = proposal(offer_to_mow(bram), by=noor)

    as_member(fatima).post(f"/suggesties/voorstellen/{row.pk}/", {"wat": "niet"})

    row.refresh_from_db()
    assert row.state == "passed"
    assert not Notification.objects.exists()


def test_nothing_is_told_before_a_connector_agrees(noor, bram):
    proposal(offer_to_mow(bram), by=noor)
    suggest()

    assert not Notification.objects.exists()


def test_a_proposal_is_decided_once(as_member, noor, bram, fatima, mila):
    row = proposal(offer_to_mow(bram), by=noor)
    as_member(fatima).post(f"/suggesties/voorstellen/{row.pk}/", {"wat": "niet"})

    again = as_member(mila).post(f"/suggesties/voorstellen/{row.pk}/", {"wat": "stuur"})

    assert again.status_code == 404
    assert not Notification.objects.exists()


def test_many_waiting_asks_cost_no_more(as_member, noor, bram, fatima):
    suggestion(ask_for_grass(noor), bram)
    client = as_member(fatima)
    page(client)
    few = _queries(client)

    for number in range(8):
        suggestion(ask_for_grass(noor, title=f"Vraag {number}"), bram)
    planning.plan(noor.town_id)

    assert _queries(client) == few <= 14


def _queries(client) -> int:
    with CaptureQueriesContext(connection) as seen:
        page(client)
    return len(seen)


def long_ago(post, days=20):
    type(post).objects.filter(pk=post.pk).update(made_at=timezone.now() - timedelta(days=days))
    return post
