"""Lines of the audit as managers read them."""

from django.utils.translation import gettext_lazy as _

WORDS = {"home.front.arranged": _("%(by)s composed the front page")}
