from django.urls import path

from antwoorden import views

app_name = "antwoorden"
urlpatterns = [path("", views.antwoorden, name="antwoorden")]
