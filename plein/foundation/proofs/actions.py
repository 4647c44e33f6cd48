"""Noting what was seen of somebody, taking it away, and what a place asks."""

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Community, Member
from plein.foundation.organisations.models import Organisation
from plein.foundation.proofs.models import Proof, ProofRules, Rung
from plein.foundation.proofs.queries import end_of, rules_of


@transaction.atomic
def note(
    member: Member,
    kind: str,
    *,
    by: Member,
    seen_on: date | None = None,
    place: str = "",
    organisation: Organisation | None = None,
) -> Proof:
    """Write down what `by` saw or heard. The same kind once more takes the place of the first."""
    if by.pk == member.pk or by.town_id != member.town_id:
        raise PermissionDenied
    day = seen_on or timezone.localdate()
    proof, _made = Proof.objects.update_or_create(
        town_id=member.town_id,
        member=member,
        kind=Rung(kind),
        defaults={
            "seen_on": day,
            "ends_on": end_of(kind, day, rules_of(member.home)),
            "place": place if kind == Rung.MET else "",
            "organisation": organisation if kind == Rung.KNOWN else None,
            "by": by,
            "made_at": timezone.now(),
        },
    )
    record("proofs.proof.noted", on=member, by=by, kind=proof.kind)
    jobs.changed("proofs.member", member.pk)
    return proof


@transaction.atomic
def withdraw(proof: Proof, *, by: Member) -> None:
    """It counts no more, at once. What is left is one line in the log."""
    if Proof.objects.filter(town=by.town_id, pk=proof.pk).delete()[0]:
        record("proofs.proof.withdrawn", on=proof.member, by=by, kind=proof.kind)
        jobs.changed("proofs.member", proof.member_id)


@transaction.atomic
def change_rules(community: Community, said: dict[str, Any], *, by: Member) -> ProofRules:
    """What this place asks from now on. What was noted keeps the last day it had."""
    rules, _made = ProofRules.objects.update_or_create(
        town_id=community.town_id, community=community, defaults=said
    )
    record("proofs.rules.changed", on=community, by=by)
    jobs.changed("proofs.rules", rules.pk)
    return rules


def forget_ended() -> int:
    """What ended a quarter of a year ago is of no use to anybody."""
    until = timezone.localdate() - timedelta(days=91)
    return Proof.objects.filter(ends_on__lt=until).delete()[0]
