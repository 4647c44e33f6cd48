"""The list of whom to call: what is wrong on top, and all of it within reach."""

import pytest
from django.utils import timezone

from plein.features.directory import actions, queries
from plein.features.directory.matters import MATTERS
from plein.features.directory.models import Entry
from plein.features.directory.tests.making import make_contact, make_entry

LIST = "/organisaties/beheer/bellen/"


@pytest.fixture
def many(waterdrecht):
    """A list was taken in; of two of its organisations we know that something is wrong."""
    for number in range(52):
        make_entry(waterdrecht, f"Club {number:02}", locations=(), services=(), themes=())
    make_contact(Entry.objects.get(organisation__name="Club 51"), bounced_at=timezone.now())
    doubted = Entry.objects.get(organisation__name="Club 50")
    actions.remark(doubted, what="phone", words="", by=None)


def test_what_is_wrong_comes_before_what_nobody_ever_looked_at(many, waterdrecht):
    dokter = make_entry(waterdrecht, "Dokter", months_ago=4, vital="doctor")

    names = [each.organisation.name for each in queries.to_call(Entry.objects.all())]

    assert names[:4] == [dokter.organisation.name, "Club 50", "Club 51", "Club 00"]
    call = next(m for m in MATTERS if m.kind == "directory.call")
    assert "Onze mail aan Club 51 kwam terug. Bel ze even." in [
        matter.words for matter in call.all(waterdrecht.pk)
    ]


def test_the_rest_is_one_page_further(as_member, many, fatima):
    client = as_member(fatima)
    first = client.get(LIST)
    assert "Club 49" not in first.content.decode()

    rest = client.get(f"{LIST}{first.context['more_url']}").content.decode()

    assert "En nog 2" in first.content.decode()
    assert "Club 48" in rest
    assert "Club 49" in rest
    assert "En nog" not in rest
    assert "Naar de eerste bladzijde" in client.get(f"{LIST}?vanaf=200").content.decode()
    assert client.get(f"{LIST}?vanaf=x").status_code == 200
