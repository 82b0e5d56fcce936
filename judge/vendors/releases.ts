/** The releases of a program that the judge runs: the oldest, the newest, and each that needs something else. */
export interface Program {
  /** The name of its data. Its scripts are in the folder of this name, with underscores. */
  readonly name: string;
  readonly judged: readonly string[];
  /** All others, which need the same as the judged one before or after them. */
  readonly others: readonly string[];
  /** The folder in `environments` with the packages that a release runs with. */
  readonly environment: (release: string) => string;
  /** Whether its resources have the names of the configurations. In the data they have one name. */
  readonly isNamedAfterConfigurations: boolean;
}

const OF_CLUSTERS = { environment: () => 'parallelcluster', isNamedAfterConfigurations: true };

export const PROGRAMS: readonly Program[] = [
  {
    ...OF_CLUSTERS,
    name: 'parallelcluster3',
    judged: [
      '3.2.0', '3.3.1', '3.4.1', '3.5.1', '3.6.1', '3.7.2', '3.8.0', '3.9.3', '3.11.1', '3.13.2', '3.14.2', '3.15.1', '3.16.1',
    ],
    others: [
      '3.2.1', '3.3.0', '3.4.0', '3.5.0', '3.6.0', '3.7.0', '3.7.1', '3.9.0', '3.9.1', '3.9.2', '3.10.0', '3.10.1',
      '3.11.0', '3.12.0', '3.13.0', '3.13.1', '3.14.0', '3.14.1', '3.15.0', '3.16.0',
    ],
  },
  { ...OF_CLUSTERS, name: 'parallelcluster2', judged: ['2.0.2', '2.9.1', '2.11.4', '2.11.9'], others: [] },
  {
    name: 'sagemaker-sdk',
    judged: ['2.257.7', '3.27.0'],
    others: [],
    environment: release => `sagemaker-sdk${release.split('.')[0]}`,
    isNamedAfterConfigurations: false,
  },
  { name: 'eb-cli', judged: ['3.27.5'], others: [], environment: () => 'eb-cli', isNamedAfterConfigurations: false },
];

/** The folder with the scripts of a program: it is a Python package. */
export function scriptsOf({ name }: Program): string {
  return name.replaceAll('-', '_');
}

/** The folders whose scripts run in an environment. */
export function scriptsIn(environment: string): readonly string[] {
  return PROGRAMS.filter(program => [...program.judged, ...program.others]
    .some(release => program.environment(release) === environment)).map(scriptsOf);
}

/** In the order of their publication. */
export function inOrder(releases: readonly string[]): readonly string[] {
  const numbers = (release: string) => release.split('.').map(Number);
  return [...releases].sort((one, other) => {
    const [ones, others] = [one, other].map(numbers);
    const length = Math.max(ones.length, others.length);
    return Array.from({ length }, (_, index) => (ones[index] ?? 0) - (others[index] ?? 0))
      .find(difference => difference !== 0) ?? 0;
  });
}
