"""The two sides of meeting somebody: who tells a code, and who types it."""

from plein.foundation.organisations import actions


def _trusted(cast):
    club = actions.admit(cast.waterdrecht, name="De Brug", by=cast.mila)
    actions.trust_to_greet(actions.add_editor(club, cast.bram, by=cast.mila), by=cast.mila)


def _introduce(cast, as_member):
    _trusted(cast)
    return as_member(cast.nadia), "/mensen/kennismaken/code/"


def _meet(cast, as_member):
    _trusted(cast)
    return as_member(cast.bram), "/mensen/welkom/"


STATES = {"organisations/introduce.html": _introduce, "organisations/meet.html": _meet}
