"""Coming back with a slip: code and picture open my ask, at any matchpoint of the town."""

import pytest
import time_machine

from plein.bridges.matchpoint.models import Sitting, Slip
from plein.bridges.matchpoint.tests.making import ask_at, make_matchpoint, open_screen, slip_at
from plein.features.noticeboard import actions as noticeboard
from plein.features.noticeboard.models import Concern, Match, Post, Response
from plein.features.noticeboard.tests.making import make_ask
from plein.foundation.accounts import limits
from plein.foundation.audit.models import Record
from plein.foundation.communities.models import Member
from plein.shared.conversations.models import Message

NOON = "2026-03-02 10:10:00+00:00"


@pytest.fixture
def matchpoint(mila):
    return make_matchpoint(mila)


@pytest.fixture
def screen(matchpoint, fatima):
    return open_screen(matchpoint, fatima)


@pytest.fixture
def code(screen, molenwijk):
    """Truus asked, got a slip, and left."""
    ask_at(screen, molenwijk)
    code = slip_at(screen)
    screen.post("/matchpunt/leeg/")
    return code


@pytest.fixture
def answered(code, bram):
    return noticeboard.respond(Post.objects.get(author__name="Truus"), "Ik kom wel.", by=bram)


def come_back(screen, code, picture="dog"):
    return screen.post("/matchpunt/terug/", {"code": code, "picture": picture})


def test_code_and_picture_open_my_ask(screen, code):
    come_back(screen, code)

    page = screen.get("/matchpunt/mijn/").content.decode()
    assert "Truus" in page
    assert "Wie haalt brood voor mij" in page


def test_small_letters_and_spaces_do_not_matter(screen, code):
    typed = f" {code.lower().replace(' ', '-')} "

    assert come_back(screen, typed).url == "/matchpunt/mijn/"


def test_it_opens_at_another_matchpoint_of_the_town(code, mila, fatima):
    other = open_screen(make_matchpoint(mila, name="Het Anker"), fatima)

    assert come_back(other, code).url == "/matchpunt/mijn/"


@pytest.mark.parametrize("picture", ["cat", "tree", ""])
def test_the_code_with_another_picture_opens_nothing(screen, code, picture):
    assert come_back(screen, code, picture).status_code == 422
    assert not Sitting.objects.exists()


def test_a_code_nobody_has_sounds_the_same_as_a_wrong_picture(screen, code):
    wrong_code = come_back(screen, "GGG GGG").context["form"].non_field_errors()
    wrong_picture = come_back(screen, code, "cat").context["form"].non_field_errors()

    assert wrong_code == wrong_picture


def test_a_code_of_five_signs_is_no_code(screen, code):
    assert "code" in come_back(screen, "ggggg").context["form"].errors


def test_after_too_many_wrong_codes_the_right_one_waits(screen, code, monkeypatch):
    monkeypatch.setitem(limits.LIMITS, "slip.place", (2, 900))
    with time_machine.travel(NOON, tick=False):
        for _ in range(2):
            come_back(screen, "GGGGGG")
        answer = come_back(screen, code)

    assert answer.status_code in (302, 422)
    assert not Sitting.objects.filter(member__isnull=False).exists()


def test_a_new_slip_makes_the_old_one_worthless(screen, code):
    come_back(screen, code)
    newer = slip_at(screen, "cake")
    screen.post("/matchpunt/leeg/")

    assert come_back(screen, code).status_code == 422
    assert come_back(screen, newer, "cake").status_code == 302
    assert Slip.objects.count() == 1


def test_the_slip_of_who_left_opens_nothing(screen, code):
    Member.objects.filter(name="Truus").update(state=Member.State.LEFT)

    assert come_back(screen, code).status_code == 422


def test_an_ordinary_computer_takes_no_code(client, code):
    assert come_back(client, code).url == "/matchpunt/"


def test_i_read_who_wants_to_help(screen, code, answered):
    come_back(screen, code)

    talk = f"/matchpunt/gesprek/{answered.conversation.code}/"
    assert talk in screen.get("/matchpunt/mijn/").content.decode()
    assert "Ik kom wel." in screen.get(talk).content.decode()


def test_i_answer_at_the_screen(screen, code, answered):
    come_back(screen, code)
    talk = f"/matchpunt/gesprek/{answered.conversation.code}/"
    screen.post(talk, {"what": "say", "text": "Graag, dinsdag."})

    said = Message.objects.get(text="Graag, dinsdag.")
    assert said.author.name == "Truus"


def test_an_empty_answer_is_no_answer(screen, code, answered):
    come_back(screen, code)
    talk = f"/matchpunt/gesprek/{answered.conversation.code}/"

    assert screen.post(talk, {"what": "say", "text": " "}).status_code == 422


def test_i_choose_by_saying_yes_to_a_day(screen, code, answered, bram):
    noticeboard.propose(answered, "dinsdag 10 uur", "bij de bieb", by=bram)
    come_back(screen, code)
    talk = f"/matchpunt/gesprek/{answered.conversation.code}/"
    screen.post(talk, {"what": "confirm"})

    match = Match.objects.get(response=answered)
    assert match.is_agreed
    assert match.word in screen.get(talk).content.decode()


