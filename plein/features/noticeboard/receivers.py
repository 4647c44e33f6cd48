"""What the board does when something happens to people."""

from typing import Any
from uuid import UUID

from django.dispatch import receiver

from plein.features.noticeboard import telling_behalf
from plein.features.noticeboard.actions import answering, farewell, leaving, on_behalf, replying
from plein.features.noticeboard.models import Post
from plein.foundation import jobs
from plein.foundation.care import signals as care
from plein.foundation.care.models import Mandate, Voice
from plein.foundation.communities.models import Member
from plein.foundation.communities.signals import member_gone, member_leaves
from plein.foundation.organisations.models import Organisation
from plein.foundation.organisations.signals import organisation_merged
from plein.foundation.proofs.models import ProofRules
from plein.shared.conversations.models import Message
from plein.shared.conversations.signals import message_said


@jobs.listens("communities.member")
def begin_waiting_talks(member_id: str) -> None:
    """Perhaps somebody has been greeted: the talks they wait for begin."""
    answering.begin_waiting(member_id)


@jobs.listens("proofs.member")
def begin_talks_after_seeing(member_id: str) -> None:
    """Somebody was seen: perhaps that is what a talk waited for."""
    answering.begin_waiting(member_id)


@jobs.listens("proofs.rules")
def begin_talks_after_rules(rules_id: str) -> None:
    """A place asks less than before."""
    if rules := ProofRules.objects.filter(pk=rules_id).first():
        answering.begin_all_waiting(rules.town_id)


@receiver(message_said)
def helper_waits_again(message: Message, **_kwargs: Any) -> None:
    replying.again(message)


@receiver(member_gone)
def stop(member: Member, **_kwargs: Any) -> None:
    """In the same transaction: no call, mail or post about this person any more."""
    farewell.stop(member)


@receiver(member_leaves)
def forget(member: Member, **_kwargs: Any) -> None:
    """In the same transaction as leaving."""
    leaving.forget(member)


@receiver(organisation_merged)
def take_along(kept: Organisation, gone: Organisation, **_kwargs: Any) -> None:
    """What stood on the board in the name of a double stands there for the one that stays."""
    posts = Post.objects.filter(town=gone.town_id, organisation=gone)
    keys = list(posts.values_list("pk", flat=True))
    posts.update(organisation=kept)
    jobs.changed_many("noticeboard.post", keys)


@receiver(care.mandate_ended)
def close_asks(mandate: Mandate, by: Member | None, **_kwargs: Any) -> None:
    on_behalf.close_for(mandate, by)


@receiver(care.mandate_handed_over)
def give_to_colleague(mandate: Mandate, taker: Member, by: Member | None, **_kwargs: Any) -> None:
    on_behalf.give_to(mandate, taker, own=False, by=by)


@receiver(care.mandate_taken_over)
def give_to_client(mandate: Mandate, by: Member, **_kwargs: Any) -> None:
    on_behalf.give_to(mandate, by, own=True, by=None)


@receiver(care.mandate_ends_soon)
def tell_professional(mandate: Mandate, **_kwargs: Any) -> None:
    telling_behalf.mandate_ends_soon(mandate)


@receiver(care.client_gone)
def stop_for_client(town: UUID, client: UUID, mandates: list[UUID], **_kwargs: Any) -> None:
    """In the same transaction: a person tells the helpers."""
    farewell.stop_for_client(town, client, mandates)


@receiver(care.client_erased)
def erase(
    town: UUID, client: UUID, mandates: list[UUID], by: Member | None, **_kwargs: Any
) -> None:
    on_behalf.erase_for(town, client, mandates, by)


@receiver(care.voice_agreed)
def show(voice: Voice, **_kwargs: Any) -> None:
    on_behalf.hear(voice, yes=True)


@receiver(care.voice_refused)
def close_unheard(voice: Voice, by: Member | None, **_kwargs: Any) -> None:
    on_behalf.hear(voice, yes=False, late=by is None)
