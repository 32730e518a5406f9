"""The bill of materials: every package of the lock, in CycloneDX's shape."""

import json
import re
from datetime import UTC, datetime
from io import StringIO

import jsonschema_rs
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from config.bill_of_materials import bill_of_materials

LOCKS = ["requirements.lock", "requirements-server.lock", "requirements-dev.lock"]
TEXT = {"type": "string", "minLength": 1}
# The part of the CycloneDX 1.6 schema that this document uses, as strict as there.
HASHES = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["alg", "content"],
        "additionalProperties": False,
        "properties": {
            "alg": {"enum": ["SHA-256"]},
            "content": {"type": "string", "pattern": "^[a-f0-9]{64}$"},
        },
    },
}
COMPONENT = {
    "type": "object",
    "required": ["type", "name"],
    "additionalProperties": False,
    "properties": {
        "type": {"enum": ["application", "library"]},
        "bom-ref": TEXT,
        "name": TEXT,
        "version": {"type": "string", "maxLength": 1024},
        "purl": TEXT,
        "externalReferences": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["url", "type"],
                "additionalProperties": False,
                "properties": {
                    "url": TEXT,
                    "type": {"enum": ["distribution"]},
                    "hashes": HASHES,
                },
            },
        },
        "properties": {
            "type": "array",
            "items": {"type": "object", "required": ["name"]},
        },
    },
}
SHAPE = {
    "type": "object",
    "required": ["bomFormat", "specVersion"],
    "additionalProperties": False,
    "properties": {
        "bomFormat": {"const": "CycloneDX"},
        "specVersion": {"const": "1.6"},
        "serialNumber": {
            "type": "string",
            "pattern": "^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
        },
        "version": {"type": "integer", "minimum": 1},
        "metadata": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "timestamp": {"type": "string", "format": "date-time"},
                "component": COMPONENT,
            },
        },
        "components": {"type": "array", "items": COMPONENT, "uniqueItems": True},
        "dependencies": {"type": "array", "uniqueItems": True},
    },
}


@pytest.mark.parametrize("lock", LOCKS)
def test_it_has_cyclonedx_shape_and_every_package_of_the_lock(lock):
    path = settings.BASE_DIR / lock
    document = bill_of_materials(path, datetime.now(UTC))

    jsonschema_rs.validate(SHAPE, document)
    pinned = re.findall(r"^([\w.-]+)", path.read_text(), re.MULTILINE)
    assert [row["name"] for row in document["components"]] == pinned
    refs = [row["bom-ref"] for row in document["components"]]
    assert document["dependencies"][0]["dependsOn"] == refs


def test_one_command_prints_it():
    out = StringIO()

    call_command("sbom", stdout=out)

    assert json.loads(out.getvalue())["specVersion"] == "1.6"


@pytest.mark.parametrize("line", ["django>=5.2", "django==5.2.1", "-e ."])
def test_a_lock_that_pins_nothing_is_refused(tmp_path, line):
    lock = tmp_path / "a.lock"
    lock.write_text(f"{line}\n")

    with pytest.raises(CommandError):
        call_command("sbom", lock=lock, stdout=StringIO())
