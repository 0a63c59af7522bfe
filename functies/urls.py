from django.urls import path

from functies import views

app_name = "functies"
urlpatterns = [
    path("", views.kaart, name="kaart"),
    path("functies/", views.functies, name="functies"),
    path("routes/", views.routes, name="routes"),
    path("vergelijken/", views.vergelijken, name="vergelijken"),
    path("functies/<slug:slug>/", views.functie, name="functie"),
    path("prent.png", views.prent, name="prent"),
    path("functies/<slug:slug>/prent.png", views.prent_van_functie, name="prent_van_functie"),
]
