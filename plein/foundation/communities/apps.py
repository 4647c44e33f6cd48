from django.apps import AppConfig
from django.urls import register_converter


class CommunitiesConfig(AppConfig):
    name = "plein.foundation.communities"
    label = "communities"

    def ready(self) -> None:
        from plein.foundation.communities.addresses import AddressConverter, CodeConverter

        register_converter(AddressConverter, "address")
        register_converter(CodeConverter, "code")
