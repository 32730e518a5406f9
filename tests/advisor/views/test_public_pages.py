"""What holds for every page of the advisor that anybody may read."""

import pytest

from tests.advisor.small_document import ANSWERS_BY_KIND

pytestmark = pytest.mark.usefixtures("small_version")

PUBLIC = [
    "/advisor/",
    "/advisor/use/",
    "/advisor/money/?mode=quick&use=hold",
    "/advisor/result/",
    "/advisor/result/?use=hold&money=much",
    "/advisor/method/",
    "/account/deleted/",
]
SINK = "%00 %ED%A0%80 %F0%9F%98%80 %E2%80%AE %FF ' \" < > ; -- \\ %0d%0a"
BAD_QUERIES = {
    "ten thousand parts": "&".join(f"p{number}=x" for number in range(10_000)),
    "ten thousand answers": "&".join("use=hold" for _ in range(10_000)),
    "nul": "use=%00&%00=hold",
    "lone surrogate": "use=%ED%A0%80&%ED%A0%80=hold",
    "bytes that are not UTF-8": "use=%FF%FE&%C3=1",
    "a megabyte": "use=" + "x" * 1_000_000,
    "separators and empty names": "&&&===&;;&=",
    "percent signs": "use=%&%zz=%1",
    "line breaks": "use=hold%0d%0aSet-Cookie:x=1",
    "markup": "use=<script>alert(1)</script>&<b>=1",
    "a huge rule set number": "ruleset=" + "9" * 5_000,
    "a rule set that is not a number": "ruleset=-1&ruleset=٣",
    "an array": "use[]=hold&use[0]=hold",
    "every setting twice": "mode=quick&mode=full&go=next&go=x&then=a&then=b",
    "mixed": SINK,
}


@pytest.mark.parametrize("path", PUBLIC)
def test_a_public_page_is_cacheable_and_sets_no_cookie(client, path):
    response = client.get(path)

    assert response.status_code == 200
    assert not response.cookies
    assert "public" in response["Cache-Control"]
    assert response["ETag"]
    assert "Cookie" not in response["Vary"]


@pytest.mark.parametrize("path", PUBLIC)
def test_a_public_page_is_the_same_for_a_member(client, member, path):
    anonymous = client.get(path)
    client.force_login(member)
    signed_in = client.get(path)

    assert signed_in.content == anonymous.content
    assert "Cookie" not in signed_in["Vary"]


@pytest.mark.parametrize("path", PUBLIC)
def test_an_unchanged_page_is_not_sent_twice(client, path):
    etag = client.get(path)["ETag"]

    assert client.get(path, headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize("path", PUBLIC)
def test_head_works_and_post_does_not(client, path):
    assert client.head(path).status_code == 200
    assert client.post(path).status_code == 405


@pytest.mark.parametrize("path", PUBLIC)
def test_a_public_page_has_no_form_token_and_no_inline_code(client, path):
    page = client.get(path).content.decode()

    assert "csrfmiddlewaretoken" not in page
    assert " style=" not in page
    assert " onclick=" not in page


@pytest.mark.parametrize("path", ["/advisor/", "/advisor/use/", "/advisor/result/"])
@pytest.mark.parametrize("query", BAD_QUERIES.values(), ids=BAD_QUERIES)
def test_no_address_makes_the_server_fail(client, path, query):
    response = client.get(path, QUERY_STRING=query)

    assert response.status_code in (200, 302)
    assert "<script>alert" not in response.content.decode()


@pytest.mark.parametrize("query", BAD_QUERIES.values(), ids=BAD_QUERIES)
def test_an_unreadable_address_is_answered_with_what_was_wrong(client, query):
    page = client.get("/advisor/result/", QUERY_STRING=query).content.decode()

    assert "Not everything in this address could be read" in page


@pytest.mark.parametrize("word", ["%00", "%ED%A0%80", "x" * 5_000, "..%2f", "💥"])
def test_a_question_with_an_impossible_id_is_a_404(client, word):
    assert client.get(f"/advisor/{word}/").status_code == 404


@pytest.mark.parametrize("kind", ANSWERS_BY_KIND)
def test_the_order_of_the_answers_changes_no_byte(client, kind):
    pairs = [*ANSWERS_BY_KIND[kind].items(), ("mode", "quick")]
    forth = "&".join(f"{name}={value}" for name, value in pairs)
    back = "&".join(f"{name}={value}" for name, value in reversed(pairs))

    first = client.get(f"/advisor/result/?{forth}").content
    second = client.get(f"/advisor/result/?{back}").content

    assert first == second


@pytest.mark.parametrize("path", PUBLIC)
def test_a_public_page_needs_few_queries(client, path, django_assert_max_num_queries):
    client.get(path)

    with django_assert_max_num_queries(5):
        client.get(path)


def test_of_all_pages_with_answers_search_engines_keep_the_one_without(client):
    with_answers = client.get("/advisor/result/?use=hold")
    canonical = '<http://testserver/advisor/result/>; rel="canonical"'
    assert with_answers["Link"] == canonical
    assert with_answers["X-Robots-Tag"] == "nofollow"
    without = client.get("/advisor/result/")
    assert "Link" not in without
    assert "X-Robots-Tag" not in without
