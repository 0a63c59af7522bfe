"""The second step of logging in: a code from an app on a telephone, or one of ten recovery codes."""

from base64 import b32encode
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import segno
from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString, mark_safe
from django_otp import login
from django_otp.models import Device
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp.util import random_hex

from toegang.gebeurtenissen import Soort, noteer
from toegang.inloggen import apparaat, bewezen, duur, met_wachttijd
from uitgave.pagina import RedactieVerzoek

APPCODE, HERSTELCODE = 6, 10  # how many digits each has: that is how we tell them apart
AANTAL = 10  # recovery codes
SLEUTEL, CODES = "sleutel", "codes"  # what a session keeps until it is confirmed, and until it is shown


class CodeFormulier(forms.Form):
    """Asks for a code, and says whether it is right. Spaces and dashes do not count."""

    uitleg = "Vul de zes cijfers uit je app in, of een herstelcode van tien cijfers."
    lengten: tuple[int, ...] = (APPCODE, HERSTELCODE)

    code = forms.CharField(
        label="Code",
        error_messages={"required": "Vul de code in."},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "autofocus": True}),
    )

    def __init__(self, gebruiker: User, data: Any = None) -> None:
        super().__init__(data)
        self.gebruiker = gebruiker
        self.wacht = timedelta()  # until a code may be tried again
        self.gevonden: Device | None = None  # what the code belongs to

    def clean_code(self) -> str:
        code = "".join(self.cleaned_data["code"].split()).replace("-", "")
        if not (code.isascii() and code.isdigit() and len(code) in self.lengten):
            raise forms.ValidationError(self.uitleg)
        self.controleer(code)
        return code

    def controleer(self, code: str) -> None:
        """Find what `code` belongs to, one attempt at a time. Raises ValidationError when it is wrong or too soon."""
        model = TOTPDevice if len(code) == APPCODE else StaticDevice
        with transaction.atomic():
            gezocht = model.objects.select_for_update().filter(user=self.gebruiker.pk, confirmed=True).first()
            mag, waarom = gezocht.verify_is_allowed() if gezocht else (True, None)
            if mag and gezocht and gezocht.verify_token(code):
                self.gevonden = gezocht
        if waarom:
            self.wacht = waarom["locked_until"] - timezone.now()
            raise forms.ValidationError(f"De vorige code was fout. Wacht {duur(self.wacht)}. Probeer het dan opnieuw.")
        if not self.gevonden:
            noteer(Soort.TWEEDE_STAP, "Een code was fout.", self.gebruiker)
            raise forms.ValidationError(
                "Deze code klopt niet. Vul de code in die je app nu laat zien. Elke code werkt maar één keer."
                if model is TOTPDevice
                else "Deze herstelcode klopt niet, of je hebt hem al gebruikt."
            )


class InstelFormulier(CodeFormulier):
    """Asks for the first code of a new telephone."""

    uitleg = "Vul de zes cijfers in die je app laat zien."
    lengten = (APPCODE,)

    def __init__(self, nieuw: TOTPDevice, data: Any = None) -> None:
        super().__init__(nieuw.user, data)
        self.nieuw = nieuw

    def controleer(self, code: str) -> None:
        """Let the telephone remember this code, so that it does not work again. Raises ValidationError when wrong."""
        totp = TOTP(self.nieuw.bin_key)
        if not totp.verify(int(code), tolerance=self.nieuw.tolerance):
            raise forms.ValidationError("Deze code klopt niet. Scan de QR-code en vul in wat je app nu laat zien.")
        self.nieuw.last_t, self.nieuw.drift = totp.t(), totp.drift


def volgende(request: HttpRequest) -> str:
    """Return the page of the admin that `?next=` names; its front page for anything else."""
    naar, begin = request.GET.get("next", ""), reverse("admin:index")
    eigen = naar.startswith(begin) and not naar.startswith(reverse("admin:tweede_stap"))
    return naar if eigen and url_has_allowed_host_and_scheme(naar, None) else begin


def tweede_stap(request: RedactieVerzoek) -> HttpResponse:
    """Ask for a code; for who gave one, show how the second step is set up."""
    if bewezen(request.user):
        herstelcodes = StaticToken.objects.filter(device__user=request.user.pk).count()
        return _pagina(request, "overzicht", "Tweede stap", {"herstelcodes": herstelcodes})
    if not apparaat(request.user):
        return _door(request, "tweede_stap_instellen")
    formulier = CodeFormulier(request.user, request.POST or None)
    if formulier.is_valid():
        _bewijs(request, formulier.gevonden)
        met = "een herstelcode" if isinstance(formulier.gevonden, StaticDevice) else "de app"
        noteer(Soort.TWEEDE_STAP, f"Tweede stap gezet met {met}.", request.user)
        if isinstance(formulier.gevonden, StaticDevice):
            over = formulier.gevonden.token_set.count()
            messages.warning(request, f"Je hebt een herstelcode gebruikt. Je hebt er nog {over}.")
        return redirect(volgende(request))
    pagina = _pagina(request, "code", "Tweede stap", {"formulier": formulier})
    return met_wachttijd(pagina, formulier.wacht) if formulier.wacht else pagina


