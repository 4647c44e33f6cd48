"""Who leaves takes their own words along; tips that helped others stay, without a name."""

from plein.features.pages import actions
from plein.features.pages.models import Answer, Note, Page, Question, Reaction
from plein.features.pages.tests.making import make_note, make_page, make_question, photo
from plein.foundation.communities.actions import leave
from plein.foundation.media.models import Picture
from plein.testing.cast import give


def test_notes_and_kind_words_go(noor, bram):
    make_note(noor, photo=photo(), alt="Eend")
    other = make_note(bram)
    actions.react(other, "nice", by=noor)

    leave(noor, by=noor)

    assert list(Note.objects.all()) == [other]
    assert not Reaction.objects.exists()
    assert not Picture.objects.exists()


def test_a_question_nobody_answered_goes(noor):
    make_question(noor)

    leave(noor, by=noor)

    assert not Question.objects.exists()


def test_a_question_with_answers_stays_without_a_name(as_member, noor, bram):
    question = make_question(noor, text="Ik woon in de Molenwijk.")
    actions.answer(question, "Bij Jan.", by=bram)

    leave(noor, by=noor)

    html = as_member().get(question.get_absolute_url()).content.decode()
    assert "Bij Jan." in html
    assert "een buur" in html
    assert "Noor" not in html
    assert "Ik woon in" not in html


def test_answers_go(noor, bram):
    actions.answer(make_question(noor), "Bij Jan.", by=bram)

    leave(bram, by=bram)

    assert not Answer.objects.exists()
    assert Question.objects.exists()


def test_a_page_stays_and_the_name_above_it_goes(mila, fatima, waterdrecht):
    give(fatima, "manager", waterdrecht)
    page = make_page(mila, written_by=mila.name)

    leave(mila, by=mila)

    assert Page.objects.get(pk=page.pk).byline == "de redactie"
