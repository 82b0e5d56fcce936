import { Answer } from './ask';
import { VendorDocument } from '../documented/documents';
import { globMatches } from '../support/globs';
import { Statement } from '../support/policies';
import { ServiceReference } from '../support/service-reference';

/** Actions that a construct grants though no program, template or page asks for them. */
export interface UnusedRow {
  readonly actions: readonly string[];
  readonly because: string;
}

/** Who has a construct: the subjects of the data that ask it. */
export type Subjects = Readonly<Record<string, readonly string[]>>;

export interface Grants {
  readonly granted: ReadonlySet<string>;
  /** Asked for by programs and templates. */
  readonly used: ReadonlySet<string>;
  /** Printed on a page of the vendor only. */
  readonly printed: ReadonlySet<string>;
}

/** What a construct grants, and who asks for it. */
export function grantsOf(
  statements: readonly Statement[],
  used: ReadonlySet<string>,
  pages: readonly VendorDocument[],
  reference: ServiceReference,
): Grants {
  const expanded = statements.flatMap(({ Action }) => Action).flatMap(pattern => reference.expand(pattern));
  const granted = new Set(expanded.map(({ name }) => name));
  const patterns = [...new Set(pages.flatMap(page => page.statements.flatMap(({ actions }) => actions)))];
  const usedHere = new Set([...granted].filter(action => used.has(action)));
  return {
    granted,
    used: usedHere,
    printed: new Set([...granted].filter(action =>
      !usedHere.has(action) && patterns.some(pattern => globMatches(pattern, action, true)))),
  };
}

/** The actions that some subjects ask for, in any release. */
export function usedBy(
  subjects: readonly string[], answers: readonly Answer[], reference: ServiceReference,
): ReadonlySet<string> {
  const patterns = new Set(answers.filter(({ subject }) => subjects.includes(subject)).map(({ action }) => action));
  return new Set([...patterns].flatMap(pattern => reference.expand(pattern)).map(({ name }) => name));
}

/** What Session Manager needs on instances. */
export const SESSIONS: UnusedRow = {
  actions: [
    'ssm:UpdateInstanceInformation', 'ssmmessages:CreateControlChannel', 'ssmmessages:CreateDataChannel',
    'ssmmessages:OpenControlChannel', 'ssmmessages:OpenDataChannel',
  ],
  because: 'the agent of Systems Manager calls it for sessions: it is not one of the programs that run',
};
