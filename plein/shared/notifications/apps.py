from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "plein.shared.notifications"
    label = "notifications"
