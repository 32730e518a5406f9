"""What every error answer must be."""

from django.http import HttpResponse


def places(response: HttpResponse, status: int = 422) -> list[str]:
    """The places a problem document names, as `body.title`; fails on another shape."""
    assert response.status_code == status, response.content[:300]
    assert response["Content-Type"] == "application/problem+json"
    problem = response.json()
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"]
    return [
        ".".join(str(part) for part in error["loc"])
        for error in problem.get("errors", [])
    ]
