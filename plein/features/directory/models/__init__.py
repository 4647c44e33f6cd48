"""The social map: entries, what keeps them true, and lists that come in and go out."""

from plein.features.directory.models.entries import (
    Cost,
    Entry,
    EntryGroup,
    EntryPhoto,
    EntryQuerySet,
    EntryTheme,
    Location,
    Referral,
    Service,
    Vital,
)
from plein.features.directory.models.keeping import Claim, Contact, Remark, Version, VersionPhoto
from plein.features.directory.models.lists import ColumnMemory, Export, ImportRow, ListImport
from plein.features.directory.models.rules import AdmissionRules, Campaign, Invitation

__all__ = [
    "AdmissionRules",
    "Campaign",
    "Claim",
    "ColumnMemory",
    "Contact",
    "Cost",
    "Entry",
    "EntryGroup",
    "EntryPhoto",
    "EntryQuerySet",
    "EntryTheme",
    "Export",
    "ImportRow",
    "Invitation",
    "ListImport",
    "Location",
    "Referral",
    "Remark",
    "Service",
    "Version",
    "VersionPhoto",
    "Vital",
]
