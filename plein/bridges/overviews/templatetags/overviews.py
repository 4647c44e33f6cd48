"""Days in words, for the agenda."""

from django import template

from plein.bridges.overviews import wording

register = template.Library()

register.filter("said_day", wording.said_day)
