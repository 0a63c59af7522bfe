"""Who comes in at /beheer/: how often a password may be tried, when a session ends, who needs a second step."""

import math
import time
from datetime import timedelta
from typing import Any

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib import messages
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.contrib.auth.signals import user_logged_in
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, QuerySet
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from toegang.gebeurtenissen import Soort, noteer
from toegang.plaatsen import Plaatsen, op_plaats
from uitgave.pagina import Afhandeling, foutpagina

LANGST = 8 * 60 * 60  # seconds from logging in
STIL = 60 * 60  # seconds without use
BIJHOUDEN = 60  # seconds between two notes of the last use
# Of the places for requests to the admin, those for people who are not logged in, and how many one address has.
LEZEN = (4, 1)  # while what they send is read, which may last
PROBEREN = (4, 3)  # while it is answered
PER_ADRES = 20  # wrong passwords for all accounts together
BEGIN, GEBRUIK = "begin", "gebruik"  # what a session keeps: the moments of logging in and of the last use
TEKEN = "X-Teken-Van-Leven"  # the header by which a page says that it is open, which is no use of it


def nu() -> int:
    """Return the time in seconds."""
    return int(time.time())


# --- Trying passwords ---


class Pogingen(AxesDatabaseHandler):  # type: ignore[misc]  # axes has no types
    """Counts the passwords tried for an account from an address, and from that address for all accounts together.

    Of an attempt it keeps keyed fingerprints of that pair and that address, numbers and times: no name,
    no address, no browser and nothing that was sent.
    """

    def paar(self, request: Any, credentials: Any) -> dict[str, str]:
        """Return which row counts for this account, whatever the case and white space of its name, and this address."""
        naam = str((credentials or {}).get("username") or "").strip().casefold()
        return _rij(f"{naam}\n{request.axes_ip_address}")

    def grenzen(self, request: Any, credentials: Any) -> list[tuple[dict[str, str], int]]:
        """Return the rows that count for this attempt, each with how many wrong passwords it takes."""
        van_adres = _rij(f"\n\n{request.axes_ip_address}")  # no name begins with a line break
        return [(self.paar(request, credentials), settings.AXES_FAILURE_LIMIT), (van_adres, PER_ADRES)]

    def filter_user_attempts(self, request: Any, credentials: Any = None) -> list[QuerySet]:
        return [AccessAttempt.objects.filter(**self.paar(request, credentials))]

    def is_allowed(self, request: Any, credentials: Any = None) -> bool:
        """Count this attempt, before the password is looked at: so many at once do not slip through."""
        with transaction.atomic():
            pogingen = [
                (self._poging(request, rij), grens) for rij, grens in reversed(self.grenzen(request, credentials))
            ]
            if any(poging.failures_since_start >= grens for poging, grens in pogingen):
                return False
            for poging, grens in pogingen:
                poging.failures_since_start += 1
                if poging.failures_since_start == grens:
                    request.wacht_begint = True
                    poging.attempt_time = request.axes_attempt_time  # the wait begins
                poging.save()
        return True

    def _poging(self, request: Any, rij: dict[str, str]) -> AccessAttempt:
        """Return the row that counts, locked; begun anew when its time began long ago."""
        poging, _ = AccessAttempt.objects.select_for_update().get_or_create(**rij, defaults={"failures_since_start": 0})
        if poging.attempt_time <= get_cool_off_threshold(request):
            poging.failures_since_start, poging.attempt_time = 0, request.axes_attempt_time
        return poging

    def is_locked(self, request: Any, credentials: Any = None) -> bool:
        return self.wacht(request, credentials) > timedelta()

    def user_login_failed(self, sender: Any, credentials: Any, request: Any = None, **kwargs: Any) -> None:
        """Note on the request whether it was the last attempt for now, or one too many; forget old attempts."""
        if request is None:
            return
        self.clean_expired_user_attempts(request, credentials)
        request.axes_locked_out = self.is_locked(request, credentials)
        request.axes_credentials = credentials
        if getattr(request, "wacht_begint", False):  # once, however often is tried after that
            account = User.objects.filter(username__iexact=str(credentials.get("username"))[:150].strip()).first()
            van = "" if account else " Er is geen account met die naam."
            noteer(Soort.GEWEIGERD, f"Te vaak een verkeerd wachtwoord: inloggen wacht een kwartier.{van}", account)

    def user_logged_in(self, sender: Any, request: Any, user: Any, **kwargs: Any) -> None:
        """Forget the attempts for this account from this address; of all from this address, only the right one."""
        super().user_logged_in(sender, request, user, **kwargs)
        rij, _ = self.grenzen(request, {})[1]
        van_adres = AccessAttempt.objects.filter(**rij)
        van_adres.filter(failures_since_start__gt=0).update(failures_since_start=F("failures_since_start") - 1)
        van_adres.filter(failures_since_start=0).delete()

    def wacht(self, request: Any, credentials: Any) -> timedelta:
        """Return how long this account may not be tried from this address."""
        tijden = [
            poging.attempt_time + settings.AXES_COOLOFF_TIME - timezone.now()
            for rij, grens in self.grenzen(request, credentials)
            for poging in AccessAttempt.objects.filter(**rij, failures_since_start__gte=grens)
        ]
        return max(tijden, default=timedelta())


def _rij(wie: str) -> dict[str, str]:
    """Return the row of axes that counts the attempts of `wie`."""
    return {
        "username": salted_hmac(__name__, wie, algorithm="sha256").hexdigest(),
        "ip_address": "::",
        "user_agent": "",
    }


