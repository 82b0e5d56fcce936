import { Arns } from '../../private/options/arns';
import { OptionReader } from '../../private/options/reader';
import { PolicyFeature, Source } from '../../private/statements/documented-statement';

/** What the workloads of a role have in common. */
interface SharedNeeds {
  /** The repositories that the workloads pull from. If there are any, the role can log in to registries. */
  readonly images: readonly string[];
  readonly vpc: boolean;
  /** The work that the user of the role starts, and passes this role to, by the keys of the table of passed work. */
  readonly passedParts: readonly string[];
}

/** The needs of a workload. */
export interface Needs extends SharedNeeds {
  /** The page that the workload is documented on. */
  readonly source: Source;
  /** The resource types in `aws:SourceArn` when SageMaker assumes the role for it, as far as documented. */
  readonly sourceArnTypes: readonly string[];
  readonly features: (arns: Arns) => readonly PolicyFeature[];
}

/** A kind of work that the role is for. `O` is its struct in the properties of the role. */
export interface Workload<O extends object> {
  readonly read: (reader: OptionReader<O>) => Needs;
}

interface Definition<O extends object, W extends object> {
  readonly source: Source;
  /** May depend on the options. */
  readonly sourceArnTypes: readonly string[] | ((workload: W) => readonly string[]);
  /** Checks the options, and converts them for the statements. It may return `SharedNeeds`, too. */
  readonly read: (reader: OptionReader<O>) => W;
  /** The statements, in a fixed order. */
  readonly features: (arns: Arns, workload: W) => readonly PolicyFeature[];
}

/** Describes a workload. Only its own file knows the type of its options once read. */
export function defineWorkload<O extends object, W extends object>(
  { source, sourceArnTypes, read, features }: Definition<O, W>,
): Workload<O> {
  return {
    read: reader => {
      const workload = read(reader);
      const shared: SharedNeeds = { images: [], vpc: false, passedParts: [], ...workload };
      const { images, vpc, passedParts } = shared;
      return {
        source,
        sourceArnTypes: typeof sourceArnTypes === 'function' ? sourceArnTypes(workload) : sourceArnTypes,
        images,
        vpc,
        passedParts,
        features: arns => features(arns, workload),
      };
    },
  };
}
