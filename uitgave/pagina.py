"""What views share: a page or a fragment of one object, a row or a 404, and the error pages."""

from collections.abc import Callable, Iterable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlencode

from django.contrib.auth.models import User
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import get_script_prefix, reverse
from django.utils.cache import patch_vary_headers
from django_htmx.middleware import HtmxDetails

from uitgave.ankers import met_eerdere_ankers
from uitgave.meenemen import Keuze, neem_mee
from uitgave.pad import Pad
from uitgave.rij import Rij
from uitgave.soort import delen, soort_van_rij, soorten
from uitgave.verhuizing import Verhuisd404

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from uitgave.models import Uitgave

R = TypeVar("R", bound=Rij)
F = TypeVar("F", bound=Callable[..., Any])
getoond: ContextVar[Pad | None] = ContextVar("getoond", default=None)  # the Pad of the page that is being rendered
Afhandeling = Callable[[HttpRequest], HttpResponse]
Lezer = Callable[[Pad, QueryDict], Iterable[Keuze]]
_lezers: dict[Lezer, tuple[str, ...]] = {}

FOUTTEKSTEN = {
    400: ("Deze vraag klopt niet", "De site begrijpt dit adres niet. Ga terug naar de kaart en probeer het opnieuw."),
    403: ("Dit mag je niet openen", "Je hebt geen toegang tot deze pagina. Log opnieuw in, of vraag het de beheerder."),
    404: ("Deze pagina is er niet", "Misschien is de pagina verhuisd, of staat er een fout in het adres."),
    405: ("Dat kan hier niet", "Deze pagina kun je alleen bekijken."),
    413: ("Dit is te groot", "Wat je stuurt, is te groot voor deze site. Kies een kleiner bestand."),
    500: ("Er ging iets mis", "Dat ligt aan ons, niet aan jou. Probeer het over een paar minuten opnieuw."),
    503: (
        "De site is even niet bereikbaar",
        "Het is te druk, of er is nog geen uitgave om te laten zien. Probeer het zo opnieuw.",
    ),
}


class Verzoek(HttpRequest):
    """A request for a public page, with what the middleware adds to it."""

    htmx: HtmxDetails
    pad: Pad
    voorbeeld: bool
    gedeeld_tot: datetime  # until when a link without an account shows this


class RedactieVerzoek(Verzoek):
    """A request of somebody who is logged in to the admin.

    In a preview, `voorbeeld_van_alles` says whether it shows what stays behind too.
    """

    user: User
    voorbeeld_van_alles: bool
    voorbeeld_van: "Uitgave"  # the edition that a preview shows, when it is not the working copy


def alleen_fragment(request: Verzoek) -> bool:
    """True when htmx asks for a part of the page; False for a page, also when htmx restores Back."""
    return bool(request.htmx) and not request.htmx.history_restore_request


@dataclass(frozen=True)
class Leest:
    """What the answer of a view depends on, besides the edition, its path and the choices that go along."""

    pagina: tuple[str, ...] = ()
    keuzes: tuple[str, ...] = ()
    per_uitgave: Callable[[Pad], Iterable[str]] = lambda pad: ()
    per_dag: bool = False
    opent: tuple[str, ...] = ()

    def namen(self, pad: Pad) -> set[str]:
        """Return the names in a query string that count: those that the view reads, and those that go along."""
        return {*self.pagina, *self.keuzes, *self.opent, *self.per_uitgave(pad), *namen_van_keuzes()}

    def vraag(self, pad: Pad, gevraagd: QueryDict) -> str:
        """Return of a query string what counts, by name, so that the same question is always the same text."""
        namen = sorted(self.namen(pad) & gevraagd.keys())
        return urlencode([(naam, waarde) for naam in namen for waarde in gevraagd.getlist(naam)])


def leest(
    *keuzes: str,
    pagina: Sequence[str] = (),
    per_uitgave: Callable[[Pad], Iterable[str]] = lambda pad: (),
    per_dag: bool = False,
    opent: Sequence[str] = (),
) -> Callable[[F], F]:
    """Say which parameters a view reads: only those reach it. A public view that says nothing reads none.

    `pagina` are those that make another page, in the order of its one address; all others are a choice of a visitor.
    `opent` are those of them that open a part of the page, one for each link on it: a copy of the site has them all.
    `per_uitgave` gives those that follow from the edition. `per_dag` says that tomorrow the answer can be another one.
    """

    def gezegd(view: F) -> F:
        view.leest = Leest(tuple(pagina), keuzes, per_uitgave, per_dag, tuple(opent))  # type: ignore[attr-defined]
        return view

    return gezegd


def leest_van(view: Callable[..., Any]) -> Leest:
    """Return what a view says that it reads."""
    gezegd: Leest = getattr(view, "leest", Leest())
    return gezegd


