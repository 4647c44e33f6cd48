"""Organisations, for who arranges them."""

from django.urls import path

from plein.foundation.organisations.views import arranging, meeting

app_name = "organisations"

urlpatterns = [
    path("mensen/kennismaken/code/", meeting.introduce, name="introduce"),
    path("mensen/welkom/", meeting.meet, name="meet"),
    path("instellingen/organisaties/", arranging.organisations, name="all"),
    path("instellingen/organisaties/nieuw/", arranging.add, name="add"),
    path("instellingen/organisaties/<uuid:pk>/", arranging.organisation, name="organisation"),
    path(
        "instellingen/organisaties/<uuid:pk>/weg/<uuid:editor>/",
        arranging.remove_editor,
        name="remove-editor",
    ),
    path(
        "instellingen/organisaties/<uuid:pk>/begroet/<uuid:editor>/",
        arranging.trust,
        name="trust",
    ),
]
