"""Before something goes on the board we may ask one friendly thing; nothing is done unasked."""

import pytest

from plein.features.noticeboard.models import Draft, Post
from plein.features.noticeboard.tests.test_asking import walk
from plein.lib.week import slot

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
    assert f'action="/suggesties/concept/{one.pk}/omdraaien/"' in text


@pytest.mark.parametrize(
    ("kind", "title"), [("offer", "Ik zoek hulp in de tuin"), ("ask", "Ik help graag in de tuin")]
)
def test_one_tap_takes_the_words_along_to_the_other_wizard(as_member, noor, kind, title):
    one = draft(noor, kind, title=title, text="Op dinsdag.", to="x", known_to="hosts")
    client, other = as_member(noor), {"ask": "offer", "offer": "ask"}[kind]
    assert "Het klinkt alsof" in read(client, one).content.decode()

    answer = client.post(f"/suggesties/concept/{one.pk}/omdraaien/")

    one.refresh_from_db()
    assert one.kind == other
    assert set(one.answers) == {"theme", "title", "text", "when_bits", "again", "task_class"}
    text = client.get(answer.url).content.decode()
    assert title in text
    assert "Je woorden gingen mee" in text
    assert "Het klinkt alsof" not in read(client, one).content.decode()


@pytest.mark.parametrize(
    "title", ["Ik kan niet meer zelf maaien", "Ik wil graag leren fietsen", "Boormachine te leen?"]
)
def test_an_ask_that_tells_of_oneself_is_no_offer(as_member, noor, title):
    assert (
        "Het klinkt alsof" not in read(as_member(noor), draft(noor, title=title)).content.decode()
    )


def test_a_time_in_the_text_can_be_filled_in(as_member, noor):
    one = draft(noor, text="Graag op dinsdagochtend.", when_bits=0)

    text = read(as_member(noor), one).content.decode()

    assert "Zullen we dat invullen" in text

    answer = as_member(noor).post(f"/suggesties/concept/{one.pk}/invullen/", {"wat": "when"})

    one.refresh_from_db()
    assert (answer.url, one.answers["when_bits"]) == ("/prikbord/vragen/controleer/", slot(1, 0))
    assert read(as_member(noor), one).content.decode().strip() == ""


def test_more_than_once_is_filled_in_and_nothing_else_ever_is(as_member, noor):
    one, client = draft(noor, text="Elke week graag, te koop, rolstoel."), as_member(noor)
    for odd in ("price", "sale", "task_class", "title", ""):
        client.post(f"/suggesties/concept/{one.pk}/invullen/", {"wat": odd})
    before = Draft.objects.get(pk=one.pk).answers
    assert before == one.answers

    client.post(f"/suggesties/concept/{one.pk}/invullen/", {"wat": "again"})

    assert Draft.objects.get(pk=one.pk).answers == before | {"again": True}


def test_a_distance_in_an_offer_leads_to_how_far_somebody_goes(as_member, noor):
    one = draft(noor, "offer", title="Ik maai graag", text="Niet verder dan 2 km.")
    noor.how_far = "further"
    noor.save()

    assert 'profiel/hoe-ver/"' in read(as_member(noor), one).content.decode()
    noor.how_far = "walk"
    noor.save()
    assert read(as_member(noor), one).content.decode().strip() == ""


@pytest.mark.parametrize("path", ["omdraaien", "invullen"])
def test_nobody_touches_the_draft_of_another(as_member, noor, bram, path):
    one = draft(noor, text="Elke week")

    answer = as_member(bram).post(f"/suggesties/concept/{one.pk}/{path}/", {"wat": "again"})

    assert answer.status_code == 404
    assert Draft.objects.get().answers == one.answers


def test_a_price_is_no_matter_for_this_board(as_member, noor):
    one = draft(noor, "offer", title="Tuinhulp te koop", text="25 euro per uur")

    assert "helpen buren elkaar gratis" in read(as_member(noor), one).content.decode()


@pytest.mark.parametrize(
    "words",
    [
        "Ik ben allergisch voor honden.",
        "Liefst een vrouw.",
        "Ik zit in een rolstoel.",
        "Het mag online.",
    ],
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
