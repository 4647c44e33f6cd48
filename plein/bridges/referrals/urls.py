from django.urls import path

from plein.bridges.referrals.views import echoing, giving, keeping

app_name = "referrals"

urlpatterns = [
    path("verwijzen/", keeping.mine, name="mine"),
    path("verwijzen/bewaren/", keeping.rules, name="rules"),
    path("verwijzen/nieuw/<uuid:key>/", giving.give, name="give"),
    path("verwijzen/bon/<uuid:key>/", giving.slip, name="slip"),
    path("verwijzen/bon/<uuid:key>/weg/", keeping.drop, name="drop"),
    path("gekomen/", echoing.type_code, name="code"),
    path("gekomen/<str:key>/", echoing.echo, name="echo"),
]
