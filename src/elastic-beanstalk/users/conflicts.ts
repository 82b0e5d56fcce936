import { Token, TokenComparison } from 'aws-cdk-lib';
import { BeanstalkUserPolicyProps } from './props';
import { UserAccess } from './read';
import { RESERVED } from './scope';
import { OptionReader } from '../../private/options/reader';
import { regionsOf } from '../../private/options/regions';

type Read = OptionReader<BeanstalkUserPolicyProps>;

/** Fails for options that exclude or require each other. */
export function checkTogether(read: Read, access: UserAccess): void {
  const { deployment, infrastructure } = access;
  checkUse(read, access);
  if (deployment?.usesOperationsRole && infrastructure) {
    read.fail("'deployment.usesOperationsRole' can't be combined with 'infrastructure': Elastic Beanstalk calls other services with the " +
      'operations role or with the permissions of the user. Leave one out');
  }
  checkManagement(read, access);
}

/** Options that add nothing without others. */
function checkUse(read: Read, { deployment, management, readsLogs }: UserAccess): void {
  const idle = deployment || management ? []
    : (['infrastructure', 'clusterEnvironments', ...(readsLogs ? [] : ['storage' as const])] as const);
  const unused = idle.find(option => read.has(option));
  if (unused !== undefined) {
    read.fail(`'${unused}' requires 'deployment' or 'management': leave it out, or add what the users do`);
  }
}

function checkManagement(
  read: Read, { management, infrastructure, clusterEnvironments, storage }: UserAccess,
): void {
  if (management && !infrastructure && !clusterEnvironments?.creates && management.operationsRoles.length === 0) {
    read.fail("'management' requires 'infrastructure', 'clusterEnvironments' with the roles of clusters, or " +
      "'management.operationsRoles': Elastic Beanstalk creates the resources of an environment with the permissions of the " +
      'user, or with an operations role');
  }
  if (management && storage.environmentIds.length > 0) {
    read.fail("'storage.environmentIds' can't be combined with 'management': a new environment has a new id. Leave it out, or " +
      'create a second construct for deployments');
  }
}

/** Fails for options of `storage` that would have no effect, and warns if users write the code of all environments. */
export function checkStorage(read: Read, access: UserAccess): void {
  const { management, readsLogs, storage, updates } = access;
  checkBundles(read, access);
  checkSetup(read, access);
  if (storage.environmentIds.length > 0 && !updates && !readsLogs) {
    read.fail("'storage.environmentIds' has no effect: with these options, users neither write the folders of environments nor read " +
      'their logs. Leave it out');
  }
  if (updates && storage.environmentIds.length === 0) {
    read.warn('codeOfAllEnvironments', 'users write the code of all environments in the bucket of Elastic Beanstalk, which these run ' +
      `with their own roles: ${management ? "'management' can't be limited to environments by their ids. Use operations roles"
        : "set 'storage.environmentIds', or use operations roles"}`);
  }
}

function checkSetup(read: Read, { deployment, management, storage }: UserAccess): void {
  if (storage.bucketSetup && !deployment && !management) {
    read.fail("'storage.bucketSetup' requires 'deployment' or 'management': users who read logs set up no bucket. Leave it out");
  }
  if (storage.bucketSetup && deployment?.usesOperationsRole && !management) {
    read.fail("'storage.bucketSetup' can't be combined with 'deployment.usesOperationsRole': an environment that exists has its bucket, " +
      'and its operations role writes there. Leave it out');
  }
}

function checkBundles(read: Read, { applications, deployment, storage: { bundles } }: UserAccess): void {
  if (bundles.objects.length > 0 && !deployment) {
    read.fail("'storage.sourceBundles' requires 'deployment': other users upload no source bundles. Leave it out");
  }
  const index = applications.findIndex(({ name }) => name === RESERVED);
  if (deployment && index >= 0 && bundles.objects.length === 0) {
    read.fail(`'applications[${index}].applicationName' can't be '${RESERVED}' with 'deployment': the folder of this application in the ` +
      "bucket of Elastic Beanstalk is also that of the code of all environments. Set 'storage.sourceBundles', and upload there");
  }
}

/** A VPC is in one region: in others, its condition would never be met. */
export function checkVpc(read: Read, { infrastructure }: UserAccess): void {
  const region = infrastructure?.vpc?.split(':')[3];
  const other = regionsOf(read.scope).find(name =>
    region !== undefined && Token.compareStrings(name, region) === TokenComparison.DIFFERENT);
  if (other !== undefined) {
    read.fail(`'infrastructure.vpc' must be in each region of 'regions', or in that of the stack, got a VPC of ${region} and the region ` +
      `${other}: create one construct for each region, or leave the VPC out`);
  }
}
