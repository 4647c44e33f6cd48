"""Django forms in our own clothes; set FORM_RENDERER to PleinRenderer."""

from django.forms.renderers import TemplatesSetting


class PleinRenderer(TemplatesSetting):
    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"
