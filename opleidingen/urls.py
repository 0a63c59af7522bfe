from django.urls import path

from opleidingen import views

app_name = "opleidingen"
urlpatterns = [
    path("", views.opleidingen, name="opleidingen"),
    path("<slug:slug>/", views.opleiding, name="opleiding"),
]
