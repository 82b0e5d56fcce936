import { App, Aws, Stack } from 'aws-cdk-lib';
import { SageMakerApiAccess } from '../src';
import { Arns } from '../src/private/options/arns';
import { BoundLocations } from '../src/private/options/option-reader';
import { PolicyFeature, THIS_ROLE } from '../src/private/statements/documented-statement';
import { executionPolicy } from '../src/sagemaker/execution-role/policy';
import { DataAccess, Job, Model, NotebookInstance } from '../src/sagemaker/execution-role/read';

/** The statements of all workloads with all options, with names of options in place of what users name. */
export function sagemakerStatements(): readonly PolicyFeature[] {
  const stack = new Stack(new App(), 'Stack', { env: { region: 'R', account: 'A' } });
  const features = executionPolicy(Arns.of(stack), {
    trainingJob: job(true),
    tuningJob: job(true),
    processingJob: job(false),
    model: model(),
    notebookInstance: notebookInstance(stack),
    autoMlJob: { ...job(false), passableRoles: named('passableRoles') },
    domain: 'the `key`',
    image: named('images'),
    sdkRoleCheck: false,
  });
  const withCheck = executionPolicy(Arns.of(stack), { sdkRoleCheck: true })[0].statements.filter(
    ({ sid }) => sid === 'CommonPutMetrics',
  );
  return [{ name: 'Common', statements: [...features[0].statements, ...withCheck] }, ...features.slice(1)].map(
    ({ name, statements }) => ({
      name,
      statements: statements.map(statement => ({ ...statement, resources: statement.resources.map(shown) })),
    }),
  );
}

function shown(resource: string): string {
  return resource === THIS_ROLE ? 'this role' : resource.replaceAll(Aws.PARTITION, 'P');
}

function named(option: string): readonly string[] {
  return [`the \`${option}\``];
}

function locations(option: string): BoundLocations {
  return { buckets: [`the buckets of \`${option}\``], objects: [`the objects of \`${option}\``], keys: [] };
}

function dataAccess(prefix = ''): DataAccess {
  return {
    inputs: locations(`${prefix}inputs`),
    outputs: locations(`${prefix}outputs`),
    inputKeys: [`\`${prefix}inputKeys\` and the keys of the buckets`],
    outputKeys: [`\`${prefix}outputKey\` and the keys of the buckets`],
  };
}

function job(hasCheckpoints: boolean): Job {
  return {
    ...dataAccess(),
    checkpoints: hasCheckpoints ? locations('checkpoints') : { buckets: [], objects: [], keys: [] },
    images: named('images'),
    vpc: true,
    volumeKeys: named('volumeKey'),
    namespaces: ['metricNamespaces'],
  };
}

function model(): Model {
  return {
    data: locations('modelData'),
    dataKeys: ['`modelDataKeys` and the keys of the buckets'],
    images: named('images'),
    vpc: true,
    volumeKeys: named('volumeKey'),
    transform: dataAccess('batchTransform.'),
    async: { ...dataAccess('asyncInference.'), topics: named('topics'), topicKeys: ['the keys of `topics`'] },
    alarms: named('rollbackAlarms'),
    packageGroups: ['GROUP'],
    namespaces: ['metricNamespaces'],
  };
}

function notebookInstance(stack: Stack): NotebookInstance {
  const apiAccess = Object.values(SageMakerApiAccess).filter(part => part instanceof SageMakerApiAccess);
  const data = locations('data');
  return {
    ...job(false),
    inputs: data,
    outputs: data,
    inputKeys: named('inputKeys'),
    api: apiAccess.map(part => part._bind(stack, 'apiAccess')),
    managedImages: named('imageManagement'),
    codeRepositories: named('codeRepositories'),
    passesItself: true,
    passableRoles: named('passableRoles'),
    readsMetrics: true,
    efsFileSystems: ['the file systems of `networkFileSystems.efs`'],
    fsx: true,
    endpointVpcs: ['the VPCs of `vpcEndpoints.vpcs`'],
  };
}
