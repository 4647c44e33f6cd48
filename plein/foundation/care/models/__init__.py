"""Agreements with organisations, the people they care for, and on whose word somebody asks."""

from plein.foundation.care.models.agreements import Admission, Agreement
from plein.foundation.care.models.clients import Caseload, Client, Teammate
from plein.foundation.care.models.mandates import Handover, Mandate, MandateQuerySet
from plein.foundation.care.models.voices import Voice
from plein.foundation.care.models.ways import Consent

__all__ = [
    "Admission",
    "Agreement",
    "Caseload",
    "Client",
    "Consent",
    "Handover",
    "Mandate",
    "MandateQuerySet",
    "Teammate",
    "Voice",
]
