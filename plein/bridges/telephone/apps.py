from django.apps import AppConfig


class TelephoneConfig(AppConfig):
    name = "plein.bridges.telephone"
    label = "telephone"
