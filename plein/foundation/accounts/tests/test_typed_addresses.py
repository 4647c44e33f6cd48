"""What people type to come in: the forms of this app, with what they say when it goes wrong."""

import pytest

from plein.foundation.accounts.addresses import Kind, kind_of, shown
from plein.foundation.accounts.forms import AddressForm, CodeForm, NewPasswordForm, PasswordForm


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Noor@Voorbeeld.NL ", "noor@voorbeeld.nl"),
        ("mailto:noor@voorbeeld.nl", "noor@voorbeeld.nl"),
        ("noor @ voorbeeld.nl", "noor@voorbeeld.nl"),
        ("06 12 34 56 78", "+31612345678"),
        ("+49 30 901820", "+4930901820"),
        ("noor+plein@voorbeeld.nl", "noor+plein@voorbeeld.nl"),
    ],
)
def test_the_one_spelling_that_is_kept(typed, kept):
    form = AddressForm({"address": typed})
    assert form.is_valid()
    assert form.cleaned_data["address"] == kept


@pytest.mark.parametrize(
    "typed",
    [
        "noor", "noor@", "@voorbeeld.nl", "a@b", "0612", "06 12 34 56 7", "112", "0900 1234", "+",
        "0800-8020", "<script>@x.nl", "noor@voorbeeld..nl", "noor@voorbeeld.nl, bram@voorbeeld.nl",
        "\0@x.nl", "💥", "a" * 250 + "@voorbeeld.nl", "06\u202e12345678x", "٠", "http://x.nl",
    ],
)  # fmt: skip
def test_what_is_no_address_is_said_in_one_sentence(typed):
    form = AddressForm({"address": typed})
    assert not form.is_valid()
    assert len(form.errors["address"]) == 1


def test_an_empty_field_says_what_goes_there():
    form = AddressForm({"address": " "})
    assert form.errors["address"] == ["Vul je telefoonnummer of je mailadres in."]


@pytest.mark.parametrize(
    "typed", ["123456", "123 456", "123-456", "12 34 56", "١٢٣٤٥٦", "１２３４５６"]
)
def test_a_code_may_have_spaces_and_any_digits(typed):
    form = CodeForm({"code": typed})
    assert form.is_valid()
    assert len(form.cleaned_data["code"]) == 6


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "1" * 21, "²²²²²²", "\0"])
def test_what_is_no_code_is_explained(typed):
    assert not CodeForm({"code": typed}).is_valid()


@pytest.mark.parametrize("weak", ["kort", "1234567890", "password123", "          "])
def test_a_password_that_is_easy_to_guess_is_refused(weak):
    assert not NewPasswordForm({"password": weak}).is_valid()


def test_spaces_at_the_ends_of_a_password_are_part_of_it():
    form = PasswordForm({"address": "noor@voorbeeld.nl", "password": " met spaties "})
    assert form.is_valid()
    assert form.cleaned_data["password"] == " met spaties "


@pytest.mark.parametrize(
    ("kept", "read"),
    [
        ("+31612345678", "06 12345678"),
        ("+31184413456", "0184 413 456"),
        ("+4930901820", "+49 30 901820"),
        ("noor@voorbeeld.nl", "noor@voorbeeld.nl"),
    ],
)
def test_an_address_is_shown_as_people_write_it(kept, read):
    assert shown(kept) == read
    assert kind_of(kept) == (Kind.MAIL if "@" in kept else Kind.PHONE)


def test_the_fields_help_a_phone_to_fill_in():
    address = AddressForm().fields["address"].widget.attrs
    code = CodeForm().fields["code"].widget.attrs
    assert (address["autocomplete"], address["autocapitalize"]) == ("username", "none")
    assert (code["autocomplete"], code["inputmode"]) == ("one-time-code", "numeric")


def test_a_password_is_never_written_back_into_the_page():
    form = PasswordForm({"address": "", "password": "geheime zin"})
    assert "geheime zin" not in str(form)
