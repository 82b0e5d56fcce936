"""cfn-lint reads the templates as synthesized."""

import json
import subprocess
import sys
from pathlib import Path

from cfnlint.version import __version__

from verdict import announce, constructs

# The judge must find these, otherwise it does not work.
BROKEN = {"Type": "AWS::IAM::ManagedPolicy", "Properties": {"PolicyDocument": {"Version": "2012-10-17", "Statement": [
    {"Sid": "Broken", "Effect": "Allow", "Action": ["s3:GetObjekt"], "Resource": ["my-bucket"]},
]}}}
RULES = {"E3510", "W3037"}


def run(files):
    command = [str(Path(sys.executable).parent / "cfn-lint"), "--format", "json", "--non-zero-exit-code", "none"]
    output = subprocess.run([*command, "--", *map(str, files)], capture_output=True, text=True, check=False)
    if output.returncode != 0:
        sys.exit(output.stdout + output.stderr)
    return json.loads(output.stdout)


def main(folder):
    names = constructs(folder)
    files = sorted(Path(folder, "synthesized").glob("*.json"))
    broken = Path(folder, "broken.json")
    broken.write_text(json.dumps({"Resources": {"Broken": BROKEN}}))
    findings, rules = [], set()
    for match in run([*files, broken]):
        rule, file, path = match["Rule"]["Id"], Path(match["Filename"]), match["Location"]["Path"] or []
        if file.name == broken.name:
            rules.add(rule)
        else:
            findings.append(f"{names[file.stem]} {rule} {'/'.join(map(str, path[3:5]))}: {match['Message']}")
    if not rules.issuperset(RULES):
        sys.exit(f"cfn-lint finds {sorted(rules)} in a broken statement, not {sorted(RULES)}")
    announce(f"{len(files)} templates as synthesized, by cfn-lint {__version__}", findings)


main(sys.argv[1])
