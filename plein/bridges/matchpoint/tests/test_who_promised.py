"""Who did not promise to keep secrets yet sits beside nobody and watches no clock."""

import pytest

from plein.bridges.matchpoint.models import Matchpoint
from plein.bridges.matchpoint.queries import hosts
from plein.features.noticeboard.queries import may_be_on_clock
from plein.foundation.communities.models import Role
from plein.testing.cast import make_member

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ["host", "connector"])
def test_who_waits_stands_on_no_list_of_the_team(waterdrecht, centrum, fatima, role):
    karel = make_member("Karel", centrum)
    Role.objects.create(town=waterdrecht, member=karel, community=waterdrecht, role=role)
    point = Matchpoint(town=waterdrecht, community=waterdrecht, name="Bieb")

    assert [one.name for one in hosts(point)] == ["Fatima"]
    assert [one.name for one in may_be_on_clock(waterdrecht)] == ["Fatima"]
