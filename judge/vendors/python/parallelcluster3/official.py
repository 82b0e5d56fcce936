"""The images that AWS publishes for releases of ParallelCluster."""


def official_images(release, systems):
    """The official images of a release, and parents of one's own. With them moto starts."""
    names = [(f"al2023-ami-2023.9.20260601.0-kernel-6.1-{architecture}", architecture, "137112412989")
             for architecture in ("x86_64", "arm64")]
    names += [(f"aws-parallelcluster-{release}-{system}-{architecture}-202606010000 2026-06-01T00-00-00.000Z",
               architecture, "801119661308") for system in systems for architecture in ("x86_64", "arm64")]
    return [{
        "ami_id": f"ami-{index:017x}", "state": "available", "public": True, "owner_id": owner,
        "image_location": f"amazon/{name}", "sriov": "simple", "root_device_type": "ebs",
        "root_device_name": "/dev/xvda", "description": name, "image_type": "machine", "architecture": architecture,
        "name": name, "virtualization_type": "hvm", "hypervisor": "xen", "creation_date": "2026-06-01T00:00:00.000Z",
    } for index, (name, architecture, owner) in enumerate(names, 1)]
