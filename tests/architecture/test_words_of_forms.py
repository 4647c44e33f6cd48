"""What a model tells its makers must never stand under a field that people fill in."""

import importlib
import pkgutil

from django.forms import ModelForm
from django.utils.functional import Promise

import plein


def test_no_field_shows_the_untranslated_note_of_its_model():
    for module in pkgutil.walk_packages(plein.__path__, "plein."):
        if ".forms" in module.name and ".tests" not in module.name:
            importlib.import_module(module.name)

    untranslated = [
        f"{form.__qualname__}.{name}: {field.help_text}"
        for form in _with_children(ModelForm)
        if form.__module__.startswith("plein.")
        for name, field in form.base_fields.items()
        if field.help_text and not isinstance(field.help_text, Promise)
    ]

    assert untranslated == []


def _with_children(form: type) -> list[type]:
    return [form, *(each for child in form.__subclasses__() for each in _with_children(child))]
