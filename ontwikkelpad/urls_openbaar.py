"""The public addresses: a contract, for links get shared and printed."""

from django.urls import include, path

from ontwikkelpad import views

urlpatterns = [
    path("", include("functies.urls")),
    path("opleidingen/", include("opleidingen.urls")),
    path("verhalen/", include("verhalen.urls")),
    path("werkgevers/", include("werkgevers.urls")),
    path("zoeken/", views.zoeken, name="zoeken"),
    path("over/", views.over, name="over"),
    path("over/wijzigingen/", views.wijzigingen, name="wijzigingen"),
]
