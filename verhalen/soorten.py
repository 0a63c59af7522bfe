"""Stories, as a kind of content."""

from uitgave.soort import Soort, registreer
from uitgave.tekst import volgorde
from verhalen import document as d
from verhalen import drietallen, models, vindbaar

registreer(
    Soort(
        model=models.Verhaal,
        bepaald="het verhaal",
        rij=d.Verhaal,
        deel="verhalen",
        verplicht=True,
        naam="{voornaam} ({leeftijd})",
        orde=lambda rij: (volgorde(rij.voornaam), rij.slug),
        samengesteld={"kernwoorden": ("kernwoord_1", "kernwoord_2", "kernwoord_3")},
        eigen_teksten=("kop", "tekst"),
        groep="Teksten",
        plek=32,
        rang=6,
        adres=vindbaar.VERHAAL,
        dingen=vindbaar.verhalen,
        drietallen=drietallen.verhaal,
    )
)
