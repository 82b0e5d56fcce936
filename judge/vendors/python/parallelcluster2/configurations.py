"""The configurations of clusters, as the sections of their files."""

from configparser import ConfigParser

from parallelcluster2.parts import number, schedulers

# The first release that knows a setting. What is not listed, all recorded releases know.
SINCE = {
    "additional_iam_policies": (2, 5, 0), "cluster_resource_bucket": (2, 10, 0), "cw_log_settings": (2, 6, 0),
    "dashboard_settings": (2, 10, 0), "dcv_settings": (2, 6, 0), "efs_settings": (2, 1, 0), "fsx_settings": (2, 2, 1),
    "iam_lambda_role": (2, 10, 1), "queue_settings": (2, 9, 0), "raid_settings": (2, 1, 0),
}
# The first release that knows the settings in its sections.
FIRST = {"from-backup": (2, 8, 0)}
FIRST_WITH_AMAZON_LINUX_2 = (2, 6, 0)


def all_configurations(estate, release):
    """The configurations that the release knows: each by its name, and its scheduler is in it."""
    plain = {scheduler: base(estate, release, scheduler) for scheduler in schedulers(release)}
    special = {name: with_settings(base(estate, release, "slurm"), release, *make(estate))
               for name, make in SPECIAL.items() if FIRST.get(name, (2, 0, 0)) <= number(release)}
    return {**plain, "spot": spot(plain["awsbatch"]), **{key: each for key, each in special.items() if each}}


def system(release):
    return "alinux2" if number(release) >= FIRST_WITH_AMAZON_LINUX_2 else "alinux"


def base(estate, release, scheduler):
    """A cluster with what every file has to say."""
    is_batch = scheduler == "awsbatch"
    sizes = {"min_vcpus": 0, "desired_vcpus": 0, "max_vcpus": 4} if is_batch else {
        "initial_queue_size": 0, "max_queue_size": 4}
    return {
        "aws": {"aws_region_name": estate["region"]},
        "global": {"cluster_template": "default", "update_check": "false", "sanity_check": "true"},
        "aliases": {"ssh": "ssh {CFN_USER}@{MASTER_IP} {ARGS}"},
        "cluster default": {
            "key_name": estate["key-pair"], "base_os": system(release), "scheduler": scheduler,
            "vpc_settings": "network", "master_instance_type": "c5.large",
            "compute_instance_type": "optimal" if is_batch else "c5.xlarge", **sizes,
        },
        "vpc network": {"vpc_id": estate["vpc"], "master_subnet_id": estate["public"],
                        "compute_subnet_id": estate["private"]},
    }


def with_settings(configuration, release, cluster, sections):
    """The configuration with more settings. Nothing if the release knows none of them."""
    known = {key: value for key, value in cluster.items() if SINCE.get(key, (2, 0, 0)) <= number(release)}
    if not known:
        return None
    named = {f"{key.removesuffix('_settings')} {value}" for key, value in known.items() if key.endswith("_settings")}
    return {**configuration, "cluster default": {**configuration["cluster default"], **known},
            **{name: section for name, section in sections.items() if name in named or name.startswith("compute_")},
            **({"vpc network": sections["vpc network"]} if "vpc network" in sections else {})}


def spot(configuration):
    cluster = {**configuration["cluster default"], "cluster_type": "spot", "spot_bid_percentage": 50}
    return {**configuration, "cluster default": cluster}


def own_roles(estate):
    return {"ec2_iam_role": estate["instances"], "iam_lambda_role": estate["functions"]}, {}


def own_bucket(estate):
    return {"cluster_resource_bucket": estate["artifacts"]}, {}


def policies(estate):
    bucket = f"arn:aws:s3:::{estate['data']}"
    return {
        "additional_iam_policies": estate["policy"], "s3_read_resource": f"{bucket}/read/*",
        "s3_read_write_resource": f"{bucket}/write/*", "custom_ami": estate["custom-image"],
        "pre_install": f"s3://{estate['data']}/scripts/start.sh", "placement_group": "DYNAMIC",
        "post_install": f"s3://{estate['data']}/scripts/configured.sh", "tags": '{"team": "weather"}',
        "dcv_settings": "desktop",
    }, {"dcv desktop": {"enable": "master"}}


