"""Lines of the audit as people read them."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "overviews.basket.mailed": _("%(by)s sent a list that was found together to somebody"),
    "overviews.list.dropped": _("%(by)s took away a kept list"),
    "overviews.list.saved": _("%(by)s kept a list under a name"),
    "overviews.synonym.added": _("%(by)s added words that mean the same"),
    "overviews.synonym.dropped": _("%(by)s took away words that mean the same"),
}
