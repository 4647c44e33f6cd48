"""What the clock does: careful questions, the nightly plan, proposals, and who hears nothing."""

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from plein.bridges.matching import telling, thinking
from plein.bridges.matching.actions import (
    choosing,
    inviting,
    learning,
    linking,
    planning,
    proposing,
    reading,
    suggesting,
)
from plein.bridges.matching.models import Feature, Feedback, Invitation
from plein.bridges.matching.queries import truth
from plein.foundation import jobs
from plein.foundation.communities.models import Community, Member

MONDAY = 0
SILENCE = timedelta(days=21)
AGAIN = timedelta(days=60)
A_YEAR = timedelta(days=365)


@jobs.at_start
def remember_towns() -> None:
    """Before somebody posts: dictionary and model take some seconds, a city half a minute."""
    for town_id in _towns()[: thinking.TOWNS]:
        thinking.learn_to_read(town_id)
        thinking.remember(town_id)


@jobs.every(minutes=15, outside=True)
def invite() -> None:
    """A few people are asked, as the clock of each place says; nobody while it sleeps."""
    inviting.send_waiting()
    inviting.invite_waiting()


@jobs.daily(at="02:10", outside=True)
def plan() -> None:
    """The connectors' list for today, and proposals for offers that nobody took up."""
    for town_id in _towns():
        planning.plan(town_id)
        proposing.make(town_id)


@jobs.weekly(on=MONDAY, at="02:40", outside=True)
def learn() -> None:
    """Once a week, on Monday night or as soon after as a worker runs. Weights stay as they are
    unless the new ones are no worse; what went together is proposed to a person."""
    for town_id in _towns():
        learning.learn(town_id)
        linking.propose(town_id)


@jobs.daily(at="10:00", outside=True)
def tell_who_hears_nothing() -> None:
    """Three weeks without a question: what we looked at, and what would help."""
    jobs.each(_tell_why, list(truth.forgotten(SILENCE, AGAIN)))


def _tell_why(member: Member) -> None:
    telling.nobody_asked(member)
    choosing.heard(member)


@jobs.daily(at="04:15")
def forget_old() -> None:
    """Rows that have done their work."""
    now = timezone.now()
    Invitation.objects.filter(made_at__lt=now - A_YEAR).delete()
    Feedback.objects.filter(made_at__lt=now - A_YEAR).delete()
    Feature.objects.filter(live=False, changed_at__lt=now - timedelta(days=30)).delete()


@jobs.task("matching.read_town", outside=True)
def read_town(town_id: str) -> None:
    """New words: every post is read again."""
    reading.read_town(UUID(town_id))
    suggesting.for_town(UUID(town_id))


@jobs.task("matching.suggest_helper", outside=True)
def suggest_helper(member: str) -> None:
    """They are full now, or have room again."""
    suggesting.for_helper(UUID(member))


@jobs.task("matching.suggest_town", outside=True)
def suggest_town(town_id: str) -> None:
    """New weights: every ask gets its suggestions anew."""
    suggesting.for_town(UUID(town_id))


def _towns() -> list[UUID]:
    towns = Community.objects.filter(kind=Community.Kind.TOWN)
    return list(towns.order_by("pk").values_list("pk", flat=True))
