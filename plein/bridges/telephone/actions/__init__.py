"""What happens on the phone."""

from plein.bridges.telephone.actions.answering import confirm, hear, propose, say
from plein.bridges.telephone.actions.calling import called, note_call_back
from plein.bridges.telephone.actions.forgetting import forget
from plein.bridges.telephone.actions.noting import NoConsent, Said, note_ask
from plein.bridges.telephone.actions.requesting import Told, ask_call, tell_who_is_gone
from plein.bridges.telephone.actions.telling import tell_who_stands_for_theme, told_places

__all__ = [
    "NoConsent",
    "Said",
    "Told",
    "ask_call",
    "called",
    "confirm",
    "forget",
    "hear",
    "note_ask",
    "note_call_back",
    "propose",
    "say",
    "tell_who_is_gone",
    "tell_who_stands_for_theme",
    "told_places",
]
