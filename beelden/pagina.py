"""Which photo a page shows today."""

from datetime import date
from typing import Protocol

from beelden.document import Foto, bestanden
from uitgave.pad import Pad, eens


class MetFoto(Protocol):
    """A row of the document that can have a photo."""

    @property
    def foto(self) -> str | None: ...


@eens
def _per_bestand(pad: Pad) -> dict[str, list[Foto]]:
    """Return the photos that show a picture in a way, by the name of each file of that."""
    gevonden: dict[str, list[Foto]] = {}
    for foto in pad.alle(Foto).values():
        for naam in bestanden(foto):
            gevonden.setdefault(naam, []).append(foto)
    return gevonden


def foto_van(pad: Pad, rij: MetFoto, dag: date) -> Foto | None:
    """Return the photo of a row; None where it has none, or none that may be shown on this day."""
    foto = pad.alle(Foto).get(rij.foto or "")
    return foto if foto and foto.mag(dag) else None


def te_zien(pad: Pad, bestand: str, dag: date) -> bool:
    """True when an edition shows a file on this day."""
    return any(foto.mag(dag) for foto in _per_bestand(pad).get(bestand, ()))
