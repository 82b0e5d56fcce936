"""Fetches released packages from PyPI, each release to a folder of its own."""

import shutil
import subprocess
import sys
import zipfile

SECONDS = 300


def unpacked(folder, package, release):
    """The folder of the modules of a release. What was unpacked before is used again."""
    target = folder / f"{package}-{release}"
    if target.exists():
        return target
    fetched = folder / f"{target.name}.fetched"
    shutil.rmtree(fetched, ignore_errors=True)
    fetched.mkdir(parents=True)
    subprocess.run([sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-deps",
                    "--wheel-dir", str(fetched), f"{package}=={release}"], check=True, timeout=SECONDS)
    (wheel,) = fetched.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(fetched / "modules")
    (fetched / "modules").rename(target)
    shutil.rmtree(fetched)
    return target
