"""Berichtjes: the first waits, the next stand at once, all are gone after a month."""

from datetime import timedelta

import pytest
from django.utils import timezone

from plein.features.pages import actions, tasks
from plein.features.pages.matters import MATTERS
from plein.features.pages.models import Note, Reaction
from plein.features.pages.tests.making import make_note, photo
from plein.foundation.communities.actions import block
from plein.foundation.media.models import Picture
from plein.foundation.media.tasks import erase_loose
from plein.shared.notifications.models import Notification

NEW = "/over/berichtjes/nieuw/"
TEXT = {"text": "De eendjes zijn er weer!", "reach": "up"}


def test_a_first_note_waits_for_a_connector(as_member, noor, fatima):
    as_member(noor).post(NEW, TEXT)
    note = Note.objects.get()
    assert as_member().get(note.get_absolute_url()).status_code == 404
    assert (
        "Dit is het eerste berichtje"
        in as_member(fatima).get(note.get_absolute_url()).content.decode()
    )

    as_member(fatima).post(f"{note.get_absolute_url()}plaatsen/")

    assert "De eendjes" in as_member().get("/over/berichtjes/").content.decode()
    assert Notification.objects.get(to=noor).key == "pages.let_in"


def test_the_next_note_stands_at_once(as_member, noor):
    make_note(noor)

    as_member(noor).post(NEW, TEXT)

    assert Note.objects.exclude(let_in_at=None).count() == 2


def test_who_was_trusted_stays_so_when_the_notes_are_long_gone(noor, fatima, time_machine):
    actions.let_in(make_note(noor, trusted=False), by=fatima)
    time_machine.move_to(timezone.now() + timedelta(days=70))
    tasks.forget_old_notes()
    assert not Note.objects.exists()

    assert not actions.send_note("Daar zijn we weer.", by=noor).waits


def test_after_somebody_took_a_note_away_the_next_is_looked_at_first(noor, fatima):
    actions.take_note(make_note(noor), by=fatima)

    assert actions.send_note("Nog eens.", by=noor).waits


def test_the_writer_reads_what_happens_next(as_member, noor):
    html = as_member(noor).post(NEW, TEXT, follow=True).content.decode()

    assert "We hebben je berichtje" in html


@pytest.mark.parametrize("who", [None, "nadia"])
def test_who_was_not_met_sends_nothing(as_member, request, waterdrecht, who):
    member = request.getfixturevalue(who) if who else None

    assert as_member(member).post(NEW, TEXT).status_code == 302
    assert not Note.objects.exists()


def test_an_impatient_thumb_sends_one(as_member, noor):
    client = as_member(noor)
    form = TEXT | {"form_key": "a" * 22}

    client.post(NEW, form)
    client.post(NEW, form)

    assert Note.objects.count() == 1


def test_something_private_gets_a_hint_first(as_member, noor):
    form = TEXT | {"text": "Bel me op 06 12345678 voor de eendjes."}

    answer = as_member(noor).post(NEW, form)

    assert answer.status_code == 422
    assert "Schrijf liever geen telefoonnummer" in answer.content.decode()
    as_member(noor).post(NEW, form | {"toch": "1"})
    assert Note.objects.count() == 1


def test_a_photo_needs_words_for_who_cannot_see_it(as_member, noor):
    answer = as_member(noor).post(NEW, TEXT | {"photo": photo()})

    assert answer.status_code == 422
    as_member(noor).post(NEW, TEXT | {"photo": photo(), "alt": "Eendjes"})
    assert Note.objects.get().picture.alt == "Eendjes"


def test_a_form_without_anything_in_it_is_answered_in_words(as_member, noor):
    answer = as_member(noor).post(NEW)
    assert answer.status_code == 422
    assert "error-summary" in answer.content.decode()


