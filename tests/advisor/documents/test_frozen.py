from advisor.documents.frozen import (
    REMEMBERED_VERSIONS,
    FrozenDocument,
    known,
    parsed,
    remember,
)
from advisor.engine import digest_of


def frozen(document, **changes) -> FrozenDocument:
    changed = {**document, **changes}
    return FrozenDocument(digest_of(changed), changed)


def test_a_document_is_parsed_once(document):
    one, same = frozen(document), frozen(dict(reversed(document.items())))

    assert parsed(one) is parsed(same)


def test_what_is_remembered_has_sorted_keys(document):
    entry = remember(frozen(document, title="Sorted"))

    assert list(entry.document) == sorted(entry.document)
    assert entry.document == {**document, "title": "Sorted"}


def test_the_oldest_is_forgotten_first(document):
    first = frozen(document, title="first")
    remember(first)

    for number in range(REMEMBERED_VERSIONS):
        remember(frozen(document, title=f"later {number}"))

    assert known(first.digest) is None
    assert parsed(first).criteria
