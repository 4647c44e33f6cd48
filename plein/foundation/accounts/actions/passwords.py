"""A password, for who likes that better. Nobody needs one."""

from django.db import transaction

from plein.foundation.accounts.actions.codes import forget_codes
from plein.foundation.accounts.models import Account
from plein.foundation.audit import record


def check_password(address: str, password: str) -> Account | None:
    """The account when both are right. As slow for nobody as for somebody (H13)."""
    account = Account.objects.at(address).filter(is_active=True).first()
    if account is None:
        Account().set_password(password)
        return None
    return account if account.check_password(password) else None


@transaction.atomic
def set_password(account: Account, password: str | None) -> None:
    """Set it, or with None take it away. All other visits and open codes end."""
    account.set_password(password)
    account.save(update_fields=["password"])
    for address in (account.email, account.phone):
        if address:
            forget_codes(address)
    record("accounts.password.set" if password else "accounts.password.removed", on=account)
