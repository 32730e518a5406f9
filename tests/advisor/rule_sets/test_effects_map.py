import copy

from advisor.documents.catalogue import Catalogue
from advisor.rule_sets.effects_map import effects_map
from tests.advisor.small_document import small_document


def mapped(document=None):
    return effects_map(Catalogue(document or small_document()))


def question(name, document=None):
    return next(row for row in mapped(document).questions if row.id == name)


def test_the_columns_are_the_criteria_a_question_moves():
    assert question("use").criteria == ("Weight", "Reach")
    assert question("money").criteria == ("Weight", "Price")


def test_a_cell_says_the_points_and_how_strong_they_are():
    hold, write, both = question("use").rows

    assert [(cell.text, cell.level, cell.sign) for cell in hold.cells] == [
        ("+6", 4, "plus"),
        ("", 0, ""),
    ]
    assert [cell.text for cell in both.cells] == ["+3", "+3"]
    assert both.cells[0].level == 2
    assert write.cells[0].text == ""


def test_points_taken_away_are_told_apart():
    _, much = question("money").rows

    assert [(cell.text, cell.sign) for cell in much.cells] == [
        ("+1", "plus"),
        ("\u22121", "minus"),
    ]


def test_the_margin_is_points_times_the_difference_of_scores():
    hold, write, both = question("use").rows

    # Weight: 9 against 3. Reach: 3 against 9. Six points each.
    assert (hold.margin, hold.favours, hold.width) == ("+36 for Rock", "rock", 1000)
    assert (write.margin, write.favours, write.width) == (
        "+36 for Paper",
        "paper",
        1000,
    )
    assert (both.margin, both.favours, both.width) == ("no change", "", 0)


def test_a_question_says_how_far_its_answers_lie_apart():
    assert question("use").reach == "Its answers lie up to 72 apart."
    assert question("rules").reach == ""


def test_an_option_that_rules_out_names_whom():
    _, water, deep = question("place").rows

    assert (water.rules_out, deep.rules_out) == ("Rock", "Paper")


def test_with_three_the_margin_is_between_the_most_and_the_least_helped():
    document = copy.deepcopy(small_document())
    scissors = {**copy.deepcopy(document["frameworks"][0]), "id": "cut", "label": "Cut"}
    scissors["scores"]["weight"] = {"low": 10, "best": 10, "high": 10}
    document["frameworks"].append(scissors)

    assert question("use", document).rows[0].margin == "+42 for Cut"
    assert "helps least" in mapped(document).margin_note


def test_the_shipped_rule_set_has_a_row_for_every_option(document):
    rows = [row for item in mapped(document).questions for row in item.rows]

    assert len(rows) == sum(len(item["options"]) for item in document["questions"])
    assert max(row.width for row in rows) == 1000


def test_a_rule_set_without_points_is_all_empty():
    document = copy.deepcopy(small_document())
    for item in document["questions"]:
        for option in item["options"]:
            option["points"] = {}

    assert {row.margin for item in mapped(document).questions for row in item.rows} == {
        "no change"
    }
