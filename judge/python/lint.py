"""cfn-lint: `synthesized` reads templates as they are, `folded` each statement with literal ARNs."""

import json
import subprocess
import sys
from pathlib import Path

from cfnlint.version import __version__

from verdict import announce, constructs, documents, is_ours, templates

PARTITIONS = ("aws", "aws-cn", "aws-us-gov")
# Of a partition, so that actions and ARNs are those that it has.
REGIONS = {"aws": "eu-central-1", "aws-cn": "cn-north-1", "aws-us-gov": "us-gov-west-1"}

# What the judge must find, or it judges nothing.
BROKEN = [
    {"Sid": "Unknown", "Effect": "Allow", "Action": ["s3:GetObjekt"], "Resource": ["my-bucket"]},
    {"Sid": "Elsewhere", "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": ["arn:aws:sqs:eu-central-1:111122223333:q"]},
]


def run(files, *options):
    command = [str(Path(sys.executable).parent / "cfn-lint"), "--format", "json", "--non-zero-exit-code", "none"]
    output = subprocess.run([*command, *options, "--", *map(str, files)], capture_output=True, text=True, check=False)
    if output.returncode != 0:
        sys.exit(output.stdout + output.stderr)
    return json.loads(output.stdout)


def synthesized(folder):
    names = constructs(folder)
    files = sorted(Path(folder, "synthesized").glob("*.json"))
    canary = Path(folder, "broken.json")
    canary.write_text(json.dumps({"Resources": {"Broken": policy(*BROKEN)}}))
    findings = []
    for match in alert(run([*files, canary]), "E3510", "W3037"):
        construct = names[Path(match["Filename"]).stem]
        path = match["Location"]["Path"] or []
        findings.append(f"{construct} {match['Rule']['Id']} {'/'.join(map(str, path[3:5]))}: {match['Message']}")
    announce(f"{len(files)} templates as synthesized, by cfn-lint {__version__}", findings)


def folded(folder):
    """Each statement once, as a managed policy of its own."""
    findings, total = [], 0
    for partition in PARTITIONS:
        distinct = {}
        names = constructs(folder)
        for row, template in templates(folder, partition).items():
            for logical_id, document in documents(template):
                for statement in document["Statement"] if is_ours(logical_id) else []:
                    distinct.setdefault(json.dumps([names[row], statement]), [statement])
        total += len(distinct)
        distinct["broken"] = BROKEN
        keys = list(distinct)
        files = []
        for start in range(0, len(keys), 100):
            resources = {f"Policy{index}": policy(*distinct[keys[index]])
                         for index in range(start, min(start + 100, len(keys)))}
            files.append(Path(folder, f"statements-{partition}-{start}.json"))
            files[-1].write_text(json.dumps({"Resources": resources}))
        for match in alert(run(files, "-c", "I3510", "--regions", REGIONS[partition]), "W3037", "I3510"):
            construct, statement = json.loads(keys[int(match["Location"]["Path"][1].removeprefix("Policy"))])
            findings.append(f"{construct} {statement.get('Sid')} {match['Rule']['Id']}: {match['Message']}")
    announce(f"{total} statements with literal ARNs in {len(PARTITIONS)} partitions, by cfn-lint {__version__}", findings)


def alert(matches, *rules):
    """The matches but for those of the broken statement, which must be there."""
    ids = {match["Rule"]["Id"] for match in matches if is_broken(match)}
    if not ids.issuperset(rules):
        sys.exit(f"cfn-lint finds {sorted(ids)} in a broken statement, not {rules}")
    return [match for match in matches if not is_broken(match)]


def is_broken(match):
    template = json.loads(Path(match["Filename"]).read_text())
    path = match["Location"]["Path"] or []
    return path[:1] == ["Resources"] and template["Resources"].get(path[1]) == policy(*BROKEN)


def policy(*statements):
    return {"Type": "AWS::IAM::ManagedPolicy", "Properties": {
        "PolicyDocument": {"Version": "2012-10-17", "Statement": list(statements)},
    }}


{"synthesized": synthesized, "folded": folded}[sys.argv[1]](sys.argv[2])
