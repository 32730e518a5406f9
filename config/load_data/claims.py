"""Published claims, each with a source and a framework."""

from datetime import datetime, timedelta

from django.utils import timezone

from guide.models import Claim, ClaimSource, Framework

AT_ONCE = 1000


def add_claims(number: int) -> None:
    now = timezone.now()
    made = Claim.objects.bulk_create(
        (claim(n, now) for n in range(number)), batch_size=AT_ONCE
    )
    ClaimSource.objects.bulk_create(
        (source(each, now) for each in made), batch_size=AT_ONCE
    )
    framework = Framework.objects.order_by("pk").first()
    if framework is not None:
        about = Claim.frameworks.through
        about._default_manager.bulk_create(
            (about(claim_id=each.pk, framework_id=framework.pk) for each in made),
            batch_size=AT_ONCE,
        )


def claim(n: int, now: datetime) -> Claim:
    return Claim(
        slug=f"load-{n}",
        statement=f"Statement number {n} of a ledger that grew for years.",
        status=Claim.Status.SUPPORTED,
        grade=Claim.Grade.C,
        checked_on=now.date(),
        review_by=now.date() + timedelta(days=200),
        first_published_at=now,
        last_published_at=now,
    )


def source(claim: Claim, now: datetime) -> ClaimSource:
    return ClaimSource(
        claim_id=claim.pk,
        title="A source",
        url="https://example.org/",
        retrieved_on=now.date(),
        sort_order=0,
    )
