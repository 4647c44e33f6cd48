"""Twelve pictures, easy to name aloud and to tell apart; one of them opens a slip."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

PICTURES: dict[str, Promise] = {
    "dog": pgettext_lazy("picture", "dog"),
    "cat": pgettext_lazy("picture", "cat"),
    "bird": pgettext_lazy("picture", "bird"),
    "tree": pgettext_lazy("picture", "tree"),
    "bicycle": pgettext_lazy("picture", "bicycle"),
    "boat": pgettext_lazy("picture", "boat"),
    "key": pgettext_lazy("picture", "key"),
    "book": pgettext_lazy("picture", "book"),
    "carrot": pgettext_lazy("picture", "carrot"),
    "chair": pgettext_lazy("picture", "chair"),
    "bell": pgettext_lazy("picture", "bell"),
    "cake": pgettext_lazy("picture", "cake"),
}
