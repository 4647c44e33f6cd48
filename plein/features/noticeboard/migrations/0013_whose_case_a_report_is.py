"""Reports of something on the board know whose case they are, so nobody handles their own."""

from django.db import migrations


def say_whose_case(apps, schema_editor):
    """`concerns` was empty for each of them: who wrote it, and who speaks for the organisation."""
    posts = apps.get_model("noticeboard", "Post").objects
    editors = apps.get_model("organisations", "Editor").objects
    reports = apps.get_model("moderation", "Report").objects
    for report in reports.filter(kind="noticeboard.post", concerns=""):
        post = posts.filter(town=report.town_id, pk=report.about).first()
        if post is None:
            continue
        people = {post.author_id}
        if post.organisation_id:
            speak = editors.filter(town=post.town_id, organisation=post.organisation_id)
            people |= set(speak.values_list("member_id", flat=True))
        report.concerns = " ".join(sorted(key.hex for key in people))
        report.save(update_fields=["concerns"])


class Migration(migrations.Migration):
    dependencies = [
        ("noticeboard", "0012_concern_is_heard_in_time"),
        ("moderation", "0001_initial"),
        ("organisations", "__first__"),
    ]

    operations = [
        migrations.RunPython(say_whose_case, migrations.RunPython.noop, elidable=True),
    ]
