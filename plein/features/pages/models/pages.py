"""Pages, news and stories, with every earlier version."""

from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plein.foundation.communities.models import Community, Content, ContentQuerySet, Member
from plein.foundation.media.models import Picture
from plein.foundation.taxonomy.models import Theme
from plein.lib.keys import uuid7


class PageQuerySet(ContentQuerySet):
    def published(self) -> Self:
        """Published, by hand or because its planned moment has come."""
        return self.filter(published_at__lte=timezone.now())

    def unpublished(self) -> Self:
        return self.filter(Q(published_at=None) | Q(published_at__gt=timezone.now()))

    def of_kind(self, *kinds: str) -> Self:
        return self.filter(kind__in=kinds)

    def complete(self) -> Self:
        """With all that a page shows, in one query."""
        return self.select_related("theme", "author", "community", "picture", "parent")


class Page(Content):
    """Something the place tells: a page that stays, news, a story or an interview."""

    class Kind(models.TextChoices):
        PAGE = "page", gettext_lazy("Page")
        NEWS = "news", gettext_lazy("News")
        STORY = "story", gettext_lazy("Story")
        INTERVIEW = "interview", gettext_lazy("Interview")

    kind = models.CharField(max_length=9, choices=Kind.choices)
    author = models.ForeignKey(Member, models.PROTECT, related_name="+")
    written_by = models.CharField(max_length=60, blank=True, help_text="As shown above the text.")
    title = models.CharField(max_length=100)
    lead = models.TextField(max_length=300, blank=True)
    body = models.TextField(max_length=20_000, blank=True, help_text="Markdown, as typed.")
    parts = models.JSONField(default=list, help_text="Made of the body; see rendering.py.")
    parts_version = models.PositiveSmallIntegerField(default=0)
    quote = models.CharField(max_length=200, blank=True)
    quoted = models.CharField(max_length=60, blank=True, help_text="Whose words these are.")
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, blank=True, related_name="+")
    parent = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)
    picture = models.ForeignKey(Picture, models.SET_NULL, null=True, blank=True, related_name="+")

    published_at = models.DateTimeField(
        null=True, blank=True, help_text="Empty: a draft. Later than now: planned."
    )
    told_at = models.DateTimeField(null=True, blank=True, help_text="When the index was told.")
    changed_at = models.DateTimeField(default=timezone.now)

    objects = PageQuerySet.as_manager()  # type: ignore[misc]  # Content has one too

    class Meta(Content.Meta):
        constraints: ClassVar = [
            *Content.Meta.constraints,
            models.CheckConstraint(
                condition=Q(parent=None) | Q(kind="page"), name="page_only_pages_have_a_parent"
            ),
        ]
        indexes: ClassVar = [
            models.Index("town", "kind", "published_at", name="page_by_kind"),
            models.Index("published_at", "told_at", name="page_to_tell"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def address(self) -> str:
        return f"{slugify(self.title)[:50].strip('-') or 'bladzijde'}-{self.code}"

    def get_absolute_url(self) -> str:
        return reverse("pages:page", args=[self.address])

    @property
    def is_published(self) -> bool:
        return self.published_at is not None and self.published_at <= timezone.now()

    @property
    def planned_for(self) -> datetime | None:
        return None if self.is_published else self.published_at

    @property
    def is_dated(self) -> bool:
        """News and stories say their day; a page that stays says when it changed."""
        return self.kind != self.Kind.PAGE

    @property
    def byline(self) -> str:
        """Who stands above the text: the words that the writer chose."""
        return self.written_by or _("the editors")


class PagePicture(models.Model):
    """A photo in a text: `[foto 2]` shows the second."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    page = models.ForeignKey(Page, models.CASCADE, related_name="pictures")
    picture = models.ForeignKey(Picture, models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()
    credit = models.CharField(max_length=80, blank=True)
    taken_at = models.DateTimeField(
        null=True, blank=True, help_text="Off the page; kept a while, so it can be put back."
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "page", "number", name="page_picture_number_once"),
        ]

    def __str__(self) -> str:
        return f"foto {self.number}"


class Version(models.Model):
    """How a page read and looked after somebody saved it. Can be looked at and put back."""

    SAID: ClassVar = ("title", "lead", "body", "quote", "quoted", "written_by")

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    town = models.ForeignKey(Community, models.PROTECT, related_name="+")
    page = models.ForeignKey(Page, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    said = models.JSONField(
        default=dict, help_text="The fields of SAID, the numbers of the photos and the cover's."
    )
    made_by = models.ForeignKey(Member, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("town", "page", "number", name="page_version_number_once"),
        ]

    def __str__(self) -> str:
        return str(self.number)

    @property
    def title(self) -> Any:
        return self.said.get("title", "")
