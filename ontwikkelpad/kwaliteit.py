"""What the gate asks of the texts of the site."""

from collections.abc import Iterator

from ontwikkelpad.document import MENU
from ontwikkelpad.models import Ontwikkelpad, Sitepagina
from ontwikkelpad.paginas import MEESTE_IN_MENU
from redactie.kwaliteit.bevindingen import Bevinding, Regel, Werkkopie, fout, let_op, opsomming, regel


def zonder_contact(kopie: Werkkopie) -> Iterator[Bevinding]:
    """A site that says nowhere how to reach its makers: who cannot use it has nobody to tell."""
    for site in kopie.getoond[Ontwikkelpad]:
        if not site.contact_url:
            tekst = "Bezoekers kunnen jullie niet bereiken. Vul de link voor contact in. Hij staat bij Over deze site."
            yield let_op(Regel.SITE, tekst, site)


def vol_menu(kopie: Werkkopie) -> Iterator[Bevinding]:
    """More pages in the menu than fit in it."""
    in_menu = [rij for rij in kopie.getoond[Sitepagina] if rij.plek == MENU]
    if len(in_menu) > MEESTE_IN_MENU:
        tekst = f"Er staan {len(in_menu)} pagina’s in het menu: {opsomming(in_menu)}. Er passen er {MEESTE_IN_MENU}."
        yield fout(Regel.SITE, f"{tekst} Zet de andere onderaan.", *in_menu)


regel(zonder_contact, vol_menu)
