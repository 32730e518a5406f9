"""My saved recommendations. Those of others do not exist."""

from typing import Annotated
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Header, Router, Status
from ninja.pagination import paginate

from advisor.api.authentication import MEMBER, caller
from advisor.api.evaluations import version_or_404
from advisor.api.living_schemas import RerunOut, ShareIn, ShareOut
from advisor.api.once import Key, answer, created_once
from advisor.api.schemas import (
    RecommendationIn,
    RecommendationOut,
    RecommendationPatch,
)
from advisor.models import Recommendation
from advisor.once.actions import Answer
from advisor.saved import actions
from advisor.saved.own_recommendation import own_or_404
from advisor.saved.second_run import run_again
from advisor.saved.share_links import share_url
from advisor.saved.versions import etag_of, seen_by
from guide.pagination import Pages

router = Router(tags=["My recommendations"], auth=MEMBER)
NOT_ASKED = ShareIn()  # what a call without a body means
IfMatch = Annotated[
    str | None,
    Header(
        alias="If-Match",
        description="The `ETag` you read. If it was changed since, nothing happens and "
        "you get 412; without this header the last one to write wins.",
    ),
]


@router.get(
    "",
    response=list[RecommendationOut],
    operation_id="recommendations_list",
    summary="My saved recommendations, last changed first",
)
@paginate(Pages)
def recommendation_list(request: HttpRequest):
    return readable_by(request)


@router.post(
    "",
    response={201: RecommendationOut},
    operation_id="recommendations_create",
    summary="Save a recommendation",
)
def create_recommendation(
    request: HttpRequest, data: RecommendationIn, key: Key = None
):
    new = actions.new_recommendation(
        owner=caller(request),
        version=version_or_404(data.ruleset),
        answers=data.answers,
        title=data.title,
        note=data.note,
        revisit_on=data.revisit_on,
    )
    shown = RecommendationOut.from_orm(new, context={"request": request})
    said = answer(shown, etag=etag_of(new))

    def keep() -> Answer:
        actions.keep_recommendation(recommendation=new)
        return said

    return created_once(request, key, keep, known=said)


@router.get(
    "/{id}",
    response=RecommendationOut,
    operation_id="recommendations_read",
    summary="One of my recommendations",
)
def recommendation_read(request: HttpRequest, response: HttpResponse, id: UUID):
    return with_etag(response, mine_or_404(request, id))


@router.patch(
    "/{id}",
    response=RecommendationOut,
    operation_id="recommendations_update",
    summary="Rename, annotate or answer anew",
)
def update_recommendation(
    request: HttpRequest,
    response: HttpResponse,
    id: UUID,
    data: RecommendationPatch,
    if_match: IfMatch = None,
):
    changes = data.dict(exclude_unset=True)
    changed = actions.update_recommendation(
        recommendation=mine_or_404(request, id), seen=seen_by(if_match), **changes
    )
    return with_etag(response, changed)


@router.delete(
    "/{id}",
    response={204: None},
    operation_id="recommendations_delete",
    summary="Delete one of my recommendations",
)
def delete_recommendation(request: HttpRequest, id: UUID, if_match: IfMatch = None):
    actions.delete_recommendation(
        recommendation=mine_or_404(request, id), seen=seen_by(if_match)
    )
    return Status(204, None)


@router.post(
    "/{id}/share",
    response=ShareOut,
    operation_id="recommendations_share",
    summary="Make a link others can read it at, or say what the link shows",
)
def share_recommendation(
    request: HttpRequest, id: UUID, data: ShareIn = NOT_ASKED, key: Key = None
):
    mine = mine_or_404(request, id)

    def share() -> Answer:
        shared = actions.share_recommendation(
            recommendation=mine, include_note=data.include_note
        )
        url, with_note = share_url(request, shared), shared.share_includes_note
        return answer(ShareOut(share_url=url or "", include_note=with_note), 200)

    return created_once(request, key, share)


@router.delete(
    "/{id}/share",
    response={204: None},
    operation_id="recommendations_unshare",
    summary="End its link, at once and for good",
)
def unshare_recommendation(request: HttpRequest, id: UUID):
    actions.revoke_share(recommendation=mine_or_404(request, id))
    return Status(204, None)


@router.post(
    "/{id}/rerun",
    response=RerunOut,
    operation_id="recommendations_rerun",
    summary="Its answers under the current rule set; saves nothing",
)
def rerun_recommendation(request: HttpRequest, id: UUID):
    saved = own_or_404(caller(request), id)
    again = run_again(saved, version_or_404(None))
    words = again.comparison.words
    return {
        "before": again.before,
        "after": again.after,
        "difference": {
            **again.comparison.difference.as_dict(),
            "sentence": words.sentence,
            "left_out": words.left_out,
        },
    }


def with_etag(response: HttpResponse, saved: Recommendation) -> Recommendation:
    response["ETag"] = etag_of(saved)
    return saved


def mine_or_404(request: HttpRequest, id: UUID) -> Recommendation:
    return get_object_or_404(readable_by(request), pk=id)


def readable_by(request: HttpRequest) -> QuerySet[Recommendation]:
    """Mine, with the number of the version but without its long document."""
    return Recommendation.objects.visible_to(caller(request)).with_version()
