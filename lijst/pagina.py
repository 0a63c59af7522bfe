"""What the page with the list shows, and how the list is sent to somebody else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import QueryDict
from django.urls import reverse
from django.utils.safestring import SafeString

from functies.achtergrond import Achtergrond, bekende_achtergrond
from functies.document import Functie
from lijst.lijst import FUNCTIE, NAMEN, OPLEIDING, ROUTE, Bewaard, Lijst
from ontwikkelpad.qr import qr
from opleidingen.document import Niveau, Opleiding, Register
from uitgave.meenemen import Keuze
from uitgave.pad import Pad
from uitgave.pagina import adres_voor_bezoekers
from uitgave.tekst import hoofdletter

KOPPEN = {FUNCTIE: "Functies", ROUTE: "Routes", OPLEIDING: "Opleidingen"}
NAAST = 3  # functies side by side


@dataclass(frozen=True)
class Regel:
    """One thing on the list: where it is shown, what is said of it, the way to a conversation, the list without it.

    `stand` is what a functie is to the background of the visitor; empty without one.
    """

    bewaard: Bewaard
    naam: str
    adres: str
    uitleg: str
    gesprek: str
    zonder: list[Keuze]
    stand: str


@dataclass(frozen=True)
class Lijstpagina:
    """The list under its headings."""

    pad: Pad
    lijst: Lijst
    achtergrond: Achtergrond | None

    @property
    def groepen(self) -> list[tuple[str, list[Regel]]]:
        regels = {naam: [self._regel(bewaard) for bewaard in self.lijst.van(naam)] for naam in NAMEN}
        return [(KOPPEN[naam], rijen) for naam, rijen in regels.items() if rijen]

    @property
    def vergelijkbaar(self) -> list[tuple[Functie, bool]]:
        """The functies to put side by side, when there is more than one, each with whether it is ticked already."""
        functies = [bewaard.rijen[0] for bewaard in self.lijst.van(FUNCTIE)]
        return [(functie, plaats < NAAST) for plaats, functie in enumerate(functies)] if len(functies) > 1 else []

    @property
    def onbekend(self) -> tuple[str, ...]:
        return self.lijst.onbekend

    @property
    def deeladres(self) -> str:
        """The address of this list, whole where the site knows where it is."""
        return f"{settings.SITE_URL}{adres_voor_bezoekers('lijst:lijst')}?{urlencode(self.lijst.keuzes, safe='~')}"

    @property
    def qr(self) -> SafeString | str:
        return qr(self.deeladres) if settings.SITE_URL and self.lijst.alles else ""

    @property
    def tekst(self) -> str:
        """The list as plain text."""
        delen = (
            "\n".join([kop, *(f"- {regel.naam}{f': {regel.uitleg}' if regel.uitleg else ''}" for regel in regels)])
            for kop, regels in self.groepen
        )
        return "\n\n".join(delen)

    def _regel(self, bewaard: Bewaard) -> Regel:
        zeg: dict[str, Callable[..., tuple[str, str, str, str]]]
        zeg = {FUNCTIE: self._functie, ROUTE: self._route, OPLEIDING: self._opleiding}
        naam, adres, uitleg, gesprek = zeg[bewaard.naam](*bewaard.rijen)
        zonder = self.lijst.zonder((bewaard.naam, bewaard.waarde))
        met_stand = self.achtergrond if bewaard.naam == FUNCTIE else None
        stand = met_stand.stand(bewaard.rijen[0]).woorden if met_stand else ""
        return Regel(bewaard, naam, adres, uitleg, gesprek, zonder, stand)

    def _functie(self, functie: Functie) -> tuple[str, str, str, str]:
        adres = reverse("functies:functie", args=[functie.slug])
        return functie.volledige_naam, adres, functie.samenvatting, _vraag("werkgevers:gesprek", {"naar": functie.slug})

    def _route(self, *functies: Functie) -> tuple[str, str, str, str]:
        van, *via, naar = functies
        einden = {"van": van.slug, "naar": naar.slug}
        gesprek = _vraag("werkgevers:doel", {**einden, "via": [functie.slug for functie in via]})
        uitleg = f"Via {', dan '.join(functie.naam for functie in via)}." if via else ""
        return f"Van {van.naam} naar {naar.naam}", _vraag("functies:routes", einden), uitleg, gesprek

    def _opleiding(self, opleiding: Opleiding) -> tuple[str, str, str, str]:
        niveau = self.pad.alle(Niveau).get(opleiding.op_niveau or "")
        register = self.pad.alle(Register).get(opleiding.coderegister or "")
        code = f"{register.afkorting} {opleiding.code}" if register and opleiding.code else opleiding.code
        kenmerken = [niveau.naam if niveau else "", code, "" if opleiding.erkenning_zin else opleiding.erkend]
        adres = reverse("opleidingen:opleiding", args=[opleiding.slug])
        uitleg = hoofdletter(f"{', '.join(filter(None, kenmerken))}.")
        return opleiding.naam, adres, f"{uitleg} {opleiding.erkenning_zin}".strip(), ""


def lijstpagina(pad: Pad, vraag: QueryDict) -> Lijstpagina:
    """Return the page with the list that a query string holds."""
    return Lijstpagina(pad, Lijst.uit(pad, vraag), bekende_achtergrond(pad, vraag.get("opleiding", "")))


def _vraag(naam: str, vraag: Mapping[str, Any]) -> str:
    return f"{reverse(naam)}?{urlencode(vraag, doseq=True)}"