def instellen(request: RedactieVerzoek) -> HttpResponse:
    """Show the secret for the app, and take the telephone into use when its first code is right.

    The secret belongs to this session until then: who only saw it in another one has nothing.
    """
    eerdere = apparaat(request.user)
    if eerdere and not bewezen(request.user):
        return _door(request, "tweede_stap")
    sleutel = request.session.setdefault(SLEUTEL, random_hex(20))
    nieuw = TOTPDevice(user=request.user, name="Telefoon", key=sleutel)
    formulier = InstelFormulier(nieuw, request.POST or None)
    if formulier.is_valid():
        return _neem_in_gebruik(request, nieuw)
    geheim = b32encode(nieuw.bin_key).decode()
    context = {
        "formulier": formulier,
        "eerdere": eerdere,
        "qr": _qr(nieuw.config_url),
        "adres": nieuw.config_url,
        "geheim": [geheim[plek : plek + 4] for plek in range(0, len(geheim), 4)],
        "volgende": volgende(request),
    }
    return _pagina(request, "instellen", "Stel de tweede stap in", context)


def codes(request: RedactieVerzoek) -> HttpResponse:
    """Show new recovery codes once; make them when asked."""
    if not bewezen(request.user):
        return _door(request, "tweede_stap")
    if request.method == "POST":
        request.session[CODES] = maak_codes(request.user)
        noteer(Soort.TWEEDE_STAP, "Nieuwe herstelcodes gemaakt.", request.user)
        return _door(request, "tweede_stap_codes")
    context = {"codes": request.session.pop(CODES, []), "volgende": volgende(request)}
    return _pagina(request, "codes", "Herstelcodes", context)


def maak_codes(gebruiker: User) -> list[str]:
    """Give somebody new recovery codes in place of the old ones, and return them."""
    nieuw = [get_random_string(HERSTELCODE, "0123456789") for _ in range(AANTAL)]
    with transaction.atomic():
        StaticDevice.objects.get_or_create(user_id=gebruiker.pk, defaults={"name": "Herstelcodes"})
        lijst = StaticDevice.objects.select_for_update().get(user_id=gebruiker.pk)
        lijst.token_set.all().delete()
        StaticToken.objects.bulk_create([StaticToken(device=lijst, token=code) for code in nieuw])
    return nieuw


def _neem_in_gebruik(request: RedactieVerzoek, nieuw: TOTPDevice) -> HttpResponseRedirect:
    with transaction.atomic():
        User.objects.select_for_update().get(pk=request.user.pk)
        if apparaat(request.user) and not bewezen(request.user):  # set up in another session, just now
            return _door(request, "tweede_stap")
        TOTPDevice.objects.filter(user=request.user.pk).delete()
        nieuw.save()
        request.session[CODES] = maak_codes(request.user)
        noteer(Soort.TWEEDE_STAP, "Tweede stap ingesteld.", request.user)
    del request.session[SLEUTEL]
    _bewijs(request, nieuw)
    return _door(request, "tweede_stap_codes")


def _bewijs(request: RedactieVerzoek, middel: Device | None) -> None:
    """Let the session go on under another key, as one that took the second step with `middel`."""
    login(request, middel)
    request.session.cycle_key()


def _qr(tekst: str) -> SafeString:
    """Return `tekst` as a QR code: an SVG without a style of its own, dark on light also in dark mode."""
    svg = segno.make(tekst, error="m").svg_inline(light="#fff", svgclass="qr", lineclass=None, omitsize=True)
    return mark_safe(svg)


def _door(request: RedactieVerzoek, naam: str) -> HttpResponseRedirect:
    return redirect(f"{reverse(f'admin:{naam}')}?{urlencode({'next': volgende(request)})}")


def _pagina(request: RedactieVerzoek, naam: str, titel: str, context: dict[str, Any]) -> TemplateResponse:
    """Return a page of the second step: without the tools of the admin for who has not taken it."""
    basis = admin.site.each_context(request)
    basis |= {"title": titel, "is_nav_sidebar_enabled": basis["has_permission"]}
    return TemplateResponse(request, f"toegang/tweede_stap_{naam}.html", basis | context)
