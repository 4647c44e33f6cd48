"""What people chose, and what roles may be for."""

from uuid import UUID

from plein.foundation.communities.models import Member
from plein.foundation.taxonomy.models import MemberTargetGroup, MemberTheme, TargetGroup, Theme


def theme_keys(member: Member, kind: str) -> list[str]:
    """Keys of the interests or talents of a member, for that member only."""
    mine = MemberTheme.objects.filter(town=member.town_id, member=member, kind=kind)
    return list(mine.values_list("theme__key", flat=True))


def group_keys(member: Member) -> list[str]:
    mine = MemberTargetGroup.objects.filter(town=member.town_id, member=member)
    return list(mine.values_list("group__key", flat=True))


def subjects(town_id: UUID) -> list[tuple[str, str]]:
    """Themes and groups for which somebody may be a connector."""
    themes = Theme.objects.in_town(town_id).in_use()
    groups = TargetGroup.objects.in_town(town_id).in_use()
    return [(entry.key, entry.name) for entry in (*themes, *groups)]
