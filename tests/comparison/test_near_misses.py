"""What was kept apart, and why."""

from comparison_samples import claim, found


def test_one_entry_for_two_groups_and_a_reason():
    claims = [
        claim("a1", 80_000, "a", "the police", property="crowd_size", place="capital"),
        claim("b1", 80_000, "b", "the prefecture", property="crowd_size", place="capital"),
        claim("a2", 1_120_000, "a", "the ministry", property="crowd_size", place="nationwide"),
    ]
    (entry,) = found(claims).not_compared
    assert entry.aspect == "place"
    assert "another place: nationwide against capital. So for 1 more pair of figures." in entry.because


def test_a_part_that_is_more_than_its_whole_is_a_doubt_worth_telling():
    claims = [
        claim("a", 48, "a", "the state"),
        claim("b", 71, "b", "the doctors", part="three wards"),
    ]
    (entry,) = found(claims).not_compared
    assert "yet the part is more than the whole" in entry.because


def test_another_thing_altogether_is_no_near_miss():
    assert found([claim("a", 48, "a"), claim("b", 71, "b", property="injured")]).not_compared == ()


def test_what_would_settle_a_conflict():
    claims = [
        claim("a", 27, "a", "the ministry", place="tovuz"),
        claim("b", 64, "b", "the hospitals", days=None),
    ]
    (fact,) = found(claims).facts
    assert fact.verdict.settle == "Which day each figure is for; whether 64 too is for Tovuz (place)."
