"""Configurations of images."""


def all_images(estate):
    """By name, which is the id of the image, too."""
    region = estate["region"]
    build = {"InstanceType": "c5.xlarge", "ParentImage": estate["parent-image"]}
    cleanup = {"CleanupLambdaRole": estate["role-ImageCleanup"]}
    functions = {"LambdaFunctionsVpcConfig": {"SecurityGroupIds": [estate["security-group"]],
                                              "SubnetIds": [estate["private"]]}}
    full = {
        **build, "ParentImage": f"arn:aws:imagebuilder:{region}:aws:image/amazon-linux-2023-x86/x.x.x",
        "SubnetId": estate["public"], "SecurityGroupIds": [estate["security-group"]],
        "Components": [{"Type": "script", "Value": "s3://my-data/component.sh"},
                       {"Type": "arn", "Value": f"arn:aws:imagebuilder:{region}:aws:component/update-linux/1.0.0"}],
        "Iam": {"AdditionalIamPolicies": [{"Policy": estate["policy"]}], "PermissionsBoundary": estate["boundary"]},
        "Tags": [{"Key": "made-by", "Value": "x"}], "UpdateOsPackages": {"Enabled": True},
    }
    return {
        "image": {"Build": {**build, "UpdateOsPackages": {"Enabled": True}}},
        "image-full": {
            "Region": region, "Build": full, "CustomS3Bucket": estate["artifacts"],
            "Image": {"Name": "mine", "Tags": [{"Key": "project", "Value": "x"}],
                      "RootVolume": {"Size": 60, "Encrypted": True, "KmsKeyId": estate["key"]}}},
        "image-roles": {"Build": {**build, "Iam": {"InstanceRole": estate["role-ImageBuilder"], **cleanup}}},
        "image-profile": {"Build": {**build, "Iam": {"InstanceProfile": estate["profile-ImageBuilder"], **cleanup}},
                          "DeploymentSettings": functions},
        "image-in-vpc": {"Build": build, "DeploymentSettings": functions},
    }
