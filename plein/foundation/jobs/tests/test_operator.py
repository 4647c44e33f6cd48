"""What the operator sees of the work."""

import pytest
from django.contrib.admin.sites import AdminSite
from django.test import RequestFactory
from django.utils import timezone

from plein.foundation import jobs
from plein.foundation.jobs.admin import TaskAdmin
from plein.foundation.jobs.models import Task


@pytest.fixture
def page():
    return TaskAdmin(Task, AdminSite())


@pytest.fixture
def request_of_operator():
    return RequestFactory().get("/beheer/")


def test_tasks_are_looked_at_and_not_written(page, request_of_operator):
    assert not page.has_add_permission(request_of_operator)
    assert not page.has_change_permission(request_of_operator)


def test_dead_tasks_get_another_chance(db, page, request_of_operator, errand, done):
    Task.objects.create(name="test.errand", dead_at=timezone.now(), tries=5)
    page.try_again(request_of_operator, Task.objects.all())
    jobs.run_pending()

    assert done == [()]


def test_tasks_that_are_not_dead_are_left_alone(db, page, request_of_operator):
    task = Task.objects.create(name="test.errand", tries=2)
    page.try_again(request_of_operator, Task.objects.all())

    task.refresh_from_db()
    assert task.tries == 2


def test_a_task_is_called_by_its_name(db):
    assert str(Task.objects.create(name="test.errand")) == "test.errand"


@pytest.mark.parametrize("front_door", ["audit", "jobs", "outbox"])
def test_a_front_door_opens_only_on_what_is_there(front_door):
    from importlib import import_module

    door = import_module(f"plein.foundation.{front_door}")

    with pytest.raises(AttributeError):
        getattr(door, "something_else")  # noqa: B009
