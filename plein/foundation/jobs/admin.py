"""What the operator sees of the work: looking only, and another chance for dead tasks."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from plein.foundation.jobs.models import Task


@admin.register(Task)
class TaskAdmin(admin.ModelAdmin[Task]):
    list_display = ("name", "due_at", "tries", "losses", "dead_at", "error")
    list_filter = ("name",)
    actions = ("try_again",)

    @admin.action(description="Try again")
    def try_again(self, _request: HttpRequest, tasks: QuerySet[Task]) -> None:
        tasks.exclude(dead_at=None).update(
            dead_at=None, tries=0, losses=0, held_by=None, due_at=timezone.now()
        )

    def has_add_permission(self, _request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, _request: HttpRequest, _obj: Any = None) -> bool:
        return False
