from django.apps import AppConfig


class DayboardConfig(AppConfig):
    name = "plein.bridges.dayboard"
    label = "dayboard"
