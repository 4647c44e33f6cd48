"""The talk page: only for who takes part, and new answers arrive by themselves."""

from datetime import UTC, datetime

import pytest
from django.core.cache import cache

from plein.foundation.communities.actions import greet
from plein.shared.conversations import actions
from plein.shared.conversations.models import Conversation, Participant
from plein.shared.conversations.queries import unread_talks
from plein.shared.notifications.models import Notification


def newer(talk, after="") -> str:
    return f"{talk.get_absolute_url()}nieuw/?na={after}"


def last(talk):
    return talk.messages.order_by("-id").first().pk


def test_both_read_the_talk(talk, page, as_member, noor, bram):
    for member in (noor, bram):
        html = as_member(member).get(page).content.decode()

        assert "Ik loop elke dag langs." in html
        assert 'href="/prikbord/huisdieren-7f3k2/"' in html


@pytest.mark.parametrize("path", ["", "nieuw/", "blokkeren/"])
@pytest.mark.parametrize("who", ["fatima", "mila", "nadia"])
def test_for_staff_and_neighbours_the_talk_does_not_exist(page, as_member, request, path, who):
    client = as_member(request.getfixturevalue(who))

    assert client.get(page + path).status_code == 404
    assert client.post(page + path, {"text": "hoi"}).status_code in (404, 405)


def test_for_another_town_the_talk_does_not_exist(page, as_member, joost, noor):
    assert as_member(joost, host="elders.testserver").get(page).status_code == 404
    assert as_member(joost).get(page).status_code != 200
    assert as_member(noor, host="elders.testserver").get(page).status_code != 200


def test_a_guest_is_led_to_the_entrance(page, as_member):
    answer = as_member().get(page)

    assert answer.status_code == 302
    assert answer.url.startswith("/inloggen/")


def test_a_neighbour_answers_on_the_page(talk, page, as_member, noor, bram):
    answer = as_member(noor).post(page, {"text": "Dinsdag om tien uur?"}, follow=True)

    assert "Dinsdag om tien uur?" in answer.content.decode()
    assert talk.messages.latest("id").author == noor
    assert Notification.objects.filter(to=bram).exists()


def test_a_form_sent_twice_counts_once(talk, page, as_member, noor):
    client = as_member(noor)
    key = client.get(page).context["form"]["form_key"].value()
    for _time in range(2):
        client.post(page, {"text": "Tot dan!", "form_key": key})

    assert talk.messages.filter(text="Tot dan!").count() == 1


def test_an_empty_message_gets_a_clear_sentence(talk, page, as_member, noor):
    answer = as_member(noor).post(page, {"text": "  "})

    assert answer.status_code == 422
    assert "Schrijf eerst iets" in answer.content.decode()


def test_what_was_typed_is_kept_when_it_is_too_long(page, as_member, noor):
    answer = as_member(noor).post(page, {"text": "lang " * 900})

    assert answer.status_code == 422
    assert "lang lang" in answer.content.decode()


def test_htmx_gets_only_the_talk(page, as_member, noor):
    html = as_member(noor).get(page, headers={"HX-Request": "true"}).content.decode()

    assert "Ik loop elke dag langs." in html
    assert "<html" not in html


def test_new_answers_arrive_by_themselves(talk, as_member, noor, bram):
    before = last(talk)
    actions.say(talk, "Ik ben er om tien uur", by=bram)

    answer = as_member(noor).get(newer(talk, before))

    assert "Ik ben er om tien uur" in answer.content.decode()
    assert "Ik loop elke dag langs." not in answer.content.decode()
    assert f"na={last(talk)}" in answer.content.decode()


def test_nothing_new_is_one_cheap_question(talk, as_member, noor, django_assert_max_num_queries):
    client, after = as_member(noor), last(talk)
    client.get(newer(talk, after))
    cache.clear()

    with django_assert_max_num_queries(4):  # three for session, place and member
        answer = client.get(newer(talk, after))

    assert answer.status_code == 204
    assert answer.content == b""


def test_a_strange_key_does_no_harm(talk, as_member, noor):
    assert as_member(noor).get(newer(talk, "geen-sleutel")).status_code == 200


