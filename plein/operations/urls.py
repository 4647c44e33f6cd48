"""Addresses for whoever keeps the site running."""

from django.urls import path

from plein.operations import views

app_name = "operations"
urlpatterns = [
    path("gezond/", views.health, name="health"),
]
