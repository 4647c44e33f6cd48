"""Wie weet het? Everybody reads, greeted members ask and answer, the asker says what helped."""

import pytest

from plein.features.pages import actions
from plein.features.pages.models import Answer, Question
from plein.features.pages.tests.making import make_question
from plein.foundation.communities.actions import block
from plein.shared.notifications.models import Notification

ASK = "/over/wie-weet-het/vragen/"
FORM = {"title": "Waar laat ik mijn fiets maken?", "text": "Niet te duur.", "reach": "up"}


def test_a_neighbour_asks_and_everybody_can_read_it(as_member, noor):
    as_member(noor).post(ASK, FORM)

    question = Question.objects.get()
    assert (
        "Waar laat ik mijn fiets" in as_member().get(question.get_absolute_url()).content.decode()
    )
    assert "Waar laat ik mijn fiets" in as_member().get("/over/wie-weet-het/").content.decode()


def test_the_answer_is_told_to_the_asker(as_member, noor, bram):
    question = make_question(noor)

    as_member(bram).post(f"{question.get_absolute_url()}antwoord/", {"text": "Bij Jan."})

    assert "Bij Jan." in as_member().get(question.get_absolute_url()).content.decode()
    told = Notification.objects.get(to=noor)
    assert "Bram" in told.subject
    assert "Jan" not in told.subject + told.text


def test_the_asker_marks_what_helped_and_it_becomes_a_tip(as_member, noor, bram):
    question = make_question(noor)
    answer = actions.answer(question, "Bij Jan.", by=bram)

    for _ in range(2):
        as_member(noor).post(f"{question.get_absolute_url()}{answer.pk}/hielp/", {"hielp": "ja"})

    assert "Dit hielp de vrager" in as_member().get(question.get_absolute_url()).content.decode()
    assert question.title in as_member().get("/over/wie-weet-het/?tips").content.decode()
    assert Notification.objects.get(to=bram).key == "pages.helped"
    for _ in range(2):
        as_member(noor).post(f"{question.get_absolute_url()}{answer.pk}/hielp/", {"hielp": "nee"})
    assert question.title not in as_member().get("/over/wie-weet-het/?tips").content.decode()


def test_only_the_asker_says_what_helped(as_member, noor, bram, fatima):
    question = make_question(noor)
    answer = actions.answer(question, "Bij Jan.", by=bram)

    for other in (bram, fatima):
        url = f"{question.get_absolute_url()}{answer.pk}/hielp/"
        assert as_member(other).post(url).status_code == 403
    assert Answer.objects.get().helped_at is None


@pytest.mark.parametrize("who", [None, "nadia"])
def test_who_was_not_met_reads_but_does_not_write(as_member, noor, request, who):
    question = make_question(noor)
    client = as_member(request.getfixturevalue(who) if who else None)

    assert client.get(question.get_absolute_url()).status_code == 200
    assert client.post(f"{question.get_absolute_url()}antwoord/", {"text": "Ja"}).status_code == 302
    assert client.post(ASK, FORM).status_code == 302
    assert not Answer.objects.exists()
    assert Question.objects.count() == 1


def test_an_empty_answer_comes_back_with_a_sentence(as_member, noor, bram):
    question = make_question(noor)

    answer = as_member(bram).post(f"{question.get_absolute_url()}antwoord/", {"text": " "})

    assert answer.status_code == 422
    assert "Schrijf minstens één zin" in answer.content.decode()


def test_a_private_detail_gets_a_hint_first(as_member, noor, bram):
    url = f"{make_question(noor).get_absolute_url()}antwoord/"
    words = {"text": "Bel Jan op 06 12345678."}

    assert as_member(bram).post(url, words).status_code == 422
    assert not Answer.objects.exists()
    as_member(bram).post(url, words | {"toch": "1"})
    assert Answer.objects.exists()


def test_an_answer_is_taken_away_by_its_writer_or_a_connector(as_member, noor, bram, fatima):
    question = make_question(noor)
    first, second = (actions.answer(question, text, by=bram) for text in ("Een", "Twee"))
    url = question.get_absolute_url()
    assert as_member(noor).post(f"{url}{first.pk}/weg/").status_code == 403

    as_member(bram).post(f"{url}{first.pk}/weg/")
    as_member(fatima).post(f"{url}{second.pk}/weg/")

    assert not Answer.objects.exists()


