"""Book and renditions in, Site out: view models, prose, templates. Owns every address; writes nothing."""

from lsbook.pages.language.catalog_check import check_catalog
from lsbook.pages.rules import PAGE_RULES
from lsbook.pages.site import SitePlan, make_site, plan_site
from lsbook.pages.site_memory import SiteMemory
from lsbook.pages.template_problems import template_errors_as_problems

__all__ = [
    "PAGE_RULES",
    "SiteMemory",
    "SitePlan",
    "check_catalog",
    "make_site",
    "plan_site",
    "template_errors_as_problems",
]
