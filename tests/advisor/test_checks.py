from advisor import checks


def test_this_machine_rounds_as_every_other_does():
    assert checks.check_gamma_table(None) == []


def test_a_machine_that_rounds_differently_is_refused(monkeypatch):
    monkeypatch.setattr(checks, "GAMMA_TABLE_SHA256", "of another machine")

    (found,) = checks.check_gamma_table(None)

    assert found.id == "advisor.E001"
