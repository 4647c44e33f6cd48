"""A slip of Fatima for something that stands in Waterdrecht."""

from plein.bridges.overviews.tests.listings_made import made
from plein.bridges.referrals import actions
from plein.bridges.referrals.models import Referral
from plein.foundation.communities.models import Member


def make_thing(town, title="Eettafel De Ark", **said):
    return made(town, title, kind="organisation", place="Kerkstraat 15", **said)


def make_slip(by: Member, **said) -> Referral:
    row = said.pop("row", None) or make_thing(by.home.town)
    return actions.give(row, community=by.home.town, by=by, **said)
