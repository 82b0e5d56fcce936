import { Arns } from '../../private/options/arns';
import { OptionReader } from '../../private/options/reader';
import { PolicyFeature, Source } from '../../private/statements/documented-statement';

/** Permissions that the role has once for all workloads. */
interface SharedNeeds {
  /** The repositories that the workloads pull from. If there are any, the role can log in to registries. */
  readonly images: readonly string[];
  readonly vpc: boolean;
  /** The parts of the API whose work the user of the role starts, and passes this role to. */
  readonly passedParts: readonly string[];
}

/** The needs of a workload. */
export interface Needs extends SharedNeeds {
  /** The page that the workload is documented on. */
  readonly source: Source;
  readonly features: (arns: Arns) => readonly PolicyFeature[];
}

/** A kind of work that the role is for. `O` is its struct in the properties of the role. */
export interface Workload<O extends object> {
  /** The resource types in `aws:SourceArn` when SageMaker assumes the role for it, as far as documented. */
  readonly sourceArnTypes: readonly string[];
  readonly read: (reader: OptionReader<O>) => Needs;
}

interface Definition<O extends object, W extends object> {
  readonly source: Source;
  readonly sourceArnTypes: readonly string[];
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
    sourceArnTypes,
    read: reader => {
      const workload = read(reader);
      const { images, vpc, passedParts }: SharedNeeds = { images: [], vpc: false, passedParts: [], ...workload };
      return { source, images, vpc, passedParts, features: arns => features(arns, workload) };
    },
  };
}
