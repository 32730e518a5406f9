"""One value, one byte string, one digest."""

import hashlib
import math

import pytest

from advisor.engine import canonical_json, digest_of


def test_keys_are_sorted_without_spaces_as_utf_8():
    value = {"b": [1, True, None, 0.5], "a": "é€", "A": {}}

    assert canonical_json(value) == '{"A":{},"a":"é€","b":[1,true,null,0.5]}'.encode()


def test_the_digest_names_its_algorithm():
    expected = hashlib.sha256(b'{"a":1}').hexdigest()

    assert digest_of({"a": 1}) == f"sha256:{expected}"


@pytest.mark.parametrize("value", [math.nan, math.inf, "\ud800"], ids=ascii)
def test_what_json_cannot_carry_is_refused(value):
    with pytest.raises(ValueError, match=r"JSON|surrogates"):
        canonical_json({"a": value})


def test_what_is_no_json_is_refused():
    with pytest.raises(TypeError):
        canonical_json({"a": {1, 2}})
