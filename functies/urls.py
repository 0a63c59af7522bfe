from django.urls import path

from functies import views

app_name = "functies"
urlpatterns = [
    path("", views.kaart, name="kaart"),
    path("functies/", views.functies, name="functies"),
    path("functies/<slug:slug>/", views.functie, name="functie"),
]
