"""Why a file is not taken, each with one clear sentence."""

from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    sentence = _("This file cannot be used. Choose another photo.")


class NotAPicture(Refused):
    sentence = _("This file is not a photo we can open. Choose a JPEG, PNG or WebP photo.")


class PictureTooBig(Refused):
    sentence = _("This photo is too big. Choose a photo of at most 12 MB.")
