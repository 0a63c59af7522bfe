"""What the gate asks of the texts of the site."""

from collections.abc import Iterator

from ontwikkelpad.models import Ontwikkelpad
from redactie.kwaliteit.bevindingen import Bevinding, Regel, Werkkopie, let_op, regel


def zonder_contact(kopie: Werkkopie) -> Iterator[Bevinding]:
    """A site that says nowhere how to reach its makers: who cannot use it has nobody to tell."""
    for site in kopie.getoond[Ontwikkelpad]:
        if not site.contact_url:
            tekst = "Bezoekers kunnen jullie niet bereiken. Vul de link voor contact in. Hij staat bij Over deze site."
            yield let_op(Regel.SITE, tekst, site)


regel(zonder_contact)
