from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "plein.bridges.home"
    label = "home"
