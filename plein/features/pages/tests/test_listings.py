"""What can be found of pages, and by whom."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.features.pages import actions
from plein.features.pages.listings import LISTINGS
from plein.features.pages.reportables import REPORTABLES
from plein.features.pages.tests.making import make_draft, make_note, make_page, make_question

SOURCES = {source.kind: source for source in LISTINGS}


def found(kind, thing):
    return SOURCES[kind].one(thing.pk)


@pytest.mark.parametrize(
    ("kind", "listed"),
    [("news", "news"), ("story", "story"), ("interview", "story"), ("page", "page")],
)
def test_a_published_page_is_found_once(mila, waterdrecht, kind, listed):
    page = make_page(mila, kind=kind)

    every = [each.id for source in LISTINGS for each in source.all(waterdrecht.pk)]

    assert every == [page.pk]
    assert found(listed, page).title == page.title


def test_a_draft_and_a_planned_page_are_not_found(mila, time_machine):
    draft = make_draft(mila)
    planned = make_page(mila, at=timezone.now() + timedelta(days=1))

    assert found("news", draft) is None
    assert found("news", planned) is None
    time_machine.move_to(timezone.now() + timedelta(days=2))
    assert found("news", planned) is not None


def test_a_page_for_members_tells_a_stranger_nothing(mila):
    page = make_page(mila, audience="members")

    listing = found("news", page)

    public = f"{listing.public_title}{listing.public_words}{listing.public_facts}".lower()
    assert "kanarie" not in public
    assert "kanarie" in listing.words


def test_a_note_that_waits_is_not_found(noor, bram):
    assert found("note", make_note(noor, trusted=False)) is None
    assert found("note", make_note(bram)).title == "De eendjes zijn er weer"


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("Het is lente.", "Het is lente", ""),
        ("De poes is terug! Ze zat in de kast.", "De poes is terug!", "Ze zat in de kast."),
        ("Dank aan " + "heel " * 14 + "veel buren.", "Dank aan", "veel buren."),
    ],
)
def test_a_card_of_a_note_says_no_word_twice(noor, text, title, rest):
    listing = found("note", make_note(noor, text=text))

    assert str(listing.title).startswith(title)
    assert listing.summary.endswith(rest)
    assert str(listing.title).removesuffix("…").split()[-1] in text.replace(".", " ").split()
    assert len(f"{listing.title}{listing.summary}") <= len(text) + 2


def test_a_question_is_found_by_its_answers(noor, bram):
    question = make_question(noor)
    answer = actions.answer(question, "Ga naar Pedaalridder Jan.", by=bram)
    assert "pedaalridder" in found("question", question).words
    assert found("question", question).facts[0].words["nl"] == "1 antwoord"

    actions.mark_helped(answer, by=noor)

    listing = found("question", question)
    assert listing.summary == "Ga naar Pedaalridder Jan."
    assert listing.facts[0].words["nl"] == "1 tip die hielp"


def test_what_is_hidden_is_not_found(noor):
    question = make_question(noor)
    question.hidden_at = question.made_at
    question.save(update_fields=["hidden_at"])

    assert found("question", question) is None


@pytest.mark.parametrize("kind", REPORTABLES)
def test_what_is_read_can_be_reported_but_not_from_elsewhere(
    kind, mila, noor, bram, joost, waterdrecht, elders
):
    question = make_question(noor)
    things = {
        "pages.page": make_page(mila),
        "pages.note": make_note(noor),
        "pages.question": question,
        "pages.answer": actions.answer(question, "Bij Jan.", by=noor),
    }
    reportable, thing = REPORTABLES[kind], things[kind]

    assert reportable.find(bram, waterdrecht, thing.pk) == thing
    assert reportable.find(joost, elders, thing.pk) is None
    assert reportable.label(thing)
    assert reportable.url(thing).startswith("/over/")
    assert thing.author_id in reportable.people(thing)
