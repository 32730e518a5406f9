"""Who am I, my tokens, my data."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest
from ninja import Router, Status
from ninja.errors import HttpError
from ninja.pagination import paginate

from advisor.accounts import actions
from advisor.accounts.working_tokens import working_tokens
from advisor.api.authentication import MEMBER, caller
from advisor.api.once import Key, answer, created_once
from advisor.api.schemas import MeOut, TokenCreated, TokenIn, TokenOut, public_id
from advisor.models import Recommendation
from advisor.once.actions import Answer
from guide.pagination import Pages

router = Router(tags=["My account"], auth=MEMBER)


@router.get("", response=MeOut, operation_id="me_read", summary="Who am I")
def me(request: HttpRequest):
    user = caller(request)
    return {
        "email": user.email,
        "username": user.username,
        "date_joined": user.date_joined,
        "recommendations": Recommendation.objects.visible_to(user).count(),
    }


@router.delete(
    "",
    response={204: None},
    operation_id="me_delete",
    summary="Delete my account and everything I saved",
)
def delete_me(request: HttpRequest):
    try:
        actions.delete_member(user=caller(request))
    except ValidationError as refused:
        raise HttpError(409, " ".join(refused.messages)) from refused
    return Status(204, None)


@router.get(
    "/export",
    response=dict,
    operation_id="me_export",
    summary="Everything this site holds about me",
)
def export_me(request: HttpRequest):
    return actions.export_member_data(user=caller(request))


@router.get(
    "/tokens",
    response=list[TokenOut],
    operation_id="tokens_list",
    summary="My API tokens, newest first",
)
@paginate(Pages)
def token_list(request: HttpRequest):
    return working_tokens(caller(request)).order_by("-created", "-pk")


@router.post(
    "/tokens",
    response={201: TokenCreated},
    operation_id="tokens_create",
    summary="Make a token; it is shown this once",
)
def create_token(request: HttpRequest, data: TokenIn, key: Key = None):
    def create() -> Answer:
        token, text = actions.create_api_token(owner=caller(request), name=data.name)
        shown = TokenCreated(**TokenOut.from_orm(token).dict(), token=text)
        return answer(shown)

    return created_once(request, key, create, secret="token")  # noqa: S106 - a name


@router.delete(
    "/tokens/{id}",
    response={204: None},
    operation_id="tokens_delete",
    summary="Revoke one of my tokens",
)
def revoke_token(request: HttpRequest, id: UUID):
    mine = working_tokens(caller(request))
    token = next((token for token in mine if public_id(token) == id), None)
    if token is None:
        raise Http404("There is no such token of yours.")
    actions.revoke_api_token(token=token)
    return Status(204, None)
