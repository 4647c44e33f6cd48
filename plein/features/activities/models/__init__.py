"""Activities, the times at which they happen, who comes, and calendars of organisations."""

from plein.features.activities.models.activity import (
    Activity,
    ActivityQuerySet,
    ActivityTargetGroup,
)
from plein.features.activities.models.feed import CalendarFeed
from plein.features.activities.models.occurrence import Occurrence, OccurrenceQuerySet
from plein.features.activities.models.registration import (
    Attendance,
    Registration,
    RegistrationQuerySet,
)

__all__ = [
    "Activity",
    "ActivityQuerySet",
    "ActivityTargetGroup",
    "Attendance",
    "CalendarFeed",
    "Occurrence",
    "OccurrenceQuerySet",
    "Registration",
    "RegistrationQuerySet",
]
