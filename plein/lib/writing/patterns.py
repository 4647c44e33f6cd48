"""A small language for word patterns, so that the lists stay readable for people who edit them.

    ik ben <time> weg        a word list by its name
    op (mijn) vakantie       an optional word
    vakantie*                any ending
    weg|<time>|#             one of these
    ik ... alleen            at most four other words in between
    ik ... ... alleen        at most eight
    # uur                    a number, also with an ending: #e

One alternative is one word; what has more words goes in a list. Words stand in one sentence, with
nothing but spaces, commas and quotes between them.
"""

import re

BETWEEN = r"[^\w.!?\n]+"
FEW_WORDS = 4
TOKEN = re.compile(r"(?:\.\.\.\s*)+|\([^)]*\)|\S+")

Lists = dict[str, list[str]]


def expression(phrases: list[str], lists: Lists) -> str:
    """Phrases as one regular expression; looks at whole words only.

    A first word that several phrases share is looked for once: most words of a text begin none.
    """
    rests: dict[str, list[str]] = {}
    for phrase in phrases:
        first, rest = (phrase, "") if phrase[0] in "(." else _first_word(phrase)
        rests.setdefault(first, []).append(rest)
    made = [
        _words(first, lists) + _any_of([_words(rest, lists, BETWEEN) for rest in tails])
        for first, tails in rests.items()
    ]
    return rf"(?<!\w){_any_of(made)}(?!\w)"


def _first_word(phrase: str) -> tuple[str, str]:
    first, _space, rest = phrase.partition(" ")
    return first, rest


def _any_of(choices: list[str]) -> str:
    return f"(?:{'|'.join(choices)})" if any(choices) else ""


def _words(phrase: str, lists: Lists, gap: str = "") -> str:
    made = ""
    for word in TOKEN.findall(phrase):
        if word.startswith("..."):
            most = FEW_WORDS * word.count("...")
            made, gap = made + gap + rf"(?:\w+{BETWEEN}){{0,{most}}}?", ""
        elif word.startswith("("):
            inside = _words(word[1:-1], lists)
            made += f"(?:{gap}{inside})?" if gap else f"(?:{inside}{BETWEEN})?"
        else:
            made, gap = made + gap + _one_of(word, lists), BETWEEN
    return made


def _one_of(word: str, lists: Lists) -> str:
    choices = [choice for part in word.split("|") for choice in _choices(part, lists)]
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"


def _choices(part: str, lists: Lists) -> list[str]:
    if part.startswith("<"):
        return [_words(entry, lists) for entry in lists[part[1:-1]]]
    return [re.escape(part).replace(r"\*", r"\w*").replace(r"\#", r"\d+")]
