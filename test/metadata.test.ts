import * as manifest from '../package.json';
import { AssemblyMetadata, METADATA_LAWS, PackageJson } from './support/metadata-laws';

const PACKAGE = manifest as unknown as PackageJson;

/** What the compiler copies from package.json. */
const ASSEMBLY: AssemblyMetadata = {
  ...PACKAGE,
  targets: PACKAGE.jsii.targets,
  docs: { stability: PACKAGE.stability },
};

const CHANGES: readonly (readonly [what: string, change: Partial<PackageJson>, finding: string])[] = [
  ['another licence', { license: 'MIT' }, 'the licence is MIT'],
  ['another version', { version: '0.2.0' }, `version: "0.2.0" and "${PACKAGE.version}"`],
  ['a version that is none', { version: '0.2' }, 'the version is 0.2'],
  ['a keyword that is missing', { keywords: ['aws'] }, 'the keyword sagemaker is missing'],
  ['a keyword of two words', { keywords: [...PACKAGE.keywords!, 'elastic beanstalk'] }, "the keyword 'elastic beanstalk' is not in kebab case"],
  ['a description that is too long', { description: PACKAGE.description.repeat(2) }, 'the description has 308 characters'],
  ['another author', { author: { name: 'other' } }, 'author: {"name":"other"} and '],
  ['another owner', { repository: { url: 'https://github.com/other/cdk-platform-iam.git' } }, 'Maven group: io.github.cdk-platform-iam'],
  ['an API in progress', { stability: 'experimental' }, 'stability: experimental and stable'],
  ['a peer that is not tested', { peerDependencies: { ...PACKAGE.peerDependencies, constructs: '^10.0.0' } }, 'constructs ^10.0.0 is not from the oldest'],
  ['no peer', { peerDependencies: {} }, 'aws-cdk-lib is no peer dependency'],
];

test.each(METADATA_LAWS)('the package %s', (_, law) => {
  expect(law(PACKAGE, ASSEMBLY)).toEqual([]);
});

test.each(CHANGES)('a law fails for %s', (_, change, finding) => {
  const findings = METADATA_LAWS.flatMap(([, law]) => law({ ...PACKAGE, ...change }, ASSEMBLY));
  expect(findings.join('\n')).toContain(finding);
});
