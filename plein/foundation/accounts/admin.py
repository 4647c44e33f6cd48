"""For the operator only: find an account, stop it, let it in again."""

from typing import ClassVar

from django.contrib import admin
from django.http import HttpRequest

from plein.foundation.accounts.models import Account


@admin.register(Account)
class AccountAdmin(admin.ModelAdmin[Account]):
    list_display: ClassVar = ["id", "email", "phone", "is_active", "is_operator", "made_at"]
    search_fields: ClassVar = ["email", "phone"]
    list_filter: ClassVar = ["is_active", "is_operator"]
    fields: ClassVar = ["id", "email", "phone", "is_active", "is_operator", "made_at"]
    readonly_fields: ClassVar = ["id", "email", "phone", "made_at"]

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:  # noqa: ARG002
        return False
