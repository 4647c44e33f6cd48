"""Lines of the audit as managers read them."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "matchpoint.made": _("%(by)s made a matchpoint"),
    "matchpoint.changed": _("%(by)s changed a matchpoint"),
    "matchpoint.screen.opened": _("A screen of a matchpoint was opened for the day"),
    "matchpoint.screen.hosted": _("%(by)s sits beside people at a matchpoint today"),
    "matchpoint.screen.closed": _("%(by)s closed a screen of a matchpoint"),
    "matchpoint.slip.made": _("%(by)s gave somebody a slip with a code"),
    "matchpoint.slip.replaced": _("%(by)s made a new slip for %(on)s, who lost it"),
    "matchpoint.slip.not_replaced": _("Somebody lost a slip, and %(by)s could not find them"),
    "matchpoint.slip.read": _("Somebody came back with their slip, with %(by)s beside them"),
}
