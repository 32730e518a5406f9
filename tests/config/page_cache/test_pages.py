from config.page_cache.pages import Pages
from config.page_cache.stored_page import stored_page


def page(size: int):
    return stored_page(b"x" * size, [], 0)


def test_the_page_used_longest_ago_makes_room():
    pages = Pages(1600)
    for name in range(16):
        pages.put(name, page(100))
    pages.get(0)

    pages.put("new", page(100))

    assert pages.get(0) is not None
    assert pages.get(1) is None
    assert pages.size == 1600


def test_a_page_put_again_takes_its_room_once():
    pages = Pages(1600)
    pages.put("a", page(100))
    pages.put("a", page(50))

    assert (len(pages), pages.size) == (1, 50)


def test_one_page_never_takes_all_the_room():
    pages = Pages(1600)
    pages.put("large", page(101))

    assert len(pages) == 0


def test_forgetting_leaves_nothing():
    pages = Pages(1600)
    pages.put("a", page(100))
    pages.forget_all()

    assert (len(pages), pages.size) == (0, 0)
