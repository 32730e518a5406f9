"""What pages say about themselves in schema.org's terms, as JSON-LD.

Small on purpose: it travels with every page.
"""

import json
from collections.abc import Iterable
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Site

Node = dict[str, Any]
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
EDITORS = {"@type": "Organization", "name": "The editors of Flask or Django?"}
# Verdicts that can be put on a scale of truth. Disputed claims and opinions cannot.
RATINGS = {"supported": 5, "partly": 3, "outdated": 2, "wrong": 1}
# `</script>` and `<!--` must not end the data block they stand in.
HARMLESS = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


def json_ld(nodes: Iterable[Node]) -> SafeString:
    """One data block's text for these nodes, safe inside `<script>`."""
    graph = {"@context": "https://schema.org", "@graph": list(nodes)}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(HARMLESS))  # noqa: S308 - nothing in it ends a tag


def root_url(request: Any) -> str:
    site = Site.find_for_request(request)
    return site.root_url if site else ""


def breadcrumb(trail: Iterable[dict[str, str]], root: str) -> Node:
    """The pages above with their addresses; the last step is the page itself."""
    *above, here = trail
    items = [{"name": step["title"], "item": root + step["url"]} for step in above]
    items.append({"name": here["title"]})
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place} | item
            for place, item in enumerate(items, start=1)
        ],
    }


def of_page(page: Any, request: Any) -> list[Node]:
    """A page of the tree: what it is, and where it stands."""
    root = root_url(request)
    node = _about(page, root)
    if node["@type"] == "WebSite":
        return [node]
    return [node, breadcrumb(page.trail, root)]


def _about(page: Any, root: str) -> Node:
    node: Node = {
        "@type": page.schema_type,
        "url": root + (page.url or ""),
        "license": LICENCE,
    }
    if page.schema_type.endswith("Article"):
        node |= {"headline": page.title, "author": EDITORS}
    else:
        node |= {"name": page.title, "description": page.summary}
    for name, moment in (
        ("datePublished", page.first_published_at),
        ("dateModified", page.last_published_at),
    ):
        if moment:
            node[name] = moment.date().isoformat()
    if page.schema_type == "WebSite":
        return node | {"potentialAction": search_action(root)}
    if page.schema_type == "Dataset":
        return node | {"creator": EDITORS, "distribution": _table_files(page, root)}
    return node


def search_action(root: str) -> Node:
    target = {
        "@type": "EntryPoint",
        "urlTemplate": f"{root}/search/?q={{search_term_string}}",
    }
    return {
        "@type": "SearchAction",
        "target": target,
        "query-input": "required name=search_term_string",
    }


def _table_files(page: Any, root: str) -> list[Node]:
    address = f"{root}/api/v1/comparisons/{page.slug}"
    return [
        download(f"{address}?format=csv", "text/csv"),
        download(address, "application/json"),
    ]


def download(url: str, content_type: str, **more: str) -> Node:
    kind = content_type.partition(";")[0]
    node = {"@type": "DataDownload", "contentUrl": url, "encodingFormat": kind}
    return node | more


def of_claim(claim: Any, trail: Iterable[dict[str, str]], request: Any) -> list[Node]:
    """A claim's page; with a review where a row of the fact check has a plain verdict.

    A claim whose review date has passed makes no such statement until it is checked.
    """
    root = root_url(request)
    nodes = [breadcrumb(trail, root)]
    if claim.fact_check and claim.status in RATINGS and not claim.is_stale:
        nodes.append(_claim_review(claim, root))
    return nodes


def _claim_review(claim: Any, root: str) -> Node:
    return {
        "@type": "ClaimReview",
        "url": root + claim.get_absolute_url(),
        "claimReviewed": claim.statement,
        "reviewBody": claim.finding or "Supported as stated.",
        "datePublished": claim.checked_on.isoformat(),
        "author": EDITORS,
        "license": LICENCE,
        "itemReviewed": {"@type": "Claim", "text": claim.statement},
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": RATINGS[claim.status],
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": claim.get_status_display(),
        },
    }


def of_open_data(files: Iterable[Any], trail: Any, document: Any, request: Any) -> list:
    """The download page: a dataset with its files and their digests."""
    root = root_url(request)
    node: Node = {
        "@type": "Dataset",
        "url": f"{root}/data/",
        "name": f"{document['title']}: all claims and tables",
        "description": "Every published claim of the guide with its verdict, sources "
        "and dates, and every comparison table.",
        "license": LICENCE,
        "creator": EDITORS,
        "isAccessibleForFree": True,
        "distribution": [
            download(f"{root}/data/{f.name}", f.content_type, sha256=f.digest)
            for f in files
        ],
    }
    if document["changed_on"]:
        node["dateModified"] = document["changed_on"]
    return [node, breadcrumb(trail, root)]
