"""Does the text go the way of the box that was ticked? "Ik zoek" in an offer: ask the poster.

Plain patterns on folded text, so that the page can ask while the poster is still there.
"""

import re

from .shapes import Kind, Post
from .words import fold

# Somebody asks for help for themselves …
_ASKS = re.compile(
    r"""\b(?:
    (?:ik|wij|we)\ (?:ben\ |zijn\ )?(?:dringend\ |dus\ |nog\ |al\ )?(?:op\ )?zoek(?:en)?\b
    |(?:wie|kan\ iemand|kan\ er\ iemand|is\ er\ iemand\ die|wil\ iemand|zou\ iemand)
    \ (?:kan|wil|heeft|zou|helpt|komt|mij|me|ons|bij|eens|met|die|een|het|de|mijn|er|weet
        |kent|leent|past)\b
    |(?:hulp|iemand|vrijwilliger|oppas|maatje)\ (?:gezocht|nodig|gevraagd)\b
    |(?:heb|hebben|heeft)\ (?:ik\ |wij\ )?(?:dringend\ |wel\ )?(?:hulp|iemand)\ nodig
    |gezocht|gevraagd
    |(?:i|we)\ (?:am\ |are\ )?(?:look(?:ing)?\ for|need)\b|(?:can|could)\ (?:someone|anybody|anyone)
    |ariyorum|ariyoruz|ihtiyacim|bana\ yardim
    |szukam|szukamy|potrzebuje|potrzebujemy|czy\ ktos
    )|ابحث|نبحث|احتاج|نحتاج|هل\ من|шукаю|шукаємо|потребую|потрібна\ допомога|чи\ може\ хтось""",
    re.VERBOSE,
)
# … or offers it.
_OFFERS = re.compile(
    r"""\b(?:
    (?:ik|wij|we)\ (?:kan|kunnen|wil|willen|bied|bieden|help|helpen|geef|geven|kom|komen|rij|rijd|
        rijden|heb\ tijd|maak|doe|leer|deel|leen|kook|repareer|neem|ga\ graag|vind\ het\ leuk)\b
    |(?:bied|aangeboden|te\ leen|gratis\ af\ te\ halen|beschikbaar)\b
    |help\ (?:ik|graag|u|je|jou|mensen)\b|kan\ ik\b|wil\ ik\b|graag\ help
    |voor\ (?:u|wie|iedereen|mensen)\b|bij\ u\b|u\ kunt\b
    |i\ (?:can|offer|am\ happy|will|would\ love|could)\b|happy\ to\ help
    |yardim\ ederim|yardimci\ olabilirim|yapabilirim|verebilirim|edebilirim
    |moge\b|chetnie|pomoge|oferuje
    )|استطيع|يمكنني|اقدم|اساعد|можу|допоможу|пропоную""",
    re.VERBOSE,
)
# In an ask only what cannot be about oneself: "ik kan niet meer" and "ik geef koffie" are asks too.
_GIVES = re.compile(
    r"""\b(?:
    (?:ik|wij|we)\ (?:kan|kunnen|wil|willen|kom|komen)\ (?:graag\ )?(?:
        (?:u|je|jou|jullie|iemand|mensen|anderen|buren|ouderen|een\ ander)
        \b(?!\ (?:vragen|ontmoeten|leren))
        |helpen|aanbieden|uitlenen)
    |(?:ik|wij|we)\ (?:help|helpen|bied|bieden|leen|geef)\ (?:graag|u|uw|je|jou|jouw|jullie|iemand
        |mensen|anderen|buren|ouderen|aan|hulp|gratis|les|bijles)\b
    |(?:ik|wij|we)\ (?:maai|rijd?|kook|repareer|leer|breng|haal|doe|lees|knip|snoei|poets)
        \ (?:graag\ )?
        (?:uw|jouw|jullie|voor\ (?:u|je|jou|jullie|anderen|een\ ander|mensen|buren))\b
    |(?:help|doe|kom|leer|maai|kook|rijd?|repareer|snoei)\ ik\ (?:graag|u|uw|je|jou|jouw|jullie)\b
    |aangeboden\b|(?:af|op)\ te\ halen\b(?!\ ?\?)|te\ leen\b(?!\ ?\?|\ (?:gevraagd|gezocht))
    |helpt?\ graag\b|graag\ help
    |(?:i|we)\ (?:can\ help|offer|(?:am|are)\ happy\ to|would\ love\ to\ help)|happy\ to\ help
    |yardim\ ederim|yardimci\ olabilirim|chetnie\ pomoge|oferuje
    )|اساعدك|اقدم\ مساعدة|допоможу|пропоную""",
    re.VERBOSE,
)
# Looking for company to do something together is giving as much as taking.
_SHARES = re.compile(
    r"""maatje|samen\b|genoot\b|genoten\b|partner|gezelschap|medespeler|spelers|leden|publiek
    |deelnemers|meedoen|mee\ te\ doen|vriend|together|buddy|birlikte|razem|wspoln|разом|معا
    |vierde\ (?:man|speler)|clubje|groepje|koor\b|vrijwilligers
    |aanhang|zangers|wie\ (?:gaat|doet)\ mee""",
    re.VERBOSE,
)


def wrong_way(post: Post) -> bool:
    """Whether an offer asks: then it is laid beside nothing. An ask that seems to offer is only
    asked about (`telling_words`): who needs help loses nothing by a guess of ours."""
    return post.kind is Kind.OFFER and bool(telling_words(post))


def telling_words(post: Post) -> str:
    """The words by which a post goes the other way, or "" when it goes the way it says."""
    if post.kind is Kind.PROFILE:
        return ""
    text = fold(f"{post.title}. {post.text}"[:2000])
    asks, offers, shares = _ASKS.search(text), _OFFERS.search(text), _SHARES.search(text)
    if post.kind is Kind.OFFER and asks and not offers and not shares:
        return asks.group()
    if post.kind is Kind.ASK and not asks and not shares and (gives := _GIVES.search(text)):
        return gives.group()
    return ""
