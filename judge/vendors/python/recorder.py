"""Records each call that a program makes with botocore, one JSON object a line, and answers the few that moto can't."""

import json
import threading
from contextlib import contextmanager

import botocore.client
from botocore import signers

LONGEST_TEXT = 20_000
# Parameters that hold a whole file or template: the recording has those as files.
CONTENTS = {"Body", "TemplateBody"}
METADATA = {"HTTPStatusCode": 200, "RequestId": "x", "HTTPHeaders": {}, "RetryAttempts": 0}

_thread = threading.local()


@contextmanager
def unrecorded():
    """Calls inside are not recorded: they prepare the account, or look up what a record tells beside."""
    _thread.depth = getattr(_thread, "depth", 0) + 1
    try:
        yield
    finally:
        _thread.depth -= 1


class Recorder:
    """Stands between the programs and botocore.

    Answers: by "service.Operation", a function of the client, the original call and the parameters.
    States: the same, for what is known of the resource that is called on, such as its tags.
    """

    def __init__(self, log):
        self.log, self.answers, self.states = log, {}, {}
        # What each record tells of its step. Outside of steps nothing is recorded.
        self.who = {}

    def install(self, answers, states=None):
        self.answers, self.states = answers, states or {}
        original, presign = botocore.client.BaseClient._make_api_call, signers.generate_presigned_url
        recorder = self

        def call(client, operation, parameters):
            if getattr(_thread, "depth", 0) or not recorder.who:
                return original(client, operation, parameters)
            return recorder.call(original, client, operation, parameters)

        def presigned(client, ClientMethod, Params=None, ExpiresIn=3600, HttpMethod=None):
            # A presigned URL asks for the right of the one who signs it.
            recorder.write(recorder.record(client, client._PY_TO_OP_NAME[ClientMethod], Params or {}))
            return presign(client, ClientMethod, Params, ExpiresIn, HttpMethod)

        botocore.client.BaseClient._make_api_call = call
        signers.generate_presigned_url = presigned

    def record(self, client, operation, parameters):
        return {**self.who, "service": client.meta.service_model.service_name, "operation": operation,
                "region": client.meta.region_name, "parameters": plain(parameters)}

    def call(self, original, client, operation, parameters):
        record = self.record(client, operation, parameters)
        key = f"{record['service']}.{operation}"
        if key in self.states:
            with unrecorded():
                record["state"] = plain(self.states[key](client, original, parameters))
        try:
            if key not in self.answers:
                return original(client, operation, parameters)
            with unrecorded():
                return {"ResponseMetadata": METADATA, **self.answers[key](client, original, parameters)}
        except Exception as error:
            record["error"] = f"{type(error).__name__}: {error}"[:400]
            raise
        finally:
            self.write(record)

    def write(self, record):
        with open(self.log, "a", encoding="utf-8") as log:
            log.write(json.dumps(record) + "\n")


def plain(value):
    """The value as JSON."""
    if isinstance(value, dict):
        return {str(key): f"<{key}>" if key in CONTENTS else plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple, set)):
        return [plain(part) for part in value]
    if isinstance(value, str):
        return value[:LONGEST_TEXT]
    return value if isinstance(value, (int, float, bool)) or value is None else f"<{type(value).__name__}>"
