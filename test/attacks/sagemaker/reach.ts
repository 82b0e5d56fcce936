import { ReachTable } from '../attack';

/** What jobs, models, apps and their code can reach. */
const WORKLOADS = {
  outputs: {
    who: '`outputs`, `checkpoints`',
    can: 'overwrite what other jobs wrote to these locations: a model that an endpoint loads, or a checkpoint from ' +
      'which another job resumes, can run code **with the role of that endpoint or job**',
    advice: 'give jobs of different users different locations',
  },
  sparkOutputs: {
    who: '`sparkOutputs`',
    can: 'read, change and delete what other jobs wrote to these locations',
    advice: 'give jobs of different users different locations',
  },
  remoteDebug: {
    who: '`remoteDebug`',
    can: 'open channels to AWS Systems Manager, through which everybody who may start sessions in the containers acts ' +
      '**with the role of the job**',
    advice: 'allow `ssm:StartSession` on the training jobs of each user only',
  },
  requests: {
    who: '`batchTransform`, `asyncInference`',
    can: 'read the requests of all users in these locations, and overwrite their results',
    advice: 'use these locations for this model only',
  },
  topics: {
    who: '`asyncInference.topics`',
    can: 'send false notifications',
    advice: "don't start anything important on a notification alone",
  },
  packages: {
    who: '`modelPackages`',
    can: 'use these packages, and all versions in these groups, also without approval',
    advice: 'keep packages that others must not use in another group',
  },
  capture: {
    who: '`dataCapture`',
    can: 'overwrite the captured data of other models in these locations, which monitoring reads',
    advice: 'use a location for the endpoints of this model only',
  },
  network: {
    who: '`vpc`, `eks`, `sdkRoleCheck`',
    can: 'create network interfaces in all subnets and security groups, allow another account to attach one, and ' +
      'delete all that nothing uses',
    advice: 'run these workloads in an account without networks of others',
  },
  keys: {
    who: '`inputKeys`, `outputKey`, `offlineStoreKey`, `artifactStoreKey`, `volumeKey`, `volumeKeys`, `domain.key`, and the ' +
      'keys of buckets, topics and queues',
    can: 'decrypt everything that is encrypted with `inputKeys`, `outputKey`, `offlineStoreKey`, `artifactStoreKey` and ' +
      'the keys of buckets, topics and queues, and let AWS services use `volumeKey`, `volumeKeys` and `domain.key`',
    advice: 'use a key for these workloads only',
  },
  jobLogs: {
    who: 'every workload but `image`, `pipeline`, `featureStore` and `mlflow`',
    can: 'write to the logs of all work of the same kind',
    advice: "don't take these logs as evidence",
  },
  metrics: {
    who: 'every workload but `domain`, `image`, `pipeline`, `featureStore` and `mlflow`',
    can: "publish metrics in SageMaker's namespaces and in `metricNamespaces`, with `sdkRoleCheck` in any " +
      'namespace, and so trigger or silence alarms of others',
    advice: 'let alarms use metrics in `AWS/SageMaker`, which only AWS can publish',
  },
  clarify: {
    who: '`clarify`',
    can: 'serve these models on endpoints with the names of Clarify, **with the role of each model**, and call, replace ' +
      'and delete the endpoints of other jobs of Clarify',
    advice: 'name the models, and use an `endpointNamePrefix` that nothing else has',
  },
  monitoring: {
    who: '`modelMonitor`',
    can: 'publish false metrics of all that Model Monitor watches, and so trigger or silence alarms of others',
    advice: 'look at the reports in Amazon S3 before you act on an alarm',
  },
  featureStore: {
    who: '`featureStore.offlineStores`',
    can: 'overwrite records in these locations, from which models are trained, and share them with other accounts by ' +
      'access control lists',
    advice: 'turn off access control lists in the buckets (`BUCKET_OWNER_ENFORCED`), and use a location for feature ' +
      'groups of the same users only',
  },
  featureTables: {
    who: '`featureStore`',
    can: 'change all tables in `databases`, by default those of all feature groups, and so what queries read',
    advice: 'give feature groups of different users different databases',
  },
  mlflowArtifacts: {
    who: '`mlflow.artifactStores`',
    can: 'read and replace the artifacts of all runs in these locations: a model that others load can run code **with ' +
      'their roles**',
    advice: 'give servers and experiments of different users different locations',
  },
  mlflowRegistry: {
    who: '`mlflow.modelRegistry`',
    can: 'add packages to these groups, change and approve all packages in them, and change their tags; with `lineage` ' +
      'record false lineage of all work',
    advice: 'name the registered models, and check packages again before they are deployed',
  },
  mlflowRuns: {
    who: '`mlflow` of a job or notebook',
    can: 'read and change the experiments and runs of all users on these servers, also with false metrics; with ' +
      '`registerModels` move an alias, by which others load a model, to a version of their own; with `deletion` delete ' +
      'all of it; on an app each of these',
    advice: 'give users with different rights different servers, and name them',
  },
  anyBucket: {
    who: '`S3Location.anyBucket()`',
    can: 'read or write every bucket that lets the role in, also in other accounts',
    advice: 'name the buckets',
  },
  anyRepository: {
    who: '`ImageSource.anyRepository()`',
    can: 'pull all images, and in `imageManagement` replace all images and change who may use the repositories',
    advice: 'name the repositories',
  },
  autoMl: {
    who: '`autoMlJob`',
    can: 'delete all models and endpoints, create an endpoint of the same name with another model, and serve each ' +
      'model **with the role of the model**',
    advice: 'run AutoML in an account without endpoints of others',
  },
} satisfies ReachTable;

