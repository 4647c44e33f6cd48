"""'Aan de telefoon': an ask of somebody who talks, written down by somebody of the place."""

from dataclasses import dataclass

from django.db import transaction

from plein.bridges.telephone import queries
from plein.features.noticeboard import actions as noticeboard
from plein.features.noticeboard.models import Post
from plein.foundation.audit import record
from plein.foundation.communities.actions import greet, join
from plein.foundation.communities.models import Community, Member
from plein.foundation.communities.rights import may
from plein.shared.notifications.asking_somebody import choose_somebody


class ChooseThemselves(Exception):
    """Who is known here already chooses who hears their news alone, or with a connector."""


class NoConsent(Exception):
    """The words were not read back, or there was no yes."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """What somebody said on the phone. `phone` as `addresses.clean` wrote it."""

    name: str
    phone: str
    home: Community
    wanted: noticeboard.Wanted
    read_back: bool
    agreed: bool
    through_name: str = ""
    through_phone: str = ""
    """Somebody whom the caller knows, who is asked whether they hear the news."""


@transaction.atomic
def note_ask(said: Said, *, by: Member) -> Post:
    """Publishes in the name of who called; the answer comes by phone.

    Raises `NoConsent`, `ChooseThemselves`, and what `noticeboard.actions.publish` raises.
    """
    if not (said.read_back and said.agreed):
        raise NoConsent
    known = queries.member_with(said.phone, by.town_id)
    caller = known or _new(said, by)
    if said.through_phone:
        if known and not _may_arrange(known, by):
            raise ChooseThemselves
        choose_somebody(
            caller, name=said.through_name, phone=said.through_phone, may_hear=False, by=by
        )
    if not caller.is_greeted and may(by, "member.greet", said.home):
        caller = greet(caller, by=by)
    post = noticeboard.publish(said.wanted, community=said.home, by=caller)
    record("telephone.ask.noted", on=post, by=by, consent="spoken")
    return post


def _may_arrange(known: Member, by: Member) -> bool:
    """A number is no proof of who calls: of who has a screen nobody else changes this."""
    return known.account is None and may(by, "day.see", known.home)


def _new(said: Said, by: Member) -> Member:
    """Somebody without an account: known by a name and a number."""
    town = said.home.tree.town
    caller = join(None, town=town, name=said.name, home=said.home, by=by)
    caller.channel, caller.address = Member.Channel.PHONE, said.phone
    caller.save(update_fields=["channel", "address"])
    return caller
