from django.urls import path

from beelden import views

app_name = "beelden"
urlpatterns = [path("<str:naam>", views.beeld, name="beeld")]
