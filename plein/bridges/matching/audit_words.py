"""Lines of the audit as managers read them. Nothing between neighbours stands here."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "matching.answer.noted": _("%(by)s wrote down what somebody answered on the phone"),
    "matching.link.approved": _("%(by)s said that two things belong together for matching"),
    "matching.link.declined": _("%(by)s said that two things do not belong together for matching"),
    "matching.proposal.sent": _("%(by)s thought of something for an offer"),
    "matching.proposal.passed": _("%(by)s passed on a proposal"),
    "matching.vog.seen": _("%(by)s saw the certificate (VOG) of %(on)s"),
    "matching.weights.changed": _("%(by)s changed the weights of matching"),
    "matching.weights.learnt": _("Matching learnt new weights from what people answered"),
    "matching.weights.put_back": _("%(by)s put back earlier weights of matching"),
    "matching.word.added": _("%(by)s added a word to matching"),
    "matching.word.forgotten": _("%(by)s took a word of matching away"),
}
