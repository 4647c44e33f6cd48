"""The pages around the promise: what everybody reads, what a manager arranges, what is noted."""

import pytest
from django.utils import timezone

from plein.features.noticeboard import actions, promise, safety
from plein.features.noticeboard.models import AnswerRules, Contact, OnClock, Post
from plein.features.noticeboard.tests.making import answered, make_ask
from plein.foundation.audit.models import Record
from plein.foundation.communities import tree
from plein.shared.notifications.models import Notification

pytestmark = pytest.mark.django_db
RULES = {
    "invite_after": "24", "connector_after": "48", "team_after": "96", "map_after": "144",
    "last_after": "192", "wakes_at": "9", "sleeps_at": "17", "days": ["0", "2"],
    "closing_days": "25-12-2026\n1/1/2027",
}  # fmt: skip


@pytest.fixture
def ask(noor):
    return make_ask(noor)


def call_page(ask) -> str:
    return f"/prikbord/{ask.address}/bellen/"


def test_everybody_reads_the_promise(as_member, waterdrecht):
    page = as_member().get("/prikbord/belofte/")

    assert "Elke vraag krijgt antwoord van een mens" in page.content.decode()
    assert "te weinig vragen" in page.content.decode()


def test_a_manager_sees_who_is_on_the_clock(as_member, mila):
    page = as_member(mila).get("/prikbord/klok/").content.decode()

    assert "Els" in page
    assert "Het wijkteam" in page
    assert "Hier kunnen mensen vragen stellen." in page


@pytest.mark.parametrize("path", ["/prikbord/klok/", "/prikbord/klok/regels/"])
def test_only_managers_do(as_member, fatima, bram, joost, path):
    assert as_member(fatima).get(path).status_code == 404
    assert as_member(bram).get(path).status_code == 404
    assert as_member(joost).get(path).status_code in (302, 404)
    assert as_member().get(path).status_code == 302


def test_a_manager_puts_a_connector_on_the_clock(as_member, mila, fatima):
    as_member(mila).post("/prikbord/klok/", {"add": "1", "member": str(fatima.pk)})

    row = OnClock.objects.get(member=fatima)
    assert row.name == "Fatima"
    assert not row.last_resort


def test_twice_the_same_person_is_refused_kindly(as_member, mila, fatima):
    said = {"add": "1", "member": str(fatima.pk)}
    as_member(mila).post("/prikbord/klok/", said)

    page = as_member(mila).post("/prikbord/klok/", said)

    assert page.status_code == 422
    assert OnClock.objects.filter(member=fatima).count() == 1


def test_somebody_without_a_role_is_not_on_the_list(as_member, mila, bram):
    page = as_member(mila).post("/prikbord/klok/", {"add": "1", "member": str(bram.pk)})

    assert page.status_code == 422
    assert not OnClock.objects.filter(member=bram).exists()


def test_somebody_outside_the_site_is_the_last_resort_with_a_number(as_member, mila):
    post = as_member(mila).post
    said = {"add": "1", "name": "Dokter Vos"}

    assert post("/prikbord/klok/", said).status_code == 422
    assert post("/prikbord/klok/", said | {"last_resort": "on"}).status_code == 422
    post("/prikbord/klok/", said | {"last_resort": "on", "phone": "0184 555 010"})

    assert OnClock.objects.get(name="Dokter Vos").phone == "0184 555 010"


def test_a_manager_says_who_is_away(as_member, mila, waterdrecht):
    row = OnClock.objects.get(town=waterdrecht, name="Els")
    url = f"/prikbord/klok/{row.pk}/weg/"

    wrong = as_member(mila).post(url, {"away_from": "2026-12-02", "away_until": "2026-12-01"})
    as_member(mila).post(url, {"away_from": "2026-12-01", "away_until": "2026-12-08"})

    row.refresh_from_db()
    assert wrong.status_code == 422
    assert str(row.away_until) == "2026-12-08"


def test_and_takes_somebody_off(as_member, mila, waterdrecht):
    row = OnClock.objects.get(town=waterdrecht, name="Els")

    as_member(mila).post(f"/prikbord/klok/{row.pk}/weg/", {"remove": "1"})

    assert not OnClock.objects.filter(pk=row.pk).exists()
    assert Record.objects.filter(key="noticeboard.on_clock.removed").exists()


