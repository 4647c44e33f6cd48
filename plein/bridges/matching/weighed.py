"""Weights in words."""

from django.utils.translation import gettext as _

from plein.bridges.matching.models import Weighing


def labels() -> dict[str, str]:
    return {
        "concept": _("The same kind of thing"),
        "leaning": _("Words that point the same way"),
        "vector": _("The sense of the whole text"),
        "words": _("The same words"),
        "grams": _("Pieces of words"),
        "theme": _("Theme"),
        "far": _("How much distance takes off"),
        "adjoining": _("What is left when the times only touch"),
        "once": _("What is left when somebody comes once, and it is needed more often"),
        "no_language": _("What is left without a language in common"),
        "other_group": _("What is left when it is meant for another group"),
        "load": _("How much each job takes off, so that everybody gets a turn"),
        "threshold": _("From which score it is a suggestion"),
    }


def said(values: dict[str, float]) -> list[tuple[str, float]]:
    names = labels()
    return [(names[key], value) for key, value in values.items() if key in names]


def changed(row: Weighing, before: dict[str, float]) -> list[tuple[str, float, float]]:
    """(name, before, now) of what this choice changed."""
    names = labels()
    return [
        (names[key], before.get(key, 0.0), value)
        for key, value in row.values.items()
        if key in names and abs(value - before.get(key, 0.0)) > 0.001
    ]
