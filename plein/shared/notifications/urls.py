from django.urls import path

from plein.shared.notifications.views import telling, through

app_name = "notifications"
urlpatterns = [
    path("", telling.told, name="told"),
    path("<uuid:key>/openen/", telling.open_it, name="open"),
    path("instellen/", telling.choose, name="choose"),
    path("iemand/", through.choose_somebody, name="somebody"),
    path("iemand/voor/<uuid:key>/", through.choose_for, name="somebody-for"),
    path("iemand/vragen/<uuid:key>/", through.ask_somebody, name="ask-somebody"),
    path("iemand/ja/<str:key>/", through.say_yes, name="say-yes"),
    path("vertellen/<uuid:key>/", telling.tell, name="tell"),
    path("afmelden/<str:key>/", telling.unsubscribe, name="unsubscribe"),
]
