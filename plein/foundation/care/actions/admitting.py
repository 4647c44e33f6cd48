"""An agreement with an organisation, and letting its professionals in (TRUST-8)."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from plein.foundation import outbox
from plein.foundation.audit import record
from plein.foundation.care.actions.keeping_roles import keep_role
from plein.foundation.care.actions.mandating import leave_to_team
from plein.foundation.care.models import Admission, Agreement, Caseload, Teammate
from plein.foundation.communities.letters import head_of
from plein.foundation.communities.models import Community, Member
from plein.foundation.organisations.actions import FromElsewhere
from plein.foundation.organisations.models import Organisation
from plein.foundation.outbox.letters import Letter, Part
from plein.lib.formality import DUTCH, tongue

TEAM = "Team"
KEPT = timedelta(days=2 * 365)
"""So long it is known who was let in, after that ended."""


class NobodyAdmitsThemselves(Exception):
    """A manager lets in somebody else, never themselves."""


class NoSecondPhone(Exception):
    """Without a phone of work there is no second code."""


@transaction.atomic
def agree(place: Community, organisation: Organisation, *, by: Member, **said: Any) -> Agreement:
    """Note that there is a written agreement. It stands on paper; here are its dates."""
    if not by.town_id == place.town_id == organisation.town_id:
        raise FromElsewhere
    made = Agreement.objects.create(
        town_id=place.town_id, place=place, organisation=organisation, **said
    )
    Caseload.objects.create(town_id=place.town_id, agreement=made, name=TEAM)
    record("care.agreement.made", on=made, by=by, organisation=organisation.pk)
    return made


@transaction.atomic
def change_agreement(agreement: Agreement, *, by: Member, **said: Any) -> None:
    for name, value in said.items():
        setattr(agreement, name, value)
    agreement.save(update_fields=list(said))
    record("care.agreement.changed", on=agreement, by=by)
    for one in agreement.admissions.filter(ended_at=None).select_related("member"):
        keep_role(one.member, agreement.place, by=by)


@transaction.atomic
def admit(
    agreement: Agreement, member: Member, *, number_found: str, phone: str, by: Member
) -> Admission:
    """After a call back on a number found elsewhere. The organisation's contact hears of it."""
    if not by.town_id == agreement.town_id == member.town_id:
        raise FromElsewhere
    if by.pk == member.pk:
        raise NobodyAdmitsThemselves
    if not phone:
        raise NoSecondPhone
    found = {"number_found": number_found, "phone": phone, "ended_at": None}
    admission, _new = Admission.objects.update_or_create(
        town_id=agreement.town_id,
        agreement=agreement,
        member=member,
        defaults=found | {"called_on": timezone.localdate(), "called_by": by},
    )
    keep_role(member, agreement.place, by=by)
    caseload = agreement.caseloads.order_by("id").first()
    if caseload:
        Teammate.objects.get_or_create(town_id=agreement.town_id, caseload=caseload, member=member)
    record("care.admission.made", on=member, by=by, agreement=agreement.pk)
    _tell_contact(admission)
    return admission


@transaction.atomic
def end_admission(admission: Admission, *, by: Member) -> None:
    """From now on no client is seen and no desk is open; what this person still had is handed over
    or ended."""
    admission.ended_at = timezone.now()
    admission.save(update_fields=["ended_at"])
    Teammate.objects.filter(
        town=admission.town_id,
        member=admission.member,
        caseload__agreement=admission.agreement,
    ).delete()
    record("care.admission.ended", on=admission.member, by=by, agreement=admission.agreement_id)
    leave_to_team(admission.member, admission.agreement)
    keep_role(admission.member, admission.agreement.place, by=by)


def _tell_contact(admission: Admission) -> None:
    """A safety mail: was it somebody of yours?"""
    agreement = admission.agreement
    place = agreement.place.name
    with translation.override(tongue(DUTCH, formal=agreement.place.formal)):
        words = _(
            "From today %(name)s may ask for your clients on the site of %(place)s. "
            "Does this person not work with you? Then call us straight away: %(phone)s."
        ) % {"name": admission.member.name, "place": place, "phone": agreement.place.phone}
        subject = _("Somebody of your organisation was let in at %(place)s") % {"place": place}
        outbox.post_letter(
            Letter(subject, head_of(agreement.place), [Part(words)]),
            to=agreement.contact_mail,
            key=f"care.admitted:{admission.pk}:{timezone.now():%Y%m%d}",
            category="safety",
        )


def forget_old_admissions() -> None:
    Admission.objects.filter(ended_at__lt=timezone.now() - KEPT).delete()
