"""Agreements, clients, mandates, and saying yes or no to them."""

from plein.foundation.care.actions.admitting import (
    NobodyAdmitsThemselves,
    NoSecondPhone,
    admit,
    agree,
    change_agreement,
    end_admission,
    forget_old_admissions,
)
from plein.foundation.care.actions.caseload import (
    add_client,
    change_client,
    erase_client,
)
from plein.foundation.care.actions.gone import back_again as client_back_again
from plein.foundation.care.actions.gone import erase_who_is_gone
from plein.foundation.care.actions.gone import gone as client_gone
from plein.foundation.care.actions.keeping_roles import end_old_roles
from plein.foundation.care.actions.mandating import (
    ClientIsGone,
    MandateIsOver,
    NotInTheTeam,
    end_mandate,
    end_old_mandates,
    extend_mandate,
    give_mandate,
    hand_over,
    remind,
)
from plein.foundation.care.actions.taking_over import (
    NoSuchCode,
    make_card,
    take_over,
)
from plein.foundation.care.actions.voicing import (
    agree_by_code,
    hear_yes,
    refuse,
    send_code,
    speak_for,
)

__all__ = [
    "ClientIsGone",
    "MandateIsOver",
    "NoSecondPhone",
    "NoSuchCode",
    "NobodyAdmitsThemselves",
    "NotInTheTeam",
    "add_client",
    "admit",
    "agree",
    "agree_by_code",
    "change_agreement",
    "change_client",
    "client_back_again",
    "client_gone",
    "end_admission",
    "end_mandate",
    "end_old_mandates",
    "end_old_roles",
    "erase_client",
    "erase_who_is_gone",
    "extend_mandate",
    "forget_old_admissions",
    "give_mandate",
    "hand_over",
    "hear_yes",
    "make_card",
    "refuse",
    "remind",
    "send_code",
    "speak_for",
    "take_over",
]
