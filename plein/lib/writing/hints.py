"""What we say to the writer, by kind. Kind, short, and with another way to say it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

HINTS: dict[str, str | Promise] = {
    "absence": _("Better not write when nobody is at home. Tell that in your conversation later."),
    "alone": _("You do not have to write that you are alone. Tell that when you know each other."),
    "place": _("Better not write where you live exactly. The neighbourhood is enough."),
    "time_at_home": _(
        "Better not write at what time you are at home. Agree on that in your conversation."
    ),
    "health": _("Write what you need. You do not have to name your illness."),
    "name": _("Leave out names and initials. Say “somebody” or “a woman in the neighbourhood”."),
    "first_name": _("This is the name of somebody. Is it not the person you ask for?"),
    "born": _("Leave out the day of birth. If age matters, say “a woman of over eighty”."),
    "phone": _("Better not write a phone number. People can answer you here."),
    "account": _("Never write a bank account number here."),
    "mail": _("Better not write a mail address. People can answer you here."),
}
