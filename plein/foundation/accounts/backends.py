"""How Django finds the account of a session."""

from typing import Any
from uuid import UUID

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from plein.foundation.accounts.models import Account


class CodeOrPassword(BaseBackend):
    """A code is checked in `actions`; only the password comes through `authenticate`."""

    def authenticate(
        self,
        request: HttpRequest | None,  # noqa: ARG002
        account: Account | None = None,
        password: str | None = None,
        **kwargs: Any,  # noqa: ARG002
    ) -> Account | None:
        if account and password and account.is_active and account.check_password(password):
            return account
        return None

    def get_user(self, user_id: UUID | str) -> Account | None:
        return Account.objects.filter(pk=user_id, is_active=True).first()
