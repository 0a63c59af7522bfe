"""The admin site: Django's own, with preview and publishing at hand on every page, and a second step to come in."""

import logging
from functools import partial
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.views import PasswordChangeView, redirect_to_login
from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.text import slugify
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.i18n import JavaScriptCatalog

from redactie import planning, verhuisd
from redactie.bezig import hoe_ver
from redactie.bureau import bureau
from redactie.geschiedenis import terugzetten
from redactie.kwaliteit import accepteren, tekstvelden
from redactie.ronde import views as ronde
from redactie.samen import notities, veranderen, voorbeeldlinks
from redactie.tegelijk import openstaand
from redactie.uitgeven import achterhouden, verwerpen
from redactie.uitgeven.publiceren import publiceren
from redactie.uitgeven.voorbeeld import voorbeeld
from redactie.uitwisseling import gelijk
from redactie.uitwisseling import views as uitwisseling
from redactie.veel import views as veel
from redactie.woorden import IN_SCRIPTS
from toegang import inloggen, tweede_stap
from toegang.wachtwoord import EigenWachtwoord
from uitgave.huidig import huidig
from uitgave.pagina import foutpagina
from uitgave.soort import groepen as indeling

logger = logging.getLogger(__name__)

GEEN_SLEUTEL = "expected a number but got"  # how Django says that the key of a row is none

OVERIG = "De site"  # the heading of what is no content


class EigenCatalogus(JavaScriptCatalog):
    """What the scripts of Django's admin say, in the words of this desk."""

    def get_catalog(self) -> dict[str, Any]:
        return {**super().get_catalog(), **IN_SCRIPTS}


