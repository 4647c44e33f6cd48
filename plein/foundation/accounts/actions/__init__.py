"""Signing in: codes, passwords, sessions, and carrying a sign-in to another host of the town."""

from plein.foundation.accounts.actions.addresses import (
    AddressIsTaken,
    LastAddress,
    change_address,
    remove_address,
)
from plein.foundation.accounts.actions.codes import ask_code, check_code, is_spoken_open, speak_code
from plein.foundation.accounts.actions.going import delete_account
from plein.foundation.accounts.actions.hand_over import hand_over, take_over
from plein.foundation.accounts.actions.passwords import check_password, set_password
from plein.foundation.accounts.actions.sessions import keep_signed_in, sign_in, sign_out

__all__ = [
    "AddressIsTaken",
    "LastAddress",
    "ask_code",
    "change_address",
    "check_code",
    "check_password",
    "delete_account",
    "hand_over",
    "is_spoken_open",
    "keep_signed_in",
    "remove_address",
    "set_password",
    "sign_in",
    "sign_out",
    "speak_code",
    "take_over",
]
