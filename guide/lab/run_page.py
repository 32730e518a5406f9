"""A whole run as its page shows it."""

from datetime import datetime
from typing import Any

from guide.lab.metrics import METRICS
from guide.lab.presentation import (
    DIGITS,
    Chart,
    ProfilePart,
    Row,
    RunPart,
    Size,
    chart_rows,
    find_metric,
    interval_words,
    metrics_of,
    percent,
    scale_for,
    ticks_of,
    versions_of,
)

PLANS = {"full": "Full run", "quick": "Quick run", "custom": "Run of its own length"}
FROM_ARTICLE = ("json", "json-secured", "default-project")


def run_part(run: dict[str, Any]) -> RunPart:
    day = datetime.fromisoformat(run["started_at"])
    everything = {p["framework"] for part in run["profiles"] for p in part["programs"]}
    return RunPart(
        id=run["id"],
        day=day,
        title=f"{PLANS.get(run['plan'], 'Run')} of {day:%-d %B %Y}",
        machine=machine_words(run),
        versions=versions_of(run, everything),
        disturbed=disturbed_words(run),
        overview=[chart for chart in map(overview_of(run), ("cpu", "served")) if chart],
        profiles=[profile_part(run, part) for part in run["profiles"]],
        facts=facts_of(run),
        found=found_words(run),
    )


def overview_of(run: dict[str, Any]):
    """Makes the chart of one quantity over all profiles, Flask against Django."""

    def chart(slug: str) -> Chart | None:
        metric = METRICS[slug]
        parts = [p for p in run["profiles"] if find_metric(p, slug) and not is_fan(p)]
        ratios = [found["ratios"]["flask"] for found in
                  (find_metric(p, slug) for p in parts) if found]  # fmt: skip
        if not ratios:
            return None
        scale = scale_for(ratios)
        rows = [named(row) for p in parts for row in chart_rows(p, metric, scale)]
        first = find_metric(parts[0], slug) or {}
        return Chart(
            id=f"overview-{slug}",
            title=f"{metric.title}: Flask against Django, by profile",
            description=under_chart(run, parts, [first]),
            ticks=ticks_of(scale),
            rows=tuple(rows),
        )

    return chart


def is_fan(part: dict[str, Any]) -> bool:
    return len(part["programs"]) > 2


def named(row: Row) -> Row:
    """In an overview the profile is the label."""
    return Row(**{**row.__dict__, "quantity": row.profile})


def profile_part(run: dict[str, Any], part: dict[str, Any]) -> ProfilePart:
    scale = scale_for([r for m in part["metrics"] for r in m["ratios"].values()])
    rows = [row for m in metrics_of(part) for row in chart_rows(part, m, scale)]
    chart = Chart(
        id=f"chart-{part['slug']}",
        title=f"{part['title']}: against Django",
        description=under_chart(run, [part], part["metrics"]),
        ticks=ticks_of(scale),
        rows=tuple(rows),
    )
    return ProfilePart(
        slug=part["slug"],
        title=part["title"],
        summary=part["summary"],
        equal=part["equal"],
        features=part["features"],
        not_on=part["not_on"],
        chart=chart,
        sizes=[size_of(program) for program in distinct(part["programs"])],
        not_measured=[
            f"{METRICS[slug].title}: {why}."
            for slug, why in part["not_measured"].items()
        ],
        disturbed=profile_disturbed(part),
    )


def under_chart(
    run: dict[str, Any], parts: list[dict[str, Any]], metrics: list[dict[str, Any]]
) -> str:
    """What must stand at every chart: versions, machine, date, rounds, interval."""
    frameworks = {p["framework"] for part in parts for p in part["programs"]}
    rounds = ", ".join(
        f"{METRICS[m['metric']].short} {m['starts']} × {m['rounds']}" for m in metrics
    )
    day = datetime.fromisoformat(run["started_at"])
    return (
        "Above 1, to the right, is better than Django. "
        f"{versions_of(run, frameworks)}; {machine_words(run)}; "
        f"{day:%-d %B %Y}; process starts × rounds: {rounds}; 99 % bootstrap "
        "intervals over the starts."
    )


def size_of(program: dict[str, Any]) -> Size:
    return Size(
        program=program["name"].partition(",")[0],
        packages=program["package_count"],
        names=", ".join(f"{name} {v}" for name, v in program["packages"].items()),
        size=f"{program['size_bytes'] / 1e6:.1f} MB",
    )


def distinct(programs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return list({program["framework"]: program for program in programs}.values())


def machine_words(run: dict[str, Any]) -> str:
    about = run["environment"]
    cores = f"{about['cores']} core{'s' if about['cores'] > 1 else ''}"
    return f"{about['processor']}, {cores}, {about['system']}"


def disturbed_words(run: dict[str, Any]) -> str:
    if not run["disturbed"]:
        return ""
    shares = [m["others_share"] for p in run["profiles"] for m in p["metrics"]]
    worst = max(share for share in shares if share is not None)
    return (
        f"Other programs used up to {percent(worst)} of this machine during the run. "
        "The intervals are wider for it; CPU times suffer less than served requests."
    )


def profile_disturbed(part: dict[str, Any]) -> str:
    """The share of others in process and, where measured, while serving."""
    shares = {m["metric"] == "served": m["others_share"] for m in part["metrics"]}
    words = f"Others used {percent(shares.get(False))} of the machine meanwhile"
    if True in shares:
        words += f", and {percent(shares[True])} while requests were served"
    return f"{words}."


def facts_of(run: dict[str, Any]) -> list[tuple[str, str]]:
    about, method = run["environment"], run["method"]
    load = f"{about['load_before']} before, {about['load_after']} after"
    return [
        ("Run", run["id"]),
        ("Started", f"{run['started_at'][:16].replace('T', ', ')} UTC"),
        ("Took", f"{run['seconds']} s"),
        ("Machine", f"{machine_words(run)}, {about['architecture']}"),
        ("Frequency policy", about["governor"] or "not readable"),
        ("Load average", load.replace("[", "").replace("]", "")),
        ("Python", about["python"]),
        ("Packages", ", ".join(f"{n} {v}" for n, v in about["packages"].items())),
        ("Batch", f"{method['batch_ms']:g} ms of CPU time, after a warm-up"),
        ("Garbage collection", method["garbage_collection"]),
        ("Interval", method["interval"]),
        ("Server", method["server"] or "none"),
        ("Load generator", method["load_generator"] or "none"),
    ]


def found_words(run: dict[str, Any]) -> list[str]:
    """What stands beside the article's figures: one sentence per profile that ran."""
    sentences = []
    for part in run["profiles"]:
        if part["slug"] not in FROM_ARTICLE:
            continue
        for slug in ("served", "cpu"):
            found = find_metric(part, slug)
            if found:
                figures = interval_words(found["ratios"]["flask"], DIGITS)
                quantity = METRICS[slug].title.lower().replace("cpu", "CPU")
                sentences.append(f"{part['title']}, {quantity}: {figures}")
    return sentences