class Beheer(AdminSite):
    """Everything behind /beheer/: Django's admin with our desk, our pages and our order of things."""

    site_title = "Beheer"
    index_title = "Start"
    index_template = "redactie/bureau.html"
    login_form = inloggen.Inlogformulier

    def kent_wachtwoord(self, request: HttpRequest) -> bool:
        """True for an editor who logged in, second step or not."""
        return super().has_permission(request)

    def has_permission(self, request: HttpRequest) -> bool:
        """True for an editor who may come in: with the second step where that is needed."""
        if not self.kent_wachtwoord(request):
            return False
        if not hasattr(request, "_tweede_stap_klaar"):  # asked a few times of one request
            request._tweede_stap_klaar = inloggen.tweede_stap_klaar(request.user)
        return bool(request._tweede_stap_klaar)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Ask for the second step first; answer 400 where hostile input makes the database or a number refuse.

        The page is made here too: Django's own widgets look up what was typed while they are drawn.
        """
        eigen = super().admin_view(view, cacheable)

        def zonder_onzin(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if self.kent_wachtwoord(request) and not self.has_permission(request):
                return redirect_to_login(request.get_full_path(), reverse("admin:tweede_stap"))
            try:
                response = eigen(request, *args, **kwargs)
                return response.render() if isinstance(response, TemplateResponse) else response
            except (DataError, OverflowError, ValueError) as fout:
                if isinstance(fout, ValueError) and GEEN_SLEUTEL not in str(fout):
                    raise
                logger.warning("Refused input at %r", request.path_info, exc_info=True)
                return foutpagina(request, 400)

        return zonder_onzin

    def na_wachtwoord(self, view: Any) -> Any:
        """Let an editor in who logged in, also before the second step."""

        def alleen_wachtwoord(request: HttpRequest) -> HttpResponse:
            if not self.kent_wachtwoord(request):
                return redirect_to_login(request.get_full_path(), reverse("admin:login"))
            return view(request)

        return never_cache(csrf_protect(alleen_wachtwoord))

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if request.method == "GET" and self.kent_wachtwoord(request) and not self.has_permission(request):
            return redirect_to_login(request.GET.get("next", ""), reverse("admin:tweede_stap"))
        return super().login(request, {"title": "Log in", **(extra_context or {})})

    def i18n_javascript(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return EigenCatalogus.as_view(packages=["django.contrib.admin"])(request)

    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        return super().logout(request, {"title": "Uitgelogd", **(extra_context or {})})

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """Ask for another password as Django does, with a form in our own words."""
        context = {**self.each_context(request), "title": "Verander je wachtwoord", **(extra_context or {})}
        klaar = reverse("admin:password_change_done")
        view: Any = PasswordChangeView.as_view(form_class=EigenWachtwoord, success_url=klaar, extra_context=context)
        return view(request)

    def password_change_done(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        return super().password_change_done(request, {"title": "Je wachtwoord is veranderd", **(extra_context or {})})

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        return super().index(request, {**bureau(request.user), **(extra_context or {})})

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """Say of which site this is the desk: an editor may have more than one."""
        naam = huidig.pad.document.sitenaam if huidig.pad else ""
        return {**super().each_context(request), "site_header": f"Beheer van {naam}" if naam else "Beheer"}

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """Group the models as editors think of them instead of by app. A page that asks twice gets the same."""
        if app_label is None:
            if not hasattr(request, "_groepen"):
                request._groepen = self._groepen(request)
            return list(request._groepen)
        return super().get_app_list(request, app_label)

    def _groepen(self, request: HttpRequest) -> list[Any]:
        apps = super().get_app_list(request)
        over = {model["model"]: model for app in apps for model in app["models"]}
        groepen = {kop: [over.pop(s.model) for s in soorten if s.model in over] for kop, soorten in indeling().items()}
        groepen[OVERIG] = [*groepen.pop(OVERIG, []), *over.values()]
        return [
            {
                "name": kop,
                "app_label": slugify(kop),
                "app_url": f"{reverse('admin:index')}#{slugify(kop)}",
                "models": models,
            }
            for kop, models in groepen.items()
            if models
        ]

    def handleiding(self, request: HttpRequest) -> HttpResponse:
        context = {**self.each_context(request), "title": "Handleiding voor de redactie"}
        return TemplateResponse(request, "redactie/handleiding.html", context)

    def get_urls(self) -> list[Any]:
        eigen = [
            ("voorbeeld/", voorbeeld, "voorbeeld"),
            ("voorbeeld/<path:adres>", voorbeeld, "voorbeeld_van"),
            ("voorbeeld-uitgave/", partial(voorbeeld, alles=False), "voorbeeld_uitgave"),
            ("voorbeeld-uitgave/<path:adres>", partial(voorbeeld, alles=False), "voorbeeld_uitgave_van"),
            ("publiceren/", publiceren, "publiceren"),
            ("publiceren/<int:uitgave_id>/", publiceren, "opnieuw_publiceren"),
            ("achterhouden/", achterhouden.achterhouden, "achterhouden"),
            ("achterhouden/opheffen/", achterhouden.opheffen, "opheffen"),
            ("klaar/", achterhouden.klaar, "klaar"),
            ("klaar/intrekken/", achterhouden.intrekken, "klaar_intrekken"),
            ("verwerpen/", verwerpen.verwerpen, "verwerpen"),
            ("waarschuwingen/<slug:merk>/", accepteren.accepteren, "accepteren"),
            ("ronde/", ronde.ronde, "ronde"),
            ("ronde/verdeling/", ronde.verdeling, "ronde_verdeling"),
            ("notities/", notities.notities, "notities"),
            ("notities/bij/<int:soort_id>/<str:rij_id>/", notities.plaatsen, "notitie_plaatsen"),
            ("notities/<int:notitie_id>/", notities.klaar, "notitie_klaar"),
            ("voorbeeldlinks/", voorbeeldlinks.voorbeeldlinks, "voorbeeldlinks"),
            ("verander/<slug:deel>/", veranderen.verander, "verander_enige"),
            ("verander/<slug:deel>/<slug:slug>/", veranderen.verander, "verander"),
            ("gepland/<int:uitgave_id>/", planning.geplande_uitgave, "geplande_uitgave"),
            ("uitgaven/<int:uitgave_id>/gelijk/", gelijk.gelijkmaken, "gelijkmaken"),
            ("uitgaven/<int:uitgave_id>/voorbeeld/", planning.voorbeeld, "voorbeeld_van_uitgave"),
            ("uitgaven/<int:uitgave_id>/voorbeeld/<path:adres>", planning.voorbeeld, "voorbeeld_van_uitgave_op"),
            ("bezig/", hoe_ver, "bezig"),
            ("handleiding/", self.handleiding, "handleiding"),
            ("getypt/", openstaand.getypt, "getypt"),
            ("leesbaarheid/", tekstvelden.leesbaarheid, "leesbaarheid"),
            ("opmaak/", tekstvelden.opgemaakt, "opgemaakt"),
            ("uitvoeren/", uitwisseling.uitvoeren, "uitvoeren"),
            ("invoeren/", uitwisseling.invoeren, "invoeren"),
            ("geschiedenis/", terugzetten.geschiedenis, "geschiedenis"),
            ("ongedaan/<int:revisie_id>/", terugzetten.ongedaan, "ongedaan"),
            ("verwijderd/", terugzetten.prullenbak, "verwijderd"),
            ("terugzetten/<int:versie_id>/", terugzetten.terugzetten, "terugzetten"),
            ("zoeken/", veel.zoeken, "zoeken"),
            ("vervangen/", veel.vervang, "vervangen"),
            ("veel/<int:content_type_id>/", veel.veel, "veel"),
            ("lijst/<int:content_type_id>/", veel.lijst, "lijst"),
            ("volgorde/<int:content_type_id>/", veel.ordenen, "ordenen"),
            ("zichtbaar/<int:content_type_id>/<str:object_id>/", veel.zichtbaar, "zichtbaar"),
        ]
        mag_zien: Any = permission_required("uitgave.view_uitgave", raise_exception=True)
        paden = [path(adres, self.admin_view(mag_zien(view)), name=naam) for adres, view, naam in eigen]
        paden += [
            path("tweede-stap/codes/", self.admin_view(tweede_stap.codes), name="tweede_stap_codes"),
            path("tweede-stap/", self.na_wachtwoord(tweede_stap.tweede_stap), name="tweede_stap"),
            path("tweede-stap/instellen/", self.na_wachtwoord(tweede_stap.instellen), name="tweede_stap_instellen"),
            path("logout/", self.logout, name="logout"),  # for everybody: also before the second step
        ]
        return [*paden, *verhuisd.paden(self.admin_view), *super().get_urls()]
