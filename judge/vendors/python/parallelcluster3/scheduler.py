"""A Slurm of scripts: it has nodes and partitions to show, and takes every change."""

from pathlib import Path

SHOW = """#!/bin/sh
# scontrol show nodes NAMES, show partitions; sinfo for the names of all nodes
case "$(basename "$0") $1 $2" in
  "scontrol show nodes"|"scontrol show node")
    awk -v RS= -v ORS='\\n\\n' -v names="$3" '{ split($1, name, "=") }
      names == "" || index("," names ",", "," name[2] ",")' "{folder}/nodes" ;;
  "scontrol show partitions") cat "{folder}/partitions" ;;
  "sinfo "*) paste -s -d , "{folder}/names" ;;
esac
"""
SUDO = """#!/bin/sh
command="$(basename "$1")"; shift
exec "{folder}/bin/$command" "$@"
"""
STATUS = """#!/bin/sh
cat "{folder}/status"
"""
INSTANCE = """#!/bin/sh
cat "{folder}/instance"
"""
SCRIPTS = {"scontrol": SHOW, "sinfo": SHOW, "sudo": SUDO, "get-compute-fleet-status.sh": STATUS,
           "update-compute-fleet-status.sh": "#!/bin/sh\n", "curl": INSTANCE}


def node(name, state, address=None, instance="(null)", reason=None):
    """As scontrol shows it."""
    lines = [f"NodeName={name} Arch=x86_64 CoresPerSocket=1",
             f"   NodeAddr={address or name} NodeHostName={name} Version=25.05", f"   State={state} ThreadsPerCore=1",
             f"   InstanceId={instance} InstanceType=(null)", f"   Partitions={name.split('-')[0]}",
             "   BootTime=None SlurmdStartTime=2026-11-01T00:00:00", "   LastBusyTime=2026-11-01T00:00:00"]
    return "\n".join([*lines, f"   Reason={reason} [root@2026-11-01T00:00:00]"] if reason else lines)


class Scheduler:
    """In a folder: its programs are on the path that it tells."""

    def __init__(self, folder):
        self.folder, self.programs = folder, folder / "bin"
        self.programs.mkdir(parents=True, exist_ok=True)
        for name, text in SCRIPTS.items():
            script = self.programs / name
            script.write_text(text.replace("{folder}", str(folder)))
            script.chmod(0o755)

    def show(self, nodes, partitions=("q1",), status="RUNNING", instance=""):
        """Nodes by their names, each as scontrol shows it."""
        last = "2026-11-01 00:00:00.000000+00:00"
        for file, text in {
            "nodes": "\n\n".join(nodes.values()) + "\n", "names": "\n".join(nodes) + "\n",
            "partitions": "\n\n".join(f"PartitionName={name} State=UP TotalNodes=9" for name in partitions) + "\n",
            "status": f'{{"status": "{status}", "lastStatusUpdatedTime": "{last}"}}\n', "instance": instance,
        }.items():
            Path(self.folder, file).write_text(text)
