import { awscdk, github, javascript, release, Task } from 'projen';

const { ActionRefs } = github;
const { JobPermission } = github.workflows;

/** Release jobs run in this environment of the repository: registries trust it, and its rules say who may release. */
const ENVIRONMENT = 'release';

/** The newest long-term version of Node.js runs the build; tests also run on the older ones that `engines` accepts. */
const NODE = '24';
const OLDER_NODES = ['20', '22'];
const PYTHON = '3.12';

/** The ready-made templates and default documents of a release. */
const TEMPLATES = 'dist/templates.tar.gz';

const MONDAYS = '0 4 * * 1';
const UBUNTU = ['ubuntu-latest'];
const READ = { contents: JobPermission.READ };

/** The types of commits, as in the titles of pull requests. */
const COMMIT_TYPES = ['feat', 'fix', 'perf', 'refactor', 'docs', 'test', 'build', 'ci', 'style', 'chore', 'revert'];

const PULL_REQUEST = [
  '<!-- The title is a conventional commit: `feat(sagemaker): grant ... `. It becomes a line of the changelog. -->',
  '',
  '## What changes, and why',
  '',
  'Fixes #',
  '',
  '## Permissions',
  '',
  '<!-- Each statement that is added, widened or removed: its Sid, and the page or program that shows the need. -->',
  '',
  '## Checked',
  '',
  '- [ ] `npm run update` changed nothing, or its changes are in the commit',
  '- [ ] `npm cit` and `npm run judge` pass',
  '- [ ] a request that must be allowed, and a near miss that must be denied, are in `test/requests`',
];

/** Options of the project: which workflows there are. */
export const GITHUB_OPTIONS = {
  githubOptions: {
    mergify: false,
    pullRequestLintOptions: { semanticTitleOptions: { types: COMMIT_TYPES } },
  },
  pullRequestTemplateContents: PULL_REQUEST,
  workflowNodeVersion: NODE,
  buildWorkflowOptions: { mutableBuild: false, permissions: READ },
  depsUpgradeOptions: {
    workflowOptions: { schedule: javascript.UpgradeDependenciesSchedule.expressions([MONDAYS]) },
  },
  release: true,
  // A maintainer starts a release: users review each one, since it may change their policies.
  releaseTrigger: release.ReleaseTrigger.workflowDispatch(),
  releaseEnvironment: ENVIRONMENT,
  npmTrustedPublishing: true,
  npmProvenance: true,
} as const;

/** Adds jobs to the workflows of projen, and workflows that it does not have. */
export function addWorkflows(project: awscdk.AwsCdkConstructLibrary): void {
  completeBuild(project.github!);
  completeRelease(project);
  addCodeQl(project.github!);
}

function completeBuild(gitHub: github.GitHub): void {
  gitHub.tryFindWorkflow('build')!.addJobs({
    test: {
      name: 'test on Node.js ${{ matrix.node }}',
      runsOn: UBUNTU,
      permissions: READ,
      strategy: { failFast: false, matrix: { domain: { node: OLDER_NODES } } },
      steps: [...installed('${{ matrix.node }}'), { run: 'npx projen test' }],
    },
    compatibility: {
      runsOn: UBUNTU,
      permissions: READ,
      steps: [...installed(NODE, { 'fetch-depth': 0 }), { run: 'npx projen compile' }, { run: 'npx projen compat' }],
    },
    bindings: {
      runsOn: UBUNTU,
      permissions: READ,
      steps: [
        ...installed(NODE),
        { uses: ActionRefs.ACTIONS_SETUP_PYTHON, with: { 'python-version': PYTHON } },
        { uses: ActionRefs.ACTIONS_SETUP_JAVA, with: { 'distribution': 'corretto', 'java-version': '11' } },
        { uses: ActionRefs.ACTIONS_SETUP_GO, with: { 'go-version': 'stable', 'cache': false } },
        { run: 'npm run bindings' },
      ],
    },
    dotnet: {
      runsOn: UBUNTU,
      permissions: READ,
      steps: [
        ...installed(NODE),
        { uses: ActionRefs.ACTIONS_SETUP_DOTNET, with: { 'dotnet-version': '8.x' } },
        { run: 'npx projen compile' },
        { run: 'npx projen package:dotnet' },
        { run: 'dotnet nuget add source "$PWD/dist/dotnet" --name built' },
        { run: 'npx cdk synth --quiet --no-notices', workingDirectory: 'examples/dotnet' },
      ],
    },
    judges: {
      runsOn: UBUNTU,
      permissions: READ,
      steps: [
        ...installed(NODE),
        { uses: ActionRefs.ACTIONS_SETUP_PYTHON, with: { 'python-version': PYTHON } },
        { uses: ActionRefs.ACTIONS_SETUP_GO, with: { 'go-version': 'stable', 'cache': false } },
        { run: 'npx projen compile' },
        // The browser judge installs Chromium as root of Debian.
        { run: 'npm run judge -- --except vendors browser' },
      ],
    },
  });
}

