"""A client's address goes to the helper of one appointment, when client and professional say so."""

import pytest

from plein.features.noticeboard import actions as board
from plein.features.noticeboard.actions import releasing
from plein.features.noticeboard.models import Post, Release
from plein.features.noticeboard.tests.making import agreed
from plein.features.noticeboard.tests.test_on_behalf import place
from plein.foundation.audit.models import Record
from plein.foundation.care import actions as care
from plein.foundation.care.tests.conftest import *  # noqa: F403
from plein.foundation.outbox.models import Message as Posted

STREET = "Kanariestraat 12"


@pytest.fixture
def visit(nurse, somebody, mandate, bram):
    """Bram and Petra agreed; the client lets the address be given, and not the number."""
    somebody.address, somebody.phone = STREET, "0184-555 099"
    somebody.save()
    mandate.may_give_address = True
    mandate.save()
    place(nurse, somebody)
    return agreed(Post.objects.get(), bram)


def page_of(visit):
    return f"/prikbord/afspraak/{visit.conversation.code}/"


def give(nurse, visit, what="address", **more):
    return nurse.post(f"{page_of(visit)}geven/", {"what": what} | more, follow=True)


def test_the_helper_reads_the_address_after_it_was_given_and_not_when_taken_back(
    nurse, as_member, bram, visit
):
    helper = as_member(bram)
    before = nurse.get(page_of(visit)).content.decode()
    assert "Geef Bram het adres" in before
    assert "Geef Bram het telefoonnummer" not in before
    assert STREET not in helper.get(page_of(visit)).content.decode()

    assert "Bram kan het adres lezen" in give(nurse, visit).content.decode()
    assert STREET in helper.get(page_of(visit)).content.decode()
    assert not Posted.objects.filter(text__contains=STREET).exists()

    give(nurse, visit, back="1")
    assert STREET not in helper.get(page_of(visit)).content.decode()
    keys = list(Record.objects.filter(key__startswith="noticeboard.release").order_by("pk"))
    assert [line.key for line in keys] == ["noticeboard.release.given", "noticeboard.release.taken"]
    assert STREET not in str([line.values for line in keys])


def test_what_the_client_did_not_allow_cannot_be_given(nurse, visit, petra, bram):
    give(nurse, visit, "phone")
    give(nurse, visit, "secret")
    with pytest.raises(releasing.MayNotGive):
        releasing.give(visit, "address", by=bram)

    assert not Release.objects.exists()


def test_without_the_second_code_nothing_is_given(as_member, petra, visit):
    answer = as_member(petra).post(f"{page_of(visit)}geven/", {"what": "address"})

    assert answer.status_code == 302
    assert "/clienten/" in answer.url
    assert not Release.objects.exists()


@pytest.mark.parametrize("over", ["done", "ended", "erased", "cancelled"])
def test_it_is_gone_with_the_appointment_the_word_or_the_client(
    nurse, as_member, bram, petra, visit, mandate, somebody, over
):
    give(nurse, visit)
    if over == "done":
        board.done(visit, by=bram)
    elif over == "ended":
        care.end_mandate(mandate, "withdrawn", by=petra)
    elif over == "erased":
        care.erase_client(somebody, by=petra)
    else:
        board.cancel(visit, by=petra)

    assert STREET not in as_member(bram).get(page_of(visit)).content.decode()
    assert over in ("done", "ended") or not Release.objects.exists()
