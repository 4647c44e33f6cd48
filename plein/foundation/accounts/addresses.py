"""One field for a phone number or a mail address, in whatever way people write it."""

import re
from enum import StrEnum

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from phonenumbers import NumberParseException, PhoneNumberType

REGION = "NL"
TOO_DEAR = frozenset(
    {
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.UAN,
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.VOICEMAIL,
    }
)


class Kind(StrEnum):
    MAIL = "mail"
    PHONE = "phone"


class NotAnAddress(ValueError):
    """Neither a phone number nor a mail address."""


def clean(text: str) -> str:
    """The address as we keep it: a mail address in small letters, or +31612345678."""
    text = text.strip()
    if "@" in text:
        return _mail(text)
    return _phone(text)


def kind_of(address: str) -> Kind:
    return Kind.MAIL if "@" in address else Kind.PHONE


def is_landline(address: str) -> bool:
    """A phone on the wall: no text message arrives there, a voice does."""
    if kind_of(address) == Kind.MAIL:
        return False
    number = phonenumbers.parse(address, None)
    return phonenumbers.number_type(number) == PhoneNumberType.FIXED_LINE


def is_abroad(address: str) -> bool:
    """A number of another country: a text message there is dear, and machines know that."""
    if kind_of(address) == Kind.MAIL:
        return False
    number = phonenumbers.parse(address, None)
    return number.country_code != phonenumbers.country_code_for_region(REGION)


def shown(address: str) -> str:
    """As people read it: 06 12345678 in stead of +31612345678."""
    if kind_of(address) == Kind.MAIL:
        return address
    number = phonenumbers.parse(address, None)
    national = not is_abroad(address)
    style = (
        phonenumbers.PhoneNumberFormat.NATIONAL
        if national
        else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    )
    return phonenumbers.format_number(number, style)


def _mail(text: str) -> str:
    address = re.sub(r"\s", "", text.removeprefix("mailto:")).lower()
    try:
        validate_email(address)
    except ValidationError as wrong:
        raise NotAnAddress from wrong
    if len(address) > 254:
        raise NotAnAddress
    return address


def _phone(text: str) -> str:
    try:
        number = phonenumbers.parse(text.removeprefix("tel:"), REGION)
    except NumberParseException as wrong:
        raise NotAnAddress from wrong
    if not phonenumbers.is_valid_number(number):
        raise NotAnAddress
    if phonenumbers.number_type(number) in TOO_DEAR:
        raise NotAnAddress
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
