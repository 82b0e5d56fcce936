import { itemsIn } from './aws-output';
import { DocumentItem, Item, MentionItem, OwnerItem, PolicyItem } from './items';
import { OwnerChoice, ownerIn, sameOwner } from './owners';
import { noDocument } from './texts';
import { reject } from '../../options/plain-errors';
import { unique } from '../../options/unique';
import { Place, variablesOf } from '../facts';
import { Variables } from '../patterns';
import { PolicyStatement, statementsIn } from '../policy-statement';

/** The permissions boundary of a role. */
export interface Boundary {
  readonly arn: string;
  /** @default - the documents only name it */
  readonly statements?: readonly PolicyStatement[];
}

/** The policies of one role, user or group, as far as they are printed. */
export interface PrintedRole {
  /** @default - the documents have no ARN of a role */
  readonly arn?: string;
  readonly statements: readonly PolicyStatement[];
  /** @default - the documents don't name a boundary */
  readonly boundary?: Boundary;
  /** The ARNs of the managed policies that are attached, as far as the documents have them. */
  readonly attached: readonly string[];
  /** The policies that the role has and the documents only name. */
  readonly notPrinted: readonly string[];
  /** The values of policy variables. */
  readonly variables: Variables;
}

/**
 * Reads the policies of one role. Only what belongs to the role counts: its inline policies, and the default versions
 * of the policies that are attached to it.
 *
 * @param choice whose policies they are
 */
export function readPrintedRole(texts: readonly string[], place: Place, choice: OwnerChoice): PrintedRole {
  const items = texts.flatMap((text, index) => itemsIn(`'documents[${index}]'`, text));
  const owner = ownerIn(items, choice);
  const own = items.filter(item => !('owner' in item) || item.owner === undefined || sameOwner(item.owner, owner));
  const described = own.filter((item): item is OwnerItem => item.is === 'owner');
  const policies = policiesOf(own);
  const documents = documentsOf(own);
  const isWhole = described.some(item => item.isWhole);
  if (documents.length + policies.length === 0 && !isWhole) {
    noDocument("'documents'", texts.length === 1 ? texts[0] : texts);
  }
  const arn = described.map(item => item.arn).find(found => found !== undefined);
  checkPlace(arn, place);
  const variables = variablesOf(place, arn);
  checkOrigin(own, policies, documents, isWhole);
  return {
    arn,
    statements: [
      ...documents.flatMap(({ document, subject }) => statementsIn(document, subject, variables)),
      ...policies.flatMap(({ document, subject, arn: policy }) => statementsIn(document, subject, variables, policy)),
    ],
    boundary: boundaryIn(items, described, variables),
    attached: namesOf(own, 'attached'),
    notPrinted: notPrinted(own, policies, documents),
    variables,
  };
}

function boundaryIn(
  items: readonly Item[], described: readonly OwnerItem[], variables: Variables,
): Boundary | undefined {
  const arn = described.map(({ boundary }) => boundary).find(found => found !== undefined);
  const policy = items.find((item): item is PolicyItem => item.is === 'policy' && item.arn === arn);
  return arn === undefined ? undefined
    : { arn, statements: policy && statementsIn(policy.document, policy.subject, variables, arn) };
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
    reject(
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
  const open = openPolicies(items, policies);
  const versions = textsOf(documents.filter(({ isVersion }) => isVersion));
  return [...(versions.length >= open.length ? [] : open), ...openInline(items, documents)];
}

function openPolicies(items: readonly Item[], policies: readonly PolicyItem[]): readonly string[] {
  return namesOf(items, 'attached').filter(name => !policies.some(({ arn }) => arn === name));
}

function openInline(items: readonly Item[], documents: readonly DocumentItem[]): readonly string[] {
  return namesOf(items, 'inline').filter(name => !documents.some(document => document.name === name));
}

function textsOf(documents: readonly DocumentItem[]): readonly string[] {
  return unique(documents.map(({ document }) => JSON.stringify(document)));
}

/** Where the policies of the role are listed, a document without a name must be one of those that are only named. */
function checkOrigin(
  items: readonly Item[], policies: readonly PolicyItem[], documents: readonly DocumentItem[], isWhole: boolean,
): void {
  const named = textsOf(documents.filter(({ owner }) => owner !== undefined));
  const unnamed = (isVersion: boolean) =>
    textsOf(documents.filter(document => document.owner === undefined && document.isVersion === isVersion))
      .filter(text => !named.includes(text)).length;
  const open = openPolicies(items, policies).length;
  const isListed = isWhole || items.some(({ is }) => is === 'list' || is === 'attached');
  const inexplicable = isListed && unnamed(true) > open
    || isWhole && unnamed(true) + unnamed(false) > open + openInline(items, documents).length;
  if (inexplicable) {
    reject(
      `'documents' have more policies without an ARN than the role has policies that are only named (${open}), so some of ` +
        'them may not belong to it: pass the details of the role and of its policies, which have the ARNs, as ' +
        "'aws iam get-account-authorization-details' prints them",
    );
  }
}

function checkPlace(arn: string | undefined, { account, partition }: Place): void {
  const [, ofRole, , , of] = arn?.split(':') ?? [];
  if (arn !== undefined && (of !== account || ofRole !== partition)) {
    reject(
      `'documents' are of ${arn}, but the comparison is for account ${account} in ${partition}: compare a role of that ` +
        'account',
    );
  }
}