/** What users of a notebook can reach. */
const NOTEBOOKS = {
  data: {
    who: '`data`',
    can: 'read, change and delete everything in these locations, also the code and the models of others',
    advice: 'name only locations that all users of the notebook may change',
  },
  sdkBucket: {
    who: '`S3Location.sageMakerDefaultBucket()`',
    can: 'use a bucket of another account, if somebody has created it there first: its name is easy to guess',
    advice: 'create this bucket before the role',
  },
  passableRoles: {
    who: '`passableRoles`',
    can: 'run their own code with each of these roles',
    advice: 'list only roles that everybody with this role may use',
  },
  images: {
    who: '`pushableImages`, `imageManagement`',
    can: 'replace these images, which others run **with their own roles**; with `imageManagement` share and delete ' +
      'the repositories',
    advice: 'let no stronger role run images of these repositories',
  },
  stops: {
    who: '`stoppableInstances`',
    can: 'stop these notebook instances while others work in them',
    advice: 'list only the instances of this role',
  },
  sharedSpaces: {
    who: '`studio`',
    can: 'work in every shared space of their domain, **with the role of shared spaces**; change and delete those ' +
      'without an owner; look up all domains, user profiles, spaces and apps of the account, or those in `domains`',
    advice: 'give shared spaces a role that all users of the domain may have',
  },
  ownLink: {
    who: '`studio`',
    can: 'create a link to their own Studio, with which somebody else works as they do',
    advice: 'limit the links to your network, by `aws:SourceIp` or `aws:SourceVpce` in `StatementOverride.narrow()`',
  },
  remoteAccess: {
    who: '`studio.remoteAccess`',
    can: 'connect to their own spaces from any computer, and copy their data to it',
    advice: 'leave it out where data must not leave AWS',
  },
  code: {
    who: '`codeRepositories`',
    can: 'push code that others run',
    advice: 'review this code before a stronger role runs it',
  },
  vpcEndpoints: {
    who: '`vpcEndpoints`',
    can: 'create endpoints in these VPCs, also for services of other accounts, and route traffic of the VPC through ' +
      'them',
    advice: 'create the endpoints yourself',
  },
  jobs: {
    who: '`TRAINING_JOBS`, `TUNING_JOBS`, `PROCESSING_JOBS`, `AUTO_ML_JOBS`: by default',
    can: 'see and stop the jobs of all users, and delete training, tuning and processing jobs',
    advice: 'leave out the parts that the notebook does not need',
  },
  trainingRoles: {
    who: '`TRAINING_JOBS`: by default',
    can: 'update running training jobs of others with a profiling rule: its image runs **with the role of the job**',
    advice: 'leave out `TRAINING_JOBS` in an account where other training jobs have stronger roles',
  },
  transforms: {
    who: '`TRANSFORM_JOBS`: by default',
    can: 'run each model in a transform job, **with the role of the model** and with their own environment ' +
      'variables, inputs and outputs; see and stop the transform jobs of all users',
    advice: 'leave out `TRANSFORM_JOBS` in an account where other models have stronger roles',
  },
  models: {
    who: '`MODELS`: by default',
    can: 'see and delete all models',
    advice: 'leave out `MODELS` in an account where others serve models',
  },
  endpoints: {
    who: '`ENDPOINTS`: by default',
    can: 'call, change and delete all endpoints, so that their own model sees the requests of others; serve each ' +
      'model, and change the containers on endpoints with inference components, **with the role of the model or the ' +
      'endpoint**',
    advice: 'leave out `ENDPOINTS` in an account where others serve models',
  },
  tags: {
    who: 'each part of the API, `autoMlJob`, `pipeline`',
    can: 'change the tags of all its resources',
    advice: "don't rely on conditions on tags of SageMaker",
  },
  readLogs: {
    who: '`notebookInstance`, `studio`',
    can: 'read the logs of all notebook instances, with `studio` of all apps, and by `apiAccess` of the jobs and ' +
      'endpoints of all users; the settings of all notebook instances with `passItself`; and all metrics with `readMetrics`',
    advice: 'keep secrets out of logs',
  },
  pipelines: {
    who: '`PIPELINES`',
    can: 'change and start the pipelines of others, which run **with their own roles**, and answer their callback steps',
    advice: 'leave it out in an account where other pipelines have stronger roles',
  },
  experiments: {
    who: '`EXPERIMENTS`',
    can: 'change and delete all experiments, and with `Search` read the settings of all work, with environment ' +
      'variables and hyperparameters',
    advice: 'keep secrets out of these settings',
  },
  lineage: {
    who: '`LINEAGE`',
    can: 'change and delete the lineage of all work',
    advice: "don't take lineage as evidence of what a model was made of",
  },
  monitoring: {
    who: '`MODEL_MONITORING`',
    can: 'stop the monitoring of all endpoints, silence their alerts, and start schedules for the job definitions of ' +
      'others, which run **with the roles in these definitions**',
    advice: 'leave it out in an account where others monitor endpoints',
  },
  features: {
    who: '`FEATURE_STORE`',
    can: 'read, change and delete all feature groups',
    advice: 'leave it out in an account where others use the feature store',
  },
  registry: {
    who: '`MODEL_REGISTRY`',
    can: 'approve, add and delete packages in all groups, which others deploy',
    advice: 'check packages again before they are deployed',
  },
  unrestricted: {
    who: '`UNRESTRICTED`, and `of()` where it warns',
    can: 'open the notebooks and apps of others, and change what they run, **with their own roles**',
    advice: 'list the parts of the API that the notebook needs',
  },
} satisfies ReachTable;

