"""What the tasks of a drill leave behind. Nothing here is unique: doing it twice would show."""

from typing import ClassVar

from django.db import models


class Effect(models.Model):
    kind = models.CharField(max_length=20)
    number = models.IntegerField()

    objects: ClassVar[models.Manager["Effect"]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


class Thing(models.Model):
    number = models.IntegerField(primary_key=True)
    version = models.IntegerField(default=0)
    seen = models.IntegerField(default=0)

    objects: ClassVar[models.Manager["Thing"]] = models.Manager()

    def __str__(self) -> str:
        return str(self.number)
