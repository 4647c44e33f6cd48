"""Somebody is gone: nobody calls the number they left."""

from django.db.models import Q
from django.utils import timezone

from plein.bridges.telephone.models import CallBack
from plein.foundation import jobs
from plein.foundation.audit import record
from plein.foundation.communities.models import Member


def call_no_more(member: Member) -> None:
    """In the transaction of `communities.actions.gone`. A number that others of the house have as
    well stays on the list: perhaps it is they who asked."""
    phone = member.phone
    if not phone or _has_another(phone, member):
        return
    for one in CallBack.objects.open().filter(town=member.town_id, phone=phone):
        one.done_at = timezone.now()
        one.save(update_fields=["done_at"])
        record("telephone.call_back.stopped", on=one)
        jobs.changed("telephone.call_back", one.pk)


def _has_another(phone: str, member: Member) -> bool:
    theirs = Q(account__phone=phone) | Q(account=None, address=phone)
    others = Member.objects.here().filter(theirs, town=member.town_id)
    return others.exclude(pk=member.pk).exists()