def new_storage(estate):
    bucket = f"s3://{estate['data']}"
    return {"ebs_settings": "disk", "efs_settings": "files", "fsx_settings": "lustre"}, {
        "ebs disk": {"shared_dir": "/disk", "volume_size": 50, "encrypted": "true", "ebs_kms_key_id": estate["key"]},
        "efs files": {"shared_dir": "/files", "encrypted": "true", "efs_kms_key_id": estate["key"]},
        "fsx lustre": {"shared_dir": "/lustre", "storage_capacity": 1200, "import_path": bucket,
                       "export_path": f"{bucket}/results"},
    }


def existing_storage(estate):
    network = {"vpc_id": estate["vpc"], "master_subnet_id": estate["private"],
               "vpc_security_group_id": estate["security-group"], "use_public_ips": "false"}
    return {"ebs_settings": "disk", "efs_settings": "files", "fsx_settings": "lustre", "placement_group": "mygroup"}, {
        "ebs disk": {"shared_dir": "/disk", "ebs_volume_id": estate["volume"]},
        "efs files": {"shared_dir": "/files", "efs_fs_id": estate["efs"]},
        "fsx lustre": {"shared_dir": "/lustre", "fsx_fs_id": estate["lustre"]},
        "vpc network": network,
    }


def from_backup(estate):
    return {"ebs_settings": "disk", "fsx_settings": "restored"}, {
        "ebs disk": {"shared_dir": "/disk", "ebs_snapshot_id": estate["snapshot"]},
        "fsx restored": {"shared_dir": "/lustre", "fsx_backup_id": estate["backup"]},
    }


def raid(estate):
    return {"raid_settings": "disks"}, {"raid disks": {
        "shared_dir": "/raid", "raid_type": 1, "num_of_raid_volumes": 2, "volume_size": 50, "encrypted": "true",
        "ebs_kms_key_id": estate["key"]}}


def no_logs(_):
    return {"cw_log_settings": "none", "dashboard_settings": "none"}, {
        "cw_log none": {"enable": "false"}, "dashboard none": {"enable": "false"}}


def new_subnet(estate):
    network = {"vpc_id": estate["vpc"], "master_subnet_id": estate["public"], "compute_subnet_cidr": "10.0.48.0/20"}
    return {"max_queue_size": 2}, {"vpc network": network}


def queues(_):
    resources = {"compute_resource_settings": "first,second"}
    return {"queue_settings": "one"}, {
        "queue one": {**resources, "compute_type": "spot", "placement_group": "DYNAMIC"},
        "compute_resource first": {"instance_type": "c5.xlarge", "max_count": 2},
        "compute_resource second": {"instance_type": "c5.2xlarge", "min_count": 1, "max_count": 2},
    }


SPECIAL = {
    "own-roles": own_roles, "own-bucket": own_bucket, "policies": policies, "new-storage": new_storage,
    "existing-storage": existing_storage, "from-backup": from_backup, "raid": raid, "no-logs": no_logs,
    "new-subnet": new_subnet, "queues": queues,
}

# What the sections of queues replace.
OF_ONE_QUEUE = ("compute_instance_type", "initial_queue_size", "max_queue_size")


def updated(configuration):
    """The configuration with more nodes."""
    cluster, changed = configuration["cluster default"], {}
    for name, value in (("max_queue_size", 8), ("max_vcpus", 8)):
        if name in cluster:
            changed[name] = value
    sections = {**configuration, "cluster default": {**cluster, **changed}}
    if "compute_resource first" in sections:
        sections["compute_resource first"] = {**sections["compute_resource first"], "max_count": 4}
    return sections


def write(file, configuration):
    cluster = configuration["cluster default"]
    if "queue_settings" in cluster:
        cluster = {key: value for key, value in cluster.items() if key not in OF_ONE_QUEUE}
    parser = ConfigParser(interpolation=None)
    parser.read_dict({**configuration, "cluster default": cluster})
    file.parent.mkdir(parents=True, exist_ok=True)
    with open(file, "w", encoding="utf-8") as opened:
        parser.write(opened)
