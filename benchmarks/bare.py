"""What a bare list of 20 cards costs: the floor under every list page of ours.

Three views that know nothing of Plein: hello, one query with 20 objects, and 20 cards by template.
"""

import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

import django
from django.conf import settings
from django.db import connection, models
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test import RequestFactory

ROUNDS = 400
CARDS = 20
BAR_MS = {"hello": 1.0, "20 objects": 2.0, "20 cards": 4.0}
CARD = """
<article class="card"><h3><a href="/{{ card.pk }}/">{{ card.title }}</a></h3>
<p>{{ card.text }}</p><p>{{ card.place }} · {{ card.made_at|date:"j F" }}</p></article>"""
PAGE = "<main>{% for card in cards %}" + CARD + "{% endfor %}</main>"


def main() -> None:
    settings.configure(
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
        USE_TZ=True,
        LANGUAGE_CODE="nl",
        ALLOWED_HOSTS=["*"],
    )
    django.setup()
    model = _filled_table()
    page = engines["django"].from_string(PAGE)

    def newest() -> list[models.Model]:
        return list(model._default_manager.order_by("-made_at")[:CARDS])

    views: dict[str, Callable[[HttpRequest], HttpResponse]] = {
        "hello": lambda _request: HttpResponse("hello"),
        "20 objects": lambda _request: HttpResponse(str(len(newest()))),
        "20 cards": lambda request: HttpResponse(page.render({"cards": newest()}, request)),
    }
    print(f"{os.cpu_count()} cores, {ROUNDS} rounds, CPU time of one request")
    for name, view in views.items():
        median = _measure(view)
        verdict = "good" if median <= BAR_MS[name] else "OVER"
        print(f"  {name:<12} {median:6.2f} ms   bar {BAR_MS[name]:.1f}   {verdict}")


def twenty_cards() -> float:
    """Milliseconds of work, measured now in a process of its own."""
    words = [sys.executable, "-m", "benchmarks.bare"]
    said = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    found = re.search(r"20 cards\s+([\d.]+) ms", said)
    if found is None:
        raise RuntimeError(said)
    return float(found.group(1))


def _measure(view: Callable[[HttpRequest], HttpResponse]) -> float:
    request, times = RequestFactory().get("/"), []
    for _round in range(ROUNDS):
        start = time.process_time()
        view(request)
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times)


def _filled_table() -> type[models.Model]:
    class Card(models.Model):
        title = models.CharField(max_length=80)
        text = models.TextField()
        place = models.CharField(max_length=40)
        made_at = models.DateTimeField(db_index=True)

        class Meta:
            app_label = "bare"

        def __str__(self) -> str:
            return self.title

    from django.utils import timezone

    with connection.schema_editor() as editor:
        editor.create_model(Card)
    now = timezone.now()
    Card._default_manager.bulk_create(
        Card(
            title=f"Wie wil {n} keer wandelen?", text="Een rondje. " * 8, place="Wijk", made_at=now
        )
        for n in range(1000)
    )
    return Card


if __name__ == "__main__":
    main()
