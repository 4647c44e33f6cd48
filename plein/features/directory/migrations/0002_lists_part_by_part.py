from typing import Any

from django.db import migrations, models
from django.db.models import Max, OuterRef, Subquery


def reach_the_end(apps: Any, _editor: Any) -> None:
    """Lists that were taken over before can still be taken back as a whole."""
    taken_in, rows = (apps.get_model("directory", name) for name in ("ListImport", "ImportRow"))
    last = rows.objects.filter(taken_in=OuterRef("pk")).order_by().values("taken_in")
    done = taken_in.objects.filter(state__in=("done", "undoing"), rows_all__gt=0)
    done.update(reached=Subquery(last.annotate(last=Max("number")).values("last")))


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="listimport",
            name="reached",
            field=models.PositiveIntegerField(
                default=0, help_text="Number of the last row that is written."
            ),
        ),
        migrations.AlterField(
            model_name="listimport",
            name="state",
            field=models.CharField(
                choices=[
                    ("columns", "Which column is what?"),
                    ("reading", "We are reading it"),
                    ("read", "Tried out, nothing is changed yet"),
                    ("writing", "Still busy: we are taking it over"),
                    ("done", "Taken over"),
                    ("undoing", "Still busy: we are taking it back"),
                    ("undone", "Taken back"),
                    ("broken", "We cannot read it"),
                ],
                default="reading",
                max_length=8,
            ),
        ),
        migrations.RunPython(reach_the_end, migrations.RunPython.noop),
    ]
