from config.page_cache.proxy_files import forget

KEY = "0123456789abcdef0123456789abcdef"


def test_cached_pages_go_and_everything_else_stays(tmp_path):
    (tmp_path / KEY).write_text("a page")
    (tmp_path / f"{KEY}.0000000001").write_text("nginx is writing this")
    (tmp_path / "notes.txt").write_text("not ours")

    assert forget(tmp_path) == 1

    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f"{KEY}.0000000001",
        "notes.txt",
    ]


def test_a_folder_that_is_not_there_yet_is_empty(tmp_path):
    assert forget(tmp_path / "later") == 0
