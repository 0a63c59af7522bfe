from django.urls import path

from passen import views

app_name = "passen"
urlpatterns = [path("", views.passen, name="passen")]
