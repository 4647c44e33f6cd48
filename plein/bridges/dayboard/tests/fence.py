"""People to greet in Waterdrecht, and what waits there, for a stranger from another town."""

from plein.bridges.dayboard import actions
from plein.bridges.dayboard.models import MatterRow


def _waiting(cast) -> dict[str, object]:
    """Nadia waits for a greeting."""
    actions.refresh(cast.nadia.town_id)
    return {"key": MatterRow.objects.get(kind="dayboard.greet", about=cast.nadia.pk).pk}


FENCE = {
    "dayboard:one": _waiting,
}
