"""Years of a small place, by chance: no ask can end in silence (HELP-9).

The clock of the world jumps from one thing to the next: asks, answers, helpers who step back,
people who are away or leave, connectors who call or forget. After every year each ask is looked at.
Two years here; `script/bench promise` lives ten.
"""

import os
import random
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from plein.features.noticeboard import actions, promise, tasks, voices_waiting
from plein.features.noticeboard.models import AnswerRules, AskClock, OnClock, Post, Response
from plein.features.noticeboard.tests.making import make_ask
from plein.foundation.audit.models import Record
from plein.foundation.care import actions as care
from plein.foundation.care.models import Voice
from plein.foundation.taxonomy.models import Theme
from plein.shared.conversations import actions as conversations
from plein.shared.notifications.models import Notification
from plein.testing.cast import make_member

pytestmark = pytest.mark.django_db
YEARS, ASKS_A_YEAR = int(os.environ.get("PLEIN_YEARS", "2")), 6
BY_A_PERSON = {"found", "elsewhere", "not_needed", "unmet", "arranged", "unheard"}


class Place:
    """What may happen in a place, each with its chance."""

    def __init__(self, seed, clock, neighbours, connector, manager):
        self.chance, self.others = random.Random(seed), random.Random(seed)
        self.clock, self.neighbours = clock, neighbours
        self.connector, self.manager = connector, manager

    def live(self, days):
        """Something may happen about twice a week; the worker looks every day."""
        for _day in range(days):
            self.clock.shift(timedelta(days=1, minutes=self.chance.randint(-300, 300)))
            if self.chance.random() < ASKS_A_YEAR / 365:
                self.ask()
            if self.chance.random() < 0.15:
                self.chance.choice(
                    [self.answer, self.step_back, self.end_talk, self.call, self.be_away,
                     self.close, self.open_place]
                )()  # fmt: skip
            tasks.climb()
            if self.others.random() < ASKS_A_YEAR / 2 / 365:
                self.ask_for_mother()
            if self.others.random() < 0.01:
                self.mother_says()
            if self.chance.random() < 0.3:
                tasks.see_who_is_there()
                tasks.look_at_voices()
                tasks.look_for_stopped_clocks()
                tasks.close_expired()

    def ask(self):
        try:
            make_ask(self.chance.choice(self.neighbours), title="Wie helpt?")
        except actions.PlaceRests:
            assert not promise.watch(self.connector.home).takes_asks

    def ask_for_mother(self):
        asker = self.others.choice(self.neighbours)
        theme = Theme.objects.get(town=asker.town_id, key="boodschappen-koken")
        wanted = actions.Wanted(kind="ask", theme=theme, title="Wie helpt mijn moeder?")
        if promise.watch(asker.home).takes_asks:
            actions.publish_for_somebody(wanted, care.speak_for("mother", by=asker), by=asker)

    def mother_says(self):
        voice = Voice.objects.filter(agreed_at=None, refused_at=None).order_by("pk").first()
        if voice and self.others.random() < 0.5:
            care.hear_yes(voice, "phone", by=self.connector)
        elif voice:
            care.refuse(voice, by=self.connector)

    def _some(self, rows):
        rows = list(rows)
        return self.chance.choice(rows) if rows else None

    def answer(self):
        if post := self._some(Post.objects.filter(closed_at=None)):
            helper = self.chance.choice(self.neighbours)
            if helper.pk != post.author_id and post.is_open:
                actions.respond(post, "Ik wil wel.", by=helper)

    def step_back(self):
        response = self._some(Response.objects.filter(state="open").select_related("author"))
        if response:
            actions.withdraw(response, by=response.author)

    def end_talk(self):
        talks = Response.objects.filter(conversation__closed_at=None).select_related("conversation")
        if response := self._some(talks.exclude(conversation=None)):
            conversations.close(response.conversation, by=response.author)

    def call(self):
        clocks = AskClock.objects.filter(due_at__isnull=False, step__gte=2)
        if clock := self._some(clocks):
            post = Post.objects.complete().get(pk=clock.post_id)
            result = self.chance.choice(["reached", "message", "no_answer"])
            actions.note_contact(post, result, by=self.connector)
            if clock.step >= 4 and result == "reached" and self.chance.random() < 0.7:
                actions.admit_unmet(post, by=self.connector)

    def be_away(self):
        row = self._some(OnClock.objects.filter(town=self.connector.town_id))
        begins = timezone.localdate()
        ends = begins + timedelta(days=self.chance.randint(1, 20))
        actions.be_away(row, begins, ends, by=self.manager)

    def close(self):
        if post := self._some(Post.objects.filter(closed_at=None).select_related("author")):
            actions.close(post, "not_needed", by=post.author)

    def open_place(self):
        rules = AnswerRules.objects.exclude(closed_at=None).first()
        if rules:
            try:
                actions.open_place(rules.community, by=self.manager)
            except actions.NotEnoughNamed:
                assert not promise.watch(rules.community).somebody_there


def silent(post) -> bool:
    """Nobody answered, nobody closed it, and nothing will happen about it."""
    if post.closed_at:
        return post.closing not in BY_A_PERSON and post.first_answered_at is None
    if promise.has_helper(post):
        return False
    if voices_waiting.waits(post):
        return post.made_at < timezone.now() - promise.YES_WITHIN - timedelta(days=1)
    clock = AskClock.objects.filter(post=post).first()
    return clock is None or clock.due_at is None


@pytest.mark.once
@pytest.mark.slow
def test_year_after_year_no_ask_ends_in_silence(noor, bram, fatima, mila, molenwijk):
    OnClock.objects.filter(town=mila.town_id, name="Els").update(member=fatima)
    neighbours = [noor, bram, *(make_member(name, molenwijk) for name in ("Ria", "Sam", "Tom"))]
    with time_machine.travel("2026-11-23T10:00:00+01:00", tick=False) as clock:
        place = Place(1, clock, neighbours, fatima, mila)
        for _year in range(YEARS):
            place.live(365)
            tasks.look_for_stopped_clocks()
            tasks.climb()
            assert not [post for post in Post.objects.select_related("author") if silent(post)]

    asked = Post.objects.filter(voice=None).count()
    assert Post.objects.filter(closing="unheard").exists()
    told = Notification.objects.filter(key="noticeboard.step").values_list("to", flat=True)
    climbed = Record.objects.filter(key="noticeboard.clock.climbed").values("about_id")
    waited = Post.objects.filter(pk__in=climbed).values_list("author", flat=True)
    assert asked >= YEARS * ASKS_A_YEAR / 3
    assert waited
    assert set(told) >= set(waited)
