"""The hand-written pages: each can be placed, shown and read."""

import pytest

from plein.demo.geography import load_wijken
from plein.demo.page_texts import load_notes, load_pages, load_questions
from plein.demo.photos import FACES
from plein.demo.pictures import SCENES, draw
from plein.demo.pictures.portraits import portrait_of
from plein.features.pages.models import Answer, Note, Page, Question
from plein.features.pages.rendering import parts_of

WIJKEN = {wijk.key for wijk in load_wijken()}
PAGES = [pytest.param(page, id=page.title) for page in load_pages()]


def fits(model, name: str, words: str) -> bool:
    return len(words) <= model._meta.get_field(name).max_length


@pytest.mark.parametrize("page", PAGES)
def test_a_page_fits_and_can_be_placed(page):
    assert page.wijk in WIJKEN | {""}
    assert page.theme in SCENES or not page.theme
    for name in ("title", "lead", "body", "quote", "quoted"):
        assert fits(Page, name, getattr(page, name)), name


@pytest.mark.parametrize("page", PAGES)
def test_what_is_typed_becomes_html(page):
    (part,) = parts_of(page.body)

    assert part["html"].startswith("<")
    assert "##" not in part["html"]
    assert "**" not in part["html"]


def test_there_are_forty_of_every_kind():
    pages = load_pages()

    assert len(pages) >= 40
    assert {page.kind for page in pages} == {"page", "news", "story", "interview"}
    assert len({page.title for page in pages}) == len(pages)


def test_a_page_hangs_under_one_that_came_before():
    seen = set()
    for page in load_pages():
        assert not page.under or page.under in seen
        seen.add(page.title)


def test_there_are_drafts_and_planned_news_to_show_editors():
    assert any(page.days is None for page in load_pages())
    assert any(page.days is not None and page.days < 0 for page in load_pages())


def test_every_interview_has_a_face_and_a_quote():
    interviews = [page for page in load_pages() if page.kind == "interview"]

    assert len(interviews) == len(FACES)
    assert all(page.quote and page.quoted for page in interviews)


def test_a_face_is_drawn_the_same_every_time():
    first, again = (portrait_of(1, **FACES[0]) for _ in range(2))

    assert first.size == (600, 600)
    assert first.tobytes() == again.tobytes()


def test_notes_fit_and_some_wait():
    for note in load_notes():
        assert note.wijk in WIJKEN
        assert note.scene in SCENES or not note.scene
        assert fits(Note, "text", note.text)
    assert any(note.waits for note in load_notes())


def test_questions_have_answers_that_helped():
    for question in load_questions():
        assert question.wijk in WIJKEN
        assert question.theme in SCENES
        assert question.helped <= len(question.answers)
        assert fits(Question, "title", question.title)
        assert all(fits(Answer, "text", answer) for answer in question.answers)
    assert any(question.helped for question in load_questions())


def test_every_scene_that_is_asked_for_can_be_drawn():
    scene = next(note.scene for note in load_notes() if note.scene)

    assert draw(scene, 1).size == (1200, 900)
