"""Lines of the audit as people read them."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "taxonomy.entry.added": _("%(by)s added %(entry)s to a list"),
    "taxonomy.entry.changed": _("%(by)s changed the name of %(entry)s in a list"),
    "taxonomy.entry.hidden": _("%(by)s hid %(entry)s in a list"),
    "taxonomy.entry.moved": _("%(by)s gave %(entry)s another place in a list"),
    "taxonomy.entry.shown": _("%(by)s shows %(entry)s in a list again"),
}
