from django.urls import path

from plein.shared.moderation import picture_views, views

app_name = "moderation"
urlpatterns = [
    path("", views.reports, name="reports"),
    path("<uuid:key>/bekijken/", views.look, name="look"),
    path("<uuid:key>/klaar/", views.handle, name="handle"),
    path("foto/<uuid:pk>/", picture_views.not_me, name="not-me"),
    path("foto/<uuid:pk>/bekijken/", picture_views.judge, name="judge"),
    path("foto/<uuid:pk>/bekijken/foto.webp", picture_views.hidden, name="hidden-picture"),
    path("<str:kind>/<uuid:key>/", views.report, name="report"),
]
