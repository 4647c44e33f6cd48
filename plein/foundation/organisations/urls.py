"""Organisations, for who arranges them."""

from django.urls import path

from plein.foundation.organisations import views

app_name = "organisations"

urlpatterns = [
    path("instellingen/organisaties/", views.organisations, name="all"),
    path("instellingen/organisaties/nieuw/", views.add, name="add"),
    path("instellingen/organisaties/<uuid:pk>/", views.organisation, name="organisation"),
    path(
        "instellingen/organisaties/<uuid:pk>/weg/<uuid:editor>/",
        views.remove_editor,
        name="remove-editor",
    ),
]
