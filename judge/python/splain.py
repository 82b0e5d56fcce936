"""cloudsplaining: which policies let their holder become somebody else, or carry data away."""

import json
import sys
from pathlib import Path

from cloudsplaining.bin.version import __version__
from cloudsplaining.scan.policy_document import PolicyDocument

from verdict import announce, constructs, documents, is_ours, templates

PARTITIONS = ("aws", "aws-cn", "aws-us-gov")
KINDS = {
    "escalation": lambda policy: [method["type"] for method in policy.allows_privilege_escalation],
    "exfiltration": lambda policy: policy.allows_data_exfiltration_actions,
    "permissions": lambda policy: policy.permissions_management_without_constraints,
}


def judge(statements):
    """What the statements allow on everything."""
    policy = PolicyDocument({"Version": "2012-10-17", "Statement": statements})
    return {f"{kind} {finding}" for kind, find in KINDS.items() for finding in find(policy)}


def vendor(documented):
    """What the documents of the vendors allow, by platform, each document alone."""
    found = {}
    for path in sorted(Path(documented).glob("*/*.json")):
        document = json.loads(path.read_text())
        if document["kind"] != "permissions":
            continue
        statements = [{"Effect": "Allow", "Action": statement["actions"], "Resource": statement.get("resources", ["*"]),
                       **({"Condition": statement["conditions"]} if statement.get("conditions") else {})}
                      for statement in document["statements"]]
        found.setdefault(path.parent.name, set()).update(judge(statements))
    return found


def attributed(statements):
    """Each finding with the Sids that have it alone, or `together`."""
    alone = {statement.get("Sid"): judge([statement]) for statement in statements}
    for finding in judge(statements):
        yield [sid for sid, found in alone.items() if finding in found] or ["together"], finding


def main(folder, documented):
    if "escalation CreateEC2WithExistingIP" not in judge([{
            "Effect": "Allow", "Action": ["iam:PassRole", "ec2:RunInstances"], "Resource": ["*"]}]):
        sys.exit("cloudsplaining finds nothing in a policy that passes every role to a new machine")
    names, findings, ours, judged = constructs(folder), set(), {}, set()
    platforms = {names[row]: row.split(".")[0] for row in names if not row.startswith("pairs.")}
    for partition in PARTITIONS:
        for row, template in templates(folder, partition).items():
            # All that one role or user gets, whatever policies it stands in.
            statements = [statement for logical_id, document in documents(template) if is_ours(logical_id)
                          for statement in document["Statement"]]
            key = json.dumps([names[row], statements])
            if key in judged:
                continue
            judged.add(key)
            for sids, finding in attributed(statements):
                findings |= {f"{names[row]} {sid} {finding}" for sid in sids}
                ours.setdefault(platforms[names[row]], set()).add(finding)
    theirs = vendor(documented)
    for platform, found in ours.items():
        if len(found) >= len(theirs.get(platform, ())):
            findings.add(f"{platform} has {len(found)} findings, its vendor's documents {len(theirs.get(platform, ()))}")
    comparison = ", ".join(f"{platform} {len(ours.get(platform, ()))} findings, its vendor {len(found)}"
                           for platform, found in sorted(theirs.items()))
    announce(f"{len(judged)} roles and policies with literal ARNs, by cloudsplaining {__version__}: {comparison}",
             findings)


main(*sys.argv[1:])