def test_somebody_of_another_town_is_nobody_here(as_member, mila, elders):
    row = OnClock.objects.get(town=elders, name="Els")

    assert as_member(mila).post(f"/prikbord/klok/{row.pk}/weg/", {"remove": "1"}).status_code == 404
    assert OnClock.objects.filter(pk=row.pk).exists()


def test_a_manager_changes_steps_and_hours(as_member, mila, waterdrecht):
    page = as_member(mila).post("/prikbord/klok/regels/", RULES)

    rules = AnswerRules.objects.get(community=waterdrecht)
    assert page.status_code == 302
    assert (rules.wakes_at, rules.sleeps_at, rules.days) == (9, 17, 0b101)
    assert rules.closing_days == ["2026-12-25", "2027-01-01"]


@pytest.mark.parametrize(
    "wrong",
    [{"sleeps_at": "8"}, {"days": []}, {"closing_days": "morgen"}, {"last_after": "24"},
     {"invite_after": "999"}, {"wakes_at": "x"}],
    ids=lambda wrong: next(iter(wrong)),
)  # fmt: skip
def test_what_cannot_be_is_said_at_the_field(as_member, mila, wrong):
    page = as_member(mila).post("/prikbord/klok/regels/", RULES | wrong)

    assert page.status_code == 422
    assert not AnswerRules.objects.exists()


def test_a_manager_closes_and_opens_the_place(as_member, mila, noor):
    as_member(mila).post("/prikbord/klok/", {"close": "1"})
    with pytest.raises(actions.PlaceRests):
        make_ask(noor)

    as_member(mila).post("/prikbord/klok/", {"open": "1"})

    assert make_ask(noor).is_open


def test_without_enough_people_it_stays_closed(as_member, mila, noor, waterdrecht):
    as_member(mila).post("/prikbord/klok/", {"close": "1"})
    OnClock.objects.filter(town=waterdrecht, name="Els").delete()

    page = as_member(mila).post("/prikbord/klok/", {"open": "1"}, follow=True)

    assert "Zet eerst twee mensen" in page.content.decode()
    assert AnswerRules.objects.get().closed_at is not None


def test_a_place_that_rests_says_where_to_call_instead(as_member, noor, waterdrecht):
    OnClock.objects.filter(town=waterdrecht).delete()

    page = as_member(noor).get("/prikbord/vragen/")

    assert page.status_code == 503
    assert "nemen even geen nieuwe vragen aan" in page.content.decode()
    assert as_member(noor).get("/prikbord/aanbieden/").status_code == 200


def test_a_connector_calls_and_notes_it_with_one_tap(as_member, fatima, ask):
    page = as_member(fatima).get(call_page(ask)).content.decode()
    assert "Noor wacht op antwoord" in page
    assert Record.objects.filter(key="noticeboard.number.seen").count() == 1

    as_member(fatima).post(call_page(ask), {"result": "reached"})

    assert Contact.objects.get().by == fatima
    assert "Niet gelukt" not in page
    assert "Is het niet gelukt?" in as_member(fatima).get(call_page(ask)).content.decode()


def test_a_wrong_number_is_another_thing_than_who_moved(as_member, fatima, noor, ask):
    client, page = as_member(fatima), call_page(ask)
    html = client.get(page).content.decode()
    assert "Woont hier niet meer<" in html
    assert "Het nummer klopt niet" in html

    said = client.post(page, {"result": "wrong"}, follow=True).content.decode()

    noor.refresh_from_db()
    assert noor.is_here
    assert Post.objects.get().is_open
    assert "Er stopt niets: de vraag wacht nog" in said
    assert "Dit nummer klopte de vorige keer niet" in said
    client.post(page, {"result": "reached"})
    assert "Dit nummer klopte" not in client.get(page).content.decode()


def test_the_ask_ends_honestly_after_the_talk(as_member, fatima, ask):
    url = f"/prikbord/{ask.address}/niet-gelukt/"
    as_member(fatima).post(url)
    assert Post.objects.get().is_open

    as_member(fatima).post(call_page(ask), {"result": "reached"})
    as_member(fatima).post(url)

    assert Post.objects.get().closing == "unmet"


