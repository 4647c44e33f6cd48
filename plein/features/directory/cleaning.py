"""Names, numbers and addresses as people type them, made one. Values in, values out.

Used by forms and by the cells of a list; raises `ValidationError` with a sentence.
"""

import re

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.utils.translation import gettext as _

from plein.foundation.places.postcodes import NotAPostcode, clean_postcode
from plein.lib.plain import plain


def clean_name(text: str) -> str:
    name = plain(text)
    if not any(sign.isalpha() for sign in name) or any(sign in name for sign in "<>"):
        raise ValidationError(_("Fill in a name. For example: Football club."))
    if len(name) > 120:
        raise ValidationError(_("This name is too long. Use at most 120 signs."))
    return name


def clean_phone(text: str) -> str:
    """As people dial it: 0184-555 010 becomes 0184 555 010; short numbers stay as they are."""
    text = plain(text)
    if not text:
        return ""
    if re.fullmatch(r"(?:112|113|14\s?\d{3,4}|116\s?\d{3}|0[89]00[\s-]?[\d\s-]{3,9})", text):
        return text
    try:
        number = phonenumbers.parse(text, "NL")
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_possible_number(number):
        raise ValidationError(_("We cannot read this phone number. For example: 0184-555 010."))
    form = phonenumbers.PhoneNumberFormat
    dutch = number.country_code == 31
    return phonenumbers.format_number(number, form.NATIONAL if dutch else form.INTERNATIONAL)


def clean_mail(text: str) -> str:
    mail = plain(text).removeprefix("mailto:").lower()
    if mail:
        EmailValidator(_("This is not a mail address. For example: info@club.nl."))(mail)
    return mail


def clean_website(text: str) -> str:
    site = plain(text)
    if not site:
        return ""
    if "://" not in site:
        site = f"https://{site}"
    complaint = _("This is not a web address. For example: www.club.nl.")
    URLValidator(schemes=["http", "https"], message=complaint)(site)
    if len(site) > 200:
        raise ValidationError(complaint)
    return site


def clean_kvk(text: str) -> str:
    """Eight digits. Spreadsheets eat zeros in front, so seven are made eight."""
    digits = re.sub(r"[\s.]", "", plain(text)).removesuffix(",0")
    if not digits:
        return ""
    if not re.fullmatch(r"\d{7,8}", digits):
        raise ValidationError(_("A KVK number has 8 digits."))
    return digits.zfill(8)


def clean_code(text: str) -> str:
    try:
        return clean_postcode(plain(text))
    except NotAPostcode:
        raise ValidationError(_("A postcode has 4 digits and 2 letters.")) from None
