"""The accounts of editors, as a beheerder sees them: who they are, which role they have, and their second step."""

from contextlib import nullcontext
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, UserCreationForm, UsernameField
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from redactie.modelbeheer import AlleenLezen, LichteLijst
from redactie.tegelijk.opslaan import Gelijktijdig
from redactie.templatetags.wie_wanneer import moment, wie
from toegang.gebeurtenissen import Soort, noteer
from toegang.inloggen import apparaat, haal_weg
from toegang.models import Gebeurtenis
from toegang.rollen import rollen
from toegang.wachtwoord import NIET_GELIJK, leg_uit
from uitgave.vastleggen import alleen

for model in (User, Group, TOTPDevice, StaticDevice):  # roles are fixed, and a secret is for nobody to see
    admin.site.unregister(model)


class RolVeld(forms.ModelChoiceField):
    """The role of an account: one of the groups that make up the roles."""

    def __init__(self, **opties: Any) -> None:
        uitleg = (
            "Een redacteur verandert de inhoud. Een eindredacteur publiceert ook. "
            "Een beheerder maakt ook accounts voor collega’s."
        )
        rijen = Group.objects.filter(name__in=list(rollen()))
        super().__init__(rijen, label="Rol", empty_label="Kies een rol", help_text=uitleg, **opties)


# Plain words: Django's own labels reach the history of an account in English.
LABELS = {"username": "Gebruikersnaam", "first_name": "Voornaam", "last_name": "Achternaam", "email": "E-mailadres"}
UITLEG = {"username": "Met deze naam logt je collega in. Gebruik letters, cijfers en @ . + - _"}


class NieuwAccount(UserCreationForm):
    """Makes an account with a role and a first password."""

    class Meta(UserCreationForm.Meta):
        labels = LABELS
        help_texts = UITLEG

    rol = RolVeld(error_messages={"required": "Kies een rol."})
    error_messages = {"password_mismatch": NIET_GELIJK}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        leg_uit(self.fields)


class Account(forms.ModelForm):
    """Changes an account. Only who has all permissions can do without a role."""

    rol = RolVeld(required=False)

    class Meta:
        model = User
        fields = ()
        field_classes = {"username": UsernameField}
        labels = LABELS | {"is_active": "Account staat aan", "is_superuser": "Mag alles"}
        help_texts = UITLEG | {
            "is_active": "Staat een account uit? Dan kan niemand ermee inloggen.",
            "is_superuser": "Ook wat bij geen enkele rol hoort. Geef dit aan zo weinig mogelijk mensen.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rol"].initial = self.instance.groups.first()

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        if not gegevens.get("rol") and not gegevens.get("is_superuser", self.instance.is_superuser):
            self.add_error("rol", "Kies een rol.")
        return gegevens


class EigenAccount(Account):
    """Changes one's own account. Nobody takes away their own way in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam in {"rol", "is_active", "is_superuser"} & set(self.fields):
            self.fields[naam].disabled = True
            self.fields[naam].help_text = "Dit is je eigen account. Alleen een andere beheerder kan dit veranderen."


class NieuwWachtwoord(AdminPasswordChangeForm):
    """Gives an account another password; an account without one is no choice here."""

    error_messages = {"password_mismatch": NIET_GELIJK}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("usable_password", None)
        for veld in self.fields.values():
            veld.required = True
        leg_uit(self.fields)


class RolFilter(admin.RelatedFieldListFilter):
    """Narrows the list of accounts to those with a role."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.title = "rol"