def test_neighbours_and_guests_do_not_come_there(as_member, bram, noor, joost, ask):
    assert as_member(bram).get(call_page(ask)).status_code == 404
    assert as_member(noor).get(call_page(ask)).status_code == 404
    assert as_member(joost).get(call_page(ask)).status_code in (302, 404)
    assert as_member().get(call_page(ask)).status_code == 302
    assert as_member(bram).post(f"/prikbord/{ask.address}/niet-gelukt/").status_code == 404


def test_a_connector_does_not_take_up_an_ask_of_their_own(as_member, fatima):
    own = make_ask(fatima)

    assert as_member(fatima).get(call_page(own)).status_code == 403


def test_with_a_helper_there_is_nothing_to_do(as_member, fatima, ask, bram):
    answered(ask, bram)

    page = as_member(fatima).get(call_page(ask)).content.decode()

    assert "Hier wacht niets op jou" in page


def test_without_a_choice_it_says_so(as_member, fatima, ask):
    assert as_member(fatima).post(call_page(ask), {"result": "x"}).status_code == 422
    assert not Contact.objects.exists()


def test_a_manager_names_who_is_called_when_something_happened(as_member, mila, fatima):
    post = as_member(mila).post
    said = {"add": "1", "member": str(fatima.pk), "for_safety": "on"}
    assert post("/prikbord/klok/", said | {"last_resort": "on"}).status_code == 422

    post("/prikbord/klok/", said)

    place = fatima.home.tree.town
    assert safety.safety_people(place)[0].name == "Fatima"
    assert "Fatima" not in [row.name for row in promise.watch(place).people]
    page = as_member(mila).get("/prikbord/klok/").content.decode()
    assert "Wie we bellen als er iets gebeurd is" in page
    assert "Zet twee mensen op deze lijst die er zijn" in page


def test_who_is_away_or_in_the_case_is_not_called(as_member, mila, fatima, bram, noor):
    """Then who watches the clock helps, and then the last resort, until two can be told."""
    place = mila.home.tree.town
    named = [
        actions.put_on_clock(place, by=mila, member=one, for_safety=True) for one in (fatima, mila)
    ]

    def called(apart=()):
        return {row.member for row in safety.safety_people(place, apart)} - {None}

    def warned():
        page = as_member(mila).get("/prikbord/klok/").content.decode()
        return "Zet twee mensen op deze lijst" in page

    assert not warned()
    assert called() == {fatima, mila}
    OnClock.objects.filter(town=place.pk, name="Els", for_safety=False).update(member=bram)
    actions.be_away(named[0], timezone.localdate(), None, by=mila)
    assert warned()
    assert called() == {mila, bram}
    actions.put_on_clock(place, by=mila, member=noor, last_resort=True)
    assert called({mila.pk}) == {bram, noor}
    assert safety.may_hear(place, {mila.pk}) == {fatima.pk, bram.pk, noor.pk}


def test_somebody_outside_the_site_is_not_called_for_that(as_member, mila):
    said = {"add": "1", "name": "Dokter Vos", "phone": "0184 1", "for_safety": "on"}

    assert as_member(mila).post("/prikbord/klok/", said).status_code == 422
    assert not OnClock.objects.filter(for_safety=True).exists()


def test_what_did_not_work_out_is_told_kindly(as_member, fatima, noor, ask):
    as_member(fatima).post(call_page(ask), {"result": "reached"})

    as_member(fatima).post(f"/prikbord/{ask.address}/niet-gelukt/")

    told = Notification.objects.get(to=noor, key="noticeboard.closed")
    assert "Het spijt ons" in told.text


@pytest.mark.parametrize("on", [True, False])
def test_a_place_without_a_social_map_sends_nobody_there(as_member, fatima, ask, waterdrecht, on):
    waterdrecht.module_changes = {"directory": on}
    waterdrecht.save()
    tree.changed(waterdrecht.pk)

    page = as_member(fatima).get(call_page(ask)).content.decode()

    assert ("/plekken/" in page) is on
