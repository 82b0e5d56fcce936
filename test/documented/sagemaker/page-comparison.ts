import { OPTION_SETS } from './option-sets';
import { SAGEMAKER } from './platform';
import { isAllowed, Request } from '../../support/evaluate';
import { Statement } from '../../support/policies';
import { pairsOf, VendorDocument } from '../documents';
import { OurStatement } from '../platform';

export type OptionSetName = keyof typeof OPTION_SETS;

/** The documents that the page prints for each kind of job, with the matching options. */
export const JOBS: readonly [document: string, options: OptionSetName][] = [
  ['training-job', 'training job with everything'],
  ['tuning-job', 'tuning job with everything'],
  ['processing-job', 'processing job with everything'],
];

export function documentOf(name: string): VendorDocument {
  const found = SAGEMAKER.documents.find(({ id }) => id === `sagemaker/${name}`);
  if (!found) {
    throw new Error(`no document ${name}`);
  }
  return found;
}

/** Whether the page's policy would allow the request if it were attached as printed. */
export function pageAllows(name: string, request: Request): boolean {
  return isAllowed(
    pairsOf(documentOf(name), SAGEMAKER.names).map(({ action, boundResource, conditions }) => ({
      Effect: 'Allow',
      Action: [action],
      Resource: [boundResource],
      Condition: conditions,
    })),
    request,
  );
}

export function statementsWith(options: OptionSetName): readonly OurStatement[] {
  return SAGEMAKER.optionSets[options]().permissions;
}

export function weAllow(options: OptionSetName, request: Request): boolean {
  return isAllowed(statementsWith(options), request);
}

/** Expects that the page denies what the library allows. */
export function expectOnlyUsToAllow(document: string, options: OptionSetName, request: Request): void {
  expect({ request, page: pageAllows(document, request), us: weAllow(options, request) })
    .toEqual({ request, page: false, us: true });
}

/** Expects that the page allows what the library denies, because nothing needs it. */
export function expectOnlyThePageToAllow(document: string, options: OptionSetName, request: Request): void {
  expect({ request, page: pageAllows(document, request), us: weAllow(options, request) })
    .toEqual({ request, page: true, us: false });
}

export function statementBySid(statements: readonly Statement[], sid: string): Statement {
  const found = statements.find(({ Sid }) => Sid === sid);
  if (!found) {
    throw new Error(`no statement ${sid}`);
  }
  return found;
}
