import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resource, Resources, Tree } from './trees';
import { Direction, isWiderIn, ReviewChanges } from '../../cli/compare/changes';
import { compareReviews } from '../../cli/compare/compare-reviews';
import { Review } from '../../cli/review/model';
import { review } from '../../cli/review/review';
import { reviewConstructs } from '../../cli/review/review-constructs';

// What a release changes for its users.

export interface ReleaseChanges {
  /** The statements of each construct, with all options. */
  readonly statements: ReviewChanges;
  /** Templates that change though no option does. */
  readonly templates: readonly TemplateChange[];
  /** Rows of the ledgers of statements that had none. */
  readonly wildcards: readonly string[];
}

export interface TemplateChange {
  /** The platform, and the options: `parallelcluster3/head-node-slurm`. */
  readonly name: string;
  /** Absent if only its form changes. */
  readonly direction?: Direction;
  /** The logical ids of resources that CloudFormation would delete or replace. */
  readonly replaced: readonly string[];
}

export function releaseChanges(base: Tree, head: Tree): ReleaseChanges {
  const [before, after] = [base, head].map(({ constructs }) => reviewConstructs(constructs, ''));
  const withRow = new Set(base.ledgers.map(statementIn));
  return {
    statements: compareReviews(before, after),
    templates: [...head.goldens].flatMap(([name, resources]) => {
      const older = base.goldens.get(name);
      return older === undefined || JSON.stringify(older) === JSON.stringify(resources) ? []
        : [templateChange(name, older, resources)];
    }),
    wildcards: head.ledgers.filter(row => !withRow.has(statementIn(row))),
  };
}

/** Whether a user may get more than before, unless it is certain that nobody does. */
export function isWider({ statements, templates, wildcards }: ReleaseChanges): boolean {
  return wildcards.length > 0 || isWiderIn(statements.direction)
    || templates.some(({ direction }) => direction !== undefined && isWiderIn(direction));
}

/** A row of a ledger starts with the construct and the Sid. */
function statementIn(row: string): string {
  return row.split(' ').slice(0, 2).join(' ');
}

function templateChange(name: string, base: Resources, head: Resources): TemplateChange {
  const { direction, subjects } = compareReviews(reviewOf(base), reviewOf(head));
  const replaced = Object.keys(base).filter(id => !isKept(base[id], head[id]));
  return { name, ...(subjects.length > 0 && { direction }), replaced };
}

/** Properties that CloudFormation can't change: it makes another resource. */
const CREATE_ONLY: Readonly<Record<string, readonly string[]>> = {
  'AWS::IAM::InstanceProfile': ['InstanceProfileName', 'Path'],
  'AWS::IAM::ManagedPolicy': ['Description', 'ManagedPolicyName', 'Path'],
  'AWS::IAM::Role': ['Path', 'RoleName'],
};

function isKept(base: Resource, head: Resource | undefined): boolean {
  return head?.Type === base.Type && (CREATE_ONLY[base.Type] ?? []).every(property =>
    JSON.stringify(base.Properties?.[property]) === JSON.stringify(head.Properties?.[property]));
}

function reviewOf(resources: Resources): Review {
  const folder = mkdtempSync(join(tmpdir(), 'golden-'));
  const file = join(folder, 'Golden.template.json');
  writeFileSync(file, JSON.stringify({ Resources: resources }));
  try {
    return review(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The numbers of a version or its tag. */
function numbersIn(text: string): readonly number[] | undefined {
  return /^v?(\d+)\.(\d+)\.(\d+)$/.exec(text)?.slice(1).map(Number);
}

/** Why a release can't have a version: the last one is `0.1.0`, this one `0.1.1`. Nothing if it can. */
export function refusalOf(changes: ReleaseChanges, last: string, version: string): string | undefined {
  const [before, after] = [last, version].map(numbersIn);
  if (!after) {
    return `a version has the form 1.2.3, got ${version}`;
  }
  if (!before) {
    return `only the tag of a release, such as v0.1.0, says which versions may follow, got ${last}`;
  }
  const first = after.findIndex((number, index) => number !== before[index]);
  if (first < 0 || after[first] < before[first]) {
    return `${version} is not newer than ${last}`;
  }
  return first === 2 && isWider(changes)
    ? `${version} can't be a patch of ${last}: it grants more, or may do so. Release ${after[0]}.${after[1] + 1}.0` : undefined;
}
