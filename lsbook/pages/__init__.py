"""Book and renditions in, Site out: view models, prose, templates. Owns every address; writes nothing."""

from lsbook.pages.language.catalog_check import check_catalog
from lsbook.pages.layout.look import LookNotFoundError
from lsbook.pages.site import SitePlan, make_site, plan_site

__all__ = ["LookNotFoundError", "SitePlan", "check_catalog", "make_site", "plan_site"]
