"""No text of the demo, and no example sentence, tells what our own hints warn for (H1, H7)."""

import pytest

from plein.demo.activity_texts import HOME, RESIDENT, load_activities
from plein.demo.care import CLIENTS
from plein.demo.elders import POSTS
from plein.demo.openers import load_openers
from plein.demo.page_texts import load_notes, load_questions
from plein.demo.texts import (
    load_about_lines,
    load_organisations,
    load_places,
    load_posts,
    load_talks,
    load_town,
)
from plein.foundation.taxonomy.actions import starting_list
from plein.lib.writing import check

HARMFUL = {"absence", "alone", "place", "time_at_home", "health", "phone", "account", "mail"}


def told(texts: list[str]) -> list[tuple[str, str, str]]:
    return [
        (finding.kind, text[finding.start : finding.end], text)
        for text in texts
        for finding in check(text)
        if finding.kind in HARMFUL
    ]


@pytest.mark.parametrize("theme", sorted({post.theme for post in load_posts()}))
def test_no_ask_or_offer_tells_too_much(theme):
    texts = [f"{p.title}. {p.text}" for p in load_posts() if p.theme == theme]

    assert len(texts) >= 20
    assert told(texts) == []


def test_no_example_sentence_tells_too_much():
    sentences = [
        sentence
        for theme in starting_list()["themes"]
        for kind in ("ask_examples", "offer_examples")
        for said in theme[kind].values()
        for sentence in said
    ]

    assert len(sentences) >= 80
    assert told(sentences) == []


def test_no_profile_organisation_or_thank_you_tells_too_much():
    texts = [line.text for line in load_about_lines()]
    texts += [organisation.line for organisation in load_organisations()]
    texts += [talk.thanks for talk in load_talks()] + [talk.post for talk in load_talks()]
    texts += [place.intro for place in load_places()] + [load_town().intro]

    assert told(texts) == []


def test_no_first_word_tells_too_much():
    texts = [opener.text for opener in load_openers()]
    texts += [opener.answer for opener in load_openers()]
    texts += [turn.text for talk in load_talks() for turn in talk.turns[:1]]

    assert told(texts) == []


def test_no_activity_note_or_answer_of_a_resident_tells_too_much():
    """An organisation may say where it is, when it is closed and for whom; a story is told by who
    it is about, and read by an editor. What residents put up themselves is theirs to be warned of.
    """
    own = [each for each in load_activities() if each.by in (RESIDENT, HOME)]
    texts = [f"{each.title}. {each.text}" for each in own] + [note.text for note in load_notes()]
    for question in load_questions():
        texts += [f"{question.title}. {question.text}", *question.answers]

    assert len(texts) >= 80
    assert told(texts) == []


def test_no_ask_for_a_client_and_no_ask_of_elders_tells_too_much():
    texts = [f"{client.ask[1]}. {client.ask[2]}" for client in CLIENTS if client.ask]
    texts += [f"{title}. {text}" for _kind, _theme, title, text in POSTS]

    assert len(texts) >= 10
    assert told(texts) == []


def test_every_talk_is_about_a_post_that_exists():
    posts = {(post.theme, post.kind, post.title) for post in load_posts()}

    assert [
        talk.post for talk in load_talks() if (talk.theme, talk.kind, talk.post) not in posts
    ] == []


def test_who_answers_speaks_first():
    for talk in load_talks():
        assert talk.turns[0].by == ("helper" if talk.kind == "ask" else "asker"), talk.post
