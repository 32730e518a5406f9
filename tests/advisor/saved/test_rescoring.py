import uuid

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from advisor.editing.actions import publish_rule_set
from advisor.models import Notice, Recommendation
from advisor.saved import rescoring
from advisor.saved.actions import (
    delete_recommendation,
    restore_recommendation,
    save_recommendation,
    update_recommendation,
)
from advisor.saved.rescoring import check_against_current, rescore, unchecked
from tests.advisor.newer_versions import publish_paper_weighing
from tests.advisor.small_document import small_document
from tests.advisor.views.conftest import publish


@pytest.fixture
def small_version(db):
    return publish(small_document())


@pytest.fixture
def save(member, small_version):
    def saved(answers, owner=member, version=small_version, **more):
        return save_recommendation(
            owner=owner, version=version, answers=answers, title="Door", **more
        )

    return saved


def test_every_saved_one_gets_its_standing_and_its_cause(save):
    door, paper = save({"use": "hold"}), save({"use": "write"})
    version = publish_paper_weighing(10)

    assert rescore(version) == 2

    notice = Notice.objects.get(recommendation=door)
    assert (notice.kind, notice.version) == ("another", version)
    assert notice.headline == "Would now be: Paper"
    assert "the score of Paper on Weight changed from 3 to 10" in notice.cause
    assert Notice.objects.get(recommendation=paper).kind in ("holds", "stronger")


def test_a_verdict_that_only_lost_some_margin_still_holds(save):
    door = save({"use": "hold"})

    rescore(publish_paper_weighing(4))

    assert door.notices.get().headline == "Still holds: Rock"
    assert "the margin fell from 36 to 28" in door.notices.get().cause


def test_running_twice_doubles_nothing(save):
    save({"use": "hold"})
    version = publish_paper_weighing(10)
    rescore(version)

    assert rescore(version) == 0
    assert Notice.objects.count() == 1


def test_a_run_that_was_cut_off_goes_on_where_it_was(save, monkeypatch):
    for _ in range(7):
        save({"use": "hold"})
    version = publish_paper_weighing(10)
    monkeypatch.setattr(rescoring, "BATCH", 3)
    write, written = rescoring._write, []

    def cut_off_in_the_third_batch(*batch):
        if len(written) == 2:
            raise KeyboardInterrupt
        written.append(write(*batch))

    monkeypatch.setattr(rescoring, "_write", cut_off_in_the_third_batch)
    with pytest.raises(KeyboardInterrupt):
        rescore(version)
    assert Notice.objects.count() == 6

    monkeypatch.setattr(rescoring, "_write", write)

    assert rescore(version) == 1
    assert Notice.objects.count() == 7


def test_two_runs_at_once_make_one_notice_each(save, monkeypatch):
    save({"use": "hold"})
    version = publish_paper_weighing(10)
    write = rescoring._write

    def overtaken(*batch):
        write(*batch)  # the other run
        write(*batch)

    monkeypatch.setattr(rescoring, "_write", overtaken)
    rescore(version)

    assert Notice.objects.count() == 1


def test_the_database_refuses_a_second_notice(save):
    door = save({"use": "hold"})
    rescore(publish_paper_weighing(10))
    second = door.notices.get()
    second.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        second.save(force_insert=True)


def test_deleted_ones_are_left_alone_until_they_come_back(
    save, django_capture_on_commit_callbacks
):
    door = save({"use": "hold"})
    delete_recommendation(recommendation=door)
    assert rescore(publish_paper_weighing(10)) == 0

    with django_capture_on_commit_callbacks(execute=True):
        restore_recommendation(recommendation=door)

    assert door.notices.get().kind == "another"


def test_one_saved_under_the_newest_version_has_nothing_to_hear(save):
    version = publish_paper_weighing(10)
    save({"use": "hold"}, version=version)

    assert rescore(version) == 0


def test_one_saved_under_an_older_version_hears_at_once(
    save, django_capture_on_commit_callbacks
):
    publish_paper_weighing(10)

    with django_capture_on_commit_callbacks(execute=True):
        door = save({"use": "hold"})

    assert door.notices.get().kind == "another"


def test_other_answers_have_another_standing(save, django_capture_on_commit_callbacks):
    door = save({"use": "hold"})
    rescore(publish_paper_weighing(10))

    with django_capture_on_commit_callbacks(execute=True):
        update_recommendation(recommendation=door, answers={"use": "write"})

    assert door.notices.get().kind in ("holds", "stronger")


def test_a_new_title_keeps_what_was_said(save):
    door = save({"use": "hold"})
    rescore(publish_paper_weighing(10))

    update_recommendation(recommendation=door, title="Another")

    assert door.notices.count() == 1


def test_a_run_ends_when_a_newer_version_is_published(save):
    save({"use": "hold"})
    old = publish_paper_weighing(10)
    publish_paper_weighing(4)

    assert rescore(old) == 0
    assert not Notice.objects.exists()


def test_answers_are_worked_out_once_for_everybody(save, monkeypatch):
    for _ in range(5):
        save({"use": "hold"})
    asked = []
    compare = rescoring.compare_versions

    def counted(*args):
        asked.append(args)
        return compare(*args)

    monkeypatch.setattr(rescoring, "compare_versions", counted)
    rescore(publish_paper_weighing(10))

    assert Notice.objects.count() == 5
    assert len(asked) == 1


def test_answers_that_are_gone_are_named_in_the_cause(save):
    door = save({"money": "much", "use": "hold"})
    document = small_document()
    document["questions"] = [q for q in document["questions"] if q["id"] != "money"]

    rescore(publish(document))

    assert "does not have your answer “Much”" in door.notices.get().cause


def test_a_batch_takes_few_queries(save, django_assert_max_num_queries):
    for _ in range(30):
        save({"use": "hold"})
    version = publish_paper_weighing(10)

    with django_assert_max_num_queries(11):
        rescore(version)


def test_publishing_rescores_once_it_is_committed(
    member, first_version, rule_set, django_capture_on_commit_callbacks
):
    saved = save_recommendation(
        owner=member, version=first_version, answers={}, title="Site"
    )
    rule_set.title = "Another one"
    rule_set.save_revision()

    with django_capture_on_commit_callbacks(execute=True):
        version = publish_rule_set(rule_set=rule_set)
        assert not Notice.objects.exists()

    assert saved.notices.get().version == version


def test_publishing_the_same_again_tells_nobody(
    member, first_version, rule_set, django_capture_on_commit_callbacks
):
    save_recommendation(owner=member, version=first_version, answers={}, title="Site")

    with django_capture_on_commit_callbacks(execute=True):
        publish_rule_set(rule_set=rule_set)

    assert not Notice.objects.exists()


def test_the_command_goes_on_with_a_run_and_says_so(save, capsys):
    save({"use": "hold"})
    publish_paper_weighing(10)

    call_command("rescore")
    call_command("rescore")

    first, _, second, again = (
        line for line in capsys.readouterr().out.splitlines() if "mails" in line or line
    )
    assert first == "1 left to check ..."
    assert second == "0 left to check ..."
    assert again.startswith("Checked 0 against version")
    assert Notice.objects.count() == 1


def test_checking_what_does_not_exist_does_no_harm(small_version):
    check_against_current(uuid.uuid4(), 0)

    assert not Notice.objects.exists()


def test_what_is_left_to_check_is_counted_for_this_version_alone(save):
    save({"use": "hold"})
    older = publish_paper_weighing(4)
    rescore(older)
    newer = publish_paper_weighing(10)

    assert unchecked(older).count() == 0
    assert unchecked(newer).count() == Recommendation.objects.count() == 1
