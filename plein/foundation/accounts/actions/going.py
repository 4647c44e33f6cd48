"""Deleting an account that lives nowhere any more."""

from django.db import transaction

from plein.foundation.accounts.models import Account, SignInCode
from plein.foundation.audit import record


@transaction.atomic
def delete_account(account: Account) -> None:
    """Codes, carried visits and the account itself are gone; the audit keeps only its id."""
    for address in (account.email, account.phone):
        if address:
            SignInCode.objects.filter(address=address).delete()
    record("accounts.account.deleted", on=account)
    account.delete()
