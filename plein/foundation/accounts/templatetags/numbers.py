"""Numbers as people read and dial them."""

import phonenumbers
from django import template

from plein.foundation.accounts.addresses import shown

register = template.Library()


@register.filter
def as_read(address: str) -> str:
    """`{{ phone|as_read }}`: 06 12345678 for +31612345678; what is no number stays as it is."""
    try:
        return shown(address)
    except phonenumbers.NumberParseException:
        return address