def test_an_appointment_is_called_off_at_the_screen(screen, code, answered, bram):
    come_back(screen, code)
    talk = f"/matchpunt/gesprek/{answered.conversation.code}/"
    noticeboard.propose(answered, "dinsdag", "bij de bieb", by=bram)
    screen.post(talk, {"what": "confirm"})
    assert "Afspraak afzeggen" in screen.get(talk).content.decode()

    screen.post(talk, {"what": "cancel"})

    assert not Match.objects.exists()
    assert Post.objects.get().closed_at is None


def test_i_propose_a_day_myself(screen, code, answered):
    come_back(screen, code)
    talk = f"/matchpunt/gesprek/{answered.conversation.code}/"
    said = {"what": "propose", "when_words": "woensdag", "place_words": "bibliotheek"}
    screen.post(talk, said)

    assert Match.objects.get(response=answered).proposed_by.name == "Truus"


def test_saying_yes_without_a_proposal_changes_nothing(screen, code, answered):
    come_back(screen, code)
    talk = f"/matchpunt/gesprek/{answered.conversation.code}/"

    assert screen.post(talk, {"what": "confirm"}).status_code == 422
    assert not Match.objects.exists()


def test_found_closes_the_ask(screen, code, answered):
    come_back(screen, code)
    post = Post.objects.get(author__name="Truus")
    screen.post(f"/matchpunt/mijn/{post.code}/gevonden/")

    post.refresh_from_db()
    assert post.closing == Post.Closing.FOUND


def test_an_ask_of_somebody_else_cannot_be_closed_here(screen, code, noor):
    from plein.features.noticeboard.tests.making import make_ask

    other = make_ask(noor)
    come_back(screen, code)

    assert screen.post(f"/matchpunt/mijn/{other.code}/gevonden/").status_code == 404


def test_a_talk_of_others_does_not_open_here(screen, code, noor, bram):
    from plein.features.noticeboard.tests.making import answered, make_ask

    talk = answered(make_ask(noor), bram)
    come_back(screen, code)

    assert screen.get(f"/matchpunt/gesprek/{talk.code}/").status_code == 404


def test_who_came_back_asks_more_under_the_same_name(screen, code):
    come_back(screen, code)
    screen.post("/matchpunt/vraag/")
    for step, said in (
        ("waarmee", {"theme": "boodschappen-koken"}),
        ("wat", {"title": "En wie haalt melk"}),
        ("wanneer", {"when": "any"}),
        ("waar", {"task_class": "door"}),
        ("controleer", {"audience": "members"}),
    ):
        answer = screen.post(f"/matchpunt/vraag/{step}/", said)

    assert answer.url == "/matchpunt/mijn/"
    assert Post.objects.filter(author__name="Truus").count() == 2
    assert Member.objects.filter(name="Truus").count() == 1


def test_by_phone_a_host_reads_the_answers_aloud(code, answered, mila, as_member):
    said = {"code": code, "picture": "dog"}

    page = as_member(mila).post("/matchpunt/beheer/opzoeken/", said)
    assert "Bram" in page.content.decode()
    assert "no-store" in page["Cache-Control"]


def test_by_phone_a_wrong_picture_opens_nothing(code, mila, as_member):
    answer = as_member(mila).post("/matchpunt/beheer/opzoeken/", {"code": code, "picture": "cat"})

    assert answer.status_code == 422
    assert "Truus" not in answer.content.decode()


def test_a_code_of_waterdrecht_is_unknown_in_elders(code, elders, joost):
    from plein.bridges.matchpoint import actions

    with pytest.raises(actions.WrongSlip):
        actions.read_slip(code, "dog", community=elders, who="x", by=joost)


def test_my_page_asks_as_much_of_the_database_with_more_answers(
    screen, code, answered, nadia, noor, django_assert_max_num_queries
):
    come_back(screen, code)
    post = Post.objects.get(author__name="Truus")
    noticeboard.respond(post, "Ik ook.", by=noor)
    assert Response.objects.filter(post=post).count() == 2

    with django_assert_max_num_queries(12):
        screen.get("/matchpunt/mijn/")


def test_i_tell_that_something_happened_with_the_host_beside_me(screen, code, answered, fatima):
    come_back(screen, code)
    url = f"/matchpunt/gesprek/{answered.conversation.code}/vertellen/"
    talk = screen.get(f"/matchpunt/gesprek/{answered.conversation.code}/").content.decode()
    assert url in talk
    assert "112" in screen.get(url).content.decode()

    assert screen.post(url, {"kind": "incident"}).status_code == 422
    page = screen.post(url, {"kind": "incident", "about": "rude"}).content.decode()

    concern = Concern.objects.get()
    assert (concern.by.name, concern.noted_by) == ("Truus", fatima)
    assert "Spreek nu met Fatima af" in page
    line = Record.objects.get(key="noticeboard.concern.told")
    assert (line.by_id, line.values["of"]) == (fatima.pk, str(concern.by_id))


def test_about_a_talk_of_others_nothing_is_told_here(screen, code, noor, bram):
    come_back(screen, code)
    talk = noticeboard.respond(make_ask(noor), "Ik kan.", by=bram).conversation
    url = f"/matchpunt/gesprek/{talk.code}/vertellen/"

    assert screen.post(url, {"kind": "worry", "about": "alone"}).status_code == 404
