"""For the operator only, to look. Managers arrange a place on its own pages."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from plein.foundation.communities.models import Community, Member, Role


class ReadOnly(admin.ModelAdmin[Any]):
    """Changes go through actions, so that the audit knows of them.

    Each names what its rows show of other tables (`list_select_related`): left alone the admin
    follows every key five deep, a question over twenty tables.
    """

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:  # noqa: ARG002
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:  # noqa: ARG002
        return False


@admin.register(Community)
class CommunityAdmin(ReadOnly):
    list_display = ("name", "kind", "town", "host", "size")
    list_select_related = ("town",)
    list_filter = ("kind",)
    search_fields = ("name", "host")


@admin.register(Member)
class MemberAdmin(ReadOnly):
    """Names and states; what people tell of themselves is not for the operator."""

    list_display = ("name", "town", "home", "state", "greeted_at")
    list_select_related = ("town", "home")
    list_filter = ("state",)
    fields = ("id", "town", "name", "home", "state", "greeted_at", "made_at")


@admin.register(Role)
class RoleAdmin(ReadOnly):
    list_display = ("member", "role", "community", "subject", "until")
    list_select_related = ("member", "community")
    list_filter = ("role",)
