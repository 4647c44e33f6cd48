import pytest
from django.template import Context, Template

from plein.foundation.accounts.addresses import NotAnAddress, clean, shown


@pytest.mark.parametrize(
    "typed",
    [
        "0612345678",
        "06 12 34 56 78",
        "06-12345678",
        "06-1234 5678",
        "(06) 12345678",
        "06.12.34.56.78",
        "+31612345678",
        "+31 6 12345678",
        "+31 (0)6 12345678",
        "0031612345678",
        "0031 6 1234 5678",
        " 06 12345678 ",
        "tel:+31612345678",
        "٠٦١٢٣٤٥٦٧٨",
    ],
)
def test_any_spelling_of_a_dutch_phone_number_is_the_same_number(typed):
    assert clean(typed) == "+31612345678"


def test_a_landline_and_a_foreign_number_are_numbers_too():
    assert clean("0184 555 010".replace("555 010", "413 456")) == "+31184413456"
    assert clean("+380 50 123 4567") == "+380501234567"


@pytest.mark.parametrize("typed", ["Noor@Voorbeeld.NL", " noor@voorbeeld.nl", "noor @voorbeeld.nl"])
def test_a_mail_address_is_kept_in_small_letters_without_spaces(typed):
    assert clean(typed) == "noor@voorbeeld.nl"


@pytest.mark.parametrize(
    "typed",
    ["", "noor", "06123", "noor@", "@voorbeeld.nl", "0900 1234567", "1" * 60, "a@b@c.nl", "112"],
)
def test_what_is_neither_is_refused(typed):
    with pytest.raises(NotAnAddress):
        clean(typed)


def test_a_number_is_shown_as_people_here_write_it():
    assert shown("+31612345678") == "06 12345678"
    assert shown("+380501234567") == "+380 50 123 4567"
    assert shown("noor@voorbeeld.nl") == "noor@voorbeeld.nl"


@pytest.mark.parametrize(
    ("kept", "read"),
    [("+31612345678", "06 12345678"), ("bel de buurvrouw", "bel de buurvrouw"), ("", "")],
)
def test_a_number_on_a_page_is_written_as_people_dial_it(kept, read):
    page = Template("{% load numbers %}{{ phone|as_read }}")
    assert page.render(Context({"phone": kept})) == read