@admin.register(User)
class AccountBeheer(Gelijktijdig, LichteLijst, UserAdmin):
    """Accounts are made and switched off, never deleted: the history says who did what."""

    bewaart_concepten = False  # what is typed about a colleague stays nowhere
    form, add_form, change_password_form = Account, NieuwAccount, NieuwWachtwoord
    add_form_template = None
    change_user_password_template = "toegang/wachtwoord.html"  # noqa: S105  # a template
    list_display = ("username", "naam", "email", "rol", "staat_aan", "tweede_stap")
    list_filter = ("is_active", ("groups", RolFilter))
    filter_horizontal = ()
    readonly_fields = ("wachtwoord", "tweede_stap_status", "laatst_ingelogd")
    add_fieldsets = (
        (None, {"fields": ("username", "first_name", "last_name", "email", "rol", "password1", "password2")}),
    )
    fieldsets = (
        (None, {"fields": ("username", "first_name", "last_name", "email", "rol")}),
        (
            "Toegang",
            {
                "fields": ("is_active", "wachtwoord", "tweede_stap_status", "laatst_ingelogd"),
                "description": "Een account kun je niet verwijderen. Zo blijft altijd te zien wie wat heeft gedaan. "
                "Gaat een collega weg? Zet het account dan uit.",
            },
        ),
    )

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Save one at a time: what was switched off meanwhile does not go on again by a form from before."""
        with alleen() if request.method == "POST" else nullcontext():
            return super().changeform_view(request, *args, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Let a superuser, and nobody else, make another one."""
        groepen = super().get_fieldsets(request, obj)
        if obj is None or not request.user.is_superuser:
            return groepen
        return (*groepen, ("Alle rechten", {"fields": ("is_superuser",)}))

    def get_form(self, request: HttpRequest, obj: User | None = None, change: bool = False, **kwargs: Any) -> Any:
        if obj == request.user:
            kwargs["form"] = EigenAccount
        return super().get_form(request, obj, change=change, **kwargs)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("groups", "totpdevice_set")

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Keep superusers to superusers: their account, their password and their second step."""
        boven_mij = obj is not None and obj.is_superuser and not request.user.is_superuser
        return super().has_change_permission(request, obj) and not boven_mij

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: User, form: forms.ModelForm, change: bool) -> None:
        obj.is_staff = True  # an account is for this admin: visitors have none
        super().save_model(request, obj, form, change)

    def save_related(self, request: HttpRequest, form: forms.ModelForm, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        account, rol, was = form.instance, form.cleaned_data["rol"], form.instance.groups.first()
        account.groups.set([rol] if rol else [])
        for zin in _veranderd(form, rol, was) if change else [f"Account {account} gemaakt, met de rol {rol}."]:
            noteer(Soort.ACCOUNT, zin, request.user)

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:
        """Give a colleague another password, on record."""
        zoek = User.objects.filter(pk=id).values_list("password", flat=True) if id.isdecimal() else User.objects.none()
        eerst = zoek.first()
        response = super().user_change_password(request, id, form_url)
        if request.method == "POST" and zoek.first() != eerst:
            noteer(Soort.WACHTWOORD, f"{User.objects.get(pk=id)} kreeg een nieuw wachtwoord.", request.user)
        return response

    def response_add(self, request: HttpRequest, obj: User, post_url_continue: str | None = None) -> HttpResponse:
        """Go on to the list: all there is to say was asked at once, unlike in Django's own form."""
        return admin.ModelAdmin.response_add(self, request, obj, post_url_continue)

    def get_urls(self) -> list[Any]:
        weghalen = self.admin_site.admin_view(self.tweede_stap_weghalen)
        return [path("<int:pk>/tweede-stap/", weghalen, name="auth_user_tweede_stap"), *super().get_urls()]

    def tweede_stap_weghalen(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take away somebody's second step, after asking whether that is meant."""
        account = get_object_or_404(User, pk=pk)
        if not self.has_change_permission(request, account):
            raise PermissionDenied
        if request.method == "POST":
            haal_weg(account)
            noteer(Soort.TWEEDE_STAP, f"Tweede stap van {account} weggehaald.", request.user)
            self.log_change(request, account, "Tweede stap weggehaald.")
            messages.success(request, f"De tweede stap van {account} is weg. {account} kan een nieuwe instellen.")
            return redirect("admin:auth_user_change", pk)
        context = {**self.admin_site.each_context(request), "title": "Haal de tweede stap weg", "account": account}
        return TemplateResponse(request, "toegang/tweede_stap_weg.html", context)

    @admin.display(description="naam", ordering="last_name")
    def naam(self, obj: User) -> str:
        return obj.get_full_name()

    @admin.display(description="rol", ordering="groups__name")
    def rol(self, obj: User) -> str:
        return "alle rechten" if obj.is_superuser else ", ".join(groep.name for groep in obj.groups.all())

    @admin.display(description="staat aan", boolean=True, ordering="is_active")
    def staat_aan(self, obj: User) -> bool:
        return obj.is_active

    @admin.display(description="tweede stap", boolean=True)
    def tweede_stap(self, obj: User) -> bool:
        return any(toestel.confirmed for toestel in obj.totpdevice_set.all())

    @admin.display(description="wachtwoord")
    def wachtwoord(self, obj: User) -> str:
        adres = reverse("admin:auth_user_password_change", args=[obj.pk])
        return format_html('<a href="{}">Geef een nieuw wachtwoord</a>', adres)

    @admin.display(description="laatst ingelogd")
    def laatst_ingelogd(self, obj: User) -> str:
        return moment(obj.last_login) if obj.last_login else "Nog nooit."

    @admin.display(description="tweede stap")
    def tweede_stap_status(self, obj: User) -> str:
        if not apparaat(obj):
            return "Niet ingesteld."
        adres = reverse("admin:auth_user_tweede_stap", args=[obj.pk])
        return format_html('Ingesteld. Telefoon kwijt? <a href="{}">Haal de tweede stap weg</a>', adres)


def _veranderd(form: forms.ModelForm, rol: Group | None, was: Group | None) -> list[str]:
    """Return in sentences what a form changed about what an account may do."""
    account = form.instance
    zinnen = [] if rol == was else [f"{account} heeft nu de rol {rol or 'geen'} en had {was or 'geen'}."]
    if "is_active" in form.changed_data:
        zinnen.append(f"Account {account} staat nu {'aan' if account.is_active else 'uit'}.")
    if "is_superuser" in form.changed_data:
        zinnen.append(f"{account} mag nu {'alles' if account.is_superuser else 'niet meer alles'}.")
    if "username" in form.changed_data:
        zinnen.append(f"Account {form.initial['username']} heet nu {account}.")
    return zinnen


@admin.register(Gebeurtenis)
class GebeurtenisBeheer(AlleenLezen):
    """What happened around who may come in: read by a beheerder, changed by nobody, kept for a year."""

    list_display = ("wanneer", "door", "soort", "wat")
    list_display_links = None
    list_filter = ("soort", "tijd")
    list_select_related = ("wie",)
    search_fields = ("wat", "wie__username", "wie__last_name")

    @admin.display(description="wanneer", ordering="tijd")
    def wanneer(self, obj: Gebeurtenis) -> str:
        return moment(obj.tijd)

    @admin.display(description="wie", ordering="wie__username")
    def door(self, obj: Gebeurtenis) -> str:
        return wie(obj.wie)
