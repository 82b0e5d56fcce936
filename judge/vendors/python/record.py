"""Records what a release of a program calls and makes, against a moto of its own.

record.py OUTPUT --program parallelcluster3 --release 3.16.1 [--part cli ...]

The module `parts` of a program has what it needs: packages, images and variables by release, and the parts to run.
"""

import argparse
import importlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

# The modules here leave no compiled files beside them.
sys.dont_write_bytecode = True

from server import Server
from wheels import unpacked

HERE = Path(__file__).parent


def main(output, program, release, only):
    """Whether every step came to the end that it should."""
    parts = importlib.import_module(f"{program}.parts")
    recorded, folder = output / release, output / f"{release}.new"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    modules = [unpacked(output / "wheels", *package) for package in parts.packages(release).items()]
    compiled = {"PYTHONPYCACHEPREFIX": str(output / "wheels" / "compiled")}
    with Server(folder, parts.images(release)) as server:
        for part in only or parts.parts(release):
            start = time.monotonic()
            command = [sys.executable, "-m", f"{program}.{part}", str(folder), release]
            variables = {**environment(folder, server, modules), **compiled, **parts.VARIABLES}
            problem = run(command, variables, parts.SECONDS[part], folder / f"{part}.txt")
            if problem:
                print(f"{release}: {part} {problem}", file=sys.stderr)
                return False
            print(f"{release}: {part} took {time.monotonic() - start:.0f} s", flush=True)
    failed = [step for step in map(json.loads, (folder / "steps.jsonl").read_text().splitlines()) if step["failed"]]
    for step in failed:
        print(f"{release}: {step['command']} of {step['configuration']} ended with {step['exit']}", file=sys.stderr)
    shutil.rmtree(recorded, ignore_errors=True)
    folder.rename(recorded)
    return not failed


def environment(folder, server, modules):
    """Nothing of the user's reaches the programs but the path: Node is on it."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    path = os.pathsep.join(map(str, [*modules, HERE]))
    return {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "0",
            "PYTHONPATH": path, **server.environment()}


def run(command, variables, seconds, printed):
    """What went wrong. Ends the program, and all that it started, when its time is up."""
    with open(printed, "w", encoding="utf-8") as output, subprocess.Popen(
            command, env=variables, stdout=output, stderr=output, start_new_session=True) as process:
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            return f"had no end after {seconds} s"
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
    return f"ended with {code}: {printed.read_text()[-2_000:]}" if code else ""


if __name__ == "__main__":
    # Who is asked to end ends the server, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    parser = argparse.ArgumentParser()
    parser.add_argument("output", type=lambda path: Path(path).resolve())
    parser.add_argument("--program", required=True)
    parser.add_argument("--release", required=True)
    parser.add_argument("--part", action="append")
    given = parser.parse_args()
    sys.exit(0 if main(given.output, given.program, given.release, given.part) else 1)
