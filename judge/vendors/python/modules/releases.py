"""Writes the facts of the releases of a package on PyPI: of each its date, and what its modules say.

Usage: releases.py FOLDER FILE PACKAGE FIRST...
FIRST: the first release of each major or minor version: 3.0.0 stands for all of 3, 2.11.0 for all of 2.11.
"""

import json
import sys
from pathlib import Path

from pypi_simple import PyPISimple

sys.path.insert(0, str(Path(__file__).parents[1]))
from wheels import unpacked  # noqa: E402
from facts import facts_of  # noqa: E402


def dates(package, firsts):
    """The day on which each release was published first, oldest release first."""
    found = {}
    with PyPISimple() as client:
        for file in client.get_project_page(package).packages:
            if file.version and is_wanted(file.version, firsts) and not file.is_yanked:
                day = file.upload_time.date().isoformat()
                found[file.version] = min(day, found.get(file.version, day))
    return {release: found[release] for release in sorted(found, key=numbers)}


def is_wanted(release, firsts):
    """Whether it is a release of a wanted line, and no preview."""
    if not all(part.isdigit() for part in release.split(".")):
        return False
    return any(numbers(release)[:len(line)] == line for line in map(line_of, firsts))


def line_of(first):
    """The numbers without zeros at the end: 2.11 of 2.11.0."""
    line = numbers(first)
    while line[-1] == 0:
        line = line[:-1]
    return line


def numbers(release):
    return [int(part) for part in release.split(".")]


def main(folder, file, package, *firsts):
    releases = [{"release": release, "date": date, "facts": facts_of(unpacked(Path(folder), package, release))}
                for release, date in dates(package, firsts).items()]
    Path(file).write_text(json.dumps(releases))


main(*sys.argv[1:])
