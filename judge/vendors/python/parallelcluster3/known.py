"""Writes the configurations as a release knows them: what its schemas refuse is left out.

A field that is not known goes; an element of a list with a value that is not known goes; a configuration of which
nothing else is left than an earlier one has goes. Tells what was left out.
"""

import json
import os
import sys
from pathlib import Path

import yaml
from marshmallow import ValidationError

from answers import answers
from parallelcluster3.batch import Batch
from parallelcluster3.images import all_images
from parallelcluster3.slurm import Slurm, updated
from recorder import Recorder

# What schemas say of fields that they never had, and of those that they had.
UNKNOWN = ("Unknown field.", "no longer supported")
ROUNDS = 10


class NotKnown(Exception):
    """A value that can't go alone."""


def known(configuration, load):
    """The configuration without what the schema refuses, and what that was."""
    refused = []
    for _ in range(ROUNDS):
        try:
            load(json.loads(json.dumps(configuration)))
            return configuration, refused
        except ValidationError as error:
            configuration = without(configuration, error.messages, refused)
    raise NotKnown(f"not after {ROUNDS} rounds")


def without(value, problems, refused):
    if isinstance(value, list):
        return elements(value, problems, refused)
    kept = {}
    for key in [*value, *(key for key in problems if key not in value)]:
        problem = problems.get(key)
        if problem is None:
            kept[key] = value[key]
        elif is_unknown(problem):
            refused.append(str(key))
        elif isinstance(problem, dict) and key in value:
            part = without(value[key], problem, refused)
            kept.update({key: part} if part else {})
        else:
            raise NotKnown(f"{key}: {problem}")
    return kept


def elements(values, problems, refused):
    kept = []
    for index, value in enumerate(values):
        try:
            kept.append(without(value, problems[index], refused) if index in problems else value)
        except NotKnown as error:
            refused.append(str(error))
    if not kept:
        raise NotKnown(f"no element is left: {refused}")
    return kept


def is_unknown(problem):
    return isinstance(problem, list) and any(text in str(problem) for text in UNKNOWN)


def system():
    """The operating system of the clusters: the oldest of Amazon's, since the newest did not have DCV at first."""
    from pcluster.constants import SUPPORTED_OSES
    return next(each for each in ("alinux2", "alinux2023") if each in SUPPORTED_OSES)


def clusters(estate):
    from pcluster.schemas.cluster_schema import ClusterSchema
    for name, configuration in {**Slurm(estate, system()).all(), **Batch(estate, system()).all()}.items():
        yield name, configuration, ClusterSchema(cluster_name=name).load


def images(estate):
    from pcluster.schemas.imagebuilder_schema import ImageBuilderSchema
    for name, configuration in all_images(estate).items():
        yield name, configuration, ImageBuilderSchema().load


def write(folder, name, configuration):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.yaml").write_text(yaml.safe_dump(configuration, sort_keys=False))


def main(folder):
    folder, written = Path(folder), []
    estate = json.loads((folder / "estate.json").read_text())
    # Some schemas look up what a configuration names.
    recorder = Recorder(os.devnull)
    recorder.install(answers(estate))
    recorder.who["command"] = "known"
    for make in (clusters, images):
        for name, configuration, load in make(estate):
            try:
                mine, refused = known(configuration, load)
            except NotKnown as error:
                print(f"{name} is not known: {error}")
                continue
            if mine in written:
                print(f"{name} is not known: nothing else is left than an earlier one has")
                continue
            print(f"{name} is known{f' without {refused}' if refused else ''}")
            written.append(mine)
            write(folder / "configurations", name, mine)
            if make is clusters:
                write(folder / "updates", name, updated(mine))


if __name__ == "__main__":
    main(*sys.argv[1:])
