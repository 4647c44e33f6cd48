"""The beginning of a real place: a town at a host, with its first manager."""

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from plein.foundation.accounts.models import Account
from plein.foundation.audit import record
from plein.foundation.communities import tree
from plein.foundation.communities.actions.joining import join
from plein.foundation.communities.models import Community, Member, Role, RoleName
from plein.foundation.communities.signals import town_founded


class HostIsTaken(Exception):
    """Another place answers at this address."""


class NoRegion(Exception):
    """A town stands in a region; nothing else stands in anything else."""


@transaction.atomic
def found_town(name: str, host: str, *, kind: str = Community.Kind.TOWN) -> Community:
    """A town or a region. The apps above give it their starting lists."""
    if Community.objects.filter(host=host).exists():
        raise HostIsTaken
    town = Community(kind=kind, name=name, slug=slugify(name)[:60] or "plein", host=host)
    town.town = town
    town.save()
    record("communities.town.founded", on=town, community=town)
    town_founded.send(sender=Community, town=town)
    return town


@transaction.atomic
def first_manager(town: Community, address: str, *, name: str) -> Member:
    """Somebody who arranges the place from the start, and signs in with this address."""
    account = Account.objects.at(address).first() or Account.objects.create_at(address)
    member = join(account, town=town, name=name, home=town)
    member.greeted_at = member.greeted_at or timezone.now()
    member.save(update_fields=["greeted_at"])
    Role.objects.get_or_create(
        town=town, member=member, community=town, role=RoleName.MANAGER, subject=""
    )
    record("communities.role.given", on=member, community=town, role=str(RoleName.MANAGER))
    return member


@transaction.atomic
def join_region(town: Community, region: Community | None) -> None:
    """From now on the region lists and links this town; with None it is in no region any more.

    The operator does this: a town and a region are two places, and neither arranges the other.
    """
    if town.kind != Community.Kind.TOWN or (region and region.kind != Community.Kind.REGION):
        raise NoRegion
    town.region = region
    town.save(update_fields=["region"])
    name = region.name if region else ""
    record("communities.town.region", on=town, community=town, region=name)
    tree.changed(town.pk)
