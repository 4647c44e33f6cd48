from django.apps import AppConfig


class ProofsConfig(AppConfig):
    name = "plein.foundation.proofs"
    label = "proofs"
