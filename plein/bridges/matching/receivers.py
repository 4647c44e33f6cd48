"""What the worker hears: posts, people, answers and appointments."""

from typing import Any
from uuid import UUID

from django.dispatch import receiver

from plein.bridges.matching.actions import inviting, learning, reading, suggesting
from plein.features.noticeboard.models import Concern
from plein.foundation import jobs
from plein.foundation.communities.models import Member
from plein.foundation.communities.signals import member_leaves
from plein.foundation.proofs.models import ProofRules


@jobs.listens("noticeboard.post", outside=True)
def suggest_for_post(pk: str) -> None:
    suggesting.for_post(UUID(pk))


@jobs.listens("communities.member", outside=True)
def suggest_for_member(pk: str) -> None:
    """Their profile; and of their asks and offers those that are different by it: how far somebody
    goes, home and languages count there as well, and during a break offers rest."""
    suggesting.for_member(UUID(pk))
    for post in list(reading.wrong_posts(author=UUID(pk))):
        suggesting.for_post(post)


@jobs.listens("proofs.member")
def read_again_after_seeing(pk: str) -> None:
    """What was seen of somebody counts for their profile and their offers."""
    jobs.changed("communities.member", UUID(pk))


@jobs.listens("proofs.rules", outside=True)
def read_again_after_rules(pk: str) -> None:
    """A place asks something else of who helps: its asks are laid beside everybody anew."""
    if rules := ProofRules.objects.filter(pk=pk).first():
        for post in list(reading.wrong_posts(town=rules.town_id)):
            suggesting.for_post(post)


@jobs.listens("noticeboard.response")
def note_answer(pk: str) -> None:
    """Somebody answered: a 'yes' to a suggestion, and they have less room."""
    learning.note_response(UUID(pk))


@jobs.listens("noticeboard.match")
def note_match(pk: str) -> None:
    learning.note_match(UUID(pk))


@jobs.listens("noticeboard.concern")
def part_after_concern(pk: str) -> None:
    concern = Concern.objects.filter(pk=pk).select_related("response__post").first()
    if concern:
        both = concern.response.author_id, concern.response.post.author_id
        suggesting.part(concern.town_id, *both)


jobs.sweep("noticeboard.post")(reading.wrong_posts)
jobs.sweep("communities.member")(reading.wrong_members)


@receiver(member_leaves)
def forget(member: Member, **_kwargs: Any) -> None:
    """In the same transaction as leaving."""
    inviting.forget(member)