def test_a_talk_page_asks_the_same_number_of_questions_with_many_messages(
    talk, page, as_member, noor, bram, django_assert_max_num_queries
):
    for number in range(40):
        actions.say(talk, f"Bericht {number}", by=bram)
    client = as_member(noor)
    client.get(page)

    with django_assert_max_num_queries(12):
        client.get(page)


def test_the_list_shows_with_whom_and_what_is_new(talk, as_member, noor, bram):
    actions.say(talk, "Nog iets", by=bram)

    html = as_member(noor).get("/gesprekken/").content.decode()

    assert "Bram" in html
    assert "Wie laat Boris uit?" in html
    assert "2 nieuw" in html


@pytest.mark.parametrize("path", ["/gesprekken/", "the talk"])
def test_a_day_is_written_out(talk, page, as_member, noor, path):
    day = datetime(2026, 11, 7, 12, tzinfo=UTC)
    talk.messages.update(made_at=day)
    Conversation.objects.filter(pk=talk.pk).update(last_message_at=day)

    html = as_member(noor).get(page if path == "the talk" else path).content.decode()

    assert "7 november" in html
    assert "7 Nov" not in html


def test_the_list_does_not_ask_more_with_more_talks(
    as_member, noor, bram, django_assert_max_num_queries
):
    for number in range(40):
        actions.begin(
            title=f"{number}", about_url="", members=[noor, bram], first_words="Hoi", by=bram
        )
    client = as_member(noor)
    client.get("/gesprekken/")

    with django_assert_max_num_queries(8):
        answer = client.get("/gesprekken/")
    assert len(answer.context["rows"]) == 30
    rest = client.get("/gesprekken/" + answer.context["more_url"])
    assert len(rest.context["rows"]) == 10


def test_reading_empties_your_own_counter_and_tells_nobody(talk, page, as_member, noor, bram):
    assert unread_talks(noor) == 1

    as_member(noor).get(page)

    assert unread_talks(noor) == 0
    html = as_member(bram).get(page).content.decode().lower()
    assert "gezien" not in html.replace("gezien?", "")
    assert "gelezen" not in html


def test_your_own_words_are_never_new(talk, bram, noor):
    actions.say(talk, "Ja graag", by=noor)

    assert unread_talks(noor) == 0
    assert unread_talks(bram) == 1


def test_without_talks_the_list_says_how_to_begin(as_member, noor):
    assert "Nog geen gesprekken" in as_member(noor).get("/gesprekken/").content.decode()


def test_who_was_not_greeted_reads_what_happens_next(as_member, noor, nadia, fatima):
    talk = actions.begin(
        title="Koffie", about_url="", members=[noor, nadia], first_words="Kanarie", by=noor
    )
    client = as_member(nadia)

    html = client.get(talk.get_absolute_url()).content.decode()
    assert "Kanarie" not in html
    assert "Eerst maken we graag kennis met je" in html
    assert "Niemand komt zomaar langs. Je kunt ons ook bellen" in html
    assert client.get(newer(talk)).status_code == 204

    greet(nadia, by=fatima)
    assert "Kanarie" in client.get(talk.get_absolute_url()).content.decode()


def test_who_left_has_a_kind_name(talk, page, as_member, noor, bram):
    bram.state = bram.State.LEFT
    bram.save()

    html = as_member(noor).get(page).content.decode()

    assert "Iemand die niet meer meedoet" in html
    assert "Bram" not in html


def test_when_a_member_is_erased_the_words_stay_for_the_other(talk, page, as_member, noor, bram):
    Participant.objects.filter(member=bram).delete()
    talk.messages.update(author=None)

    assert "Iemand die niet meer meedoet" in as_member(noor).get(page).content.decode()


def test_words_of_a_person_are_words_and_nothing_else(talk, page, as_member, noor, bram):
    actions.say(talk, "<script>alert(1)</script><b>dik</b>", by=bram)

    html = as_member(noor).get(page).content.decode()

    assert "<script>alert" not in html
    assert "&lt;b&gt;dik" in html


def test_the_page_of_a_member_is_never_kept(page, as_member, noor):
    assert "no-store" in as_member(noor).get(page).headers["Cache-Control"]
