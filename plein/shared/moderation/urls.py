from django.urls import path

from plein.shared.moderation import views

app_name = "moderation"
urlpatterns = [
    path("", views.reports, name="reports"),
    path("<uuid:key>/klaar/", views.handle, name="handle"),
    path("<str:kind>/<uuid:key>/", views.report, name="report"),
]
