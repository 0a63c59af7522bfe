"""The kinds of content that employers read. Without the row of texts there are no such pages."""

from uitgave.adressen import op_bladzijde
from uitgave.bouwen import op_naam
from uitgave.soort import Soort, registreer
from werkgevers import document as d
from werkgevers import models, vindbaar

GROEP = "Voor werkgevers"
GESPREK = op_bladzijde("werkgevers:gesprek")

registreer(
    Soort(
        model=models.Werkgevers,
        rij=d.Werkgevers,
        deel="werkgevers",
        enig=True,
        naam="Teksten voor werkgevers",
        groep=GROEP,
        plek=52,
        rang=17,
        adres=op_bladzijde("werkgevers:werkgevers"),
        dingen=vindbaar.paginas,
    ),
    Soort(
        model=models.Doelgroep,
        rij=d.Doelgroep,
        deel="doelgroepen",
        gebruikt_bij="leerweg",
        groep=GROEP,
        plek=43,
        rang=9,
        parameters=("wie",),
    ),
    Soort(
        model=models.Leerweg,
        rij=d.Leerweg,
        deel="leerwegen",
        eigen_teksten=("uitleg",),
        groep=GROEP,
        plek=44,
        rang=10,
        adres=vindbaar.LEERWEG,
        dingen=vindbaar.leerwegen,
    ),
    Soort(
        model=models.Regeling,
        rij=d.Regeling,
        deel="regelingen",
        orde=op_naam,
        eigen_teksten=("uitleg",),
        groep=GROEP,
        plek=45,
        rang=11,
    ),
    Soort(model=models.Contactpunt, rij=d.Contactpunt, deel="contactpunten", groep=GROEP, plek=46, rang=12),
    Soort(
        model=models.Gespreksvraag,
        rij=d.Gespreksvraag,
        deel="gespreksvragen",
        naam="{vraag}",
        groep=GROEP,
        plek=41,
        rang=13,
        openbare_naam="Vragen voor het gesprek",
        adres=GESPREK,
    ),
    Soort(
        model=models.Begeleiding,
        rij=d.Begeleiding,
        deel="begeleiding",
        eigen_teksten=("wanneer", "uitleg"),
        groep=GROEP,
        plek=42,
        rang=14,
        adres=GESPREK,
    ),
    Soort(
        model=models.Gidsstap,
        rij=d.Gidsstap,
        deel="gidsstappen",
        orde=lambda rij: (rij.nummer, rij.slug),
        eigen_teksten=("waarom", "let_op"),
        groep=GROEP,
        plek=47,
        rang=15,
        adres=vindbaar.GIDSSTAP,
        dingen=vindbaar.gidsstappen,
    ),
    Soort(model=models.Taak, rij=d.Taak, hoort_bij=("stap",), naam="{tekst}", groep=GROEP, plek=48),
    Soort(model=models.Gidslink, rij=d.Gidslink, hoort_bij=("stap",), groep=GROEP, plek=49),
    Soort(
        model=models.Artikel,
        rij=d.Artikel,
        deel="artikelen",
        naam="{kop}",
        eigen_teksten=("inleiding",),
        groep=GROEP,
        plek=50,
        rang=16,
        openbare_naam="Artikelen en checklists",
        adres=vindbaar.ARTIKEL,
        dingen=vindbaar.artikelen,
    ),
    Soort(
        model=models.Artikelpunt,
        rij=d.Artikelpunt,
        hoort_bij=("artikel",),
        naam="{kop}",
        eigen_teksten=("tekst",),
        groep=GROEP,
        plek=51,
    ),
)
