"""A page as one person sees it, and a browser in which that person signed in."""

from dataclasses import dataclass

from django.test import Client
from django.utils import timezone

from plein.bridges.matchpoint.models import Matchpoint
from plein.bridges.matchpoint.tests.making import make_matchpoint, open_screen
from plein.foundation.accounts.models import Account
from plein.foundation.care.models import Admission
from plein.foundation.care.second import KEY
from plein.foundation.communities.models import Member

STRANGER, SCREEN, AT_SCREEN = "", "screen", "somebody at the screen"
HEADERS = {"host": "localhost"}


@dataclass(frozen=True)
class Look:
    """A page as one person sees it. `usual`: one for each set of components, in the suite."""

    name: str
    path: str
    who: str = STRANGER
    usual: bool = False


def account_of(who: str) -> Account:
    return Account.objects.get(email=f"{who}@waterdrecht.example")


def member_of(who: str) -> Member:
    return Member.objects.get(account=account_of(who))


def signed_in(who: str) -> Client:
    """As this person; a professional with the second code given; or the screen of a matchpoint."""
    client = Client(headers=HEADERS, raise_request_exception=False)
    if who in (SCREEN, AT_SCREEN):
        point = Matchpoint.objects.first() or make_matchpoint(member_of("mila"))
        open_screen(point, member_of("henk"), client)
        if who == AT_SCREEN:
            client.post("/matchpunt/vraag/")
    elif who:
        client.force_login(account_of(who))
        admission = Admission.objects.filter(member__account=account_of(who)).first()
        if admission:
            session = client.session
            session[KEY] = {"admission": admission.pk.hex, "at": timezone.now().isoformat()}
            session.save()
    return client
