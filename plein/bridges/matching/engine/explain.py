"""The words of reasons and doubts, in the language of the reader. No numpy: pages use it too."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from plein.lib.week import said_roughly

from .shapes import Reason


def say(reason: Reason, *, against: bool = False) -> str:
    """One reason or doubt as a few plain words."""
    values = reason.values
    if against:
        return _doubt(reason)
    if reason.key == "near":
        return _("“%(mine)s” goes with “%(theirs)s”") % values
    if reason.key == "same":
        return _("both are about “%(mine)s”") % values
    if reason.key == "when":
        return said_roughly(values["bits"])
    if reason.key == "proof":
        return _("seen at a matchpoint") if values["height"] == 1 else _("known by an organisation")
    return {
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
