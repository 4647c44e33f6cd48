from django.urls import path

from plein.shared.notifications import views

app_name = "notifications"
urlpatterns = [
    path("", views.told, name="told"),
    path("<uuid:key>/openen/", views.open_it, name="open"),
    path("instellen/", views.choose, name="choose"),
    path("vertellen/<uuid:key>/", views.tell, name="tell"),
    path("afmelden/<str:key>/", views.unsubscribe, name="unsubscribe"),
]
