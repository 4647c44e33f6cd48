"""The addresses as they are in the demo. By name: floors beside each other do not import."""

from importlib import import_module

from django.urls import include, path

everything = import_module("plein.config.urls")
urlpatterns = [*everything.urlpatterns, path("demo/", include("plein.demo.urls"))]
