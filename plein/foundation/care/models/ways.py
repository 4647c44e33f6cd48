"""How somebody said yes."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Consent(models.TextChoices):
    SPOKEN = "spoken", _("Spoken, we talked about it")
    PAPER = "paper", _("On paper, signed")
    ONLINE = "online", _("Online")
