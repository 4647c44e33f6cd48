"""A small language for word patterns, so that the lists stay readable for people who edit them.

    ik ben <time> weg        a word list by its name
    op (mijn) vakantie       an optional word
    vakantie*                any ending
    weg|afwezig              one of these
    ik ... alleen            at most four other words in between
    # uur                    a number

Words stand in one sentence, with nothing but spaces, commas and quotes between them.
"""

import re

BETWEEN = r"[^\w.!?\n]+"
FEW_WORDS = rf"(?:\w+{BETWEEN}){{0,4}}?"
FORMS = {"#": r"\d+", "...": ""}

Lists = dict[str, list[str]]


def expression(phrase: str, lists: Lists) -> str:
    """A phrase as a regular expression; looks at whole words only."""
    return rf"(?<!\w){_words(phrase, lists)}(?!\w)"


def _words(phrase: str, lists: Lists) -> str:
    made = ""
    pending = False
    for word in re.findall(r"\([^)]*\)|\S+", phrase):
        if pending and word != "...":
            made += BETWEEN
        pending = True
        if word == "...":
            made += BETWEEN + FEW_WORDS if made else FEW_WORDS
            pending = False
        elif word.startswith("("):
            made += f"(?:{_words(word[1:-1], lists)}{BETWEEN})?"
            pending = False
        else:
            made += _one_of(word, lists)
    return made


def _one_of(word: str, lists: Lists) -> str:
    if word == "#":
        return r"\d+"
    if word.startswith("<"):
        choices = [_words(entry, lists) for entry in lists[word[1:-1]]]
    else:
        choices = [re.escape(part).replace(r"\*", r"\w*") for part in word.split("|")]
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"
