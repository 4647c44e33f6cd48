from django.apps import AppConfig


class CareConfig(AppConfig):
    name = "plein.foundation.care"
    label = "care"
