"""The words of reasons and doubts, in the language of the reader. No numpy: pages use it too."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf.locale import LANG_INFO as SAID
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from plein.lib.week import said_roughly

from .names import DUTCH, name_in
from .shapes import Reason


def say(reason: Reason, *, against: bool = False) -> str:
    """One reason or doubt as a few plain words."""
    values = reason.values
    if against:
        return _doubt(reason)
    if reason.key == "near":
        return _("“%(mine)s” goes with “%(theirs)s”") % _named(values)
    if reason.key == "same":
        return _("both are about “%(mine)s”") % _named(values)
    if reason.key == "language" and (languages := _languages(values.get("codes", ()))):
        return _("you both speak %(languages)s") % {"languages": languages}
    if reason.key == "when":
        return said_roughly(values["bits"])
    if reason.key == "proof":
        return _("seen at a matchpoint") if values["height"] == 1 else _("known by an organisation")
    return {
        "before": _("you did something together before"),
        "alike": _("the texts are alike"),
        "words": _("you use the same words"),
        "theme": _("the theme is the same"),
        "remote": _("it can be done by telephone or online"),
        "walk": _("within walking distance"),
        "bike": _("within cycling distance"),
        "further": _("a little further away"),
        "vog": _("VOG seen"),
        "language": _("you both speak another language as well"),
    }.get(reason.key, "")


def _named(values: Mapping[str, Any]) -> dict[str, str]:
    """Names of concepts in the language of the reader."""
    language = get_language() or DUTCH
    return {which: name_in(language, str(values[which])) for which in ("mine", "theirs")}


def _languages(codes: Iterable[str]) -> str:
    names = [get_language_info(code)["name_translated"] for code in codes if code in SAID]
    return ", ".join(map(str, names))


def _doubt(reason: Reason) -> str:
    if reason.key == "proof":
        met = reason.values["height"] == 1
        return _("first to the matchpoint") if met else _("first known by an organisation")
    return {
        "beside": _("the times only touch"),
        "language": _("no language in common"),
        "group": _("meant for another group of people"),
        "once": _("would rather come once than every week"),
        "busy": _("already helps others"),
    }.get(reason.key, "")


def say_all(reasons: Iterable[Reason], *, against: bool = False) -> str:
    """All of them in one line, with commas."""
    return ", ".join(said for each in reasons if (said := say(each, against=against)))
