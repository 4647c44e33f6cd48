"""Lines of the audit as people read them."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "organisations.editor.added": _("%(by)s lets %(on)s speak for an organisation"),
    "organisations.editor.trusted": _("%(by)s lets %(on)s meet new people for an organisation"),
    "organisations.editor.distrusted": _("%(on)s meets nobody for an organisation any more"),
    "organisations.editor.removed": _("%(on)s does not speak for an organisation any more"),
    "organisations.member.met": _("%(by)s met %(on)s for an organisation"),
    "organisations.member.looked_along": _("%(by)s looked along at a greeting of %(on)s"),
    "organisations.organisation.admitted": _("%(by)s let an organisation in"),
    "organisations.organisation.merged": _("%(by)s made one of two organisations"),
    "organisations.organisation.changed": _("%(by)s changed an organisation"),
    "organisations.organisation.reached": _("%(by)s chose where an organisation is seen"),
}
