from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "plein.foundation.audit"
    label = "audit"
