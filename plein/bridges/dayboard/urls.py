from django.urls import path

from plein.bridges.dayboard.views import board, sharing

app_name = "dayboard"
urlpatterns = [
    path("", board.today, name="today"),
    path("doen/", sharing.take, name="take"),
    path("zaak/<uuid:key>/", sharing.one, name="one"),
]
