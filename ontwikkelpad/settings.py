"""Settings of the portal. The environment is read at the top of this file and nowhere else."""

import os
from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent

SITE_URL = os.environ.get("SITE_URL", "").rstrip("/")
SECRET_KEY = os.environ.get("SECRET_KEY", "")
DATABASE_URL = os.environ.get("DATABASE_URL", "")
DEBUG = os.environ.get("DEBUG", "") == "1"
HOST = os.environ.get("HOST", "")
PORT = os.environ.get("PORT") or "8000"
_proxy = os.environ.get("PROXY", "")
HSTS = os.environ.get("HSTS", "")
SECURITY_CONTACT = os.environ.get("SECURITY_CONTACT", "")
SECTOR = os.environ.get("SECTOR", "")
# Mail for editors about what waits for them; without a host there is none.
EMAIL_HOST = os.environ.get("EMAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("EMAIL_PORT") or 25)
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("EMAIL_USE_TLS", "") == "1"
EMAIL_USE_SSL = os.environ.get("EMAIL_USE_SSL", "") == "1"
EMAIL_TIMEOUT = 10  # seconds
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL") or "webmaster@localhost"
PDF = os.environ.get("PDF", "") != "uit"
UITGAVE_KOPIE = Path(os.environ.get("UITGAVE_KOPIE") or BASE_DIR / "uitgave.json")
RESERVEKOPIE = Path(os.environ.get("RESERVEKOPIE") or BASE_DIR / "reservekopie")
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT") or BASE_DIR / "staticfiles")

# --- Local or public mode: SITE_URL alone decides ---
LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]
try:
    _site = urlsplit(SITE_URL)
except ValueError:
    _site = urlsplit("")
PUBLIEK = _site.scheme == "https" and bool(_site.hostname)
if SITE_URL and not PUBLIEK and not (_site.scheme == "http" and _site.hostname in ("localhost", "127.0.0.1", "::1")):
    raise ImproperlyConfigured(f"SITE_URL={SITE_URL!r}: use https://…, or http:// with a loopback address.")
# Where visitors find the site, for what leaves it: as SITE_URL says, else where `make run` listens. Never what a
# visitor asked for.
_host = HOST or "127.0.0.1"
ADRES = SITE_URL or os.environ.get("ADRES") or f"http://{f'[{_host}]' if ':' in _host else _host}:{PORT}"


def geheime_sleutel() -> str:
    """The secret key of local mode: made once, kept in a file that git ignores."""
    bestand = BASE_DIR / "geheim.txt"
    if not bestand.exists():
        tijdelijk = bestand.with_suffix(f".{os.getpid()}")
        tijdelijk.touch(mode=0o600)
        tijdelijk.write_text(get_random_secret_key(), encoding="utf-8")
        tijdelijk.replace(bestand)
    return bestand.read_text(encoding="utf-8")


if PUBLIEK and DEBUG:
    raise ImproperlyConfigured("DEBUG=1 is refused in public mode (SITE_URL is https).")
if PUBLIEK and (len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 5):
    raise ImproperlyConfigured("Public mode (SITE_URL is https) needs SECRET_KEY: at least 50 random characters.")
if HSTS not in ("", "subdomeinen", "preload"):
    raise ImproperlyConfigured(f"HSTS={HSTS!r}: use subdomeinen or preload, or leave it out.")
if SECURITY_CONTACT and not SECURITY_CONTACT.startswith(("https://", "mailto:")):
    raise ImproperlyConfigured(f"SECURITY_CONTACT={SECURITY_CONTACT!r}: use https://… or mailto:….")
if not SECRET_KEY:
    SECRET_KEY = geheime_sleutel()
ALLOWED_HOSTS = [str(_site.hostname)] if PUBLIEK else [*LOOPBACK, *filter(None, [HOST])]

# --- Applications ---
INSTALLED_APPS = [
    "uitgave",  # first: what is content must be known before anything else starts
    "redactie.apps.BeheerConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "ontwikkelpad",
    "opleidingen",
    "aanbod",
    "beelden",
    "functies",
    "beginnen",
    "feiten",
    "verhalen",
    "werkgevers",
    "passen",
    "antwoorden",
    "artikelen",
    "begrippen",
    "niveaus",
    "papier",
    "profielen",
    "sector",
    "reversion",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "redactie",
    "data",
    "insluiten",
    "toegang",  # last: it gives the roles their permissions on all other apps
]
MIDDLEWARE = [
    "ontwikkelpad.middleware.koppen",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "ontwikkelpad.middleware.beheer",
    "ontwikkelpad.middleware.gedeeld",
    "django_htmx.middleware.HtmxMiddleware",
    "ontwikkelpad.middleware.met_pad",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "toegang.inloggen.sessie",
    "toegang.inloggen.aankloppen",
    "django_otp.middleware.OTPMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "ontwikkelpad.urls"
# The public addresses of each app, below the path that stands before it.
OPENBAAR = {
    "": "functies.urls",
    "artikelen/": "artikelen.urls",
    "beelden/": "beelden.urls",
    "beginnen/": "beginnen.urls",
    "begrippen/": "begrippen.urls",
    "data/": "data.urls",
    "id/": "data.urls_id",
    "insluiten/": "insluiten.urls",
    "vragen/": "antwoorden.urls",
    "lijst/": "lijst.urls",
    "opleidingen/": "opleidingen.urls",
    "in-het-kort/": "feiten.urls",
    "functies/": "profielen.urls",
    "niveaus/": "niveaus.urls",
    "sector/": "sector.urls",
    "verhalen/": "verhalen.urls",
    "wat-past/": "passen.urls",
    "werkgevers/": "werkgevers.urls",
}
WSGI_APPLICATION = "ontwikkelpad.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": [
                "lijst.templatetags.bewaren",
                "ontwikkelpad.templatetags.site",
                "ontwikkelpad.templatetags.tekst",
                "uitgave.templatetags.eens",
                "uitgave.templatetags.rijen",
                "werkgevers.templatetags.gesprek",
                "django.templatetags.static",
            ],
        },
    }
]

