"""cfn-lint: writes the permissions of CloudFormation's handlers to a file, by type and permission."""

import json
import sys
from pathlib import Path

from cfnlint.schema.manager import PROVIDER_SCHEMA_MANAGER, ResourceNotFoundError
from cfnlint.version import __version__

from verdict import announce

REGION = "us-east-1"
OPERATIONS = ("create", "update", "delete")


def permissions(name):
    try:
        handlers = PROVIDER_SCHEMA_MANAGER.get_resource_schema(REGION, name).schema.get("handlers", {})
    except ResourceNotFoundError:
        return {}
    found = {}
    for operation in OPERATIONS:
        for permission in handlers.get(operation, {}).get("permissions", []):
            service, _, action = permission.partition(":")
            found.setdefault(f"{service.lower()}:{action}", set()).add(operation)
    return {permission: sorted(operations) for permission, operations in sorted(found.items())}


def main(file, *types):
    Path(file).write_text(json.dumps({name: permissions(name) for name in sorted(types)}))
    announce(f"handlers of {len(types)} types, by cfn-lint {__version__}", [])


main(*sys.argv[1:])
