from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "plein.foundation.outbox"
    label = "outbox"
