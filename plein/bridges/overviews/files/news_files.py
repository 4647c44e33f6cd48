"""An overview as Atom and as JSON Feed: for newsreaders and for other sites."""

import json
from typing import Any

from django.utils.feedgenerator import Atom1Feed

from plein.bridges.overviews.files.sheets import readable
from plein.bridges.overviews.files.taken import Taken
from plein.bridges.overviews.models import Row


def as_atom(file: Taken, own_url: str) -> bytes:
    """The last changed first; every entry keeps its key for ever."""
    feed = Atom1Feed(
        title=file.title,
        link=file.url,
        description="",
        language="nl",
        feed_url=own_url,
        author_name=file.community.name,
    )
    for row in sorted(file.rows, key=lambda row: (row.changed_at, row.pk), reverse=True):
        feed.add_item(
            title=readable(row.title),
            link=file.absolute(row.url),
            description=readable(row.summary),
            unique_id=row.pk.urn,
            author_name=readable(row.byline) or file.community.name,
            updateddate=row.changed_at,
            categories=row.themes,
        )
    feed.latest_post_date = lambda: file.changed_at  # type: ignore[method-assign]
    return feed.writeString("utf-8").encode()


def as_json(file: Taken, own_url: str) -> bytes:
    """JSON Feed 1.1, with what a list needs under `_plein`."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": file.title,
        "home_page_url": file.url,
        "feed_url": own_url,
        "language": "nl",
        "items": [_item(file, row) for row in file.rows],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode()


def _item(file: Taken, row: Row) -> dict[str, Any]:
    return {
        "id": row.pk.urn,
        "url": file.absolute(row.url),
        "title": row.title,
        "content_text": row.summary,
        "date_modified": row.changed_at.isoformat(timespec="seconds"),
        "authors": [{"name": row.byline or file.community.name}],
        "tags": row.themes,
        "_plein": {
            "kind": row.kind,
            "place": row.place,
            "point": [row.lat, row.lon] if row.lat is not None else None,
            "cost": row.cost,
            "status": row.status,
            "phone": row.phone,
        },
    }
