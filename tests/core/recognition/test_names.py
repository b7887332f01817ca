"""Of names that overlap the surer stays, of equally sure ones the longer."""

from service.core.recognition.names import Name, choose_names


def test_the_surer_name_stays() -> None:
    sure, unsure = Name(1, 2, "place", "listed", 0.9), Name(0, 3, "person", "tagger", 0.7)
    assert choose_names([unsure, sure]) == [sure]


def test_the_longer_of_two_equally_sure_names_stays() -> None:
    long, short = Name(0, 3, "organization", "listed", 0.9), Name(1, 2, "place", "listed", 0.9)
    assert choose_names([short, long]) == [long]


def test_names_come_in_order_and_empty_ones_go() -> None:
    late, early = Name(5, 6, "place", "listed", 0.9), Name(0, 1, "place", "listed", 0.7)
    assert choose_names([late, Name(3, 3, "person", "tagger", 1), early]) == [early, late]
