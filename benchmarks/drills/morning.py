"""A town with connectors and as many open matters as one likes: people to greet, asks, calls."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from plein.features.noticeboard import expiry
from plein.features.noticeboard.models import AskClock, Post
from plein.foundation import jobs
from plein.foundation.accounts.models import Account
from plein.foundation.communities import tree
from plein.foundation.communities.actions.founding import found_town
from plein.foundation.communities.models import Community, Member, Role, RoleName
from plein.foundation.taxonomy.models import Theme
from plein.lib.codes import short_code
from plein.lib.keys import uuid7
from plein.shared.notifications.models import Notification

DISTRICTS = 4
NEVER_GREETED: Any = None


def new_town() -> Community:
    town = found_town("Waterdrecht", "localhost")
    for number in range(DISTRICTS):
        Community.objects.create(
            town=town, parent=town, kind="district", name=f"Wijk {number}", slug=f"wijk-{number}"
        )
    tree.changed(town.pk)
    return town


def connector(town: Community, name: str) -> Member:
    member = _people(town, [name], greeted=True)[0]
    member.account = Account.objects.create_user(email=f"{name.lower()}@waterdrecht.example")
    member.pledged_at, member.trained_on = timezone.now(), timezone.localdate()
    member.save()
    Role.objects.create(town=town, member=member, community=town, role=RoleName.CONNECTOR)
    return member


def newcomer(town: Community, name: str) -> Member:
    """As one who joins now: the worker hears of it."""
    member = _people(town, [name], greeted=False)[0]
    jobs.changed("communities.member", member.pk)
    return member


def fill(town: Community, matters: int) -> None:
    """Half of them people to greet, a quarter asks over their time, a quarter calls with news."""
    _people(town, [f"Nieuw{number}" for number in range(matters // 2)], greeted=False)
    asks, calls = matters // 4, matters - matters // 2 - matters // 4
    askers = _people(town, [f"Buur{number}" for number in range(max(asks, calls))], greeted=True)
    _asks(askers[:asks])
    Notification.objects.bulk_create(
        [
            Notification(
                town=town, to=one, key="x", url="/", subject="Nieuws", way="person", once="1"
            )
            for one in askers[:calls]
        ],
        batch_size=500,
    )


def quiet_asks(town: Community, posts: int) -> None:
    """Asks within their time, each of another neighbour: no matter of anybody yet."""
    quiet = _people(town, [f"Stil{number}" for number in range(posts)], greeted=True)
    _asks(quiet, AskClock.Step.WAITS)


def _people(town: Community, names: list[str], *, greeted: bool) -> list[Member]:
    homes = list(Community.objects.filter(town=town, kind="district").order_by("slug"))
    now = timezone.now()
    return Member.objects.bulk_create(
        [
            Member(
                id=uuid7(),
                town=town,
                name=name,
                home=homes[number % len(homes)],
                state=Member.State.ACTIVE,
                greeted_at=now if greeted else NEVER_GREETED,
                made_at=now - timedelta(minutes=number),
            )
            for number, name in enumerate(names)
        ],
        batch_size=500,
    )


def _asks(askers: list[Member], step: int = AskClock.Step.CONNECTOR) -> None:
    if not askers:
        return
    themes = list(Theme.objects.filter(town=askers[0].town_id).order_by("key"))
    long_ago = timezone.now() - timedelta(hours=60)
    posts = Post.objects.bulk_create(
        [
            Post(
                id=uuid7(), town=one.town, community=one.home, author=one, kind="ask",
                code=short_code(8), theme=themes[number % len(themes)], title="Wie helpt?",
                expires_at=expiry.end_of("ask"), audience="members",
                made_at=long_ago - timedelta(minutes=number),
            )
            for number, one in enumerate(askers)
        ],
        batch_size=500,
    )  # fmt: skip
    later = timezone.now() + timedelta(days=1)
    AskClock.objects.bulk_create(
        [
            AskClock(
                town=post.town, post=post, step=step,
                began_at=long_ago, reached_at=long_ago, due_at=later,
            )
            for post in posts
        ],
        batch_size=500,
    )  # fmt: skip
