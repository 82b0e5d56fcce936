using Amazon.CDK;
using Amazon.CDK.AWS.ECR;
using Amazon.CDK.AWS.EKS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;
using CdkPlatformIam;
using Constructs;

namespace Example;

/// <summary>A feature store, as a managed cluster on EC2 and on EKS nodes.</summary>
public class HopsworksStack : Stack
{
    public HopsworksStack(Construct scope, string id) : base(scope, id)
    {
        ManagedCluster();
        NodesOnEks();
    }

    private void ManagedCluster()
    {
        var bucket = new Bucket(this, "ClusterData", new BucketProps
        {
            EncryptionKey = new Key(this, "ClusterKey", new KeyProps { EnableKeyRotation = true })
        });
        var cloudWatch = new HopsworksCloudWatchOptions { LogGroupPrefixes = new[] { "features" } };
        var workers = new HopsworksInstanceProfile(this, "Workers", new HopsworksInstanceProfileProps
        {
            Bucket = bucket,
            CloudWatch = cloudWatch,
            SessionManager = new SessionManagerOptions()
        });

        // Projects read data with their own role, which only the head node can assume.
        var sales = new Role(this, "Sales", new RoleProps { AssumedBy = new AccountRootPrincipal() });
        new Bucket(this, "SalesData").GrantRead(sales);
        var head = new HopsworksInstanceProfile(this, "Head", new HopsworksInstanceProfileProps
        {
            Bucket = bucket,
            CloudWatch = cloudWatch,
            SessionManager = new SessionManagerOptions(),
            AssumableRoles = new[] { sales }
        });

        new CfnOutput(this, "WorkersProfile", new CfnOutputProps
        {
            Value = workers.InstanceProfile.InstanceProfileName
        });
        new CfnOutput(this, "HeadProfile", new CfnOutputProps { Value = head.InstanceProfile.InstanceProfileName });
    }

    private void NodesOnEks()
    {
        var images = new Repository(this, "Images", new RepositoryProps { RepositoryName = "hopsworks/hopsworks-base" });
        var nodes = new HopsworksEksNodeRole(this, "Nodes", new HopsworksEksNodeRoleProps
        {
            Bucket = new Bucket(this, "EksData", new BucketProps { Versioned = true }),
            ProjectImages = new[] { ImageSource.Repository(images) }
        });
        new CfnNodegroup(this, "NodeGroup", new CfnNodegroupProps
        {
            ClusterName = "features",
            NodeRole = nodes.Role.RoleArn,
            InstanceTypes = new[] { "m6i.2xlarge" },
            ScalingConfig = new CfnNodegroup.ScalingConfigProperty { MinSize = 1, DesiredSize = 5, MaxSize = 5 },
            Subnets = new[] { "subnet-0123456789abcdef0", "subnet-0123456789abcdef1" }
        });
    }
}
