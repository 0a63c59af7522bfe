"""The words of an edition that may break, each in its parts."""

import re
from collections.abc import Iterator, Mapping

from ontwikkelpad.document import Breekwoord
from ontwikkelpad.woorddelen import Delen, woorddelen
from uitgave.document import alle_rijen, verwijst
from uitgave.pad import Pad, eens

LINK = re.compile(r"\w+://\S+")


@eens
def breekwoorden(pad: Pad) -> Mapping[str, Delen]:
    """Return the parts of each word that may break, by that word in small letters."""
    lijst = {rij.woord: rij.delen for rij in pad.alle(Breekwoord).values()}
    return woorddelen(teksten(pad), lijst)


def teksten(pad: Pad) -> Iterator[str]:
    """Yield all that visitors can read in this edition, and on the changes up to it; no links, slugs or keys."""
    for _, rij in alle_rijen(pad.document):
        velden = () if isinstance(rij, Breekwoord) else set(rij.__struct_fields__) - {"sleutel", "slug", *verwijst(rij)}
        for waarde in (getattr(rij, veld) for veld in velden):
            los = waarde if isinstance(waarde, tuple) else (waarde,)
            yield from (LINK.sub("", tekst) for tekst in los if isinstance(tekst, str))
    for uitgave in pad.geschiedenis:
        yield uitgave.wijzigingen
        for deel in uitgave.onderdelen:
            yield from (*deel.nieuw, *deel.hernoemd, *deel.veranderd, *deel.weg)
