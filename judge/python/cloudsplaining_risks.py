"""cloudsplaining: finds policies that allow privilege escalation or data exfiltration."""

import json
import sys
from pathlib import Path

from cloudsplaining.bin.version import __version__
from cloudsplaining.scan.policy_document import PolicyDocument

from verdict import announce, documents, is_ours, rows, templates

PARTITIONS = ("aws", "aws-cn", "aws-us-gov")
# The wide forms of the vendors' pages are opt-in and cause warnings. By warning, the prefixes of the Sids that each
# widens.
LOUD = {"privilegedIamAccess": "IamAccess", "unrestrictedAccess": "", "unrestrictedBeanstalkResources": "",
        "unrestrictedSageMakerApi": ("NotebookInstanceCallUnrestricted", "StudioCallUnrestricted")}
NO_SID = " "
TOGETHER = "together"
KINDS = {
    "escalation": lambda policy: [method["type"] for method in policy.allows_privilege_escalation],
    "exfiltration": lambda policy: policy.allows_data_exfiltration_actions,
    "permissions": lambda policy: policy.permissions_management_without_constraints,
}


def judge(statements):
    """What the statements allow on all resources."""
    policy = PolicyDocument({"Version": "2012-10-17", "Statement": statements})
    return {f"{kind} {finding}" for kind, find in KINDS.items() for finding in find(policy)}


def vendor(documented):
    """What each document of the vendors allows, by platform."""
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
    """Each finding with the Sids that cause it alone, or `together`."""
    alone = {statement.get("Sid"): judge([statement]) for statement in statements}
    for finding in judge(statements):
        yield [sid for sid, found in alone.items() if finding in found] or [TOGETHER], finding


def is_loud(sid, warnings):
    """Whether one of the warnings covers the statement, or one of those that cause the finding together."""
    return any(sid == TOGETHER or sid.startswith(LOUD.get(warning, NO_SID)) for warning in warnings)


def main(folder, documented):
    if "escalation CreateEC2WithExistingIP" not in judge([{
            "Effect": "Allow", "Action": ["iam:PassRole", "ec2:RunInstances"], "Resource": ["*"]}]):
        sys.exit("cloudsplaining finds nothing in a policy that passes every role to a new machine")
    known, quiet, asked_for, judged = rows(folder), set(), set(), set()
    platforms = {row["construct"]: row["platform"] for row in known.values()}
    by_platform = {platform: set() for platform in platforms.values()}
    # A boundary grants nothing.
    granting = {row["construct"] for row in known.values()} - {"ParallelClusterPermissionsBoundary"}
    for partition in PARTITIONS:
        for name, template in templates(folder, partition).items():
            construct = known[name]["construct"]
            warnings = [warning for warning in known[name]["warnings"] if warning in LOUD]
            # Combines all policies of one role or user.
            statements = [statement for logical_id, document in documents(template) if is_ours(logical_id)
                          for statement in document["Statement"]]
            key = json.dumps([construct, warnings, statements])
            if key in judged:
                continue
            judged.add(key)
            for sid, finding in ((sid, finding) for sids, finding in attributed(statements) for sid in sids):
                is_asked_for = is_loud(sid, warnings)
                (asked_for if is_asked_for else quiet).add((construct, sid, finding))
                if not is_asked_for and construct in granting:
                    by_platform[platforms[construct]].add(finding)
    theirs = vendor(documented)
    findings = [f"{construct} {sid} {finding}" for construct, sid, finding in quiet]
    findings += [f"{construct} {sid} {finding} where a warning says so" for construct, sid, finding in asked_for - quiet]
    for platform, found in by_platform.items():
        if found and len(found) >= len(theirs[platform]):
            findings.append(f"{platform} has {len(found)} findings, its vendor's documents {len(theirs[platform])}")
    comparison = ", ".join(f"{platform} {len(found)} without a warning (its vendor {len(theirs.get(platform, ()))})"
                           for platform, found in sorted(by_platform.items()))
    announce(f"{len(judged)} roles and policies with literal ARNs, by cloudsplaining {__version__}: {comparison}",
             findings)


main(*sys.argv[1:])
