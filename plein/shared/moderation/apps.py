from django.apps import AppConfig


class ModerationConfig(AppConfig):
    name = "plein.shared.moderation"
    label = "moderation"
