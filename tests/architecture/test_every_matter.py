"""Who sees a matter on Dagstart can open it, also in a wijk without a web host of its own.

And nobody of another wijk can: what is shown on the site of the town is of the own part only.
"""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from plein.bridges.dayboard import actions, queries
from plein.bridges.dayboard.models import MatterRow
from plein.bridges.dayboard.sources import by_kind
from plein.bridges.matching.models import Proposal
from plein.bridges.telephone.tests.making import truus_is_answered
from plein.foundation.communities.models import RoleName
from plein.foundation.communities.rights import RIGHTS
from plein.shared.moderation.models import Report
from plein.testing.cast import give, make_member
from tests.architecture.every_matter import MAKERS, named

pytestmark = pytest.mark.once
STAFF = sorted(RIGHTS["day.see"])


@pytest.fixture
def cast(waterdrecht, centrum, fatima, mila) -> SimpleNamespace:
    """Everybody lives in Centrum, which is a page of the town."""
    noor, bram = make_member("Noor", centrum), make_member("Bram", centrum)
    return SimpleNamespace(wijk=centrum, noor=noor, bram=bram, fatima=fatima, mila=mila)


def waits(cast, kind) -> MatterRow:
    MAKERS[kind](cast)
    actions.refresh(cast.wijk.town_id)
    return MatterRow.objects.filter(kind=kind).latest("id")


def sees(member, row) -> bool:
    return queries.seen_by(member, member.home.town).filter(pk=row.pk).exists()


def test_every_kind_is_made():
    assert set(MAKERS) == set(by_kind())


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_who_sees_a_matter_of_their_wijk_can_open_it(cast, as_member, kind):
    """For each role with a Dagstart, held in this wijk only, on the site of the town."""
    team = {role: give(make_member(f"Els {role}", cast.wijk), role, cast.wijk) for role in STAFF}
    named(cast, *team.values())
    row = waits(cast, kind)
    assert row.community_id == cast.wijk.pk

    seen = {role for role, one in team.items() if sees(one, row)}
    opened = {role for role in seen if as_member(team[role]).get(row.url).status_code in (200, 302)}

    meant = {role for role, one in team.items() if str(one.pk) in row.only_for or not row.only_for}
    assert meant
    assert seen >= meant & RIGHTS[by_kind()[kind].right]
    assert opened == seen


LISTS = {
    *("directory.claim", "matching.proposal", "moderation.report"),
    *("telephone.call_back", "telephone.tidings"),
}
"""Their matter opens a list; of another wijk it holds nothing of this one."""
PUBLIC = {"noticeboard.missed", "noticeboard.place_rests", "communities.code"}
"""The post itself, how the place keeps its promise, somebody's page: for every neighbour."""


@pytest.mark.parametrize("kind", sorted(set(MAKERS) - LISTS - PUBLIC))
def test_who_looks_after_another_wijk_opens_nothing_of_this_one(cast, as_member, molenwijk, kind):
    other = give(make_member("Anders", molenwijk), RoleName.CONNECTOR, molenwijk)
    row = waits(cast, kind)

    assert not sees(other, row)
    assert as_member(other).get(row.url).status_code in (403, 404)


def test_nor_in_a_list_or_by_its_key(cast, as_member, molenwijk):
    other = as_member(give(make_member("Anders", molenwijk), RoleName.CONNECTOR, molenwijk))
    picture = waits(cast, "moderation.picture").about
    row, response = truus_is_answered(cast.wijk, cast.bram, cast.fatima)
    for kind in LISTS:
        waits(cast, kind)
    report, proposal = Report.objects.get(), Proposal.objects.get()

    assert "Iets anders" not in other.get("/melden/").content.decode()
    assert proposal.title not in other.get("/suggesties/voorstellen/").content.decode()
    assert "wachten" not in other.get("/bellijst/").content.decode()
    for url in (
        reverse("moderation:look", args=[report.pk]),
        reverse("moderation:judge", args=[picture]),
        reverse("moderation:hidden-picture", args=[picture]),
        reverse("telephone:called", args=[row.pk]),
        reverse("telephone:talk", args=[row.pk, response.conversation.code]),
    ):
        assert other.get(url).status_code == 404
    for url in (
        reverse("moderation:handle", args=[report.pk]),
        reverse("matching:decide", args=[proposal.pk]),
        reverse("moderation:judge", args=[picture]),
    ):
        assert other.post(url, {"wat": "stuur", "besluit": "weg"}).status_code == 404
    assert Report.objects.get().handled_at is None
    assert Proposal.objects.get().state == Proposal.State.OPEN


def test_their_own_pages_open_as_well(cast, as_member):
    """What stands beside the rows: the call list, an ask on the phone, the desk, who waits."""
    cor = as_member(give(make_member("Cor", cast.wijk), RoleName.CONNECTOR, cast.wijk))

    for name in (
        *("telephone:list", "telephone:note", "telephone:worry", "telephone:note-worry"),
        *("overviews:desk", "overviews:basket", "matching:waiting", "matching:proposals"),
        *("moderation:reports", "directory:desk", "directory:phone-list"),
        *("communities:speak-code",),
    ):
        assert cor.get(reverse(name)).status_code == 200, name
    assert reverse("overviews:desk") in cor.get("/mijn/").content.decode()
    assert reverse("matching:words") not in cor.get(reverse("matching:waiting")).content.decode()
