"""Whatever is handed over: nothing that reads as a sentence ends in the audit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plein.foundation.audit.actions import NotHarmless, harmless


@given(st.text(min_size=61))
def test_nothing_long_is_kept(text):
    with pytest.raises(NotHarmless):
        harmless(text)


@given(st.text(max_size=20), st.sampled_from(" \t\n@\u00a0\u2003"), st.text(max_size=20))
def test_nothing_with_a_space_or_an_at_sign_is_kept(before, sign, after):
    with pytest.raises(NotHarmless):
        harmless(before + sign + after)


@given(st.binary() | st.dictionaries(st.text(), st.text()) | st.complex_numbers())
def test_nothing_of_another_kind_is_kept(value):
    with pytest.raises(NotHarmless):
        harmless(value)


@given(st.recursive(st.integers() | st.booleans(), st.lists, max_leaves=10))
def test_numbers_in_lists_are_kept(value):
    assert harmless(value) == value
