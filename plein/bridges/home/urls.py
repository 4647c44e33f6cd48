from django.urls import path

from plein.bridges.home import views

app_name = "home"
urlpatterns = [
    path("", views.front, name="front"),
    path("mijn/", views.mine, name="mine"),
    path("wijken/", views.districts, name="districts"),
    path("wijken/<slug:slug>/", views.district, name="district"),
    path("contact/", views.contact, name="contact"),
]
