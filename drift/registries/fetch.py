"""Fetches releases from PyPI to folders, each once, and prints the folders by release."""

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "judge" / "vendors" / "python"))

from wheels import unpacked  # noqa: E402

WORKERS = 4


def main(folder, *releases):
    def fetched(release):
        name, _, version = release.partition("==")
        return release, str(unpacked(Path(folder), name, version))

    with ThreadPoolExecutor(WORKERS) as workers:
        print(json.dumps(dict(workers.map(fetched, releases))))


main(*sys.argv[1:])
