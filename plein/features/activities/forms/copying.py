"""What the form shows for an activity that exists, to change it or to copy it."""

from datetime import timedelta
from typing import Any

from plein.features.activities.forms.making import DIET, HOME, LIFT, PUBLIC
from plein.features.activities.forms.rhythm import a_year_later, typed_before
from plein.features.activities.models import Activity


def as_typed(activity: Activity) -> dict[str, Any]:
    """To change it."""
    return _typed(activity, timedelta(0))


def as_typed_a_year_later(activity: Activity) -> dict[str, Any]:
    """ "Copy from last year": the same, on the same days of the week, ahead of today."""
    shift = a_year_later(activity.first_day) if activity.first_day else timedelta(0)
    return _typed(activity, shift)


def _typed(activity: Activity, shift: timedelta) -> dict[str, Any]:
    usual = [key for key in activity.questions if key in (DIET, LIFT)]
    own = [words for words in activity.questions if words not in (DIET, LIFT)]
    return typed_before(activity, shift=shift) | {
        "title": activity.title,
        "text": activity.text,
        "theme": activity.theme.key if activity.theme else "",
        "where": HOME if activity.at_home else PUBLIC,
        "place": activity.place,
        "street": activity.street,
        "postcode": activity.postcode,
        "who": str(activity.organisation_id or "resident"),
        "groups": [row.group.key for row in activity.groups.select_related("group")],
        "wijk": str(activity.community_id),
        "reach": activity.reach,
        "cost": activity.cost,
        "cost_words": activity.cost_words,
        "access": activity.access,
        "language": activity.language,
        "needs_hands": activity.needs_hands,
        "hands_words": activity.hands_words,
        "enrolment": activity.enrolment,
        "seats": activity.seats,
        "guests": str(activity.guests),
        "closes_days": str(activity.closes_days),
        "usual_questions": usual,
        "own_question": own[0] if own else "",
    }
