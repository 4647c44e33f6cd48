"""On Monday morning the team hears what waits: how much of each kind, and not a name."""

from datetime import timedelta
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from plein.bridges.dayboard import actions, queries
from plein.foundation.communities import tree
from plein.foundation.communities.models import Member, Role
from plein.foundation.communities.rights import RIGHTS
from plein.lib.matter import Layer
from plein.shared.notifications.actions import notify

LAYERS = {Layer.TODAY: _("Today"), Layer.WEEK: _("This week"), Layer.MAY_REST: _("May rest")}


def tell(town_id: UUID) -> None:
    """One mail a week for each of the team who is there; nothing waits, nothing is sent.

    Nobody is called for it: who reads no mail finds it on the site.
    """
    actions.refresh(town_id)
    gone, today = queries.away(town_id), timezone.localdate()
    of_week = today - timedelta(days=today.weekday())
    roles = Role.objects.filter(town=town_id, role__in=RIGHTS["day.see"]).counting()
    team = Member.objects.filter(town=town_id, pk__in=roles.values("member")).here()
    for member in team.exclude(pk__in=gone).select_related("account", "home").order_by("id"):
        with override(member.tongue):
            if words := summary(member):
                notify(
                    member,
                    key="dayboard.monday",
                    url=reverse("dayboard:today"),
                    subject=_("What waits this week"),
                    text=words,
                    once=f"dayboard:{of_week.isoformat()}",
                    in_person=False,
                )


def summary(member: Member) -> str:
    """Layer, kind and number; empty when nothing waits for this member."""
    town = tree.of(member.town_id).town
    rows = queries.sorted_out(queries.seen_by(member, town), member, queries.away(member.town_id))
    counts = queries.by_kind(rows)
    lines: list[str] = []
    for layer, name in LAYERS.items():
        if found := [(title, number) for title, number, of in counts if of == layer]:
            lines += [f"{name}:", *(f"- {title} ({number})" for title, number in found), ""]
    return "\n".join(lines).strip()
