"""What somebody types to come in."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from plein.foundation.accounts.addresses import NotAnAddress, clean


class AddressField(forms.CharField):
    """A phone number or a mail address, in any spelling; gives the one spelling we keep."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Your phone number or mail address"))
        kwargs.setdefault("help_text", _("For example 06 12 34 56 78 or naam@voorbeeld.nl"))
        kwargs.setdefault("max_length", 254)
        kwargs.setdefault(
            "widget",
            forms.TextInput(
                attrs={
                    "autocomplete": "username",
                    "autocapitalize": "none",
                    "spellcheck": "false",
                    "dir": "ltr",
                }
            ),
        )
        super().__init__(**kwargs)
        self.error_messages["required"] = _("Fill in your phone number or your mail address.")

    def clean(self, value: Any) -> str:
        text = str(super().clean(value))
        if not text:
            return ""
        try:
            return clean(text)
        except NotAnAddress as wrong:
            raise forms.ValidationError(
                _("We do not know this phone number or mail address. Check every sign once more.")
            ) from wrong


class NumberField(forms.CharField):
    """A phone number in any spelling; gives +31612345678."""

    def __init__(self, **options: Any) -> None:
        attrs = {"type": "tel", "autocomplete": options.pop("autocomplete", "tel"), "dir": "ltr"}
        widget = forms.TextInput(attrs=attrs)
        required = {"required": _("Fill in a phone number. For example: 06 12 34 56 78.")}
        super().__init__(max_length=40, widget=widget, error_messages=required, **options)

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if not text:
            return ""
        try:
            found = clean(text)
        except NotAnAddress:
            found = ""
        if not found.startswith("+"):
            raise forms.ValidationError(
                _("We do not know this number. For example: 06 12 34 56 78.")
            )
        return found


class AddressForm(forms.Form):
    address = AddressField()


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Your code"),
        help_text=_("Six digits"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "dir": "ltr"}
        ),
        error_messages={"required": _("Fill in the six digits of your code.")},
    )

    def clean_code(self) -> str:
        digits = "".join(sign for sign in self.cleaned_data["code"] if sign.isdecimal())
        if len(digits) != 6:
            raise forms.ValidationError(_("A code has six digits. Look once more."))
        return digits


class PasswordForm(forms.Form):
    address = AddressField()
    password = forms.CharField(
        label=_("Your password"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Fill in your password.")},
    )


class NewPasswordForm(forms.Form):
    password = forms.CharField(
        label=_("Your new password"),
        help_text=_("At least 10 signs. A short sentence is easy to remember."),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Fill in a password.")},
    )

    def clean_password(self) -> str:
        password = str(self.cleaned_data["password"])
        if not password.strip():
            raise forms.ValidationError(self.fields["password"].error_messages["required"])
        validate_password(password)
        return password
