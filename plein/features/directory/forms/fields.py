"""Words, phone numbers and times, as people type them. Also used for the cells of a list."""

import re
import unicodedata
from typing import Any

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.features.directory import hours
from plein.foundation.places.postcodes import NotAPostcode, clean_postcode


def plain(text: str, *, lines: bool = False) -> str:
    """Without signs that no eye can see; on one line unless more are asked for."""
    text = unicodedata.normalize("NFC", re.sub(r"\r\n?", "\n", text))
    seen = "".join(
        sign for sign in text if sign == "\n" or unicodedata.category(sign) not in UNSEEN
    )
    return seen.strip() if lines else " ".join(seen.split())


UNSEEN = {"Cc", "Cf", "Cs", "Cn", "Co"}


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


class LineField(forms.CharField):
    """One line, without signs that no eye can see."""

    def to_python(self, value: Any) -> str:
        return plain(str(value or ""))


class TextField(forms.CharField):
    """Several lines."""

    widget = forms.Textarea

    def __init__(self, *, rows: int = 5, **options: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **options)

    def to_python(self, value: Any) -> str:
        return plain(str(value or ""), lines=True)


class TimesField(forms.CharField):
    """The times of one day: "9-12 en 13-17", or "gesloten"."""

    def __init__(self, **options: Any) -> None:
        attrs = {"autocomplete": "off", "size": 22}
        super().__init__(required=False, max_length=80, widget=forms.TextInput(attrs), **options)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        try:
            return hours.read_times(text)
        except hours.NotHours:
            raise ValidationError(
                gettext_lazy("We cannot read these times. For example: 9:00-12:00, 13:00-17:00.")
            ) from None