function completeRelease(project: awscdk.AwsCdkConstructLibrary): void {
  // A few lines of our own in place of a package with 150 others.
  project.tasks.tryFind('bump')!.reset('tsx scripts/release/bump.ts');
  project.removeTask('bump:releasable-commits');
  project.deps.removeDependency('commit-and-tag-version');
  // The tests run before the version changes: committed files, such as examples of reviews, name the one before.
  const task = project.tasks.tryFind('release')!;
  task.reset();
  [addReleaseCheck(project), project.testTask].forEach(before => task.spawn(before));
  task.exec('rm -fr dist');
  ['bump', 'compile', 'package'].forEach(name => task.spawn(project.tasks.tryFind(name)!));
  task.exec('tsx scripts/release/bill-of-materials.ts');
  task.spawn(project.tasks.tryFind('templates')!);
  task.exec(`tar czf ${TEMPLATES} -C dist templates policies`);
  task.spawn(project.tasks.tryFind('unbump')!);
  task.exec('git diff --exit-code');
  project.addTask('release:dry', {
    description: 'Builds the packages of the next version and its changelog in dist/release, and publishes nothing',
    exec: 'tsx scripts/release/dry-run.ts',
  });
  project.release!.addJobs({
    release_files: {
      name: 'Add the bill of materials and the templates to the release',
      needs: ['release', 'release_github'],
      runsOn: UBUNTU,
      permissions: { contents: JobPermission.WRITE },
      if: '${{ !inputs.dry_run }}',
      steps: [
        {
          uses: ActionRefs.ACTIONS_DOWNLOAD_ARTIFACT,
          with: { 'artifact-ids': '${{ needs.release.outputs.artifact_id }}', 'path': 'dist' },
        },
        {
          env: { GH_TOKEN: '${{ github.token }}' },
          run: `gh release upload "$(cat dist/releasetag.txt)" dist/bill-of-materials.cdx.json ${TEMPLATES} -R "$GITHUB_REPOSITORY"`,
        },
      ],
    },
  });
  // The client of npm knows its registry: no committed file names one.
  project.github!.tryFindWorkflow('release')!.file!.addDeletionOverride('jobs.release_npm.steps.9.env.NPM_REGISTRY');
}

/** What must hold before a version is built. */
function addReleaseCheck(project: awscdk.AwsCdkConstructLibrary): Task {
  project.tasks.tryFind('compat')!.reset('tsx scripts/release/api-compatibility.ts');
  return project.addTask('release:check', {
    description: 'Fails unless the metadata, the API and the permissions fit the next version',
    steps: [
      { spawn: 'compile' },
      { exec: 'tsx scripts/release/metadata.ts' },
      { spawn: 'compat' },
      { exec: 'tsx scripts/release-changes.ts --next' },
    ],
  });
}

function addCodeQl(gitHub: github.GitHub): void {
  const workflow = gitHub.addWorkflow('codeql');
  workflow.on({ push: { branches: ['main'] }, pullRequest: { branches: ['main'] }, schedule: [{ cron: MONDAYS }] });
  workflow.addJob('analyze', {
    name: 'analyze ${{ matrix.language }}',
    runsOn: UBUNTU,
    permissions: { ...READ, securityEvents: JobPermission.WRITE },
    strategy: { failFast: false, matrix: { domain: { language: ['actions', 'javascript-typescript', 'python'] } } },
    steps: [
      { uses: ActionRefs.ACTIONS_CHECKOUT },
      { uses: 'github/codeql-action/init@v4', with: { languages: '${{ matrix.language }}' } },
      { uses: 'github/codeql-action/analyze@v4', with: { category: '/language:${{ matrix.language }}' } },
    ],
  });
}

/** A checkout with its dependencies. */
function installed(node: string, checkout?: Readonly<Record<string, unknown>>): github.workflows.JobStep[] {
  return [
    { uses: ActionRefs.ACTIONS_CHECKOUT, ...checkout && { with: checkout } },
    { uses: ActionRefs.ACTIONS_SETUP_NODE, with: { 'node-version': node, 'package-manager-cache': false } },
    { run: 'npm ci' },
  ];
}
