"""The photo of an ask or offer: for who may read it all, not for who sees a teaser (TRUST-7)."""

from plein.features.noticeboard.access import readable_post
from plein.features.noticeboard.models import Post
from plein.foundation.media.uses import PictureUse, through_page

PICTURES = [PictureUse(Post, "picture", may_see=through_page(Post, "picture", readable_post))]
