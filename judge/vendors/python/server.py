"""A private moto on a free port of this machine."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request

ACCOUNT = "123456789012"
REGION = "us-east-1"
SECONDS_TO_START = 60


class Server:
    """Runs while the block of `with` does."""

    def __init__(self, folder, images):
        self.log, self.images = folder / "moto.log", folder / "images.json"
        self.images.write_text(json.dumps(images))

    def __enter__(self):
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            port = found.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        environment = {**os.environ, "MOTO_AMIS_PATH": str(self.images), "MOTO_IAM_LOAD_MANAGED_POLICIES": "true"}
        with open(self.log, "w", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
                stdout=log, stderr=log, env=environment)
        end = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < end and self.process.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.url}/moto-api/data.json", timeout=5):
                    return self
            except OSError:
                time.sleep(0.2)
        self.__exit__()
        sys.exit(f"moto does not start: {self.log.read_text()[-500:]}")

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def environment(self):
        """The variables with which a program calls this server, and nothing else."""
        return {
            "AWS_ENDPOINT_URL": self.url, "AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": "testing",
            "AWS_DEFAULT_REGION": REGION, "AWS_REGION": REGION, "AWS_MAX_ATTEMPTS": "1",
            "AWS_EC2_METADATA_DISABLED": "true", "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        }


def reset():
    """Empties the server of this process. From here on its ids are the same in each run."""
    for path in ("reset", "seed?a=1"):
        request = urllib.request.Request(f"{os.environ['AWS_ENDPOINT_URL']}/moto-api/{path}", method="POST")
        with urllib.request.urlopen(request, timeout=30):
            pass
