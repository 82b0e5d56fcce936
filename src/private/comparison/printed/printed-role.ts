import { itemsIn } from './aws-output';
import { DocumentItem, Item, MentionItem, Owner, OwnerItem, PolicyItem } from './items';
import { noDocument } from './texts';
import { fail, format } from '../../options/errors';
import { unique } from '../../options/reader';
import { Place, variablesOf } from '../facts';
import { Variables } from '../patterns';
import { PolicyStatement, statementsIn } from '../policy-statement';

/** The policies of one role, as far as they are printed. */
export interface PrintedRole {
  /** @default - the documents have no ARN of a role */
  readonly arn?: string;
  readonly statements: readonly PolicyStatement[];
  /**
   * The statements of the permissions boundary.
   *
   * @default - no boundary is printed
   */
  readonly boundary?: readonly PolicyStatement[];
  /** The ARNs of the managed policies that are attached, as far as the documents have them. */
  readonly attached: readonly string[];
  /** What the role has and the documents only name. */
  readonly notPrinted: readonly string[];
  /** The values of policy variables. */
  readonly variables: Variables;
}

/**
 * Reads the policies of one role. Only what belongs to the role counts: its inline policies, and the default versions
 * of the policies that are attached to it.
 *
 * @param roleName the role, if the documents have several
 */
export function readPrintedRole(texts: readonly string[], place: Place, roleName?: string): PrintedRole {
  const items = texts.flatMap((text, index) => itemsIn(`'documents[${index}]'`, text));
  const owner = ownerIn(items, roleName);
  const own = items.filter(item => !('owner' in item) || item.owner === undefined || sameOwner(item.owner, owner));
  const described = own.filter((item): item is OwnerItem => item.is === 'owner');
  const policies = policiesOf(own);
  const documents = documentsOf(own);
  if (documents.length + policies.length === 0 && !described.some(({ isWhole }) => isWhole)) {
    noDocument("'documents'", texts.length === 1 ? texts[0] : texts);
  }
  const arn = described.map(item => item.arn).find(found => found !== undefined);
  checkPlace(arn, place);
  const variables = variablesOf(place, arn);
  const boundaryArn = described.map(({ boundary }) => boundary).find(found => found !== undefined);
  const boundary = items.find((item): item is PolicyItem => item.is === 'policy' && item.arn === boundaryArn);
  return {
    arn,
    statements: [
      ...documents.flatMap(({ document, subject }) => statementsIn(document, subject, variables)),
      ...policies.flatMap(({ document, subject, arn: policy }) => statementsIn(document, subject, variables, policy)),
    ],
    boundary: boundary && statementsIn(boundary.document, boundary.subject, variables, boundaryArn),
    attached: namesOf(own, 'attached'),
    notPrinted: [
      ...notPrinted(own, policies, documents),
      ...(boundaryArn !== undefined && boundary === undefined ? [boundaryArn] : []),
    ],
    variables,
  };
}

/** The only role in the documents, or the chosen one. */
function ownerIn(items: readonly Item[], roleName: string | undefined): Owner | undefined {
  const owners = items.flatMap(item => ('owner' in item && item.owner ? [item.owner] : []));
  const names = unique(owners.map(({ name }) => name));
  if (roleName !== undefined && names.length > 0) {
    return owners.find(({ name }) => name === roleName) ?? fail(
      undefined, `'documents' have no role ${format(roleName)}, they are of ${names.map(format).join(' and ')}`,
    );
  }
  return names.length <= 1 ? owners[0] : fail(
    undefined,
    `'documents' must be of one role, got ${names.map(format).join(' and ')}: compare one role at a time, or choose it ` +
      "with 'roleName'",
  );
}

function sameOwner(one: Owner, other: Owner | undefined): boolean {
  return one.kind === other?.kind && one.name === other.name;
}

/** Without repetitions: Terraform has inline policies in the role, and by themselves. */
function documentsOf(items: readonly Item[]): readonly DocumentItem[] {
  const documents = items.filter((item): item is DocumentItem => item.is === 'document');
  return documents.filter(({ owner, name, document }, index) => owner === undefined || name === undefined
    || !documents.slice(0, index).some(other => other.owner !== undefined && other.name === name
      && JSON.stringify(other.document) === JSON.stringify(document)));
}

function namesOf(items: readonly Item[], kind: MentionItem['is']): readonly string[] {
  return unique(items.filter((item): item is MentionItem => item.is === kind).map(({ name }) => name));
}

/** The attached policies, or all that were printed one by one, if nothing says what is attached. */
function policiesOf(items: readonly Item[]): readonly PolicyItem[] {
  const policies = items.filter((item): item is PolicyItem => item.is === 'policy');
  const attached = namesOf(items, 'attached');
  if (attached.length > 0 || items.some(({ is }) => is === 'list')) {
    return policies.filter(({ arn }) => attached.includes(arn));
  }
  if (policies.some(({ isListed }) => isListed)) {
    fail(
      undefined,
      "'documents' hold policies of an account, and nothing that says which are attached to the role: add the details of " +
        "the role, or what 'aws iam list-attached-role-policies' prints",
    );
  }
  return policies;
}

/** `get-policy-version` prints no ARN: as many versions as attached policies are taken for them. */
function notPrinted(
  items: readonly Item[], policies: readonly PolicyItem[], documents: readonly DocumentItem[],
): readonly string[] {
  const open = namesOf(items, 'attached').filter(name => !policies.some(({ arn }) => arn === name));
  const versions = unique(documents.filter(({ isVersion }) => isVersion)
    .map(({ document }) => JSON.stringify(document)));
  const inline = namesOf(items, 'inline').filter(name => !documents.some(document => document.name === name));
  return [...(versions.length >= open.length ? [] : open), ...inline];
}

function checkPlace(arn: string | undefined, { account, partition }: Place): void {
  const [, ofRole, , , of] = arn?.split(':') ?? [];
  if (arn !== undefined && (of !== account || ofRole !== partition)) {
    fail(
      undefined,
      `'documents' are of ${arn}, but the comparison is for account ${account} in ${partition}: compare a role of that ` +
        'account',
    );
  }
}
