"""Which machines may be asked."""

from urllib.parse import urlsplit

import pytest

from guide.age.links.addresses import RefusedError, is_public, machines, parts_of


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1"])
def test_a_public_machine_may_be_asked(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",
        "192.0.2.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    ],
)
def test_a_machine_inside_may_not(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
    ],
)
def test_other_ways_to_write_it_lead_nowhere_else(url):
    with pytest.raises(RefusedError):
        machines(urlsplit(url), allow_private=False)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "ftp://example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "//example.org/",
        "http://",
        "http:///path",
        "http://[",
        "http://example.org:99999/",
        "http://example.org:x/",
        "http://example.org:0/",
        "http://me@example.org/",
        "http://me:secret@example.org/",
        "http://exa mple.org/",
    ],
)
def test_what_is_no_plain_web_address_is_refused(url):
    with pytest.raises(RefusedError):
        parts_of(url)