def test_a_question_goes_with_its_answers(as_member, noor, bram):
    question = make_question(noor)
    actions.answer(question, "Bij Jan.", by=bram)
    assert as_member(bram).post(f"{question.get_absolute_url()}weg/").status_code == 403

    as_member(noor).post(f"{question.get_absolute_url()}weg/")

    assert not Question.objects.exists()


def told(member) -> list[str]:
    news = Notification.objects.filter(to=member, key="pages.taken").order_by("made_at", "pk")
    return [one.subject for one in news]


def test_who_takes_something_away_for_another_is_asked_first_and_the_writers_hear_it(
    as_member, noor, bram, fatima
):
    question = make_question(noor)
    given = actions.answer(question, "Bij Jan.", by=bram)
    url = question.get_absolute_url()
    browser = as_member(fatima)

    assert "Dit is van Noor" in browser.get(f"{url}weg/").content.decode()
    assert "Dit is van Bram" in browser.get(f"{url}{given.pk}/weg/").content.decode()
    assert Question.objects.exists()
    assert as_member(bram).get(f"{url}weg/").status_code == 403
    browser.post(f"{url}weg/")

    assert told(noor) == ["Je vraag staat niet meer op de site"]
    assert told(bram) == ["Een vraag waarop je antwoordde is weg"]
    assert told(fatima) == []


def test_one_answer_that_goes_is_told_to_its_writer_only(as_member, noor, bram, fatima):
    question = make_question(noor)
    given = actions.answer(question, "Bij Jan.", by=bram)

    as_member(fatima).post(f"{question.get_absolute_url()}{given.pk}/weg/")

    assert told(bram) == ["Je antwoord staat niet meer op de site"]
    assert told(noor) == []


def test_of_what_one_takes_away_oneself_nobody_hears_but_who_answered(as_member, noor, bram):
    question = make_question(noor)
    actions.answer(question, "Bij Jan.", by=bram)
    page = as_member(noor).get(f"{question.get_absolute_url()}weg/").content.decode()
    assert "Dit is van" not in page
    assert "1 antwoord gaat mee" in page

    as_member(noor).post(f"{question.get_absolute_url()}weg/")

    assert told(noor) == []
    assert len(told(bram)) == 1


def test_an_answer_of_another_question_does_not_exist(as_member, noor, bram):
    one, other = make_question(noor), make_question(noor, "Wat eten eenden?")
    answer = actions.answer(other, "Gras.", by=bram)

    assert as_member(noor).post(f"{one.get_absolute_url()}{answer.pk}/hielp/").status_code == 404


def test_who_blocked_each_other_reads_no_answers_of_each_other(as_member, noor, bram, fatima):
    question = make_question(fatima)
    actions.answer(question, "Bij Jan, zegt Noor.", by=noor)
    block(bram, by=noor)

    assert "zegt Noor" not in as_member(bram).get(question.get_absolute_url()).content.decode()
    assert "zegt Noor" in as_member(fatima).get(question.get_absolute_url()).content.decode()


def test_an_impatient_thumb_asks_once(as_member, noor):
    client = as_member(noor)

    client.post(ASK, FORM | {"form_key": "b" * 22})
    client.post(ASK, FORM | {"form_key": "b" * 22})

    assert Question.objects.count() == 1


def test_an_impatient_thumb_answers_once(as_member, noor, bram):
    question, client = make_question(noor), as_member(bram)
    key = client.get(question.get_absolute_url()).context["form_key"]

    for _ in range(2):
        said = {"text": "Bij Jan.", "form_key": key}
        assert client.post(f"{question.get_absolute_url()}antwoord/", said).status_code == 302

    assert Answer.objects.count() == 1
    assert Notification.objects.filter(to=noor).count() == 1


def test_five_questions_a_day_is_enough(as_member, noor):
    for number in range(5):
        make_question(noor, f"Vraag {number}?")

    assert as_member(noor).post(ASK, FORM).status_code == 422


def test_an_odd_place_in_the_list_begins_at_the_newest(as_member, noor):
    question = make_question(noor)

    html = as_member().get("/over/wie-weet-het/?na=geen-sleutel").content.decode()

    assert question.title in html
