"""For the operator only: find an account, stop it, let it in again."""

from django.contrib import admin
from django.http import HttpRequest

from plein.foundation.accounts.models import Account


@admin.register(Account)
class AccountAdmin(admin.ModelAdmin[Account]):
    list_display = ("id", "email", "phone", "is_active", "is_operator", "made_at")
    search_fields = ("email", "phone")
    list_filter = ("is_active", "is_operator")
    fields = ("id", "email", "phone", "is_active", "is_operator", "made_at")
    readonly_fields = ("id", "email", "phone", "made_at")

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:  # noqa: ARG002
        return False
