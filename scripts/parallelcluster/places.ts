// Where the modules of ParallelCluster grant and call, and which constructs of ours do the same.

/** A class or function of a module, and the constructs whose role has what it grants, or makes its calls. */
interface Place {
  /** Module and scope: `pcluster/templates/slurm_builder.py SlurmConstruct._add_private_hosted_zone`. */
  readonly where: RegExp;
  readonly constructs: readonly string[];
  /** Only for these actions. */
  readonly of?: RegExp;
}

const NODES = ['ParallelClusterHeadNodeRole', 'ParallelClusterComputeNodeRole'];

/** What grants nothing to a role: trust, policies of buckets and functions, filters, and what no longer runs. */
const NO_GRANTS =
  /_policy_for_cloudwatch_logs|_generate_bucket_policy|crhelper|get_assume_role_policy|_code_build_notification_rule|_iterator$|_has_shuttingdown/;

/** The roles that clusters of AWS Batch have for themselves. */
const OF_BATCH = /AwsBatchConstruct\._add_(?:batch_user_role|code_build_policy|job_role)$/;

const GRANTS: readonly Place[] = [
  { where: NO_GRANTS, constructs: [] },
  { where: OF_BATCH, constructs: [] },
  { where: / HeadNodeIamResources\./, constructs: ['ParallelClusterHeadNodeRole'] },
  { where: / ComputeNodeIamResources\./, constructs: ['ParallelClusterComputeNodeRole'] },
  { where: / LoginNodesIamResources\./, constructs: ['ParallelClusterLoginNodeRole'] },
  { where: / NodeIamResourcesBase\./, constructs: [...NODES, 'ParallelClusterLoginNodeRole'] },
  { where: /_to_cleanup_resources_lambda_role$|_cleanup_resources_lambda$|_manage_docker_images_lambda$/, constructs: ['ParallelClusterLambdaFunctionsRole'] },
  { where: / get_cloud_watch_logs_policy_statement$|\._add_private_hosted_zone$/, constructs: ['ParallelClusterLambdaFunctionsRole'] },
  { where: /\._add_policies_to_head_node_role$|AwsBatchConstruct\.(?:_add_batch_head_node|_get_awsbatch_cli)/, constructs: ['ParallelClusterHeadNodeRole'] },
  { where: /\._add_policies_to_compute_node_role$/, constructs: ['ParallelClusterComputeNodeRole'] },
  { where: / SlurmConstruct\._add_policies_to_role\.if 'HeadNode'$/, constructs: ['ParallelClusterHeadNodeRole'] },
  { where: / SlurmConstruct\._add_policies_to_role\.else 'HeadNode'$/, constructs: ['ParallelClusterComputeNodeRole'] },
  // 3.0 and 3.1: one function for the roles of both kinds of nodes.
  { where: / (?:ClusterCdkStack|SlurmConstruct)\._add_(?:custom_cookbook_|pcluster_|s3_access_)?policies_to_role$/, constructs: NODES },
  // The role of the instance, and next to it what the function needs to delete it.
  { where: /\._add_default_instance_role$/, of: /^(?!iam:)/, constructs: ['ParallelClusterImageBuilderRole'] },
  { where: /imagebuilder_(?:stack|utils)\.py /, constructs: ['ParallelClusterImageCleanupRole'] },
];

const CALLS: readonly Place[] = [
  { where: /crhelper/, constructs: [] },
  { where: /delete_image_stack\.py /, constructs: ['ParallelClusterImageCleanupRole'] },
  { where: /\/custom_resources\//, constructs: ['ParallelClusterLambdaFunctionsRole'] },
  { where: /^(?:pcluster|awsbatch|pcluster_config|pcluster3_config_converter)\//, constructs: ['ParallelClusterUserPolicy'] },
];

/** The constructs that need what a place grants. */
export function grantedTo(place: string, action: string): readonly string[] {
  return constructsAt(GRANTS, place, action);
}

/** The constructs that need what a place calls. */
export function calledBy(place: string, action: string): readonly string[] {
  return constructsAt(CALLS, place, action);
}

function constructsAt(places: readonly Place[], place: string, action: string): readonly string[] {
  const found = places.find(({ where, of }) => where.test(place) && (of?.test(action) ?? true));
  if (!found) {
    throw new Error(`scripts/parallelcluster/places.ts must say whose ${action} is in ${place}`);
  }
  return found.constructs;
}
