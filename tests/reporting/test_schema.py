import json
from pathlib import Path

import jsonschema
import pytest
from reporting_samples import DOCUMENTS, nothing_in_conflict, sample

from reconcile.model import (
    Direction,
    Extraction,
    Findings,
    Kind,
    Modifier,
    Report,
    Settings,
    Severity,
    Stance,
    VerdictKind,
)
from reconcile.reporting.jsonout import claims_jsonl, report_json
from reconcile.reporting.tables import CLAIM_COLUMNS

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "schema.json").read_text(encoding="utf-8"))


def definition(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("report", [sample(), nothing_in_conflict(), Report((), (), Findings(()), (), Settings(), "0")])
def test_every_report_keeps_to_it(report: Report) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(report_json(report)))


def test_a_line_of_claims_keeps_to_it() -> None:
    extractions = [Extraction(one, tuple(c for c in sample().claims if c.doc == one.id)) for one in DOCUMENTS]
    for line in claims_jsonl(extractions):
        definition("claim").validate(json.loads(line))


@pytest.mark.parametrize(
    ("name", "field", "kinds"),
    [
        ("claim", "modifier", Modifier),
        ("claim", "kind", Kind),
        ("claim", "stance", Stance),
        ("claim", "direction", Direction),
        ("fact", "verdict", VerdictKind),
        ("fact", "severity", Severity),
        ("comparison", "outcome", VerdictKind),
    ],
)
def test_it_names_every_value_that_the_program_can_print(name: str, field: str, kinds: type) -> None:
    known = set(SCHEMA["$defs"][name]["properties"][field]["enum"]) - {None}
    assert known == {one.value for one in kinds}


def test_the_columns_of_tables_are_its_fields() -> None:
    assert list(CLAIM_COLUMNS) == list(SCHEMA["$defs"]["claim"]["properties"])


def test_every_field_is_described() -> None:
    for name, definition in SCHEMA["$defs"].items():
        for field, about in definition["properties"].items():
            assert about.get("description") or "$ref" in about or "anyOf" in about, f"{name}.{field}"
