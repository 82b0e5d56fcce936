import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `package.json` and the jsii assembly both say of the package. */
export interface Metadata {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly author: { readonly name: string; readonly url?: string };
  readonly repository: { readonly type?: string; readonly url: string };
  readonly keywords?: readonly string[];
}

export interface PackageJson extends Metadata {
  readonly stability: string;
  readonly engines: { readonly node: string };
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly jsii: { readonly targets: Targets };
}

export interface AssemblyMetadata extends Metadata {
  readonly docs?: { readonly stability?: string };
  readonly targets: Targets;
}

interface Targets {
  readonly java: {
    readonly package: string;
    readonly maven: { readonly groupId: string; readonly artifactId: string };
  };
  readonly python: { readonly distName: string; readonly module: string };
  readonly dotnet: { readonly namespace: string; readonly packageId: string };
  readonly go: { readonly moduleName: string; readonly packageName: string };
}

/** Returns a sentence for each fault. */
export type MetadataLaw = (manifest: PackageJson, assembly: AssemblyMetadata) => readonly string[];

/** What Construct Hub and the registries ask of a package, and how people find it. */
export const METADATA_LAWS: readonly (readonly [name: string, law: MetadataLaw])[] = [
  ['says the same in package.json and .jsii', saysTheSame],
  ['is listed by Construct Hub', isListed],
  ['has the words by which people search', hasWords],
  ['has a name in each registry', hasNames],
  ['has a version of the policy', hasVersion],
  ['accepts the versions of the CDK on which the tests run', acceptsTested],
];

const ROOT = join(__dirname, '..', '..');

/** Platforms, and what people look for when they know no name of this library. */
const WORDS = ['aws', 'cdk', 'awscdk', 'iam', 'least-privilege', 'permissions', 'security', 'instance-profile',
  'sagemaker', 'parallelcluster', 'hpc', 'elastic-beanstalk', 'hopsworks'];

const SHARED = ['name', 'version', 'description', 'license', 'author', 'repository'] as const;

function saysTheSame(manifest: PackageJson, assembly: AssemblyMetadata): readonly string[] {
  return [
    ...SHARED.filter(key => identity(manifest[key]) !== identity(assembly[key]))
      .map(key => `${key}: ${JSON.stringify(manifest[key])} and ${JSON.stringify(assembly[key])}`),
    ...manifest.stability === assembly.docs?.stability ? []
      : [`stability: ${manifest.stability} and ${assembly.docs?.stability}`],
    ...(manifest.keywords ?? []).filter(word => !assembly.keywords?.includes(word)).map(word => `keyword ${word} is not in .jsii`),
  ];
}

/** An author or repository by name and address: the assembly adds roles. */
function identity(value: Metadata[typeof SHARED[number]]): string {
  return typeof value === 'string' ? value : JSON.stringify([(value as Metadata['author']).name, value.url]);
}

function isListed({ peerDependencies, license, repository, author }: PackageJson): readonly string[] {
  return [
    ...['aws-cdk-lib', 'constructs'].filter(name => !(name in peerDependencies)).map(name => `${name} is no peer dependency`),
    ...license === 'Apache-2.0' ? [] : [`the licence is ${license}`],
    ...readFileSync(join(ROOT, 'LICENSE'), 'utf8').includes('Apache License') ? [] : ['LICENSE is the text of another licence'],
    ...existsSync(join(ROOT, 'README.md')) ? [] : ['the README is missing'],
    ...repository.url.startsWith('https://') && author.url?.startsWith('https://') ? [] : ['an address is missing'],
  ];
}

function hasWords({ keywords = [], description }: PackageJson): readonly string[] {
  return [
    ...WORDS.filter(word => !keywords.includes(word)).map(word => `the keyword ${word} is missing`),
    ...keywords.filter(word => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(word)).map(word => `the keyword '${word}' is not in kebab case`),
    ...['SageMaker', 'ParallelCluster', 'Elastic Beanstalk', 'Hopsworks', 'IAM', 'CDK'].filter(word => !description.includes(word))
      .map(word => `the description does not say ${word}`),
    // Search results show no more.
    ...description.length > 160 ? [`the description has ${description.length} characters`] : [],
  ];
}

function hasNames({ name, repository, jsii: { targets } }: PackageJson): readonly string[] {
  const owner = /github\.com\/([\w-]+)\//.exec(repository.url)?.[1] ?? '';
  const { java, python, dotnet, go } = targets;
  const expected: readonly (readonly [what: string, got: string, form: RegExp])[] = [
    ['npm', name, /^[a-z][a-z-]+$/],
    ['PyPI', python.distName, new RegExp(`^${name}$`)],
    ['Python module', python.module, /^[a-z_]+$/],
    // Maven Central gives the group to the owner of the repository.
    ['Maven group', java.maven.groupId, new RegExp(`^io\\.github\\.${owner}$`)],
    ['Maven artifact', java.maven.artifactId, new RegExp(`^${name}$`)],
    ['Java package', java.package, /^[a-z.]+$/],
    ['NuGet', dotnet.packageId, /^([A-Z][a-z]+)+$/],
    ['.NET namespace', dotnet.namespace, new RegExp(`^${dotnet.packageId}$`)],
    ['Go module', go.moduleName, new RegExp(`^github\\.com/${owner}/`)],
    ['Go package', go.packageName, /^[a-z]+$/],
  ];
  return expected.filter(([, got, form]) => !form.test(got)).map(([what, got]) => `${what}: ${got}`);
}

/** A release writes the version. In the repository there is none, so that nobody takes a commit for a release. */
function hasVersion({ version, stability, engines }: PackageJson): readonly string[] {
  return [
    ...version === '0.0.0' || (process.env.RELEASE === 'true' && /^\d+\.\d+\.\d+$/.test(version)) ? [] : [`the version is ${version}`],
    ...stability === 'stable' ? [] : [`the stability is ${stability}: jsii-diff would not compare the API`],
    ...engines.node === '>= 20.0.0' ? [] : [`'engines' is ${engines.node}: say in build.yml which versions run the tests`],
  ];
}

function acceptsTested({ peerDependencies, devDependencies }: PackageJson): readonly string[] {
  return Object.entries(peerDependencies).flatMap(([name, range]) => [
    ...range === `^${devDependencies[name]}` ? [] : [`${name} ${range} is not from the oldest that is tested, ${devDependencies[name]}`],
    ...devDependencies[`${name}-newest`]?.includes(`@${range[1]}`) ? [] : [`the newest ${name} that is tested is not in ${range}`],
  ]);
}
