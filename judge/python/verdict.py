"""Functions that all judges share."""

import json
from pathlib import Path


def announce(judged, findings):
    print(json.dumps({"judged": judged, "findings": sorted(set(findings))}))


def templates(folder, kind):
    """The templates by the names of their rows."""
    return {path.stem: json.loads(path.read_text()) for path in sorted(Path(folder, kind).glob("*.json"))}


def constructs(folder):
    """The class of the construct of each row."""
    return {name: row["construct"] for name, row in rows(folder).items()}


def rows(folder):
    """Facts about each row: its construct, and the ids of its warnings."""
    return json.loads(Path(folder, "rows.json").read_text())


def as_list(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def documents(template):
    """Each policy of a folded template: its logical id and its document."""
    for logical_id, resource in template["Resources"].items():
        properties = resource.get("Properties", {})
        if resource["Type"] == "AWS::IAM::Role":
            for policy in as_list(properties.get("Policies")):
                yield logical_id, policy["PolicyDocument"]
        elif resource["Type"] in ("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy"):
            yield logical_id, properties["PolicyDocument"]


def is_ours(logical_id):
    return logical_id.startswith("Subject")
