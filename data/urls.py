from django.urls import path

from data import views

app_name = "data"
urlpatterns = [
    path("", views.data, name="data"),
    path("<str:naam>", views.bestand, name="bestand"),
]
