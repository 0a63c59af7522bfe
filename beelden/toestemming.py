"""Of which pictures the consent was taken back: they are shown nowhere any more, in no edition."""

import msgspec
from django.contrib.auth.models import User
from reversion.models import Version

from beelden.document import Foto as Fotorij
from beelden.models import Foto
from redactie.geschiedenis.waarden import waarden_van
from uitgave.beelden import INGETROKKEN, ingetrokken
from uitgave.bijlagen import neem_over, nieuwste
from uitgave.huidig import huidig


def nu_ingetrokken() -> frozenset[str]:
    """Return the hashes of the pictures that are shown nowhere, as the database has them."""
    rij = nieuwste(INGETROKKEN)
    return ingetrokken({INGETROKKEN: rij.inhoud}) if rij else frozenset()


def trek_in(merk: str, door: User | None, weer: bool = False) -> None:
    """Show the picture with this hash nowhere from now on; with `weer`, where editions name it. Call it alone."""
    anders = nu_ingetrokken() - {merk} if weer else nu_ingetrokken() | {merk}
    neem_over(INGETROKKEN, msgspec.json.encode(sorted(anders)).decode(), door)


def beelden_van(foto: Foto) -> set[str]:
    """Return every picture that a photo has, has on the site or ever had: consent is about all of them."""
    rijen = huidig.pad.alle(Fotorij).values() if huidig.pad else ()
    op_de_site = [rij.beeld for rij in rijen if rij.sleutel == foto.sleutel]
    eerder = [waarden_van(versie).get("beeld") for versie in Version.objects.get_for_object(foto)]
    return {beeld for beeld in (foto.beeld, *op_de_site, *eerder) if beeld}
