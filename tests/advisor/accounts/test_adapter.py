"""Who is counted at sign-up, log-in and reset: the one every other limit counts."""

import pytest

from advisor.accounts.adapter import AccountAdapter
from guide.limits import caller_address


@pytest.mark.parametrize(
    ("proxies", "headers", "counted"),
    [
        (0, {"HTTP_X_FORWARDED_FOR": "203.0.113.9"}, "192.0.2.1"),
        (1, {"HTTP_X_FORWARDED_FOR": "198.51.100.7, 203.0.113.9"}, "203.0.113.9"),
        (1, {"HTTP_X_FORWARDED_FOR": "2001:db8:1:2::5"}, "2001:0db8:0001:0002::/64"),
    ],
)
def test_it_is_the_address_all_limits_count(rf, settings, proxies, headers, counted):
    settings.NINJA_NUM_PROXIES = proxies
    request = rf.get("/", REMOTE_ADDR="192.0.2.1", **headers)

    assert AccountAdapter(request).get_client_ip(request) == counted
    assert caller_address(request) == counted


def test_one_network_has_one_allowance(rf):
    first, second, other = (
        AccountAdapter().get_client_ip(rf.get("/", REMOTE_ADDR=address))
        for address in ("2001:db8::1", "2001:db8::ffff:2", "2001:db8:0:1::1")
    )

    assert first == second != other
