from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    name = "plein.shared.conversations"
    label = "conversations"
