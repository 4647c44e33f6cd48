"""A professional asks for a client, stays between, and the client can take it over (door 3)."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from plein.features.noticeboard import actions, client_words, few
from plein.features.noticeboard.models import AskClock, Post, ReplyClock, VisitDraft
from plein.features.noticeboard.tests.making import answered
from plein.features.noticeboard.tests.test_changing import photo
from plein.foundation.audit.models import Record
from plein.foundation.care import actions as care
from plein.foundation.care.models import Client, Mandate
from plein.foundation.care.tests import making
from plein.foundation.care.tests.conftest import *  # noqa: F403
from plein.foundation.communities.models import Community
from plein.foundation.media.models import Picture
from plein.foundation.outbox.models import Message as Posted
from plein.foundation.places.models import Area
from plein.foundation.taxonomy.models import Theme
from plein.shared.conversations import actions as conversations
from plein.shared.notifications.models import Notification
from plein.testing.cast import make_member

FORM, CHECK = "/prikbord/voor-client/", "/prikbord/voor-client/controleer/"
SAID = {
    "theme": "boodschappen-koken",
    "title": "Wie haalt een keer boodschappen?",
    "text": "",
    "when": "daytime",
    "task_class": "door",
}


def typed(client, **more):
    return SAID | {"client": str(client.pk)} | more


def place(nurse, client, **more):
    """The whole way on the screen."""
    nurse.post(FORM, typed(client, **more))
    key = nurse.get(CHECK).context["form_key"]
    return nurse.post(CHECK, {"form_key": key})


@pytest.fixture
def ask(nurse, somebody, mandate):
    place(nurse, somebody)
    return Post.objects.get()


def test_after_posting_for_a_client_stands_what_happens_now(nurse, somebody, mandate):
    page = nurse.get(place(nurse, somebody).url).content.decode()

    assert "Het staat op het prikbord, zonder naam." in page


def told(member):
    return set(Notification.objects.filter(to=member).values_list("key", flat=True))


def test_an_ask_comes_on_the_board_through_a_professional(ask, petra, molenwijk, mandate):
    assert (ask.author, ask.community, ask.mandate) == (petra, molenwijk, mandate.pk)
    assert (ask.door, ask.stands_for, ask.organisation) == ("visit", "professional", None)
    assert ask.audience == "members"
    assert AskClock.objects.get(post=ask).due_at
    assert not VisitDraft.objects.exists()


def test_neighbours_read_through_a_professional_and_no_name(as_member, ask, bram):
    page = as_member(bram, host="molenwijk.testserver").get(ask.get_absolute_url())
    words = page.content.decode()

    assert "via een professional" in words
    assert "Petra" not in words
    assert "Kanarie" not in words


def test_somebody_new_is_noted_with_their_yes_on_the_same_page(nurse, petra, molenwijk):
    said = {"client": "new", "name": "Meneer Dahlia", "home": str(molenwijk.pk)}
    nurse.post(FORM, SAID | said | {"consent": "spoken"})

    mandate = Mandate.objects.get()
    assert (mandate.client.name, mandate.professional) == ("Meneer Dahlia", petra)
    assert VisitDraft.objects.get().client == mandate.client_id
    assert "Dahlia" not in str(VisitDraft.objects.get().answers)


@pytest.mark.parametrize("wrong", [{"client": ""}, {"theme": "x"}, {"title": ""},
                                   {"client": "new", "name": ""}])  # fmt: skip
def test_what_is_missing_is_explained(nurse, somebody, mandate, wrong):
    assert nurse.post(FORM, typed(somebody) | wrong).status_code == 422
    assert not Post.objects.exists()


def test_half_a_page_is_kept_on_the_server(nurse, somebody, mandate):
    half = {"client": str(somebody.pk), "title": "Wie haalt", "bewaar": "1"}
    assert nurse.post(FORM, half).status_code == 204

    page = nurse.get(FORM)
    assert page.context["form"]["title"].value() == "Wie haalt"
    assert page.context["form"]["client"].value() == str(somebody.pk)


def test_what_was_begun_for_a_client_does_not_show_in_the_form_for_family(
    nurse, somebody, mandate, petra
):
    near = "/prikbord/voor-een-ander/"
    nurse.post(FORM, typed(somebody, title="Wie haalt pannenkoeken?"))
    type(petra).objects.filter(pk=petra.pk).update(greeted_at=timezone.now())

    page = nurse.get(near)
    assert (page.context["form"]["theme"].value(), page.context["form"]["title"].value()) == (
        None,
        None,
    )
    own = SAID | {"relation": "mother", "phone": "06 87654321", "title": "Wie drinkt koffie?"}
    assert nurse.post(near, own).status_code == 302
    assert nurse.get(FORM).context["form"]["title"].value() == "Wie haalt pannenkoeken?"
    assert nurse.get(near).context["form"]["title"].value() == "Wie drinkt koffie?"
    nurse.post(CHECK, {"form_key": nurse.get(CHECK).context["form_key"]})
    assert [draft.near for draft in VisitDraft.objects.all()] == [True]


def test_pressing_twice_after_the_network_failed_places_it_once(nurse, somebody, mandate):
    nurse.post(FORM, typed(somebody))
    key = nurse.get(CHECK).context["form_key"]

    first, second = (nurse.post(CHECK, {"form_key": key}) for _ in range(2))

    assert Post.objects.count() == 1
    assert first.url == second.url


@pytest.mark.parametrize("who", ["noor", "fatima", "mila"])
@pytest.mark.parametrize("path", [FORM, CHECK])
def test_only_professionals_have_this_page(as_member, request, somebody, who, path):
    assert as_member(request.getfixturevalue(who)).get(path).status_code == 404


def test_a_colleague_does_not_ask_on_my_word(ask, mandate, wouter, somebody):
    theme = Theme.objects.get(town=wouter.town_id, key="boodschappen-koken")
    wanted = actions.Wanted(kind="ask", theme=theme, title="Nog iets")

    with pytest.raises(actions.MayNotPost):
        actions.publish_for_client(wanted, mandate, by=wouter)


def test_a_yes_for_one_ask_is_used_once(nurse, petra, somebody):
    making.make_mandate(petra, somebody, scope="one")

    assert place(nurse, somebody).status_code == 302
    assert place(nurse, somebody, title="Nog iets").status_code == 403


def test_why_nothing_is_placed_is_said_in_its_own_words(nurse, petra, somebody):
    mandate = making.make_mandate(petra, somebody, scope="one")
    place(nurse, somebody)
    used = place(nurse, somebody, title="Nog iets")

    nurse.post(FORM, typed(somebody))
    key = nurse.get(CHECK).context["form_key"]
    Mandate.objects.filter(client=mandate.client).update(
        ended_at=timezone.now(), ended_because="withdrawn"
    )
    over = nurse.post(CHECK, {"form_key": key})

    assert {used.status_code, over.status_code} == {403}
    assert "Het ja was voor één vraag" in used.content.decode()
    assert "Het ja van deze cliënt is voorbij" in over.content.decode()


def test_a_mandate_that_is_over_places_nothing(nurse, somebody, mandate):
    nurse.post(FORM, typed(somebody))
    care.end_mandate(mandate, "withdrawn", by=mandate.professional)

    assert nurse.get(CHECK).url == FORM


def test_withdrawal_closes_the_ask_and_it_cannot_come_back(nurse, ask, mandate, petra):
    nurse.post(f"/clienten/machtiging/{mandate.pk}/stoppen/")

    ask.refresh_from_db()
    assert ask.closing == "not_needed"
    with pytest.raises(PermissionDenied):
        actions.renew(ask, by=petra)


def test_answers_go_to_the_professional_and_the_helper_hears_when(ask, petra, bram):
    talk = answered(ask, bram)

    assert {row.member for row in talk.participants.all()} == {petra, bram}
    assert "noticeboard.hears" in told(bram)
    assert ReplyClock.objects.get().due_at


def test_without_a_word_the_team_is_asked_and_then_the_organisation(ask, petra, wouter, bram):
    answered(ask, bram)
    with time_machine.travel(timezone.now() + timedelta(days=5)):
        assert actions.climb_replies() == 1
        assert actions.climb_replies() == 0
    assert "noticeboard.helper_waits" in told(petra) & told(wouter)
    assert "noticeboard.still_hears" in told(bram)

    with time_machine.travel(timezone.now() + timedelta(days=12)):
        assert actions.climb_replies() == 1
    mail = Posted.objects.filter(category="care").get()
    assert mail.address == "ria@zorg.example"
    assert "Kanarie" not in mail.text + mail.subject


def test_a_word_of_the_professional_stops_the_clock(ask, petra, bram):
    talk = answered(ask, bram)
    with time_machine.travel(timezone.now() + timedelta(minutes=5)):
        conversations.say(talk, "Dank je, ik overleg even.", by=petra)
    with time_machine.travel(timezone.now() + timedelta(days=5)):
        assert actions.climb_replies() == 0
    assert ReplyClock.objects.get().due_at is None


def test_the_next_word_of_the_helper_starts_the_clock_again(
    ask, petra, bram, wouter, django_capture_on_commit_callbacks
):
    talk, start = answered(ask, bram), timezone.now()

    def say(words, by, days):
        moment = time_machine.travel(start + timedelta(days=days, minutes=5), tick=False)
        with moment, django_capture_on_commit_callbacks(execute=True):
            conversations.say(talk, words, by=by)
        return ReplyClock.objects.get()

    first = ReplyClock.objects.get()
    assert say("Ik bedoel dinsdag.", bram, 0).due_at == first.due_at, "Asking twice costs no time."
    say("Dank je, ik overleg even.", petra, 1)
    again = say("En, weet je het al?", bram, 2)
    assert (again.step, again.began_at > first.began_at) == (0, True)
    assert again.due_at > first.due_at
    with time_machine.travel(start + timedelta(days=9)):
        assert actions.climb_replies() == 1
    assert "noticeboard.helper_waits" in told(wouter)


def test_a_colleague_takes_ask_and_talks_over(nurse, ask, mandate, wouter, bram, petra):
    talk = answered(ask, bram)
    url = f"/clienten/machtiging/{mandate.pk}/overdragen/"
    assert nurse.post(url, {"taker": str(wouter.pk), "reason": ""}).status_code == 422

    nurse.post(url, {"taker": str(wouter.pk), "reason": "holiday"})

    ask.refresh_from_db()
    assert ask.author == wouter
    assert {row.member for row in talk.participants.all()} == {wouter, bram}
    assert mandate.handovers.get().reason == "holiday"
    assert "noticeboard.yours_now" in told(wouter)
    assert "noticeboard.other_voice" in told(bram)


def test_with_the_code_of_the_card_the_client_takes_over(
    nurse, as_member, ask, mandate, bram, petra, molenwijk
):
    talk = answered(ask, bram)
    page = nurse.post(f"/clienten/machtiging/{mandate.pk}/kaart/")
    me = make_member("Annie", molenwijk, greeted=False)

    answer = as_member(me).post("/kaart/", {"code": page.context["code"].lower()})

    ask.refresh_from_db()
    mandate.refresh_from_db()
    assert answer.status_code == 200
    assert (ask.author, ask.stands_for, ask.mandate) == (me, "resident", None)
    assert mandate.ended_because == "taken_over"
    assert {row.member for row in talk.participants.all()} == {me, bram}
    me.refresh_from_db()
    assert me.is_greeted, "The professional has met the client: the talk opens at once."
    assert me.greeted_by is None
    assert as_member(bram).post("/kaart/", {"code": page.context["code"]}).status_code == 422


def test_a_wrong_or_old_code_says_the_same(nurse, as_member, ask, mandate, noor, petra):
    page = nurse.post(f"/clienten/machtiging/{mandate.pk}/kaart/")
    wrong = as_member(noor).post("/kaart/", {"code": "3333 3333"})
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        old = as_member(noor).post("/kaart/", {"code": page.context["code"]})

    assert wrong.status_code == old.status_code == 422
    assert nurse.post("/kaart/", {"code": page.context["code"]}).status_code == 422


def test_erasing_a_client_leaves_no_word(
    nurse, ask, mandate, somebody, bram, petra, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    talk = answered(ask, bram)
    actions.add_picture(ask, photo(), alt="Zo ziet de tuin eruit", by=petra)
    conversations.say(talk, "Het is voor Kanarievogel, Kanariestraat 12.", by=petra)

    nurse.post(f"/clienten/{somebody.pk}/wissen/")

    ask.refresh_from_db()
    assert (ask.mandate, ask.text, ask.closing, ask.picture) == (None, "", "not_needed", None)
    assert not Picture.objects.exists()
    assert not Client.objects.exists()
    assert not talk.messages.exclude(text="").exists()
    assert not Posted.objects.filter(text__contains="Kanarie").exists()
    assert not Notification.objects.filter(text__contains="Kanarie").exists()


def test_a_mandate_that_ends_is_told_of_in_time_and_then_closes(ask, mandate, petra):
    with time_machine.travel(timezone.now() + timedelta(days=172)):
        assert (care.remind(), care.remind()) == (1, 0)
    assert "noticeboard.mandate_ends" in told(petra)
    with time_machine.travel(timezone.now() + timedelta(days=190)):
        care.end_old_mandates()
    ask.refresh_from_db()
    assert ask.closing == "not_needed"


def test_who_is_not_let_in_any_more_is_followed_by_a_colleague(
    ask, agreement, mandate, petra, wouter, mila, bram
):
    """At once: not one more reply comes to who is not let in. And it is nobody's deed."""
    talk = answered(ask, bram)

    care.end_admission(agreement.admissions.get(member=petra), by=mila)

    ask.refresh_from_db()
    assert ask.author == wouter
    assert {row.member for row in talk.participants.all()} == {wouter, bram}
    assert mandate.handovers.get().reason == "left"
    for key in ("care.mandate.handed_over", "noticeboard.post.given"):
        assert Record.objects.get(key=key).by_id is None
    care.end_admission(agreement.admissions.get(member=wouter), by=mila)
    mandate.refresh_from_db()
    ask.refresh_from_db()
    assert (mandate.ended_because, ask.closing) == ("not_admitted", "arranged")


