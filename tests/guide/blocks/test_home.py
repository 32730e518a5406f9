"""Entry points of the home page lead into this site."""

import pytest
from django.core.exceptions import ValidationError

from guide.blocks.home import EntryBlock

LINK = EntryBlock().child_blocks["link"]


@pytest.mark.parametrize("link", ["/", "/guide/", "/search?q=orm", "/claims/#all"])
def test_an_entry_leads_into_the_site(link):
    assert LINK.clean(link) == link


@pytest.mark.parametrize(
    "link",
    ["//evil.example/", "/\\evil.example", "https://evil.example/", "guide/", ""],
)
def test_an_entry_never_leads_elsewhere(link):
    with pytest.raises(ValidationError):
        LINK.clean(link)
