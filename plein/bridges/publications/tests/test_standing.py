"""New every month: at an address that stays, for the library and the doctor (BLOCK-10)."""

from datetime import date, timedelta
from urllib.parse import urlencode

import pytest
from django.utils import timezone

from plein.bridges.overviews.models import SavedList
from plein.bridges.publications import actions
from plein.bridges.publications.actions.standing import MOST, first_of_next_month
from plein.bridges.publications.models import Edition, Order, Standing
from plein.bridges.publications.tasks import make, renew
from plein.bridges.publications.tests.making import made, make_agenda, make_standing, ordered
from plein.features.activities.models import Activity
from plein.foundation.audit.models import Record
from plein.foundation.communities import tree
from plein.foundation.jobs.models import Task
from plein.foundation.outbox.models import Message
from plein.shared.notifications.models import Notification


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def agenda(noor):
    return make_agenda(noor, "Koffie in De Wiek")


@pytest.fixture
def standing(noor, waterdrecht, agenda):
    kept = make_standing(noor, waterdrecht, house="agenda", mails=True)
    renew(str(kept.pk))
    kept.refresh_from_db()
    return kept


def test_a_member_keeps_what_they_just_made(as_member, noor, waterdrecht, agenda):
    order = made(waterdrecht, "agenda")

    page = as_member(noor).post(
        f"/op-papier/{order.key}/bewaren/", {"name": "Voor de bieb"}, follow=True
    )

    kept = Standing.objects.get()
    assert "Voor de bieb" in page.content.decode()
    assert f"http://testserver/op-papier/vast/{kept.code}/" in page.content.decode()
    assert kept.edition_id == order.edition_id
    assert Record.objects.filter(key="publications.standing.kept", by_id=noor.pk).exists()


def test_an_impatient_thumb_keeps_one(as_member, noor, waterdrecht, agenda):
    browser, order = as_member(noor), ordered(waterdrecht, "agenda")
    url = f"/op-papier/{order.key}/bewaren/"
    said = {"name": "Voor de bieb", "form_key": browser.get(url).context["form_key"]}

    first, second = (browser.post(url, said) for _ in range(2))

    assert first.url == second.url == Standing.objects.get().get_absolute_url()


def test_without_a_name_it_asks_for_one(as_member, noor, waterdrecht, agenda):
    order = made(waterdrecht, "agenda")

    answer = as_member(noor).post(f"/op-papier/{order.key}/bewaren/", {"name": " "})

    assert answer.status_code == 422
    assert not Standing.objects.exists()


@pytest.mark.parametrize("who", [None, "nadia"])
def test_who_was_not_greeted_keeps_nothing(request, as_member, waterdrecht, agenda, who):
    order = made(waterdrecht, "agenda")
    member = request.getfixturevalue(who) if who else None

    answer = as_member(member).post(f"/op-papier/{order.key}/bewaren/", {"name": "x"})

    assert answer.status_code in (302, 403)
    assert not Standing.objects.exists()


def test_ten_are_enough_for_one_member(as_member, noor, waterdrecht, agenda):
    for number in range(MOST):
        make_standing(noor, waterdrecht, name=str(number))
    order = made(waterdrecht, "agenda")

    answer = as_member(noor).post(f"/op-papier/{order.key}/bewaren/", {"name": "elf"})

    assert answer.status_code == 422
    assert "Je hebt er al tien" in answer.content.decode()


def test_anybody_with_the_address_fetches_the_newest(client, standing):
    page = client.get(f"/op-papier/vast/{standing.code}/").content.decode()
    file = client.get(f"/op-papier/vast/{standing.code}/bestand/")

    assert "Boekje voor de bibliotheek" in page
    assert "Hiermee stoppen" not in page
    assert file["Content-Disposition"].startswith("attachment")


def test_when_something_changed_a_new_one_is_made_first(client, standing, waterdrecht, noor):
    Activity.objects.update(title="Thee in De Wiek", changed_at=timezone.now())
    make_agenda(noor, "Nog iets")

    answer = client.get(f"/op-papier/vast/{standing.code}/bestand/")
    order = Order.objects.latest("made_at")
    make(str(order.pk))
    renew(str(standing.pk))

    assert answer.url == f"/op-papier/{order.key}/"
    assert client.get(f"/op-papier/vast/{standing.code}/bestand/").status_code == 200
    assert Edition.objects.count() == 2
    assert not Notification.objects.filter(key="publications.renewed").exists()


