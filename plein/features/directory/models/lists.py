"""Lists that come in and go out: a spreadsheet, its rows, and how its columns were understood."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plein.features.directory.models.entries import Entry
from plein.foundation.communities.models import Community, Member
from plein.lib.keys import uuid7


class ListImport(models.Model):
    """One spreadsheet: first tried out, then taken over, and taken back as a whole.

    `reached` goes up with every part that is written and down with every part that is taken back,
    in the same transaction: who stops halfway goes on from there.
    """

    class State(models.TextChoices):
        COLUMNS = "columns", _("Which column is what?")
        READING = "reading", _("We are reading it")
        READ = "read", _("Tried out, nothing is changed yet")
        WRITING = "writing", _("Still busy: we are taking it over")
        DONE = "done", _("Taken over")
        UNDOING = "undoing", _("Still busy: we are taking it back")
        UNDONE = "undone", _("Taken back")
        BROKEN = "broken", _("We cannot read it")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=State.choices, default=State.READING)
    file_name = models.CharField(max_length=120)
    path = models.CharField(max_length=200, help_text="Where the file stands in the storage.")
    header = models.JSONField(default=list, help_text="The words above the columns.")
    columns = models.JSONField(default=dict, help_text="{number of the column: field}")
    complaint = models.CharField(max_length=300, blank=True, help_text="Why it cannot be read.")
    take_over = models.BooleanField(
        default=False, help_text="What we know is replaced; else only what is empty is filled."
    )
    rows_read = models.PositiveIntegerField(default=0)
    rows_all = models.PositiveIntegerField(default=0)
    reached = models.PositiveIntegerField(
        default=0, help_text="Number of the last row that is written."
    )
    by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-id"]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_busy(self) -> bool:
        return self.state in (self.State.READING, self.State.WRITING, self.State.UNDOING)

    @property
    def can_be_undone(self) -> bool:
        return self.state in (self.State.WRITING, self.State.DONE)

    @property
    def rows_now(self) -> int:
        """How far the present work is, in rows."""
        if self.state == self.State.READING:
            return self.rows_read
        written = min(max(self.reached - 1, 0), self.rows_all)  # The header is row 1.
        return self.rows_all - written if self.state == self.State.UNDOING else written


class ImportRow(models.Model):
    """One row of a list, what we make of it, and what was there before."""

    class Outcome(models.TextChoices):
        NEW = "new", _("New")
        CHANGED = "changed", _("Known, is completed")
        SAME = "same", _("Known, nothing changes")
        PERHAPS = "perhaps", _("Perhaps known: you choose")
        TWICE = "twice", _("Stands in the list twice")
        WRONG = "wrong", _("Left out")

    class Choice(models.TextChoices):
        SAME = "same", _("It is the same one")
        NEW = "new", _("It is another one")
        SKIP = "skip", _("Leave it out")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    taken_in = models.ForeignKey(ListImport, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(help_text="As in the spreadsheet: the header is 1.")
    name = models.CharField(max_length=120, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    choice = models.CharField(max_length=4, choices=Choice.choices, blank=True)
    problems = models.JSONField(default=list, help_text="Sentences.")
    sheet = models.JSONField(default=dict)
    entry = models.ForeignKey(Entry, models.SET_NULL, null=True, related_name="+")
    before = models.JSONField(null=True, help_text="What it said before; None for a new one.")
    version = models.UUIDField(null=True, help_text="The version that this row made.")

    class Meta:
        ordering: ClassVar = ["number", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint("town", "taken_in", "number", name="import_row_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.outcome}"


class ColumnMemory(models.Model):
    """How a manager understood the columns of a list: the same list needs no choosing again."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    header = models.CharField(max_length=64, help_text="Digest of the words above the columns.")
    columns = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "header", name="column_memory_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Export(models.Model):
    """A spreadsheet that the worker makes; the file goes after a day."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    by = models.ForeignKey(Member, models.CASCADE, related_name="+")
    path = models.CharField(max_length=200, blank=True, help_text="Empty while it is made.")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return str(self.pk)
