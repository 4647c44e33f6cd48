"""Wie weet het? A question to everybody, whose answers stay findable as tips."""

from typing import ClassVar, Self

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from plein.foundation.communities.models import Community, Content, ContentQuerySet, Member
from plein.foundation.taxonomy.models import Theme
from plein.lib.keys import uuid7


class QuestionQuerySet(ContentQuerySet):
    def complete(self) -> Self:
        return self.select_related("author", "community", "theme")

    def with_answers(self) -> Self:
        return self.prefetch_related(
            models.Prefetch(
                "answers",
                Answer.objects.standing().select_related("author").order_by("id"),
                to_attr="said",
            )
        )


class Question(Content):
    """What a neighbour wants to know, and what others know. No help is asked here, but advice."""

    author = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    title = models.CharField(max_length=120)
    text = models.TextField(max_length=800, blank=True)
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, blank=True, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)

    objects = QuestionQuerySet.as_manager()  # type: ignore[misc]  # Content has one too

    class Meta(Content.Meta):
        indexes: ClassVar = [models.Index("town", "author", name="question_by_author")]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return reverse("pages:question", args=[self.code])

    @property
    def byline(self) -> str:
        """First name of the asker; of who left, only that it was a neighbour."""
        return self.author.name if self.author else _("a neighbour")


class AnswerQuerySet(models.QuerySet["Answer"]):
    def standing(self) -> Self:
        return self.filter(hidden_at=None)


class Answer(models.Model):
    """What a neighbour knows. `helped_at`: the asker says "hier had ik wat aan"."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    question = models.ForeignKey(Question, models.CASCADE, related_name="answers")
    author = models.ForeignKey(Member, models.CASCADE, related_name="+")
    text = models.TextField(max_length=800)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    helped_at = models.DateTimeField(null=True, blank=True)
    hidden_at = models.DateTimeField(null=True, blank=True)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index("town", "question", "id", name="answer_by_question")]

    def __str__(self) -> str:
        return str(self.pk)
