"""What givers, organisers, managers and the clock do with slips."""

from plein.bridges.referrals.actions.echoing import WrongCode, answer, find
from plein.bridges.referrals.actions.giving import drop, forget_old, give, keep_for

__all__ = ["WrongCode", "answer", "drop", "find", "forget_old", "give", "keep_for"]
