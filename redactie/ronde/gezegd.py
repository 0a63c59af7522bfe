"""What a row says, for who must judge whether it still holds: in the words of the page of publishing."""

from typing import Any

from redactie.kwaliteit.bevindingen import Werkkopie
from uitgave.bouwen import bouw
from uitgave.soort import Soort, delen, soort_van
from uitgave.verschil import ACHTERAAN, Lezer, Rijsleutel, Veldverschil, eigen_tekst, op_identiteit


class Gezegd:
    """The rows of a working copy as they would be published, each to be read by itself."""

    def __init__(self, kopie: Werkkopie) -> None:
        self._lezer = Lezer(None, bouw(alles=True, kopie=kopie))
        self._rijen = {deel: op_identiteit(getattr(self._lezer.nieuw, deel)) for deel in delen()}

    def van(self, bron: Any) -> list[Veldverschil]:
        """Return what a row of the model says besides its name, source and date of checking."""
        soort = soort_van(type(bron))
        rij = self._rij(soort, bron)
        zonder = (*soort.naamvelden, *ACHTERAAN)
        return list(self._lezer.velden(soort, None, rij, zonder)) if rij else []

    def _rij(self, soort: Soort, bron: Any) -> Any:
        if soort.ouder is None:
            return self._rijen[soort.deel].get(Rijsleutel.van(soort, bron).eigen)
        boven = soort_van(soort.ouder.related_model)
        ouder = self._rij(boven, getattr(bron, soort.ouder.name))
        veld = next(naam for naam, binnen in boven.binnen.items() if binnen is soort)
        return op_identiteit(getattr(ouder, veld)).get(eigen_tekst(soort.identiteit_van(bron))) if ouder else None
