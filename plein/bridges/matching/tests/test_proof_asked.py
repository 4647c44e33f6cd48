"""What a place asks of who helps decides whom we think of: its rules, no fixed list (HELP-13)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plein.bridges.matching import said
from plein.bridges.matching.actions import reading
from plein.bridges.matching.models import Feature, Suggestion
from plein.bridges.matching.tests.making import ask_for_grass, likes_gardens, suggest
from plein.foundation.proofs.actions import change_rules, note


def asks(place, by, **rungs):
    change_rules(place, rungs, by=by)
    suggest()


@pytest.fixture
def ask(noor, bram):
    likes_gardens(bram)
    made = ask_for_grass(noor, task_class="trust")
    suggest()
    return made


def fitting(ask):
    return Suggestion.objects.filter(ask=ask).first()


def test_nobody_falls_off_where_the_place_asks_nothing(ask, waterdrecht, mila):
    assert fitting(ask) is None
    assert Feature.objects.get(pk=ask.pk).fallen["vog"] == 1

    asks(waterdrecht, mila, trust="none")

    assert fitting(ask).doubts == []
    assert "vog" not in dict(fitting(ask).reasons)


def test_a_place_may_ask_a_certificate_for_any_task(noor, bram, molenwijk, mila, fatima):
    likes_gardens(bram)
    ask = ask_for_grass(noor, task_class="door")
    suggest()
    assert fitting(ask)

    asks(molenwijk, mila, door="vog")
    assert fitting(ask) is None

    note(bram, "vog", by=fatima)
    suggest()
    assert "VOG gezien" in said.reasons(fitting(ask).reasons)


@pytest.mark.parametrize(
    ("rung", "doubt", "then"),
    [
        ("met", "eerst langs het matchpunt", "gezien bij een matchpunt"),
        ("known", "eerst bekend bij een organisatie", "bekend bij een organisatie"),
    ],
)
def test_what_is_easy_to_get_is_a_doubt(ask, bram, waterdrecht, mila, fatima, rung, doubt, then):
    asks(waterdrecht, mila, trust=rung)
    assert doubt in said.doubts(fitting(ask).doubts)

    note(bram, rung, by=fatima)
    suggest()

    assert said.doubts(fitting(ask).doubts) == ()
    assert then in said.reasons(fitting(ask).reasons)


def test_rules_are_read_once_for_many(noor):
    def cost(number):
        made = [ask_for_grass(noor, title=f"Vraag {n}") for n in range(number)]
        found = list(reading.posts().filter(pk__in=[post.pk for post in made]))
        with CaptureQueriesContext(connection) as seen:
            assert len(list(reading.of_posts(noor.town_id, found))) == number
        return len(seen)

    assert cost(1) == cost(6) <= 4
