"""The index: one row per thing that can be found, from the listings of every feature."""

from plein.bridges.overviews.models.rows import Moment as Moment
from plein.bridges.overviews.models.rows import Row as Row
from plein.bridges.overviews.models.rows import RowQuerySet as RowQuerySet
from plein.bridges.overviews.models.saved import SavedList as SavedList
from plein.bridges.overviews.models.words import Synonym as Synonym
from plein.bridges.overviews.models.words import Word as Word
