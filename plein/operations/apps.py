from django.apps import AppConfig


class OperationsConfig(AppConfig):
    name = "plein.operations"
    label = "operations"