def reist_mee(*namen: str) -> Callable[[Lezer], Lezer]:
    """Let choices go along to every page: the function reads those with these names from a query string.

    It gives only what the edition knows, so that nothing else of an address comes back in a page.
    """

    def aangemeld(lees: Lezer) -> Lezer:
        _lezers[lees] = namen
        return lees

    return aangemeld


def namen_van_keuzes() -> list[str]:
    """Return the names in a query string of all choices that go along."""
    return [naam for namen in _lezers.values() for naam in namen]


def meegenomen(request: HttpRequest) -> list[Keuze]:
    """Return the choices of this request that go along; none when there is no edition, or too much to read."""
    pad = getattr(request, "pad", None)
    try:
        return [keuze for lees in _lezers for keuze in lees(pad, request.GET)] if pad else []
    except SuspiciousOperation:
        return []


def toon(
    request: HttpRequest, template: str, inhoud: "DataclassInstance | None" = None, status: int = 200
) -> HttpResponse:
    """Render `template` with what `inhoud` has to show: its fields and properties are the names in the template.

    Words that the edition explains lead there, and the choices of the visitor go along in its links and forms.
    """
    namen = {naam: getattr(inhoud, naam) for naam in dir(inhoud) if not naam.startswith("_")} if inhoud else {}
    merk = getoond.set(getattr(request, "pad", None))
    try:
        response = render(request, template, namen, status=status)
    finally:
        getoond.reset(merk)
    html = zonder_witruimte(response.text)
    if pad := getattr(request, "pad", None):
        html = met_eerdere_ankers(pad, html, request.path)
    if pad and pad.linkwoorden:
        html = _met_linkwoorden(pad, html, request.path)
    if keuzes := meegenomen(request):
        html = neem_mee(html, keuzes, get_script_prefix())
    response.content = html
    return response


def zonder_witruimte(html: str) -> str:
    """Return a page without its empty lines and what its lines are indented with; as it is where that would show."""
    if "<pre" in html or "<textarea" in html:
        return html
    return "\n".join(filter(None, (regel.strip(" ") for regel in html.split("\n"))))


def _met_linkwoorden(pad: Pad, html: str, hier: str) -> str:
    """Let the words that this edition explains lead there; on the page of a row, with the path `hier`, none does."""
    slug = hier.rstrip("/").rpartition("/")[2]
    begin = get_script_prefix()
    eigen = [
        (soort.deel, slug)
        for soort in soorten()
        if soort.linkwoorden and slug in pad.delen[soort.deel] and _adres_van(begin, soort.deel, slug) == hier
    ]

    def link(doel: Any) -> str:
        return f'<a class="begrip" href="{_adres_van(begin, *doel)}" data-hx-boost="false" data-begrip>'

    return pad.linkwoorden.zet(html, link, eigen)


@lru_cache(maxsize=2000)
def _adres_van(begin: str, deel: str, slug: str) -> str:
    """Return where visitors see a row, below the path `begin` where Django now makes addresses."""
    adres = delen()[deel].adres
    return adres(slug) if adres else begin


def pagina_of_fragment(request: Verzoek, pagina: str, fragment: str, inhoud: "DataclassInstance") -> HttpResponse:
    """Show `inhoud` as `pagina`, or only as the `fragment` that it includes; caches keep the two apart."""
    response = toon(request, fragment if alleen_fragment(request) else pagina, inhoud)
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
    return response


def of_404(pad: Pad, soort: type[R], slug: str) -> R:
    """Return the row with this slug. Raises Http404 when there is none, Verhuisd404 when it has another slug now."""
    if rij := pad.alle(soort).get(slug):
        return rij
    if nieuw := pad.verhuisd[soort_van_rij(soort).deel].get(slug):
        raise Verhuisd404(slug, nieuw)
    raise Http404(slug)


def adres_voor_bezoekers(naam: str, *waarden: str) -> str:
    """Return the path of a page as visitors know it, also in the preview of the admin."""
    return voor_bezoekers(reverse(naam, args=waarden))


def voor_bezoekers(adres: str) -> str:
    """Return an address that Django made as visitors know it, also in the preview of the admin."""
    return f"/{adres.removeprefix(get_script_prefix())}"


@dataclass(frozen=True)
class Foutmelding:
    """What an error page says, with the things that the visitor may have meant."""

    kop: str
    tekst: str
    suggesties: Sequence[Any]
    beheer: bool


def foutpagina(
    request: HttpRequest,
    status: int,
    headers: dict[str, str] | None = None,
    suggesties: Sequence[Any] = (),
    woorden: tuple[str, str] | None = None,
) -> HttpResponse:
    """Return the error page for `status`, in house style; it needs no database and no manifest.

    `woorden` are its heading and text, where those of the status do not say enough.
    """
    kop, tekst = woorden or FOUTTEKSTEN[status]
    melding = Foutmelding(kop, tekst, suggesties, beheer=request.path_info.startswith("/beheer/"))
    response = toon(request, "fout.html", melding, status)
    for naam, waarde in (headers or {}).items():
        response.headers[naam] = waarde
    return response
