"""Lines of the audit as managers read them."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "pages.note.let_in": _("%(by)s let in a first note"),
    "pages.note.taken": _("%(by)s took a note away"),
    "pages.page.planned": _("%(by)s planned a page"),
    "pages.page.published": _("%(by)s published a page"),
    "pages.page.put_back": _("%(by)s put an earlier version of a page back"),
    "pages.page.saved": _("%(by)s changed a page"),
    "pages.page.withdrawn": _("%(by)s took a page from the site"),
    "pages.page.written": _("%(by)s wrote a new page"),
    "pages.question.taken": _("%(by)s took a question away"),
}
