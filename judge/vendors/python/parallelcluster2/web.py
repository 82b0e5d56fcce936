"""Stands in for the public files that programs fetch without the rights of anybody: templates and cookbooks."""

import io
import json
import tarfile
import urllib.request
from urllib.error import URLError

COOKBOOK = "aws-parallelcluster-cookbook"
INSTANCE = "PACKER_INSTANCE_ID"
# As the real one, it says which instance it has started.
BUILD = f"#!/bin/sh\necho \"Instance ID: ${INSTANCE}\"\n"
TEMPLATE = {"Mappings": {"PackagesVersions": {"default": {"cookbook": COOKBOOK}}}, "Resources": {}}


def contents(url):
    if url.endswith(".cfn.yaml"):
        return b"Resources: {}\n"
    if url.endswith(".cfn.json"):
        return json.dumps(TEMPLATE).encode()
    if url.endswith(".tgz"):
        return archive({f"{COOKBOOK}/amis/build_ami.sh": BUILD})
    raise URLError(f"nothing is at {url}")


def archive(files):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as tar:
        root = tarfile.TarInfo(COOKBOOK)
        root.type, root.mode = tarfile.DIRTYPE, 0o755
        tar.addfile(root)
        for name, text in files.items():
            info = tarfile.TarInfo(name)
            info.size, info.mode = len(text), 0o755
            tar.addfile(info, io.BytesIO(text.encode()))
    return stream.getvalue()


def close():
    """Lets this process reach no address but that of its server."""
    def retrieve(url, filename):
        with open(filename, "wb") as file:
            file.write(contents(url))
        return filename, None

    urllib.request.urlopen = lambda url, *_, **__: io.BytesIO(contents(url))
    urllib.request.urlretrieve = retrieve
