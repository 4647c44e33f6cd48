"""Lines of the audit as people read them."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "organisations.editor.added": _("%(by)s lets %(on)s speak for an organisation"),
    "organisations.editor.removed": _("%(on)s does not speak for an organisation any more"),
    "organisations.organisation.admitted": _("%(by)s let an organisation in"),
    "organisations.organisation.merged": _("%(by)s made one of two organisations"),
    "organisations.organisation.changed": _("%(by)s changed an organisation"),
    "organisations.organisation.reached": _("%(by)s chose where an organisation is seen"),
}
