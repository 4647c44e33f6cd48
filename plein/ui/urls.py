"""Pages of the design system itself, and how someone likes to read."""

from django.urls import path

from plein.ui import views

app_name = "ui"

urlpatterns = [
    path("stijl/", views.style, name="style"),
    path("letters/", views.letters, name="letters"),
    path("contrast/", views.contrast, name="contrast"),
    path("taal/", views.language, name="language"),
    path("offline/", views.offline, name="offline"),
    path("offline.js", views.offline_worker, name="offline-worker"),
    path("plein.webmanifest", views.manifest, name="manifest"),
]
