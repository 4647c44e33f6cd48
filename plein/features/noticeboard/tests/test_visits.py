"""The first visit: a word that both know, meeting first, and what is said about money (TRUST-9)."""

import pytest

from plein.features.noticeboard import actions, visits
from plein.features.noticeboard.models import Match, Post
from plein.features.noticeboard.tests.making import agreed, answered, make_ask, make_offer
from plein.foundation.organisations.models import Organisation
from plein.foundation.proofs import actions as proofs
from plein.shared.notifications.models import Notification

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(noor, bram):
    return agreed(make_ask(noor, task_class="inside"), bram)


def told(member) -> str:
    return Notification.objects.get(to=member, key="noticeboard.visit_word").text


def test_words_can_be_said_and_are_many():
    words = visits.words()

    assert len(words) == len(set(words)) > 90
    assert all(word.isalpha() and word.islower() and len(word) <= 18 for word in words)
    assert len({visits.new_word() for _ in range(40)}) > 10


def test_both_get_the_same_word_by_their_own_channel(pair, noor, bram):
    word = Match.objects.get().word

    assert word in visits.words()
    assert word in told(noor)
    assert word in told(bram)
    assert "Doe niet open en bel ons" in told(noor)


def test_the_word_stands_in_no_subject(pair):
    word = Match.objects.get().word

    assert not Notification.objects.filter(subject__contains=word).exists()


def test_before_both_said_yes_there_is_no_word(noor, bram):
    response = actions.respond(make_ask(noor), "Ik kan", by=bram)
    actions.propose(response, "dinsdag", "bibliotheek", by=bram)

    assert Match.objects.get().word == ""


def test_who_know_each_other_need_none(pair, noor, bram):
    actions.done(pair, by=noor)

    second = agreed(make_ask(noor, title="Nog een keer"), bram)
    third = agreed(make_offer(noor), bram)

    assert second.matches.get().word == ""
    assert third.matches.get().word == ""


def test_the_card_has_it_and_the_number_of_the_place(as_member, pair, noor, bram, waterdrecht):
    url = f"/prikbord/afspraak/{pair.conversation.code}/kaart/"

    for member, other in ((noor, "Bram"), (bram, "Noor")):
        page = as_member(member).get(url).content.decode()
        assert Match.objects.get().word in page
        assert other in page


def test_nobody_else_sees_the_card(as_member, pair, fatima, joost):
    url = f"/prikbord/afspraak/{pair.conversation.code}/kaart/"

    assert as_member(fatima).get(url).status_code == 404
    assert as_member(joost).get(url).status_code in (302, 404)
    assert as_member().get(url).status_code == 302


def test_without_an_appointment_there_is_no_card(as_member, noor, bram):
    talk = answered(make_ask(noor), bram)

    assert as_member(noor).get(f"/prikbord/afspraak/{talk.code}/kaart/").status_code == 404


@pytest.mark.parametrize(("task_class", "first"), [("inside", True), ("trust", True),
                                                   ("door", False), ("public", False)])  # fmt: skip
def test_in_the_house_meeting_first_is_the_first_step(
    as_member, noor, bram, fatima, task_class, first
):
    proofs.note(bram, "vog", by=fatima)
    talk = answered(make_ask(noor, task_class=task_class), bram)

    page = as_member(noor).get(f"/prikbord/afspraak/{talk.code}/").content.decode()

    assert ("Leer elkaar eerst kennen" in page) is first


@pytest.mark.parametrize(("theme", "task_class", "said"), [
    ("boodschappen-koken", "door", True), ("tuin", "public", False), ("tuin", "trust", True),
])  # fmt: skip
def test_where_money_changes_hands_one_line_says_how(
    as_member, noor, bram, theme, task_class, said
):
    ask = make_ask(noor, theme=theme, task_class=task_class)

    page = as_member(bram).get(ask.get_absolute_url()).content.decode()

    assert ("Geef nooit je pinpas of pincode mee" in page) is said


def test_a_post_says_who_is_responsible(as_member, noor, bram):
    page = as_member(bram).get(make_ask(noor).get_absolute_url()).content.decode()

    assert "Tussen buren" in page


def test_of_an_organisation_it_says_whether_helpers_are_insured(as_member, noor, bram, molenwijk):
    choir = Organisation.objects.create(
        town=noor.town, community=molenwijk, name="Het Koor", slug="koor"
    )
    ask = make_ask(noor)
    Post.objects.update(stands_for="organisation", organisation=choir)

    def page():
        return as_member(bram).get(ask.get_absolute_url()).content.decode()

    assert "Valt onder de verantwoordelijkheid van Het Koor" in page()
    assert "verzekerd" not in page()
    Organisation.objects.update(insures=True)
    assert "Wie helpt, is via de organisatie verzekerd" in page()
