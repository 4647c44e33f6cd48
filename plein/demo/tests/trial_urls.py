"""The addresses as they are in the demo."""

from django.urls import include, path

from plein.config.urls import urlpatterns as everything

urlpatterns = [*everything, path("demo/", include("plein.demo.urls"))]
