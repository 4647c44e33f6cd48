from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "plein.ui"
    label = "ui"
