"""A place that lives: asks come, some neighbours answer, connectors do what stands on Dagstart.

Everything goes through the actions of the site; only people and chance are made up. Time is the
time of `time_machine`, and jumps. The suite uses it in short, `script/bench promise` at length.
"""

import random
from collections import Counter
from datetime import timedelta

from django.utils import timezone

from plein.bridges.dayboard import actions as dayboard
from plein.bridges.dayboard import queries
from plein.bridges.dayboard.models import MatterRow
from plein.bridges.dayboard.sources import by_kind
from plein.bridges.telephone import actions as telephone
from plein.bridges.telephone.queries import KINDS
from plein.features.noticeboard import actions, promise, tasks
from plein.features.noticeboard.models import AskClock, Contact, OnClock, Post, Response
from plein.features.noticeboard.tests.making import make_ask
from plein.foundation import jobs
from plein.foundation.communities.actions.greeting import greet
from plein.foundation.communities.actions.joining import join
from plein.foundation.jobs import clock as alarms
from plein.testing.cast import make_member

LIVED = {*KINDS, "dayboard.greet", "dayboard.not_in_yet"}
"""Kinds of matters that come of themselves in this place."""


class Connector:
    """Works through Dagstart from the top, as long as there is time."""

    def __init__(self, member, place):
        self.member, self.place = member, place
        self.refused = 0

    def page(self, minutes):
        seen = queries.seen_by(self.member, self.place.town)
        away = queries.away(self.place.town.pk)
        return queries.fitting(queries.sorted_out(seen, self.member, away), minutes)

    def work(self, minutes):
        while minutes > 0 and (rows := self.page(minutes)):
            taken = next((row for row in rows if row.minutes <= minutes and self.take(row)), None)
            if taken is None:
                return
            self.place.settle(taken, by=self.member)
            minutes -= taken.minutes

    def take(self, row):
        try:
            dayboard.claim(row, by=self.member)
        except dayboard.TakenBySomebody:
            self.refused += 1
            return False
        return True


class Place:
    """Neighbours, connectors and chance; `worker`: all that a worker does, or only the clock."""

    def __init__(self, home, team, clock, *, seed=1, worker=False):
        self.home, self.town, self.clock, self.worker = home, home.town, clock, worker
        self.chance = random.Random(seed)
        self.team = [Connector(member, self) for member in team]
        self.helpers = [make_member(f"Buur{n}", home) for n in range(5)]
        self.done, self.minutes, self.nameless, self.askers = Counter(), 0, [], 0

    def asks(self, *, on_paper=False, greeted=True):
        """Somebody asks; who has no screen of their own hears all by phone."""
        self.askers += 1
        if on_paper:
            asker = join(
                None, town=self.town.pk, name="Truus", home=self.home, by=self.team[0].member
            )
            asker.address, asker.channel = f"+316120{self.askers:05}", "phone"
            asker.save(update_fields=["address", "channel"])
            asker = greet(asker, by=self.team[0].member)
        else:
            asker = make_member(f"Vrager{self.askers}", self.home, greeted=greeted)
        return make_ask(asker, title="Wie helpt?")

    def neighbours_react(self, share):
        """Each open ask has this chance that somebody answers it now; who talks, soon agrees."""
        for post in self.waiting():
            if not promise.has_helper(post):
                if self.chance.random() < share and post.author.is_greeted:
                    actions.respond(post, "Ik wil wel.", by=self.chance.choice(self.helpers))
            elif self.chance.random() < 0.5:
                response = Response.objects.standing().filter(post=post).earliest("id")
                actions.propose(response, "dinsdag", "bij de bibliotheek", by=response.author)
                actions.confirm(response, by=post.author)

    def go_on(self, hours):
        """So much later; clock and worker do what is due."""
        self.clock.shift(timedelta(hours=hours))
        if self.worker:
            alarms.ring()
            jobs.run_pending(strict=True)
        else:
            tasks.see_who_is_there()
            tasks.climb()
            tasks.look_for_stopped_clocks()
        dayboard.refresh(self.town.pk, None if self.worker else LIVED)
        self.nameless += [post for post in self.waiting() if not self.name_behind(post)]

    def waiting(self):
        asks = Post.objects.filter(town=self.town, kind="ask", closed_at=None).order_by("id")
        return list(asks.select_related("author"))

    def name_behind(self, post):
        """The helper, or who of the place is there today and can see it on Dagstart."""
        if promise.has_helper(post):
            return "helper"
        clock = AskClock.objects.filter(post=post).first()
        watch = promise.watch(post.community)
        named = [*watch.present, *watch.last_resorts]
        if clock is None or clock.due_at is None or not named:
            return ""
        if clock.step < AskClock.Step.CONNECTOR:
            return named[0].name
        spoke = Contact.objects.filter(post=post, result="reached").order_by("-made_at").first()
        if spoke and timezone.now() - spoke.made_at < timedelta(hours=promise.TALKED_HOLDS):
            return spoke.by.name
        away = queries.away(self.town.pk)
        there = [one.member for one in self.team if one.member.pk not in away]
        rows = MatterRow.objects.filter(about=post.pk)
        return next((m.name for m in there if self._holds(m, rows, away)), "")

    def _holds(self, member, rows, away):
        seen = queries.sorted_out(queries.seen_by(member, self.town) & rows, member, away)
        return queries.to_do(seen).exists() or seen.filter(later=True).exists()

    def settle(self, row, *, by):
        """What a connector does about one matter; most people pick up the phone."""
        self.done[row.kind] += 1
        self.minutes += row.minutes
        if row.kind == "matching.nobody_fits":  # no tap: the connector thinks of somebody
            self._think_along(row.about, by)
        elif row.kind not in KINDS:
            by_kind()[row.kind].done(row.about, by)
        else:
            result = "reached" if self.chance.random() < 0.7 else "no_answer"
            telephone.called(row, result, by=by)
            if row.kind == "noticeboard.unanswered" and result == "reached":
                self._think_along(row.about, by)
        dayboard.refresh(self.town.pk, {row.kind})

    def _think_along(self, key, by):
        """One in three times the connector knows somebody; at the end it may not work out."""
        post = Post.objects.complete().get(pk=key)
        if self.chance.random() < 0.35:
            actions.respond(post, "Fatima vroeg mij.", by=self.chance.choice(self.helpers))
        elif AskClock.objects.get(post=post).step >= AskClock.Step.MAP:
            actions.admit_unmet(post, by=by)

    def away(self, member, days):
        row = OnClock.objects.get(town=self.town, member=member)
        today = timezone.localdate()
        actions.be_away(row, today, today + timedelta(days=days - 1), by=member)