def test_on_the_first_of_the_month_it_is_made_anew_and_its_maker_is_told_once(standing, noor):
    Standing.objects.update(next_on=timezone.localdate())

    for _ in range(2):
        actions.renew_due()
        for task in Task.objects.filter(name="publications.renew"):
            renew(*task.args)

    standing.refresh_from_db()
    told = Notification.objects.get(key="publications.renewed")
    assert told.to == noor
    assert told.url == standing.get_absolute_url()
    assert standing.next_on == first_of_next_month(timezone.localdate())


def test_this_month_is_next_time_the_month_of_then(as_member, noor, fatima, waterdrecht, agenda):
    """Kept as it was chosen, unless somebody chose another month than this one."""
    today = timezone.localdate()
    far = (today + timedelta(days=90)).replace(day=1)
    for day, kept in ((today.replace(day=1), ""), (far, f"&dag={far}")):
        query = f"wanneer=maand&dag={day}"
        address = f"zoek=koffie&wanneer=maand{kept}"
        standing = make_standing(noor, waterdrecht, house="agenda", query=f"{query}&zoek=koffie")
        as_member(fatima).post(
            f"/bewaard/?{urlencode({'blok': 'agenda', 'vraag': query})}", {"name": f"Koffie {day}"}
        )

        assert standing.query == address
        assert SavedList.objects.get(name=f"Koffie {day}").query == address.partition("&")[2]


def test_what_is_not_due_waits(standing):
    Task.objects.all().delete()

    actions.renew_due()

    assert not Task.objects.filter(name="publications.renew").exists()


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2026, 1, 31), date(2026, 2, 1)),
        (date(2026, 11, 30), date(2026, 12, 1)),
        (date(2026, 12, 1), date(2027, 1, 1)),
    ],
)
def test_the_first_of_the_next_month(day, first):
    assert first_of_next_month(day) == first


def test_of_who_left_nothing_is_renewed(standing, noor):
    noor.state = noor.State.LEFT
    noor.save(update_fields=["state"])

    renew(str(standing.pk))

    assert not Standing.objects.exists()


def test_its_file_stays_when_old_ones_go(standing, client):
    Edition.objects.update(made_at=timezone.now() - timedelta(days=9))

    actions.clear_old()

    assert client.get(f"/op-papier/vast/{standing.code}/bestand/").status_code == 200


def test_its_maker_finds_and_stops_it(as_member, noor, standing):
    browser = as_member(noor)
    assert standing.name in browser.get("/op-papier/mijn/").content.decode()

    browser.post(f"/op-papier/vast/{standing.code}/stop/")

    assert not Standing.objects.exists()
    assert "Hier staat nog niets" in browser.get("/op-papier/mijn/").content.decode()


def test_nobody_else_stops_it(as_member, bram, standing):
    assert as_member(bram).post(f"/op-papier/vast/{standing.code}/stop/").status_code == 404
    assert Standing.objects.exists()


def test_looking_at_the_address_stops_nothing(as_member, noor, standing):
    assert as_member(noor).get(f"/op-papier/vast/{standing.code}/stop/").status_code == 405


def test_off_means_gone_for_what_stands_as_well(client, waterdrecht, standing):
    waterdrecht.module_changes = {"agenda": False}
    waterdrecht.version += 1
    waterdrecht.save()

    assert client.get(f"/op-papier/vast/{standing.code}/").status_code == 404
    assert client.get(f"/op-papier/vast/{standing.code}/bestand/").status_code == 404


def test_off_means_that_nobody_hears_of_it_either(waterdrecht, standing):
    tell_address(standing)
    Standing.objects.update(next_on=timezone.localdate())
    waterdrecht.module_changes = {"agenda": False}
    waterdrecht.version += 1
    waterdrecht.save()
    tree.changed(waterdrecht.pk)

    renew(str(standing.pk))

    standing.refresh_from_db()
    assert standing.next_on == first_of_next_month(timezone.localdate())
    assert not Message.objects.exists()
    assert not Notification.objects.exists()


def tell_address(standing):
    standing.readers.create(
        town_id=standing.town_id, mail="balie@bieb.example", confirmed_at=timezone.now()
    )


def test_what_goes_wrong_is_said_and_tried_again(client, waterdrecht, agenda, monkeypatch):
    order = ordered(waterdrecht, "agenda")
    monkeypatch.setattr("plein.bridges.publications.actions.making._edition", lambda *_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        make(str(order.pk))
    failed = client.get(f"/op-papier/{order.key}/").content.decode()
    monkeypatch.undo()
    make(str(order.pk))

    assert "Het is niet gelukt" in failed
    assert "Het is klaar" in client.get(f"/op-papier/{order.key}/").content.decode()


def test_the_worker_knows_its_tasks():
    from plein.foundation.jobs import registry

    assert {"publications.make", "publications.renew"} <= set(registry.handlers)