# --- Data ---
try:
    if DATABASE_URL and urlsplit(DATABASE_URL).scheme not in ("sqlite", "postgres", "postgresql"):
        raise ImproperlyConfigured("DATABASE_URL: use postgres://… or sqlite:///….")
    DATABASES = {"default": dj_database_url.parse(DATABASE_URL or f"sqlite:///{BASE_DIR / 'db.sqlite3'}")}
except (ValueError, dj_database_url.ParseError) as fout:
    raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {fout}") from None
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # IMMEDIATE: a transaction that will write waits its turn at the start instead of failing halfway.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    # A database that hangs is noticed: times in seconds, but in milliseconds for statements, locks and TCP.
    DATABASES["default"]["OPTIONS"] = {
        "connect_timeout": 2,
        "options": "-c statement_timeout=10000 -c lock_timeout=5000",
        "tcp_user_timeout": 5000,
        "keepalives_idle": 5,
        "keepalives_interval": 2,
        "keepalives_count": 2,
        **DATABASES["default"].get("OPTIONS", {}),
    }
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"]["CONN_MAX_AGE"] = 60
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FIXTURES = BASE_DIR / "fixtures"  # a folder for each sector
EERSTE_SECTOR = "huisartsenzorg"  # what a new site holds when SECTOR says nothing

# --- Language and time ---
LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True

# --- Static files ---
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "ontwikkelpad.statisch.Statisch"},
}
if DEBUG:
    STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}

# --- Accounts (editors only: visitors have none) ---
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{naam}"}
    for naam in ("UserAttributeSimilarityValidator", "CommonPasswordValidator", "NumericPasswordValidator")
]
AUTH_PASSWORD_VALIDATORS += [{"NAME": "toegang.inloggen.Wachtwoordlengte"}]
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
LOGIN_REDIRECT_URL = "admin:index"
# How often a password may be tried, per account and address: see toegang/inloggen.py.
try:
    PROXY = [ip_network(adres.strip()) for adres in _proxy.split(",") if adres.strip()]
except ValueError as fout:
    raise ImproperlyConfigured(f"PROXY: {fout}. Use IP addresses or networks, with commas between.") from None
AXES_HANDLER = "toegang.inloggen.Pogingen"
AXES_CLIENT_IP_CALLABLE = "toegang.plaatsen.adres"
AXES_LOCKOUT_CALLABLE = "toegang.inloggen.te_vaak"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = AXES_VERBOSE = False


def naam_in_app(_: object) -> str:
    """What the app on a telephone calls these codes: somebody may edit more than one site."""
    from uitgave.huidig import huidig

    return f"Beheer {huidig.pad.document.sitenaam}" if huidig.pad else "Beheer"


OTP_TOTP_ISSUER = naam_in_app
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # a functie with its many steps is one form

# --- Security ---
# One constant policy for the whole site, admin included; the name is the one Django 6 uses.
SECURE_CSP = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = PUBLIEK
SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31536000 if PUBLIEK else 0
# What a whole domain promises is for its owner to choose: so the checks that ask for it are silent.
SECURE_HSTS_INCLUDE_SUBDOMAINS = PUBLIEK and HSTS != ""
SECURE_HSTS_PRELOAD = PUBLIEK and HSTS == "preload"
SILENCED_SYSTEM_CHECKS = [] if HSTS == "preload" else ["security.W021"] if HSTS else ["security.W005", "security.W021"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PUBLIEK else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PUBLIEK
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/beheer/"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 8 * 60 * 60
CSRF_TRUSTED_ORIGINS = [SITE_URL] if PUBLIEK else []
CSRF_FAILURE_VIEW = "ontwikkelpad.views.fout_csrf"
WHITENOISE_ALLOW_ALL_ORIGINS = False

# --- Logging ---
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "ontwikkelpad.logboek.JsonRegel"}},
    "handlers": {
        "scherm": {"class": "logging.StreamHandler", **({} if DEBUG else {"formatter": "json"})},
        "geweigerd": {"class": "ontwikkelpad.logboek.Geweigerd"},
    },
    "root": {"handlers": ["scherm"], "level": "WARNING"},
    "loggers": {
        **{
            naam: {"handlers": ["scherm"], "level": "INFO", "propagate": False}
            for naam in ("ontwikkelpad", "papier", "uitgave")
        },
        "weasyprint": {"level": "CRITICAL"},  # what it does not know of a stylesheet is no news
        "django.security": {"handlers": ["geweigerd"]},
    },
}
