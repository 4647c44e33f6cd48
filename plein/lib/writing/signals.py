"""Signs in a message that ask for care: a link, a bank account, a phone number, a payment.

Plain patterns, and honest about it: they find what people usually write, not everything.
"""

import re
from enum import StrEnum

LINK = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*"
    r"\.(?:nl|com|net|org|eu|be|de|info|shop|online|site|xyz|me|link|app|io|co)\b(?:/\S*)?",
    re.IGNORECASE,
)
DUTCH_IBAN = re.compile(r"\bNL[ ]?\d{2}[ .-]?[A-Z]{4}(?:[ .-]?\d){10}\b", re.IGNORECASE)
ANY_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]{4}){2,7}(?:[ .-]?[A-Z0-9]{1,3})?\b")
PHONE = re.compile(r"(?<![\d\w])(?:\+|00)?\(?\d(?:[ ()./-]{0,2}\d){8,13}(?!\d)")
PAYMENT = re.compile(
    r"\btikkie\w*|betaalverzoek\w*|\bbetaallink\w*|\bover(?:ma(?:ken|ak)|schrijven)\b|"
    r"\bmaak\b[^.?!]{0,40}\bover\b|\bvoorschie(?:ten|t)\b|\bvoorschot\b|\baanbetal\w+|"
    r"\bborg\b|\bpaypal\b|\bbitcoins?\b|\bcrypto\w*|\bwestern union\b|\bcadeaukaart\w*|"
    r"\bpaysafe\w*|\bpincode\b|\bbankpas\w*|\bbetaalpas\w*|\brekeningnummer\w*|"
    r"(?:€|\beuro\b|\beur\b)[ ]?\d|\d[\d.,]*(?:,-)?[ ]?(?:€|euro\b|eur\b)|"
    r"\b(?:geld|contant\w*|cash)\b|\bbank transfer\b|\bpay me\b|\bsend money\b|\bgift cards?\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.-]+")


class Sign(StrEnum):
    LINK = "link"
    IBAN = "iban"
    PHONE = "phone"
    PAYMENT = "payment"


def signs_in(text: str) -> frozenset[Sign]:
    """The signs that stand in a text."""
    found = set()
    without = _without_accounts(text)
    if without != text:
        found.add(Sign.IBAN)
    without = ADDRESS.sub(" ", without)
    if LINK.search(without):
        found.add(Sign.LINK)
    if PHONE.search(LINK.sub(" ", without)):
        found.add(Sign.PHONE)
    if PAYMENT.search(without):
        found.add(Sign.PAYMENT)
    return frozenset(found)


def _without_accounts(text: str) -> str:
    """Dutch numbers also with a slip of the pen; foreign ones only when they add up."""
    text = DUTCH_IBAN.sub(" ", text)
    return ANY_IBAN.sub(lambda found: " " if _adds_up(found.group()) else found.group(), text)


def _adds_up(number: str) -> bool:
    """The sum that every IBAN obeys (ISO 13616)."""
    plain = re.sub(r"[^A-Z0-9]", "", number)
    turned = plain[4:] + plain[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1