/** What the steps of a pipeline can reach that run with its role. */
const PIPELINES = {
  pipelineJobs: {
    who: '`pipeline` with `passItself`',
    can: 'start jobs and models with the role of the pipeline, and see and stop those of other pipelines: by default all ' +
      'whose names start with `pipelines-`, and all tuning and AutoML jobs',
    advice: 'name the jobs (`jobNamePrefixes`), and give steps other roles (`passableRoles`)',
  },
  pipelineTransforms: {
    who: '`transformSteps`',
    can: 'run each model in a transform job, **with the role of the model**',
    advice: 'leave it out in an account where other models have stronger roles',
  },
  pipelineRegistry: {
    who: '`pipeline.modelPackageGroups`',
    can: 'register packages as approved, which others deploy',
    advice: 'check packages again before they are deployed',
  },
  pipelineEndpoints: {
    who: '`endpointNames`',
    can: 'serve each model on these endpoints, **with the role of the model**, so that it sees their requests',
    advice: 'leave it out in an account where other models have stronger roles',
  },
  pipelineFunctions: {
    who: '`functions`',
    can: 'invoke these functions, **which have their own roles**, with every input',
    advice: 'let the functions check their input',
  },
  pipelineQueues: {
    who: '`callbackQueues`',
    can: 'send false messages',
    advice: "don't start anything important on a message alone",
  },
  pipelineEmr: {
    who: '`emr`',
    can: 'run their own steps on these clusters, **with the roles of the clusters**, and change where the events of ' +
      "SageMaker's rules go",
    advice: 'use these clusters for this pipeline only',
  },
  pipelineNewEmr: {
    who: '`newEmrClusters`',
    can: 'create clusters, run their own steps on all clusters, **with the roles of the clusters**, and terminate them',
    advice: 'run these pipelines in an account without clusters of others',
  },
} satisfies ReachTable;

/** What code on the nodes of HyperPod, and Karpenter's role, can reach. */
const HYPER_POD = {
  hyperPodSessions: {
    who: '`hyperPodCluster`',
    can: 'open channels of AWS Systems Manager, which carry the sessions on nodes',
    advice: 'give nobody `ssm:StartSession` on nodes that other users share',
  },
  hyperPodInterfaces: {
    who: '`hyperPodCluster` with `slurm.vpc` or `eks`',
    can: 'detach network interfaces of others, and change the tags of all; with `eks` also move addresses of others to ' +
      'their own interfaces, change security groups of interfaces, and attach interfaces to instances and to nodes of other ' +
      'clusters',
    advice: 'run these clusters in an account without networks of others',
  },
  hyperPodInstances: {
    who: '`hyperPodCluster.eks`',
    can: 'see all instances and their tags',
    advice: 'keep secrets out of tags',
  },
  hyperPodPods: {
    who: '`podIdentityCluster`',
    can: 'get the role of each pod whose token they read, which are **the roles of all pods on the node**',
    advice: 'let no pods with stronger roles run on these nodes',
  },
  karpenterNodes: {
    who: '`SageMakerHyperPodKarpenterRole`',
    can: 'add nodes to all HyperPod clusters of the account and region, and delete nodes',
    advice: 'let only HyperPod assume the role',
  },
} satisfies ReachTable;

export const SAGEMAKER_REACH = { ...WORKLOADS, ...NOTEBOOKS, ...PIPELINES, ...HYPER_POD } satisfies ReachTable;
