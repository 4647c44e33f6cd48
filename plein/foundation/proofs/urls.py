from django.urls import path

from plein.foundation.proofs import views

app_name = "proofs"

urlpatterns = [
    path("mijn/gezien/", views.mine, name="mine"),
    path("mensen/<uuid:pk>/gezien/", views.member, name="member"),
    path("mensen/<uuid:pk>/gezien/<uuid:proof>/weg/", views.withdraw, name="withdraw"),
    path("mensen/<uuid:pk>/gezien/kort/", views.said, name="said"),
    path("instellingen/klusjes/", views.rules, name="rules"),
]
