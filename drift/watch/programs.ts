import { differencesOf, Finding, without } from '../difference';
import { ProgramFacts } from '../facts/program';
import { holdersOrNone, OwnFacts } from '../own';

/** A package of a vendor whose program needs permissions. */
export interface Program {
  readonly name: string;
  /** The platform whose constructs it concerns. */
  readonly platform: string;
  /** Whether the library has to know each of its versions. */
  readonly isListed?: boolean;
}

const LISTS = [['files', 'file'], ['constants', 'constant'], ['requires', 'requirement']] as const;

/** What the newest release of a program needs, names and makes, against the one that was read. */
export function programDrift(
  { statements }: OwnFacts, program: Program, read: ProgramFacts, newest: ProgramFacts,
): Finding {
  if (read.version === newest.version) {
    return { differences: [], notes: [] };
  }
  const difference = differencesOf('packages', `${program.name} ${newest.version}`);
  const own = statements.filter(({ platform }) => platform === program.platform);
  const rights = ({ rights: all }: ProgramFacts) => Object.keys(all);
  const listed = program.isListed ? [difference(`~ it is newer than ${read.version}, the newest that the library knows`)] : [];
  const others = [
    ...without(rights(newest), rights(read)).map(right =>
      difference(`+ ${right} in ${newest.rights[right].join(', ')}`, holdersOrNone(own, right))),
    ...without(rights(read), rights(newest)).map(right =>
      difference(`- ${right}, which was in ${read.rights[right].join(', ')}`, holdersOrNone(own, right))),
    ...LISTS.flatMap(([list, word]) => [
      ...without(newest[list], read[list]).map(one => difference(`+ ${word} ${one}`)),
      ...without(read[list], newest[list]).map(one => difference(`- ${word} ${one}`)),
    ]),
    ...Object.keys(newest.hashes).filter(file => read.hashes[file] !== newest.hashes[file])
      .map(file => difference(`~ ${file} has another text`)),
  ];
  const notes = listed.length + others.length === 0
    ? [`${program.name} ${newest.version} needs the same as ${read.version}, which was read`] : [];
  return { differences: [...listed, ...others], notes };
}
