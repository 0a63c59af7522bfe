"""What each edition changed, for machines: the list that visitors read at /over/wijzigingen/."""

from datetime import UTC, datetime, time
from io import StringIO

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import linebreaks

from data.geheel import LICENTIE
from data.graaf import namen_in
from uitgave.document import Wijziging, schrijf
from uitgave.pad import Pad
from uitgave.rij import Rij

GROEPEN = (("Nieuw", "nieuw"), ("Hernoemd", "hernoemd"), ("Veranderd", "veranderd"), ("Weg", "weg"))
MEEST = 50  # editions in the feed, the newest


class Wijzigingen(Rij, frozen=True):
    """The list of changes, newest first."""

    naam: str
    licentie: str
    uitgaven: tuple[Wijziging, ...]


def als_json(pad: Pad) -> bytes:
    lijst = Wijzigingen(naam=pad.document.sitenaam, licentie=LICENTIE, uitgaven=pad.geschiedenis)
    return schrijf(lijst).encode()


def als_atom(pad: Pad) -> bytes:
    """Return the list as a feed; an edition that was corrected keeps its name."""
    site, naam = settings.ADRES, pad.document.sitenaam
    feed = Atom1Feed(
        title=f"Wat er veranderde op {naam}",
        link=f"{site}/over/wijzigingen/",
        description="",
        language="nl",
        author_name=naam,
        feed_url=f"{site}/data/wijzigingen.atom",
        feed_guid=f"{site}/data/wijzigingen.atom",
        feed_copyright=LICENTIE,
    )
    for wijziging in pad.geschiedenis[:MEEST]:
        dag = datetime.combine(wijziging.datum, time(), UTC)
        feed.add_item(
            title=f"Versie {wijziging.nummer}",
            link=f"{site}/over/wijzigingen/",
            description=linebreaks(in_tekst(wijziging), autoescape=True),
            unique_id=namen_in(pad).van_uitgave(wijziging.vaste_naam),
            pubdate=dag,
            updateddate=dag,
        )
    uit = StringIO()
    feed.write(uit, "utf-8")
    return uit.getvalue().encode()


def in_tekst(wijziging: Wijziging) -> str:
    """Return what an edition changed as lines of text."""
    regels = [wijziging.wijzigingen, wijziging.zin]
    for onderdeel in wijziging.onderdelen:
        for kop, veld in GROEPEN:
            if namen := getattr(onderdeel, veld):
                regels.append(f"{onderdeel.naam}, {kop.lower()}: {'; '.join(namen)}")
    return "\n".join(filter(None, regels))
