"""Whether a mail address proves that somebody belongs to an organisation. Values in, values out."""

import re

FREE_MAIL_WORDS = """
    gmail.com googlemail.com hotmail.com hotmail.nl outlook.com outlook.nl live.com live.nl
    msn.com yahoo.com yahoo.nl icloud.com me.com mac.com aol.com gmx.com gmx.net gmx.nl mail.com
    proton.me protonmail.com tutanota.com tuta.io zoho.com yandex.com yandex.ru mail.ru web.de
    t-online.de ziggo.nl kpnmail.nl kpnplanet.nl planet.nl hetnet.nl home.nl upcmail.nl
    chello.nl casema.nl quicknet.nl zeelandnet.nl caiway.nl caiway.net telfort.nl tele2.nl
    versatel.nl wxs.nl xs4all.nl solcon.nl online.nl onsbrabantnet.nl kabelfoon.nl filternet.nl
    solconmail.nl freedom.nl ukr.net i.ua onet.pl wp.pl o2.pl interia.pl telenet.be skynet.be
"""
FREE_MAIL = frozenset(FREE_MAIL_WORDS.split())
"""Anybody may have an address there, so it proves nothing."""
SHARED_SITES_WORDS = """
    facebook.com instagram.com linkedin.com youtube.com wordpress.com blogspot.com wixsite.com
    weebly.com jimdofree.com jimdosite.com webnode.nl google.com sites.google.com github.io
    squarespace.com voetbal.nl sportlink.nl kerknet.nl protestantsekerk.net clubs.nl
    mijnkerkenwebsite.nl
"""
SHARED_SITES = frozenset(SHARED_SITES_WORDS.split())
"""Many organisations have a page there; the domain is of none of them."""
OFFICES = re.compile(
    r"^(?:info|contact|secretariaat|secretaris|bestuur|kantoor|balie|receptie|administratie|post|"
    r"mail|hallo|welkom|team|aanmelden|inschrijven|vrijwilligers?|ledenadministratie|voorzitter|"
    r"penningmeester|beheer(?:der)?|redactie|pr|communicatie|webmaster|helpdesk|klantenservice|"
    r"scriba|pastoraat|parochie|directie|planning|wijkteam|spreekuur)\b",
    re.IGNORECASE,
)
MOBILE = re.compile(r"^(?:\+31|0031|0)6\d{8}$")


def domain_of(address: str) -> str:
    """Of a mail address or website, in small letters, without "www."; empty for neither."""
    rest = address.strip().lower().rpartition("@")[2]
    rest = re.sub(r"^[a-z]+://", "", rest)
    host = re.split(r"[/:?#]", rest, maxsplit=1)[0].rstrip(".")
    return host.removeprefix("www.") if "." in host else ""


def is_free_mail(address: str) -> bool:
    return domain_of(address) in FREE_MAIL


def proving_domains(mail: str, website: str) -> frozenset[str]:
    """Domains that belong to this organisation alone, as far as we can tell."""
    found = {domain_of(mail), domain_of(website)} - {""}
    return frozenset(d for d in found if not _shared(d))


def proves(address: str, mail: str, website: str) -> bool:
    """Whether who reads mail at `address` belongs there. Free mail never does."""
    mine = domain_of(address)
    if not mine or _shared(mine) or "@" not in address:
        return False
    return any(mine == own or mine.endswith(f".{own}") for own in proving_domains(mail, website))


def _shared(domain: str) -> bool:
    parts = domain.split(".")
    ends = {".".join(parts[start:]) for start in range(len(parts))}
    return bool(ends & (FREE_MAIL | SHARED_SITES))


def looks_private(address: str) -> bool:
    """Perhaps somebody's own address: free mail, or no name of a function before the @."""
    return is_free_mail(address) or not OFFICES.match(address.partition("@")[0])


def is_mobile(phone: str) -> bool:
    """Mobile numbers are often somebody's own."""
    return bool(MOBILE.match(re.sub(r"[\s()-]", "", phone)))