def test_a_chosen_photo_is_not_lost_when_the_form_is_shown_once_more(as_member, noor, bram):
    writer = as_member(noor)
    hard = {"text": "Gelieve tijdig te komen.", "alt": "Eendjes", "reach": "up"}
    page = writer.post(NEW, hard | {"photo": photo(), "makkelijker": "1"})
    kept = page.context["kept"]
    assert "Deze foto gaat mee." in page.content.decode()
    assert writer.get(kept.url()).status_code == 200
    assert as_member(bram).get(kept.url()).status_code == 404
    as_member(bram).post(NEW, hard | {"foto": kept.pk})
    assert Note.objects.get().picture is None, "Somebody else's photo is no photo."

    sent = hard | {"foto": str(kept.pk), "form_key": page.context["form_key"]}
    again = writer.post(NEW, sent | {"alt": ""})
    assert again.context["kept"] == kept
    assert writer.post(NEW, sent).status_code == 302

    note = Note.objects.get(author=noor)
    assert (note.picture, note.picture.alt, note.picture.loose_until) == (kept, "Eendjes", None)


def test_a_photo_of_a_form_that_was_never_sent_is_gone_after_a_day(as_member, noor):
    as_member(noor).post(NEW, TEXT | {"photo": photo(), "makkelijker": "1"})
    erase_loose()
    picture = Picture.objects.get()
    Picture.objects.update(loose_until=timezone.now() - timedelta(seconds=1))

    assert as_member(noor).post(NEW, TEXT | {"foto": str(picture.pk)}).status_code == 302
    erase_loose()

    assert (Note.objects.get().picture, Picture.objects.count()) == (None, 0)


def test_a_writer_may_not_let_in_themselves(as_member, fatima):
    note = make_note(fatima, trusted=False)

    answer = as_member(fatima).post(f"{note.get_absolute_url()}plaatsen/")

    assert answer.status_code == 403


def test_a_neighbour_may_not_let_in(as_member, noor, bram):
    note = make_note(noor, trusted=False)

    assert as_member(bram).post(f"{note.get_absolute_url()}plaatsen/").status_code == 404


def test_letting_in_twice_tells_once(noor, fatima):
    note = make_note(noor, trusted=False)

    actions.let_in(note, by=fatima)
    actions.let_in(note, by=fatima)

    assert Notification.objects.filter(to=noor).count() == 1


def test_whose_first_note_nobody_looked_at_hears_that_it_did_not_come_on_the_site(
    noor, bram, time_machine
):
    """Once; and of a note that stood nobody hears that it is over."""
    unread, stood = make_note(noor, trusted=False), make_note(bram)
    assert (unread.waits, stood.waits) == (True, False)
    time_machine.move_to(timezone.now() + timedelta(days=20))
    tasks.tell_whose_note_nobody_read()
    assert not Notification.objects.filter(key="pages.nobody_looked").exists()

    time_machine.shift(timedelta(days=12))
    for _morning in range(2):
        tasks.tell_whose_note_nobody_read()

    told = Notification.objects.get(key="pages.nobody_looked")
    assert (told.to, told.subject) == (noor, "Je berichtje is niet op de site gekomen")


def test_a_note_lapses_after_a_month_and_is_gone_after_two(as_member, noor, time_machine):
    note = make_note(noor)
    time_machine.move_to(timezone.now() + timedelta(days=32))
    tasks.lapse_notes()
    assert as_member(noor).get(note.get_absolute_url()).status_code == 200
    assert as_member().get(note.get_absolute_url()).status_code == 404
    assert "eendjes" not in as_member().get("/over/berichtjes/").content.decode()

    time_machine.shift(timedelta(days=32))
    tasks.forget_old_notes()

    assert not Note.objects.exists()


def test_one_kind_word_each(as_member, noor, bram):
    note = make_note(noor)
    client = as_member(bram)

    client.post(f"{note.get_absolute_url()}reactie/", {"kind": "nice"})
    client.post(f"{note.get_absolute_url()}reactie/", {"kind": "thanks"})

    assert Reaction.objects.get().kind == "thanks"
    client.post(f"{note.get_absolute_url()}reactie/", {"weg": "thanks"})
    assert not Reaction.objects.exists()


