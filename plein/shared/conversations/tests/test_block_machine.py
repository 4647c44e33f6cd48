"""Whatever two people do, and in whatever order: after a block nothing of one reaches the other."""

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from plein.foundation.communities.actions import block, unblock
from plein.foundation.communities.models import Block
from plein.foundation.outbox.models import Message as Mail
from plein.shared.conversations import actions
from plein.shared.conversations.incoming.taking import take_in
from plein.shared.conversations.models import Message, Participant
from plein.shared.conversations.telling import reply_address
from plein.shared.notifications.actions import notify
from plein.shared.notifications.models import Notification
from plein.shared.notifications.tasks import digest

REFUSED = (actions.Blocked, actions.ConversationIsClosed)
SIDE = st.sampled_from([0, 1])


def machine(people):  # noqa: C901 - one rule per thing people can do
    """A machine over two people; what reaches them is counted around each action."""

    class TwoPeople(RuleBasedStateMachine):
        def __init__(self):
            super().__init__()
            self.point = transaction.atomic()
            self.point.__enter__()
            self.talks, self.number = [], 0
            self.begin(0)

        def teardown(self):
            transaction.set_rollback(True)
            self.point.__exit__(None, None, None)

        @property
        def blocked(self) -> bool:
            return Block.objects.exists()

        def reached(self, side: int) -> tuple:
            """Everything a person could notice."""
            to = people[side]
            talks = Participant.objects.filter(member=to).values("conversation")
            return (
                Notification.objects.filter(to=to).count(),
                Mail.objects.filter(address=to.account.email).count(),
                Message.objects.filter(conversation__in=talks).exclude(author=to).count(),
                talks.count(),
            )

        def acted(self, side: int, act) -> None:
            """`act` by one side; when there is a block, the other side notices nothing."""
            silent, before = self.blocked, self.reached(1 - side)
            try:
                with transaction.atomic():
                    act()
            except REFUSED:
                pass
            if silent:
                assert self.reached(1 - side) == before

        @rule(side=SIDE)
        def begin(self, side):
            def act():
                self.talks.append(
                    actions.begin(
                        title="t",
                        about_url="",
                        members=people,
                        first_words="Hoi",
                        by=people[side],
                    )
                )

            self.acted(side, act)

        @rule(side=SIDE, which=st.integers(0, 20))
        def say(self, side, which):
            talk = self.talks[which % len(self.talks)]
            self.acted(side, lambda: actions.say(talk, "Hallo", by=people[side]))

        @rule(side=SIDE, which=st.integers(0, 20))
        def say_on_the_page(self, side, which):
            talk = self.talks[which % len(self.talks)]
            client = Client()
            client.force_login(people[side].account)
            self.acted(side, lambda: client.post(talk.get_absolute_url(), {"text": "Dag"}))

        @rule(side=SIDE, which=st.integers(0, 20))
        def say_by_mail(self, side, which):
            self.number += 1
            talk, by = self.talks[which % len(self.talks)], people[side]
            raw = (
                f"From: {by.account.email}\r\nTo: {reply_address(talk, by)}\r\n"
                f"Message-ID: <{self.number}@mail.example>\r\nSubject: Re\r\n\r\nHallo per mail\r\n"
            )
            self.acted(side, lambda: take_in(raw.encode()))

        @rule(side=SIDE)
        def be_told_by_another_app(self, side):
            self.number += 1
            self.acted(
                side,
                lambda: notify(
                    people[1 - side],
                    key="x",
                    url="/",
                    subject="x",
                    text="x",
                    once=f"x{self.number}",
                    by=people[side],
                ),
            )

        @rule(side=SIDE)
        def get_the_daily_mail(self, side):
            silent, other = self.blocked, people[1 - side]
            people[side].rhythm = people[side].Rhythm.DAILY
            people[side].save(update_fields=["rhythm"])
            digest(str(people[side].pk))
            if silent:
                assert not Mail.objects.waiting().from_member(other.pk).exists()

        @rule(side=SIDE)
        def block(self, side):
            # A block tells the other one nothing, so it is an action like all others.
            before = self.reached(1 - side)
            block(people[1 - side], by=people[side])
            # What was on its way is taken back; nothing new comes.
            now = self.reached(1 - side)
            assert all(after <= then for after, then in zip(now, before, strict=True))

        @rule(side=SIDE)
        def unblock(self, side):
            unblock(people[1 - side], by=people[side])

        @invariant()
        def both_see_the_same_end(self):
            if not self.blocked:
                return
            for one in people:
                client = Client()
                client.force_login(one.account)
                html = client.get(self.talks[0].get_absolute_url()).content.decode()
                assert "Dit gesprek is gestopt." in html

    return TwoPeople


@pytest.mark.django_db
def test_after_a_block_nothing_of_one_reaches_the_other(noor, bram):
    run_state_machine_as_test(
        machine([noor, bram]),
        settings=settings(
            max_examples=12,
            stateful_step_count=12,
            # Making a failure smaller takes minutes with a database; the steps are few enough.
            phases=[Phase.explicit, Phase.generate],
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
