"""The picture of an activity: for who may open its page."""

from plein.features.activities.access import shown_activity
from plein.features.activities.models import Activity
from plein.foundation.media.uses import PictureUse, through_page

PICTURES = [
    PictureUse(Activity, "picture", may_see=through_page(Activity, "picture", shown_activity))
]
