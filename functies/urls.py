from django.urls import path

from functies import views

app_name = "functies"
urlpatterns = [
    path("", views.kaart, name="kaart"),
    path("functies/", views.functies, name="functies"),
    path("routes/", views.routes, name="routes"),
    path("vergelijken/", views.vergelijken, name="vergelijken"),
    path("functies/<slug:slug>/", views.functie, name="functie"),
]
