"""Articles, as a kind of content."""

from artikelen import document as d
from artikelen import models, vindbaar
from uitgave.soort import Soort, registreer

registreer(
    Soort(
        model=models.Leesartikel,
        bepaald="het leesartikel",
        rij=d.Leesartikel,
        deel="leesartikelen",
        naam="{titel}",
        eigen_teksten=("samenvatting", "tekst"),
        groep="Teksten",
        plek=85,
        rang=55,
        openbare_naam="Artikelen om te lezen",
        adres=vindbaar.ARTIKEL,
        dingen=vindbaar.artikelen,
    )
)
