"""Who may see the style page: those who build, and the operator."""

from django.conf import settings
from django.http import HttpRequest


def may_see_style(request: HttpRequest) -> bool:
    if settings.DEBUG or getattr(request, "may_see_style", False):
        return True
    return bool(getattr(getattr(request, "account", None), "is_operator", False))
