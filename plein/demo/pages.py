"""What Waterdrecht tells about itself: pages, news, stories, notes, questions and answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from plein.demo.maker import BATCH, Maker
from plein.demo.page_texts import PageText, load_notes, load_pages, load_questions
from plein.demo.places import Places
from plein.features.pages import rendering
from plein.features.pages.actions.noting import STANDS
from plein.features.pages.models import (
    Answer,
    Note,
    NoteWriter,
    Page,
    PagePicture,
    Question,
    Reaction,
    Version,
)
from plein.foundation.communities.models import Community, Member
from plein.foundation.media.models import Picture
from plein.foundation.taxonomy.models import Theme

DRAWN_BY = "de tekenaar van Plein"
MOST_REACTIONS = 14


@dataclass
class Tellers:
    """Who writes, and what there is to show."""

    editor: Member
    members: list[Member]
    pictures: dict[str, list[Picture]]
    portraits: list[Picture]

    def of(self, homes: list[Community]) -> list[Member]:
        """People of one wijk whom somebody has met."""
        keys = {home.pk for home in homes}
        return [m for m in self.members if m.home_id in keys and m.greeted_at and m.is_here]


def make_pages(maker: Maker, places: Places, tellers: Tellers) -> int:
    """Pages with their pictures and first version."""
    maker.start("pages")
    themes = {theme.key: theme for theme in Theme.objects.filter(town=places.town)}
    made: dict[str, Page] = {}
    portraits = iter(tellers.portraits)
    for text in load_pages():
        page = _page(maker, places, tellers.editor, text, themes)
        page.parent = made.get(text.under)
        page.picture = _picture(maker, tellers, text, portraits)
        page.save(force_insert=True)
        made[text.title] = page
        said = {name: getattr(page, name) for name in Version.SAID}
        Version.objects.create(
            pk=maker.key(page.made_at), town=places.town, page=page, number=1, said=said,
            made_by=tellers.editor, made_at=page.made_at,
        )  # fmt: skip
        if page.picture:
            PagePicture.objects.create(
                pk=maker.key(page.made_at), town=places.town, page=page, number=1,
                picture=page.picture, credit=DRAWN_BY,
            )  # fmt: skip
    return len(made)


def _page(
    maker: Maker, places: Places, editor: Member, text: PageText, themes: dict[str, Theme]
) -> Page:
    out = None if text.days is None else _morning(maker.now - timedelta(days=text.days))
    made = min(out or maker.now, maker.now) - timedelta(days=1)
    return Page(
        pk=maker.key(made),
        town=places.town,
        community=places.wijken.get(text.wijk, places.town),
        code=maker.code(),
        reach=Page.Reach.UP if text.wijk else Page.Reach.ALL,
        kind=text.kind,
        author=editor,
        written_by="" if text.kind == Page.Kind.PAGE else editor.name,
        title=text.title,
        lead=text.lead,
        body=text.body,
        parts=rendering.parts_of(text.body),
        parts_version=rendering.VERSION,
        quote=text.quote,
        quoted=text.quoted,
        theme=themes.get(text.theme),
        published_at=out,
        told_at=out if out and out <= maker.now else None,
        made_at=made,
        changed_at=out if out and out <= maker.now else made,
    )


def _morning(moment: datetime) -> datetime:
    return moment.replace(hour=7, minute=30, second=0, microsecond=0)


def _picture(
    maker: Maker, tellers: Tellers, text: PageText, portraits: Iterator[Picture]
) -> Picture | None:
    """A portrait with an interview, a scene of the theme with the rest; not with every page."""
    if text.kind == Page.Kind.INTERVIEW:
        return next(portraits, None)
    scenes = tellers.pictures.get(text.theme)
    if not scenes or (text.kind == Page.Kind.NEWS and maker.often(0.3)):
        return None
    return maker.chance.choice(scenes)


def make_notes(maker: Maker, places: Places, tellers: Tellers) -> int:
    """Berichtjes with kind words; two that wait for a connector."""
    chance = maker.start("notes")
    greeted = [member for member in tellers.members if member.greeted_at and member.is_here]
    notes, reactions = [], []
    for text in load_notes():
        moment = maker.now - timedelta(days=text.days, hours=chance.uniform(1, 5))
        scenes = tellers.pictures.get(text.scene, [])
        note = Note(
            pk=maker.key(moment), town=places.town, code=maker.code(),
            community=places.wijken[text.wijk], text=text.text,
            author=chance.choice(tellers.of(places.homes[text.wijk]) or greeted),
            picture=chance.choice(scenes) if scenes else None,
            credit=DRAWN_BY if scenes else "",
            let_in_at=None if text.waits else moment, lapses_at=moment + STANDS,
            made_at=moment, changed_at=moment,
        )  # fmt: skip
        notes.append(note)
        count = 0 if text.waits else chance.randint(0, min(MOST_REACTIONS, len(greeted)))
        for member in chance.sample(greeted, count):
            kind = chance.choices(list(Reaction.Kind), (7, 3, 2, 1))[0]
            reactions.append(
                Reaction(
                    pk=maker.key(moment), town=places.town, note=note, member=member, kind=kind
                )
            )
    Note.objects.bulk_create(notes, batch_size=BATCH)
    writers = {note.author_id for note in notes if note.let_in_at}
    NoteWriter.objects.bulk_create(
        [
            NoteWriter(pk=maker.key(maker.now), town=places.town, member_id=key)
            for key in sorted(writers)
        ]
    )
    Reaction.objects.bulk_create(reactions, batch_size=BATCH)
    return len(notes)


def make_questions(maker: Maker, places: Places, tellers: Tellers) -> int:
    """Wie weet het? With answers, most of which helped."""
    chance = maker.start("questions")
    themes = {theme.key: theme for theme in Theme.objects.filter(town=places.town)}
    greeted = [member for member in tellers.members if member.greeted_at and member.is_here]
    answers = []
    for text in load_questions():
        moment = maker.now - timedelta(days=text.days, hours=chance.uniform(1, 8))
        asker, *others = chance.sample(greeted, len(text.answers) + 1)
        question = Question.objects.create(
            pk=maker.key(moment), town=places.town, code=maker.code(),
            community=places.wijken[text.wijk], author=asker, title=text.title, text=text.text,
            theme=themes[text.theme], made_at=moment, changed_at=moment,
        )  # fmt: skip
        for number, (words, member) in enumerate(zip(text.answers, others, strict=True), start=1):
            said = moment + timedelta(hours=3 * number)
            answers.append(
                Answer(
                    pk=maker.key(said), town=places.town, question=question, author=member,
                    text=words, made_at=said,
                    helped_at=said + timedelta(hours=2) if number == text.helped else None,
                )
            )  # fmt: skip
    Answer.objects.bulk_create(answers, batch_size=BATCH)
    return len(load_questions())
