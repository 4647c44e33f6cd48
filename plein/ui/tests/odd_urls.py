"""The site with two addresses where something goes wrong. By name: ui imports nothing above it."""

from importlib import import_module

from django.core.exceptions import SuspiciousOperation
from django.urls import path


def broken(_request):
    raise RuntimeError("On purpose.")


def odd(_request):
    raise SuspiciousOperation("On purpose.")


everything = import_module("plein.config.urls")
urlpatterns = [*everything.urlpatterns, path("stuk/", broken), path("raar/", odd)]
