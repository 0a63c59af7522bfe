"""What somebody asks of the planner, in the address of a page: read, and written again. Pure: no Django."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from werkgevers.datums import kort, lees_datum
from werkgevers.planning import WEKEN_IN_JAAR, Planbaar, Planning, S, Wens, plan

BEGIN, WEKEN = "begin-", "weken-"  # before the key of a step
DAG, REKEN, REGIO, PARTIJ = "dag", "reken", "regio", "partij"
START = "start"  # until release 1.3: the first day of the preparation
TERUG, VOORUIT = "terug", "vooruit"
VELDEN = (DAG, REKEN, REGIO, START)


@dataclass(frozen=True)
class Planvraag:
    """A question that was read: what can be used of it, and what is wrong with the rest, by the name of its field."""

    dag: date | None = None
    terug: bool = True  # the day is the first of the opleiding, and not of the preparation
    wens: Wens = field(default_factory=Wens)
    regio: str = ""
    fouten: Mapping[str, str] = field(default_factory=dict)

    def plan(self, stappen: Sequence[S]) -> Planning[S]:
        """Lay the steps over the weeks as was asked."""
        start, lesdag = (None, self.dag) if self.terug else (self.dag, None)
        return plan(stappen, start, lesdag, self.wens)

    def vraag(self, **anders: str) -> str:
        """Return the query string that asks the same, apart from `anders`; an empty value leaves a name out."""
        velden = {
            DAG: self.dag.isoformat() if self.dag else "",
            REKEN: "" if self.terug else VOORUIT,
            REGIO: self.regio,
            **{f"{BEGIN}{sleutel}": str(week) for sleutel, week in self.wens.begin.items()},
            **{f"{WEKEN}{sleutel}": str(weken) for sleutel, weken in self.wens.weken.items()},
            **anders,
        }
        return urlencode({naam: waarde for naam, waarde in velden.items() if waarde})


def velden_van(stappen: Iterable[Planbaar]) -> list[str]:
    """Return the names in a query string of what can be changed of each step."""
    return [f"{begin}{stap.sleutel}" for stap in stappen for begin in (BEGIN, WEKEN)]


def lees_planvraag(
    gevraagd: Mapping[str, str], stappen: Sequence[Planbaar], regios: Iterable[str], vandaag: date
) -> Planvraag:
    """Read a query string. What cannot be read is left out and said in `fouten`; an empty field asks nothing."""
    fouten: dict[str, str] = {}
    oud = START in gevraagd and DAG not in gevraagd
    naam = START if oud else DAG
    dag = None
    if "".join(teken for teken in gevraagd.get(naam, "") if teken.isprintable()).strip():
        try:
            dag = lees_datum(gevraagd[naam], vandaag)
        except ValueError as reden:
            fouten[DAG] = str(reden)
    keuzes: dict[str, dict[str, int]] = {BEGIN: {}, WEKEN: {}}
    for stap in stappen:
        for soort, gekozen in keuzes.items():
            veld = f"{soort}{stap.sleutel}"
            tekst = gevraagd.get(veld, "").strip()
            if not tekst or (soort == WEKEN and stap.loopt_mee):
                continue
            if not (tekst.isascii() and tekst.isdigit() and 1 <= int(tekst[:9]) <= WEKEN_IN_JAAR):
                fouten[veld] = f"‘{kort(tekst)}’ kan niet. Kies een getal van 1 tot en met {WEKEN_IN_JAAR}."
            elif soort == BEGIN or int(tekst) != stap.weken:
                gekozen[stap.sleutel] = int(tekst)
    regio = gevraagd.get(REGIO, "")
    return Planvraag(
        dag=dag,
        terug=not oud and gevraagd.get(REKEN) != VOORUIT,
        wens=Wens(keuzes[BEGIN], keuzes[WEKEN]),
        regio=regio if regio in regios else "",
        fouten=fouten,
    )
