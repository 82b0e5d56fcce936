import { AWS } from './fold';
import { Policy } from './policies';
import { compare } from '../../src/private/comparison/comparison';
import { neededStatements } from '../../src/private/comparison/needed';
import { readPrintedRole } from '../../src/private/comparison/printed/printed-role';

// A role of the library has what its own template declares, and nothing beyond, in whatever form it is printed.

const PLACE = { partition: AWS.partition, account: AWS.account, regions: [AWS.region] };
const NAME = 'subject';

type Print = (documents: readonly object[]) => readonly object[];

/** The policies of a role as AWS and Terraform print them. */
const PRINTS: readonly Print[] = [
  documents => [{
    RoleDetailList: [{
      RoleName: NAME,
      Arn: `arn:${AWS.partition}:iam::${AWS.account}:role/${NAME}`,
      RolePolicyList: documents.map((PolicyDocument, index) => ({ PolicyName: `P${index}`, PolicyDocument })),
      AttachedManagedPolicies: [],
    }],
    Policies: [],
  }],
  documents => documents.map(Document => ({
    PolicyVersion: { Document: encodeURIComponent(JSON.stringify(Document)), VersionId: 'v1', IsDefaultVersion: true },
  })),
  documents => [{
    terraform_version: '1.9.0',
    resources: documents.map((policy, index) => ({
      type: 'aws_iam_role_policy', instances: [{ attributes: { role: NAME, name: `P${index}`, policy: JSON.stringify(policy) } }],
    })),
  }],
];

/** What the check finds on policies that are compared with themselves. */
export function findingsOnItself(policies: readonly Policy[], form: number): readonly string[] {
  if (policies.length === 0) {
    return []; // It has only managed policies of AWS.
  }
  const documents = policies.map(({ statements }) => ({ Version: '2012-10-17', Statement: statements }));
  const texts = PRINTS[form % PRINTS.length](documents).map(printed => JSON.stringify(printed));
  const declared = policies.flatMap(({ statements }) => statements.map(statement => ({ ...statement })));
  const needed = { place: PLACE, policies: [], ...neededStatements(declared) };
  const { missing, unclear, beyond } = compare(needed, readPrintedRole(texts, PLACE, { kinds: ['role'] }));
  return [...missing, ...unclear, ...beyond].map(({ sid, action, resource, reason }) => `${sid} ${action} ${resource} ${reason}`);
}
