"""A site with a row of everything, hostile words in all of it, and where to begin."""

import re

from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from django.urls import get_resolver
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.images.models import Image
from wagtail.log_actions import log
from wagtail.models import Comment as EditorsComment
from wagtail.models import CommentReply, RevisionMixin, Site

from advisor.engine import digest_of
from advisor.models import Notice, Recommendation, RuleSetVersion
from guide.models import (
    ArticlePage,
    Change,
    Claim,
    ClaimSource,
    Comment,
    CommentReport,
    LinkCheck,
)
from tests.config.test_secret_addresses import addresses
from tests.guide.factories import make_case_study
from tests.guide.feedback.sent import make_correction
from tests.site.attacks.hostile_words import Marks, fill
from tests.site.attacks.pictures import png
from tests.site.authorisation.test_every_route import public_routes, rows
from tests.site.authorisation.world import World, make_world


def hostile_site() -> tuple[Marks, World]:
    world, marks = make_world(), Marks()
    add_rows(world)
    fill(marks)
    add_up()
    return marks, world


def add_rows(world: World) -> None:
    """One of whatever neither the shipped site nor the people of the table have."""
    now, admin = timezone.now(), world.people["admin"]
    page = ArticlePage.objects.get(slug="flask-vs-django")
    claim = Claim.objects.get(slug=world.values["claim"])
    make_case_study()
    answered = {"status": "answered", "decided_at": now, "reply": "No."}
    make_correction(claim, **answered, criterion="A cell", writer="Ann")
    shown = Comment.objects.filter(status="published").first()
    Comment.objects.create(page=page, parent=shown, text="Yes.", status="published")
    CommentReport.objects.create(comment=shown, reason="Rude.")
    Notice.objects.create(
        recommendation=Recommendation.objects.first(),
        version=RuleSetVersion.objects.current(),
        kind="weaker", headline="It got weaker.", cause="A score changed.",
    )  # fmt: skip
    what = [{"field": "Finding", "before": "It was so.", "after": "It is not."}]
    for kind, subject in (("claim-changed", claim), ("lab-run", None)):
        Change.objects.create(
            kind=kind, title="It changed.", what=what, why="Because.", claim=subject,
            url="/lab/",
        )  # fmt: skip
    source = claim.sources.first()
    LinkCheck.objects.create(
        url=source.url, result="failed", detail="404 Not Found", failures=3,
        checked_at=now, failing_since=now,
    )  # fmt: skip
    Redirect.objects.create(
        old_path="/old", site=Site.objects.get(), redirect_link="https://e.example/"
    )
    file = SimpleUploadedFile("a.png", png(8, 8), "image/png")
    image = Image.objects.create(title="A picture", file=file, uploaded_by_user=admin)
    image.tags.add("a-tag")
    remark = EditorsComment.objects.create(
        page=page, user=admin, text="Look here.", contentpath="summary"
    )
    CommentReply.objects.create(comment=remark, user=admin, text="I did.")
    log(claim, "wagtail.edit", user=admin)
    log(page, "wagtail.edit", user=admin)


def add_up() -> None:
    """What is made of the rows: a version's digest, and everybody's newest revision."""
    for version in RuleSetVersion.objects.all():
        models.QuerySet(RuleSetVersion).filter(pk=version.pk).update(
            digest=digest_of(version.document)
        )
    LinkCheck.objects.update(url=ClaimSource.objects.first().url)
    for model in models_with_revisions():
        for row in model.objects.all()[:25]:
            row.save_revision(clean=False, changed=False)


def models_with_revisions() -> list[type[RevisionMixin]]:
    return [
        model
        for model in apps.get_models()
        if issubclass(model, RevisionMixin) and model._meta.label != "wagtailcore.Page"
    ]


def starts(world: World, person: str) -> list[str]:
    """Every address of the table; in the admins, every one that names no thing."""
    if person == "admin":
        return ["/", "/guide/flask-vs-django/", *admin_starts(world)]
    found = [
        path.format(**world.values) for path, named in rows().values() if "GET" in named
    ]
    found += ["/search/?q=a", "/advisor/result/?building=api"]
    saved = world.values["saved"]
    for name in FORMATS:
        found += [
            f"/api/v1/comparisons/quick?format={name}",
            f"/advisor/saved/{saved}/record/?format={name}",
            f"/api/v1/recommendations/{saved}/adr?format={name}",
        ]
    return [path for path in found if "logout" not in path]


def admin_starts(world: World) -> list[str]:
    routes = set(addresses(get_resolver().url_patterns)) - public_routes()
    found = [f"/{route}" for route in sorted(routes) if not UNNAMED.search(route)]
    reports = [path for path in found if "/reports/" in path]
    found += [f"{path}?export=csv" for path in reports]
    return [*found, f"/admin/snippets/advisor/ruleset/edit/{world.values['rule_set']}/"]


# Wagtail's failwhale fails on purpose, for the admin who wants to see the page for it.
UNNAMED = re.compile(r"[<(^$]|logout|login|results/|jsi18n|sprite|failwhale")
FORMATS = ("markdown", "html", "csv", "json")
