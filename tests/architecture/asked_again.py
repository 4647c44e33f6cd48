"""What stands in an answer that says no: a clear sentence at the field, and what was typed.

Which forms said no is heard from the forms themselves, while the page is made: an answer that goes
on without a word, or says something else, is found out as well.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from copy import copy
from html import unescape

from django.forms import BaseForm
from django.http import QueryDict

from plein.lib.plain import plain
from tests.architecture.forms_of_pages import FoundForm, read

SAID = re.compile(
    r'<\w+[^>]*(?:class="[^"]*(?:field__error|error-summary|notice--error)[^"]*"|role="alert")'
    r".*?(?=<(?:input|select|textarea|form|h1|main)\b|\Z)",
    re.DOTALL,
)
TAG = re.compile(r"<[^>]*>")
SENTENCE = re.compile(r"^[^a-z].{6,}[.?!]$", re.DOTALL)
PICKED = {"dag"}
"""A day in a filter is picked from a calendar: browsers send a day or nothing."""


@contextmanager
def listening() -> Iterator[list[BaseForm]]:
    """The forms that were asked whether they are good, in the order in which they were."""
    heard: list[BaseForm] = []
    asked = BaseForm.is_valid

    def is_valid(form: BaseForm) -> bool:
        if form.is_bound:
            heard.append(form)
        return asked(form)

    BaseForm.is_valid = is_valid
    try:
        yield heard
    finally:
        BaseForm.is_valid = asked


def refused(heard: Iterable[BaseForm], typed: dict[str, str]) -> list[BaseForm]:
    """Those that said no to what was sent now, and not to answers that were kept before."""
    return [form for form in heard if form.errors and has_read(form, typed)]


def has_read(form: BaseForm, typed: dict[str, str]) -> bool:
    names = {form.add_prefix(name) for name in form.fields} & set(typed)
    return bool(names) and all(_same(form.data, name, typed[name]) for name in names)


def _same(data, name: str, typed: str) -> bool:
    """As sent; of several choices under one name the last."""
    return data.get(name) in (typed, [typed])


def faults(found: FoundForm, typed: dict[str, str], answer, no: list[BaseForm]) -> list[str]:
    """What is wrong with this answer, in words; nothing when it is as promised."""
    if answer.status_code >= 500:
        return [f"answers {answer.status_code}"]
    if b"<script>alert" in answer.content:
        return ["runs what was typed"]
    if answer.status_code in (301, 302, 303) and not found.buttons:
        return [f"goes on although {type(form).__name__} said no" for form in no]
    if answer.status_code not in (200, 422):
        return []
    if found.asks:
        return _lost(set(found.words) - PICKED, found, typed, answer)
    if no and not found.buttons:
        return [fault for form in no for fault in _of_form(form, found, typed, answer)]
    if answer.status_code == 422 and found.is_pressed(typed):
        return [] if said(answer) else ["says no without a word"]
    return []


def _of_form(form: BaseForm, found: FoundForm, typed: dict[str, str], answer) -> list[str]:
    words = {form.add_prefix(name) for name in form.fields} & set(found.words)
    told, lines = said(answer), [str(e) for errors in form.errors.values() for e in errors]
    unsaid = [f"does not say: {one}" for one in lines if _flat(one) not in told]
    return unsaid + vague(lines) + _lost(words, found, typed, answer)


def read_again(found: FoundForm, form: BaseForm, typed: dict[str, str]) -> list[str]:
    """What is wrong when the same form reads this, without a page around it: much quicker."""
    again = copy(form)
    again.data = QueryDict(mutable=True)
    again.data.update(typed)
    again._errors, again._bound_fields_cache = None, {}
    if again.is_valid():
        return []
    lines = [str(error) for errors in again.errors.values() for error in errors]
    words = [name for name in again.fields if again.add_prefix(name) in found.words]
    lost = [
        f"lost what was typed in {name}: {typed[again.add_prefix(name)][:30]!r}"
        for name in words
        if _flat(typed[again.add_prefix(name)]) not in _drawn(again, name)
    ]
    return vague(lines) + lost


def _drawn(form: BaseForm, name: str) -> set[str]:
    values = read(f"<form>{form[name]}</form>", "").typed.values()
    return {_flat(value) for found in values for value in found}


def vague(lines: Iterable[str]) -> list[str]:
    return [f"no sentence: {line}" for line in lines if not SENTENCE.match(line)]


def said(answer) -> str:
    """All that the page says to be wrong, on top and at the fields."""
    html = answer.content.decode()
    return _flat(" ".join(unescape(TAG.sub(" ", one[0])) for one in SAID.finditer(html)))


def _lost(words: Iterable[str], found: FoundForm, typed: dict[str, str], answer) -> list[str]:
    stands = read(answer.content.decode(), "").typed
    return [
        f"lost what was typed in {name}: {typed[name][:30]!r}"
        for name in sorted(words)
        if not _stands(found, typed[name], name, stands.get(name, []))
    ]


def _stands(found: FoundForm, typed: str, name: str, values: list[str]) -> bool:
    """As typed, but for signs nobody sees; a search no longer than a browser lets it be typed."""
    most = found.longest.get(name) if found.asks else None
    return _flat(typed) in map(_flat, values) or _flat(_flat(typed)[:most]) in map(_flat, values)


def _flat(text: str) -> str:
    return plain(text)
