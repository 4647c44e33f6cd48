"""The worker makes a file, once for everybody who asks the same."""

import json
import secrets
from dataclasses import asdict
from datetime import timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone, translation

from plein.bridges.publications import wording
from plein.bridges.publications.as_it_stood import digest_of
from plein.bridges.publications.content import Chosen, chosen_by
from plein.bridges.publications.models import Edition, Order, Standing, Wanted
from plein.bridges.publications.shapes import BY_KEY, Shape
from plein.bridges.publications.tables import Table
from plein.foundation.media.models import Picture
from plein.lib.formality import DUTCH, tongue

KIT = 3
"""Raise it when the templates change: then no old file is given."""
KEPT_FOR = timedelta(days=1)


def make_order(pk: object) -> None:
    """Make what somebody waits for. Twice gives the same."""
    open_states = (Order.State.WAITING, Order.State.FAILED)
    waiting = Order.objects.filter(pk=str(pk), state__in=open_states)
    found = waiting.select_related("community").first()
    if found is None:
        return
    edition = make_for(found)
    state = Order.State.READY if edition else Order.State.EMPTY
    waiting.update(state=state, edition=edition, ready_at=timezone.now())


def make_for(wanted: Wanted) -> Edition | None:
    """The file of what is wanted, made or found; nothing when there is nothing in it."""
    community = wanted.community
    formal = community.tree.speaks_formally(community.pk)
    with translation.override(tongue(DUTCH, formal=formal)):
        chosen = chosen_by(wanted)
        if chosen.lost or not chosen.rows:
            return None
        return _edition(chosen, BY_KEY[wanted.shape])


def _edition(chosen: Chosen, shape: Shape) -> Edition:
    # Heavy libraries are behind this, and a web process must not load them.
    from plein.bridges.publications import printing

    data = printing.data_of(chosen, shape)
    same = {
        "town_id": chosen.community.town_id,
        "community_id": chosen.community.pk,
        "shape": shape.key,
        "digest": digest(data, chosen),
    }
    stands = {
        "rows": [[str(row.pk), digest_of(row)] for row in chosen.rows],
        "pictures": sorted({str(picture.pk) for picture in chosen.pictures.values()}),
    }
    if known := Edition.objects.filter(**same).first():
        # The same paper, of things of which something else changed: else it would never be right.
        Edition.objects.filter(pk=known.pk).update(**stands)
        return known
    content = printing.printed(data, chosen, shape)
    folder = f"paper/{chosen.community.town_id.hex}/{secrets.token_hex(16)}"
    path = default_storage.save(f"{folder}/file.{shape.ending}", ContentFile(content))
    made, new = Edition.objects.get_or_create(
        **same,
        defaults={
            "title": wording.title_of(chosen)[:160],
            "name": printing.file_name(chosen, shape),
            "path": path,
            "size": len(content),
            "items": len(chosen.rows),
            **stands,
        },
    )
    if not new:
        default_storage.delete(path)
    return made


def digest(data: dict[str, Any] | Table, chosen: Chosen) -> str:
    """Of all that will stand in it, and of how this place looks."""
    community = chosen.community
    said = asdict(data) if isinstance(data, Table) else data
    look = [community.name, list(community.colours), str(community.logo_id), KIT]
    text = json.dumps([said, look], sort_keys=True, default=_plain)
    return sha256(text.encode()).hexdigest()


def _plain(value: object) -> str:
    return str(value.pk) if isinstance(value, Picture) else str(value)


def clear_old() -> None:
    """Files that nobody will fetch any more, and who waited for them."""
    before = timezone.now() - KEPT_FOR
    Order.objects.filter(made_at__lt=before).delete()
    kept: set[UUID] = set(
        Standing.objects.exclude(edition=None).values_list("edition", flat=True).distinct()
    )
    for edition in Edition.objects.filter(made_at__lt=before).exclude(pk__in=kept).iterator():
        forget(edition)


def forget(edition: Edition) -> None:
    """The row now, the file once that is certain."""
    path = edition.path
    with transaction.atomic():
        edition.delete()
        transaction.on_commit(lambda: default_storage.delete(path))
