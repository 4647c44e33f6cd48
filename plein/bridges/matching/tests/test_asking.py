"""Before something goes on the board we may ask one friendly thing; nothing is done unasked."""

import pytest

from plein.features.noticeboard.models import Draft, Post
from plein.features.noticeboard.tests.test_asking import walk

PART = {"HX-Request": "true"}


def draft(member, kind="ask", **answers):
    usual = {"theme": "tuin", "title": "Wie maait mijn gras?", "text": "", "when_bits": 7,
             "again": False, "task_class": "public"}  # fmt: skip
    return Draft.objects.create(
        town_id=member.town_id, community=member.home, member=member, kind=kind,
        answers=usual | answers,
    )  # fmt: skip


def read(client, one, **headers):
    return client.get(f"/suggesties/concept/{one.pk}/", headers=headers or PART)


def test_the_check_page_leads_there(as_member, noor):
    client = as_member(noor)
    walk(client)

    text = client.get("/prikbord/vragen/controleer/").content.decode()

    assert f"/suggesties/concept/{Draft.objects.get().pk}/" in text


def test_an_offer_that_asks_is_asked_about(as_member, noor):
    one = draft(noor, "offer", title="Ik zoek hulp in de tuin")

    text = read(as_member(noor), one).content.decode()

    assert "Het klinkt alsof je hulp zoekt" in text
    assert 'href="/prikbord/vragen/"' in text


def test_a_time_in_the_text_can_be_filled_in(as_member, noor):
    one = draft(noor, text="Graag op dinsdagochtend.", when_bits=0)

    text = read(as_member(noor), one).content.decode()

    assert "Vul je ook in wanneer je kunt?" in text
    assert 'href="/prikbord/vragen/wanneer/"' in text


def test_a_price_is_no_matter_for_this_board(as_member, noor):
    one = draft(noor, "offer", title="Tuinhulp te koop", text="25 euro per uur")

    assert "helpen buren elkaar gratis" in read(as_member(noor), one).content.decode()


@pytest.mark.parametrize(
    "words", ["Ik ben allergisch voor honden.", "Liefst een vrouw.", "Ik zit in een rolstoel."]
)
def test_what_we_cannot_sort_on_stays_in_the_text(as_member, noor, words):
    one = draft(noor, text=words)

    assert "Daar kunnen wij niet op zoeken" in read(as_member(noor), one).content.decode()


def test_when_nothing_is_odd_the_part_is_empty(as_member, noor):
    assert read(as_member(noor), draft(noor)).content.decode().strip() == ""


def test_without_javascript_it_is_a_page(as_member, noor):
    text = as_member(noor).get(f"/suggesties/concept/{draft(noor).pk}/").content.decode()

    assert "Ja, wij zien niets geks." in text


def test_at_most_three_questions(as_member, noor):
    one = draft(
        noor, "offer", when_bits=0, title="Ik zoek iemand",
        text="Elke week op dinsdag, te koop voor 5 euro, liefst een vrouw, niet roken, rolstoel",
    )  # fmt: skip

    assert read(as_member(noor), one).content.decode().count("Je schrijft") == 3


def test_nothing_changes_by_looking(as_member, noor):
    one = draft(noor, "offer", title="Ik zoek hulp")

    read(as_member(noor), one)

    one.refresh_from_db()
    assert one.kind == "offer"
    assert not Post.objects.exists()


def test_what_somebody_wrote_is_shown_as_text(as_member, noor):
    one = draft(noor, text="Liefst een vrouw <script>alert(1)</script> te koop", when_bits=0)

    assert "<script>alert" not in read(as_member(noor), one).content.decode()


@pytest.mark.parametrize("who", ["bram", None])
def test_the_draft_of_another_does_not_exist(as_member, request, noor, who):
    client = as_member(request.getfixturevalue(who) if who else None)

    assert read(client, draft(noor)).status_code == 404


@pytest.mark.parametrize("text", ["", "😀" * 700, "a" * 1500, "\x00\u202e"])
def test_any_text_gets_an_answer(as_member, noor, text):
    assert read(as_member(noor), draft(noor, text=text.replace("\x00", ""))).status_code == 200


def test_a_guest_is_asked_as_well(as_member, molenwijk):
    client = as_member()
    walk(client)

    assert read(client, Draft.objects.get()).status_code == 200
