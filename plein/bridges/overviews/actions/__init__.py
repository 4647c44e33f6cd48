"""What changes: the index, kept lists, words that mean the same, and a basket that is sent."""

from plein.bridges.overviews.actions.arranging import add_synonym as add_synonym
from plein.bridges.overviews.actions.arranging import drop_saved as drop_saved
from plein.bridges.overviews.actions.arranging import drop_synonym as drop_synonym
from plein.bridges.overviews.actions.arranging import save as save
from plein.bridges.overviews.actions.desk import TooManySent as TooManySent
from plein.bridges.overviews.actions.desk import send_basket as send_basket
from plein.bridges.overviews.actions.indexing import fill as fill
from plein.bridges.overviews.actions.indexing import forget as forget
from plein.bridges.overviews.actions.indexing import index_town as index_town
from plein.bridges.overviews.actions.indexing import index_words as index_words
from plein.bridges.overviews.actions.indexing import keep as keep
from plein.bridges.overviews.actions.indexing import relearn as relearn
from plein.bridges.overviews.actions.indexing import remake as remake
from plein.bridges.overviews.actions.indexing import wrong as wrong
