import { Warning } from './model';
import { notReviewed } from './not-reviewed';
import { otherVersions } from './other-versions';
import { Assembly, AssemblyStack } from '../assembly/assembly';
import { MetadataEntry } from '../assembly/metadata';
import { creationOf } from '../assembly/stack-traces';

const LEVELS: Readonly<Record<string, Warning['level']>> = {
  'aws:cdk:warning': 'warning', 'aws:cdk:error': 'error', 'aws:cdk:info': 'info',
};

/** The annotations of this library's constructs that nobody acknowledged, and what the review could not read. */
export function warningsOf({ stacks, tree }: Pick<Assembly, 'stacks' | 'tree'>): readonly Warning[] {
  // Nested stacks have the metadata of their parent.
  const annotations = stacks.filter(({ parent }) => parent === undefined).flatMap(annotationsIn);
  const ours = annotations.filter(({ id }) => id?.startsWith('cdk-platform-iam:'));
  return [
    ...new Map(ours.map(warning => [`${warning.path} ${warning.level} ${warning.id} ${warning.message}`, warning])).values(),
    ...stacks.flatMap(({ name, template, unread }) =>
      unread.map(message => ({ path: name, template, level: 'warning', message } as const))),
    ...notReviewed(stacks),
    ...otherVersions(tree),
  ];
}

function annotationsIn({ template, metadata }: AssemblyStack): readonly Warning[] {
  return [...metadata].flatMap(([path, entries]) =>
    entries.filter(({ type }) => Object.hasOwn(LEVELS, type))
      .map(entry => warningOf(entry, { path, template, createdAt: creationOf([entry, ...entries]) })));
}

/** The CDK appends `[ack: ID]` to the text. */
function warningOf(
  { type, data }: MetadataEntry, { createdAt, ...where }: Pick<Warning, 'path' | 'template' | 'createdAt'>,
): Warning {
  const text = String(data);
  const [, message = text, id] = /^(.*?)\s*\[ack: ([^\]]+)\]$/s.exec(text) ?? [];
  return {
    ...where,
    ...(createdAt !== undefined && { createdAt }),
    level: LEVELS[type],
    ...(id !== undefined && { id }),
    message,
  };
}
