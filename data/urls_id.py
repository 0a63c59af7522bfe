from django.urls import path

from data import views

app_name = "id"
urlpatterns = [path("<slug:deel>/<path:sleutel>", views.ding, name="ding")]
