"""The default site points at our home page."""

from django.conf import settings
from wagtail.models import Page, Site


def adopt_site(home: Page) -> None:
    """Make `home` the root of the default site, and name the site."""
    site = Site.objects.filter(is_default_site=True).first()
    site = site or Site(hostname="localhost", is_default_site=True)
    site.root_page = home
    site.site_name = settings.WAGTAIL_SITE_NAME
    site.save()


def remove_stock_page() -> None:
    """Take away the welcome page of a new Wagtail, if nobody ever touched it.

    It would hold the slug of our home page and lead readers nowhere.
    """
    for page in Page.objects.filter(depth=2, numchild=0, latest_revision=None):
        if page.specific_class is Page and not page.owner_id:
            page.delete()
