"""What the apps of this house registered fits together."""

import pytest

from plein.foundation.jobs import registry

SCHEDULES = dict(registry.schedules)
LISTENERS = {kind: list(names) for kind, names in registry.listeners.items()}


@pytest.mark.parametrize("name", sorted(SCHEDULES))
def test_what_the_clock_starts_is_a_task(name):
    assert name in registry.handlers


def test_who_listens_is_a_task_and_listens_once():
    names = [name for names in LISTENERS.values() for name in names]

    assert set(names) <= set(registry.handlers)
    assert len(names) == len(set(names))


def test_the_house_keeps_itself_tidy():
    assert {
        "jobs.seal_audit",
        "jobs.sweep_everything",
        "jobs.forget_form_keys",
        "outbox.forget_what_was_said",
        "outbox.forget_what_is_too_late",
        "media.clear_loose_files",
    } <= set(SCHEDULES)


def test_messages_have_a_lane_of_their_own():
    assert "messages" in registry.lanes


def test_a_task_is_called_after_its_app():
    assert all("." in name for name in registry.handlers)
