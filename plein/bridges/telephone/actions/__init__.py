"""What happens on the phone."""

from plein.bridges.telephone.actions.answering import cancel, confirm, hear, propose, say
from plein.bridges.telephone.actions.calling import called, note_call_back
from plein.bridges.telephone.actions.forgetting import forget
from plein.bridges.telephone.actions.noting import ChooseThemselves, NoConsent, Said, note_ask
from plein.bridges.telephone.actions.offering import note_who_answers
from plein.bridges.telephone.actions.requesting import (
    Told,
    ask_call,
    tell_who_is_gone,
    tell_who_is_late,
)
from plein.bridges.telephone.actions.stopping import call_no_more
from plein.bridges.telephone.actions.telling import tell_who_stands_for_theme, told_places
from plein.bridges.telephone.actions.worrying import note_worry, worries_climb, worry_heard

__all__ = [
    "ChooseThemselves",
    "NoConsent",
    "Said",
    "Told",
    "ask_call",
    "call_no_more",
    "called",
    "cancel",
    "confirm",
    "forget",
    "hear",
    "note_ask",
    "note_call_back",
    "note_who_answers",
    "note_worry",
    "propose",
    "say",
    "tell_who_is_gone",
    "tell_who_is_late",
    "tell_who_stands_for_theme",
    "told_places",
    "worries_climb",
    "worry_heard",
]