class Wachtwoordlengte(MinimumLengthValidator):
    """Asks for eight characters, and says so in Dutch: Django's translation lacks it."""

    def get_error_message(self) -> str:
        return f"Dit wachtwoord is te kort. Gebruik minstens {self.min_length} tekens."


class Inlogformulier(AdminAuthenticationForm):
    """Asks for name and password; says how long to wait after too many attempts."""

    error_messages = {
        **AdminAuthenticationForm.error_messages,
        "invalid_login": "Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar. Let op hoofdletters.",
    }

    def get_invalid_login_error(self) -> ValidationError:
        if not getattr(self.request, "axes_locked_out", False):
            return super().get_invalid_login_error()
        wacht = Pogingen().wacht(self.request, self.cleaned_data)
        return ValidationError(
            f"Er is te vaak een verkeerd wachtwoord ingevuld. Wacht {duur(wacht)}. Probeer het dan opnieuw."
        )


def te_vaak(request: HttpRequest, antwoord: HttpResponse, gegevens: dict[str, Any]) -> HttpResponse:
    """Let the login page, which says how long to wait, say so to a machine too."""
    return met_wachttijd(antwoord, Pogingen().wacht(request, gegevens))


def met_wachttijd(antwoord: HttpResponse, tijd: timedelta) -> HttpResponse:
    """Return `antwoord` with the status and the header that say to a machine how long to wait."""
    antwoord.status_code = 429
    antwoord.headers["Retry-After"] = str(math.ceil(tijd.total_seconds()))
    return antwoord


def duur(tijd: timedelta) -> str:
    """Return a waiting time in words, rounded up: "1 seconde", "15 minuten", "3 uur"."""
    over = max(1, math.ceil(tijd.total_seconds()))
    if over < 60:
        return f"{over} seconde{'n' if over > 1 else ''}"
    if over <= 60 * 60:
        minuten = math.ceil(over / 60)
        return f"{minuten} {'minuten' if minuten > 1 else 'minuut'}"
    return f"{math.ceil(over / 3600)} uur"


# --- Sessions ---


@receiver(user_logged_in)
def begin_sessie(request: HttpRequest, user: User, **_: Any) -> None:
    """Start the clock of a session, and clear away those that ended.

    Whoever logs in again in the same session gives a code again: else one code would last longer than the clock.
    """
    request.session.pop(DEVICE_ID_SESSION_KEY, None)
    request.session[BEGIN] = request.session[GEBRUIK] = nu()
    request.session.clear_expired()
    noteer(Soort.INGELOGD, "Ingelogd met het wachtwoord.", user)


def sessie(get_response: Afhandeling) -> Afhandeling:
    """End a session in time, and at once when its account is switched off. Visitors have none to look at."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith("/beheer/") and SESSION_KEY in request.session:
            if reden := _einde(request):
                logout(request)
                messages.info(request, reden)
            elif TEKEN not in request.headers and nu() - request.session[GEBRUIK] >= BIJHOUDEN:
                request.session[GEBRUIK] = nu()
        return get_response(request)

    return middleware


def aankloppen(get_response: Afhandeling) -> Afhandeling:
    """Let only so many send a form who are not logged in: who sends slowly, or tries many passwords, leaves room.

    The form is read here, for reading may last as long as the sender likes; without a place it is not read at all.
    """
    lezen, proberen = Plaatsen(*LEZEN), Plaatsen(*PROBEREN)

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method != "POST" or not request.path_info.startswith("/beheer/") or request.user.is_authenticated:
            return get_response(request)
        if bezwaar := op_plaats(lezen, request, _lees):
            return bezwaar
        return op_plaats(proberen, request, get_response)

    return middleware


def _lees(request: HttpRequest) -> HttpResponse | None:
    """Read the form of this request; return what to say when the sender left."""
    try:
        request.POST  # noqa: B018  (Django reads at the first look)
    except UnreadablePostError:
        return foutpagina(request, 400)
    return None


def _einde(request: HttpRequest) -> str:
    """Return why the session of this request is over; empty when it is not."""
    if not request.user.is_authenticated:  # Django empties the session itself when the password changed
        uit = SESSION_KEY in request.session
        return (
            "Je account staat uit. Vraag een beheerder om hulp."
            if uit
            else "Je wachtwoord is veranderd. Log opnieuw in."
        )
    if nu() - request.session.get(BEGIN, 0) >= LANGST:
        return "Je bent acht uur ingelogd geweest. Log opnieuw in."
    if nu() - request.session.get(GEBRUIK, 0) >= STIL:
        return "Je was een uur niet actief. Log opnieuw in."
    return ""


# --- The second step ---


def bewezen(gebruiker: AbstractBaseUser | AnonymousUser) -> bool:
    """True for who took the second step in this session."""
    return getattr(gebruiker, "otp_device", None) is not None


def apparaat(gebruiker: AbstractBaseUser | AnonymousUser) -> TOTPDevice | None:
    """Return the telephone that somebody set up for the second step."""
    return TOTPDevice.objects.filter(user=gebruiker.pk, confirmed=True).first()


def tweede_stap_klaar(gebruiker: AbstractBaseUser | AnonymousUser) -> bool:
    """True for who took the second step; locally also for who never set it up, for there it is a choice."""
    return bewezen(gebruiker) or not (settings.PUBLIEK or apparaat(gebruiker))


def haal_weg(gebruiker: AbstractBaseUser) -> None:
    """Take away somebody's telephone and recovery codes: the second step can be set up anew."""
    TOTPDevice.objects.filter(user=gebruiker.pk).delete()
    StaticDevice.objects.filter(user=gebruiker.pk).delete()
