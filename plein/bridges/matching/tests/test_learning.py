"""Weights are learnt from what came of suggestions, with a guard; they are seen and come back."""

from copy import copy
from datetime import timedelta

import pytest
from django.utils import timezone

from plein.bridges.matching import guarding, thinking
from plein.bridges.matching.actions import choosing, learning
from plein.bridges.matching.engine.shapes import DEFAULT
from plein.bridges.matching.models import Feedback, Weighing
from plein.features.noticeboard.models import Post
from plein.features.noticeboard.tests.making import make_ask
from plein.foundation import jobs
from plein.foundation.audit.models import Record
from plein.lib.keys import uuid7
from plein.testing.cast import make_member

PAGE = "/suggesties/gewichten/"
SAYS_WORDS = {"words": 0.9, "concept": 0.1, "theme": 0.5}
SAYS_NOT = {"words": 0.1, "concept": 0.6, "theme": 0.5}


@pytest.fixture
def _no_file(monkeypatch, tmp_path):
    monkeypatch.setattr(guarding, "LABELLED", tmp_path / "none.jsonl")


def asks_like(ask, number):
    """Asks for the figures only: nobody reads them and no clock runs."""
    rows = [copy(ask) for _ in range(number)]
    for n, row in enumerate(rows):
        row.pk, row.code = uuid7(), f"{ask.code}{n}"
    return Post.objects.bulk_create(rows)


