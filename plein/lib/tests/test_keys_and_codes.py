"""Keys sort by time; codes can be read aloud and typed."""

import re

from plein.lib.codes import ALPHABET, LONGEST, number_code, short_code, unused
from plein.lib.keys import uuid7


def test_a_later_key_sorts_after_an_earlier_one() -> None:
    keys = [uuid7() for _ in range(1000)]

    assert keys == sorted(keys)


def test_a_key_is_a_standard_uuid_of_version_seven() -> None:
    assert uuid7().version == 7


def test_a_short_code_holds_no_vowel_and_no_look_alike() -> None:
    assert not set("aeiouyl1052sz8b") & set(ALPHABET)
    assert re.fullmatch(f"[{ALPHABET}]{{5}}", short_code())


def test_short_codes_of_a_town_rarely_meet() -> None:
    codes = {short_code() for _ in range(1000)}

    # 1,000 of four million: on average one pair in eight such towns; three pairs never happen.
    assert len(codes) >= 997


def test_a_number_code_has_six_digits() -> None:
    assert re.fullmatch(r"\d{6}", number_code())


def test_a_free_code_stays_and_a_taken_one_gets_a_sign_more() -> None:
    assert unused("34679", {"cdfgh"}.__contains__) == "34679"
    assert len(unused("34679", {"34679"}.__contains__)) == 6


def test_also_when_many_are_taken_it_fits_its_column() -> None:
    tries = iter([True] * 9 + [False])

    assert len(unused("34679", lambda _code: next(tries))) == LONGEST
