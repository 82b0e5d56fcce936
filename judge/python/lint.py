"""cfn-lint reads the templates as synthesized, and what several have once."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from cfnlint.version import __version__

from verdict import announce, constructs, documents

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


def unread(text, read):
    """
    The template without the statements that an earlier one has, too: most of the time goes to statements. What concerns
    whole documents and templates is proved elsewhere: moto refuses a Sid that stands twice, and the judge that makes
    the templates refuses circles of references. A statement that refers to a parameter stays: it may be its only use.
    """
    template, whole = json.loads(text), json.loads(text)
    for _, document in documents(template):
        statements, document["Statement"] = document["Statement"], []
        for statement in statements:
            names = sorted(references(statement))
            meaning = json.dumps([statement, *map(whole["Resources"].get, names)])
            if meaning not in read or not whole.get("Parameters", {}).keys().isdisjoint(names):
                document["Statement"].append(statement)
            read.add(meaning)
    return template


def references(value):
    """The names of the resources and parameters that a value refers to."""
    if isinstance(value, dict) and set(value) == {"Ref"}:
        return {value["Ref"]}
    if isinstance(value, dict) and set(value) == {"Fn::GetAtt"}:
        return {value["Fn::GetAtt"][0]}
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return set().union(*map(references, parts))


def main(folder, released):
    released = sorted(Path(released).glob("*.json"))
    names = {**constructs(folder), **{path.stem: path.stem for path in released}}
    paths = sorted(Path(folder, "synthesized").glob("*.json"))
    read = set()
    distinct = {json.dumps(unread(path.read_text(), read)): path.name for path in paths}
    written = Path(folder, "unread")
    shutil.rmtree(written, ignore_errors=True)
    written.mkdir()
    for text, name in distinct.items():
        (written / name).write_text(text)
    broken = Path(folder, "broken.json")
    broken.write_text(json.dumps({"Resources": {"Broken": BROKEN}}))
    findings, rules = [], set()
    for match in run([*written.iterdir(), *released, broken]):
        rule, file, path = match["Rule"]["Id"], Path(match["Filename"]), match["Location"]["Path"] or []
        if file.name == broken.name:
            rules.add(rule)
        else:
            findings.append(f"{names[file.stem]} {rule} {'/'.join(map(str, path[3:5]))}: {match['Message']}")
    if not rules.issuperset(RULES):
        sys.exit(f"cfn-lint finds {sorted(rules)} in a broken statement, not {sorted(RULES)}")
    announce(f"{len(paths)} templates as synthesized and {len(released)} of a release, by cfn-lint {__version__}", findings)


main(*sys.argv[1:])