def answers(noor, number, *, days, upside_down=False, answer="not_this"):
    """As many answers: where words are the same it worked out, else it did not."""
    helpers = [make_member(f"Buur{days}-{n}", noor.home) for n in range(2)]
    moment = timezone.now() - timedelta(days=days)
    made = []
    for ask in asks_like(make_ask(noor), number // 2):
        for helper, good in zip(helpers, (True, False), strict=True):
            parts = SAYS_WORDS if good != upside_down else SAYS_NOT
            made.append(
                Feedback(
                    town_id=noor.town_id, ask=ask, helper=helper, side="helper",
                    answer="yes" if good else answer, parts=parts, made_at=moment,
                )
            )  # fmt: skip
    return Feedback.objects.bulk_create(made)


@pytest.mark.usefixtures("_no_file")
def test_what_worked_out_weighs_more(noor):
    answers(noor, 80, days=60), answers(noor, 24, days=5)

    made = learning.learn(noor.town_id)

    assert made.origin == "learnt"
    assert made.values["words"] > DEFAULT.words
    assert made.values["concept"] < DEFAULT.concept
    assert thinking.weights_of(noor.town_id).words == made.values["words"]
    assert made.figures["after"]["month"] >= made.figures["before"]["month"]


@pytest.mark.usefixtures("_no_file")
def test_with_few_answers_nothing_is_learnt(noor):
    answers(noor, 20, days=60), answers(noor, 4, days=5)

    assert learning.learn(noor.town_id) is None


@pytest.mark.usefixtures("_no_file")
def test_when_the_last_month_says_otherwise_nothing_is_taken(noor):
    answers(noor, 80, days=60), answers(noor, 24, days=5, upside_down=True)

    assert learning.learn(noor.town_id) is None
    assert not Weighing.objects.exists()


def test_when_the_labelled_posts_get_worse_nothing_is_taken(monkeypatch, noor, tmp_path):
    path = tmp_path / "dev.jsonl"
    path.write_text("{}")
    monkeypatch.setattr(guarding, "LABELLED", path)
    monkeypatch.setattr(guarding, "labelled", lambda weights, _path: weights.concept)
    answers(noor, 80, days=60), answers(noor, 24, days=5)

    assert learning.learn(noor.town_id) is None


@pytest.mark.usefixtures("_no_file")
def test_too_far_and_no_time_teach_nothing_about_meaning(noor):
    answers(noor, 80, days=60, answer="far"), answers(noor, 24, days=5, answer="no_time")

    assert learning.learn(noor.town_id) is None


@pytest.mark.usefixtures("_no_file")
def test_one_town_teaches_another_nothing(noor, joost):
    answers(noor, 80, days=60), answers(noor, 24, days=5)

    assert learning.learn(joost.town_id) is None
    learning.learn(noor.town_id)

    assert thinking.weights_of(joost.town_id) == DEFAULT


@pytest.mark.usefixtures("_no_file")
def test_weeks_of_learning_do_not_add_up(noor, mila):
    """What people chose stays the prior and the measure, not what was learnt last week."""
    answers(noor, 80, days=60), answers(noor, 24, days=5)
    first = learning.learn(noor.town_id)

    for _week in range(3):
        learning.learn(noor.town_id)
    choosing.put_back(first, town=noor.home.tree.town, by=mila)

    assert thinking.weights_of(noor.town_id).words == first.values["words"]
    assert learning.learn(noor.town_id) is None  # the same answers teach the same
    assert thinking.hand_weights_of(noor.town_id) == DEFAULT

    choosing.choose_weights(noor.home.tree.town, {"words": 0.4}, by=mila)
    assert thinking.hand_weights_of(noor.town_id).words == 0.4


def test_the_labelled_posts_are_measured_as_everywhere(tmp_path):
    path = tmp_path / "dev.jsonl"
    path.write_text(
        '{"type":"request","id":"R1","title":"Wie maait mijn gras?","theme":"tuin"}\n'
        '{"type":"offer","id":"A1","title":"Ik maai graag gras","theme":"tuin","recurring":true}\n'
        '{"type":"offer","id":"A2","title":"Ik speel piano","theme":"muziek-cultuur"}\n'
        '{"type":"judgement","request":"R1","offer":"A1","grade":3}\n'
    )

    assert guarding.labelled(DEFAULT, path) == 1.0


def test_a_manager_sees_the_numbers_in_words(as_member, mila):
    text = as_member(mila).get(PAGE).content.decode()

    assert "Hetzelfde soort hulp" in text
    assert f"{DEFAULT.concept:.2f}".replace(".", ",") in text
    assert "Leeftijd, afkomst, naam, straat en geslacht tellen nooit mee" in text


def test_a_manager_changes_them_and_puts_them_back(as_member, mila):
    client = as_member(mila)

    client.post(PAGE, {**DEFAULT.as_dict(), "theme": "0.9"})
    client.post(PAGE, {**DEFAULT.as_dict(), "theme": "0.1"})
    first = Weighing.objects.order_by("id").first()
    assert thinking.weights_of(mila.town_id).theme == 0.1
    client.post(f"{PAGE}{first.pk}/terug/")

    assert thinking.weights_of(mila.town_id).theme == 0.9
    assert Weighing.objects.count() == 3
    assert Record.objects.filter(key="matching.weights.put_back").count() == 1
    assert "Teruggezet" in client.get(PAGE).content.decode()


def test_the_first_ones_can_always_be_put_back(as_member, mila):
    client = as_member(mila)
    client.post(PAGE, {**DEFAULT.as_dict(), "theme": "0.9"})

    client.post(f"{PAGE}00000000-0000-0000-0000-000000000000/terug/")

    assert thinking.weights_of(mila.town_id) == DEFAULT


@pytest.mark.parametrize("odd", ["", "-1", "7", "nan", "veel"])
def test_an_odd_number_is_refused(as_member, mila, odd):
    answer = as_member(mila).post(PAGE, {**DEFAULT.as_dict(), "theme": odd})

    assert answer.status_code == 422
    assert not Weighing.objects.exists()


@pytest.mark.parametrize("who", ["noor", "fatima"])
def test_others_change_nothing(as_member, request, waterdrecht, who):
    client = as_member(request.getfixturevalue(who))

    assert client.post(PAGE, DEFAULT.as_dict()).status_code == 404
    assert not Weighing.objects.exists()


def test_new_weights_make_suggestions_anew(as_member, mila, noor, bram):
    from plein.bridges.matching.models import Suggestion
    from plein.bridges.matching.tests.making import ask_for_grass, offer_to_mow

    offer_to_mow(bram)
    ask_for_grass(noor)
    jobs.run_pending()
    assert Suggestion.objects.filter(near=False).exists()

    as_member(mila).post(PAGE, {**DEFAULT.as_dict(), "threshold": "1"})
    jobs.run_pending()

    assert not Suggestion.objects.filter(near=False).exists()