# The name of the organisation


def many_live_here(*places, inhabitants=8000):
    for number, place in enumerate(places):
        area = Area.objects.create(
            code=f"x{number}", name="x", outline={}, lat=1, lon=1, inhabitants=inhabitants
        )
        Community.objects.filter(pk=place.pk).update(area=area)


def shown(mandate):
    fresh = Mandate.objects.get(pk=mandate.pk)
    return client_words.organisation_to_show(fresh)


def test_the_name_stands_there_only_when_it_may_and_enough_people_fit(
    agreement, petra, somebody, mila, molenwijk, waterdrecht
):
    many_live_here(molenwijk, waterdrecht)
    mandate = making.make_mandate(petra, somebody, may_name_organisation=True)
    assert shown(mandate) is None
    care.change_agreement(agreement, by=mila, harmless=True, serves=150)
    assert shown(mandate) is None
    care.change_agreement(agreement, by=mila, serves=1000)
    assert shown(mandate) == agreement.organisation
    Mandate.objects.update(may_name_organisation=False)
    assert shown(mandate) is None


@pytest.mark.parametrize(("wijk", "town", "serves", "people"), [
    (5000, 10000, 400, 50), (5000, 10000, 399, 49), (0, 10000, 400, 0), (5000, 0, 400, 0),
    (5000, 10000, 0, 0), (100, 100, 100000, 25),
])  # fmt: skip
def test_how_many_people_it_could_be(wijk, town, serves, people):
    assert few.could_be(wijk=wijk, town=town, serves=serves) == people
    assert few.fits_enough(wijk=wijk, town=town, serves=serves) is (people >= 50)


def test_the_name_is_part_of_who_stands_for_it(agreement, petra, somebody):
    post = Post(stands_for="professional", organisation=agreement.organisation, author=petra)

    assert post.byline == "via een professional van Zorg Dichtbij"


def test_the_same_helper_again_goes_through_the_page_of_the_client(ask, petra, bram):
    with pytest.raises(PermissionDenied):
        actions.again_with(ask, bram, by=petra)


def test_with_many_clients_there_is_a_list_to_choose_from(nurse, petra, agreement, molenwijk):
    for number in range(14):
        client = making.make_client(petra, agreement, molenwijk, name=f"Meneer {number}")
        making.make_mandate(petra, client)

    assert "<select" in str(nurse.get(FORM).context["form"]["client"])