def test_two_taps_on_a_kind_word_are_one_kind_word(as_member, noor, bram):
    note, client = make_note(noor), as_member(bram)

    for _ in range(2):
        client.post(f"{note.get_absolute_url()}reactie/", {"kind": "nice"})
    assert Reaction.objects.get().kind == "nice"

    for _ in range(2):
        client.post(f"{note.get_absolute_url()}reactie/", {"weg": "nice"})
    assert not Reaction.objects.exists()


def test_no_unkind_word_exists(as_member, noor, bram):
    note = make_note(noor)

    as_member(bram).post(f"{note.get_absolute_url()}reactie/", {"kind": "boo"})

    assert not Reaction.objects.exists()


def test_htmx_gets_the_row_of_words(as_member, noor, bram):
    note = make_note(noor)

    answer = as_member(bram).post(
        f"{note.get_absolute_url()}reactie/", {"kind": "nice"}, headers={"HX-Request": "true"}
    )

    html = answer.content.decode()
    assert html.strip().startswith("<form")
    assert 'value="nice" aria-pressed="true"' in html


def test_a_note_that_waits_gets_no_kind_words(noor, bram):
    with pytest.raises(actions.NoteIsOver):
        actions.react(make_note(noor, trusted=False), "nice", by=bram)


def test_the_writer_takes_a_note_away_with_its_photo(as_member, noor):
    from plein.foundation.media.models import Picture

    note = make_note(noor, photo=photo(), alt="Eendjes")

    as_member(noor).post(f"{note.get_absolute_url()}weg/")

    assert not Note.objects.exists()
    assert not Picture.objects.exists()


def test_a_connector_takes_a_note_away_and_the_writer_hears_it(as_member, noor, fatima):
    note = make_note(noor)

    as_member(fatima).post(f"{note.get_absolute_url()}weg/")

    assert Notification.objects.get(to=noor).key == "pages.taken"


def test_a_neighbour_takes_nothing_away(as_member, noor, bram):
    note = make_note(noor)

    assert as_member(bram).post(f"{note.get_absolute_url()}weg/").status_code == 403
    assert Note.objects.exists()


def test_who_blocked_each_other_reads_no_notes_of_each_other(as_member, noor, bram):
    note = make_note(noor)
    block(bram, by=noor)

    assert as_member(bram).get(note.get_absolute_url()).status_code == 404
    assert "eendjes" not in as_member(bram).get("/over/berichtjes/").content.decode()


def test_five_a_day_is_enough(as_member, noor):
    for _ in range(5):
        make_note(noor)

    answer = as_member(noor).post(NEW, TEXT)

    assert answer.status_code == 422
    assert "vijf berichtjes" in answer.content.decode()


def test_a_first_note_stands_on_the_day_start_without_its_words(noor, bram, waterdrecht):
    make_note(noor, trusted=False)
    make_note(bram)

    (matter,) = MATTERS[0].all(waterdrecht.pk)

    assert noor.name in matter.words
    assert "eendjes" not in matter.words
    assert noor.pk in matter.hidden_from


def test_the_list_of_notes_asks_the_same_for_two_as_for_twenty(
    as_member, noor, bram, django_assert_max_num_queries
):
    for number in range(4):
        make_note(noor, f"Berichtje {number}.")
    client = as_member(bram)
    client.get("/over/berichtjes/")

    with django_assert_max_num_queries(10):
        client.get("/over/berichtjes/")


def test_who_asks_reads_first_how_it_could_be_simpler_and_nothing_is_sent(as_member, noor):
    hard = {"text": "Gelieve tijdig te komen.", "reach": "up", "makkelijker": "1"}
    page = as_member(noor).post(NEW, hard).content.decode()
    assert "“tijdig”: makkelijker is “op tijd”." in page
    assert not Note.objects.exists()

    assert "Dit leest makkelijk" in as_member(noor).post(NEW, TEXT | hard | TEXT).content.decode()
    as_member(noor).post(NEW, {"text": "Gelieve tijdig te komen.", "reach": "up"})
    assert Note.objects.get().text == "Gelieve tijdig te komen."
