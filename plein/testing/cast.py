"""The cast, as pytest fixtures.

Noor asks, Bram helps, Fatima connects people, Mila manages the site; all live in Waterdrecht,
Noor and Bram in Molenwijk. Nadia is new and nobody has greeted her yet. Joost lives in another
town on the same installation and must never see anything of Waterdrecht.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client, override_settings
from django.utils import timezone, translation

from plein.features.noticeboard.models import OnClock
from plein.foundation.accounts.models import Account
from plein.foundation.communities import tree
from plein.foundation.communities.models import BOUND, Community, Member, Role, RoleName
from plein.foundation.taxonomy.actions import start_lists

PASSWORD = "een-lang-wachtwoord-voor-proeven"


def make_town(name: str, slug: str, host: str, **fields: Any) -> Community:
    town = Community(kind=Community.Kind.TOWN, name=name, slug=slug, host=host, **fields)
    town.town = town
    town.save()
    start_lists(town)
    put_on_clock(town)
    return town


def put_on_clock(town: Community) -> None:
    """Two people by name and a last resort: a place that can keep its promise takes asks."""
    named = [("Els", False), ("Wim", False), ("Het wijkteam", True)]
    OnClock.objects.bulk_create(
        OnClock(town=town, community=town, name=name, last_resort=last) for name, last in named
    )


def make_part(parent: Community, name: str, slug: str, host: str | None = None) -> Community:
    part = Community.objects.create(
        town_id=parent.town_id,
        parent=parent,
        kind=Community.Kind.DISTRICT,
        name=name,
        slug=slug,
        host=host,
        phone=parent.phone,
    )
    tree.changed(parent.town_id)
    return part


def make_member(name: str, home: Community, *, greeted: bool = True, **fields: Any) -> Member:
    account = Account.objects.create_user(email=f"{name.lower()}@{home.town.slug}.example")
    now = timezone.now()
    return Member.objects.create(
        town_id=home.town_id,
        account=account,
        name=name,
        home=home,
        state=fields.pop("state", Member.State.ACTIVE),
        greeted_at=now if greeted else None,
        **fields,
    )


def give(member: Member, role: str, community: Community) -> Member:
    """Who learns who asks what, made the promise and followed the training."""
    Role.objects.create(town_id=member.town_id, member=member, community=community, role=role)
    if role in BOUND:
        member.pledged_at, member.trained_on = timezone.now(), timezone.localdate()
        member.save(update_fields=["pledged_at", "trained_on"])
    member.held = None
    return member


@pytest.fixture(autouse=True, scope="session")
def _quick_locks() -> Iterator[None]:
    """A lock made to be slow took a sixth of the time of all tests; how slow is no promise here."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(autouse=True)
def _quick_fingers(settings: Any) -> None:
    """Tests fill in forms faster than people do, and match without a sentence model.

    A style sheet is looked up when it is asked for: looking at all of them, for each new browser,
    took more time than the pages themselves.
    """
    settings.WHITENOISE_AUTOREFRESH = True
    settings.LEAST_SECONDS_TO_JOIN = 0
    settings.MATCHING_MODEL = "none"


@pytest.fixture(autouse=True)
def _in_dutch() -> None:
    """A page opened by the test before may have left its language behind."""
    translation.activate("nl")


@pytest.fixture
def waterdrecht(db: None) -> Community:
    return make_town(
        "Waterdrecht", "waterdrecht", "testserver", phone="0184-555 010", walk_in="Bibliotheek"
    )


@pytest.fixture
def molenwijk(waterdrecht: Community) -> Community:
    return make_part(waterdrecht, "Molenwijk", "molenwijk", host="molenwijk.testserver")


@pytest.fixture
def centrum(waterdrecht: Community) -> Community:
    return make_part(waterdrecht, "Centrum", "centrum")


@pytest.fixture
def elders(db: None) -> Community:
    """Another town on the same installation."""
    return make_town("Elders", "elders", "elders.testserver")


@pytest.fixture
def noor(molenwijk: Community) -> Member:
    return make_member("Noor", molenwijk)


@pytest.fixture
def bram(molenwijk: Community) -> Member:
    return make_member("Bram", molenwijk)


@pytest.fixture
def nadia(molenwijk: Community) -> Member:
    """Signed in by mail, greeted by nobody yet."""
    return make_member("Nadia", molenwijk, greeted=False)


@pytest.fixture
def fatima(waterdrecht: Community, centrum: Community) -> Member:
    return give(make_member("Fatima", centrum), RoleName.CONNECTOR, waterdrecht)


@pytest.fixture
def mila(waterdrecht: Community, centrum: Community) -> Member:
    return give(make_member("Mila", centrum), RoleName.MANAGER, waterdrecht)


@pytest.fixture
def joost(elders: Community) -> Member:
    """A neighbour of another town: for him nothing of Waterdrecht exists."""
    return make_member("Joost", elders)


@pytest.fixture
def as_member() -> Callable[..., Client]:
    """`as_member(noor)` is a browser in which Noor is signed in; `host=` another site."""

    def sign_in(member: Member | None = None, host: str = "testserver") -> Client:
        client = Client(headers={"host": host})
        if member and member.account:
            client.force_login(member.account)
        return client

    return sign_in
