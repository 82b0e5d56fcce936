import { Group } from './groups';
import { AttachedPolicy, Boundary } from './model';
import { Policy } from './policies';
import { Listed, managedPoliciesOf } from './principals';
import { Resource } from '../assembly/assembly';
import { widthOf } from '../facts/policy-widths';
import { StackNames } from '../statements/stack-names';
import { alternativesOf, textOf } from '../statements/text';

/** The id of the subject that has a resource. */
export type SubjectWith = (resource: Resource) => string | undefined;

/** The managed policies of a subject whose statements it does not show. */
export function attachedOf(
  { principal, names, elsewhere }: Group, subjectWith: SubjectWith,
): readonly AttachedPolicy[] {
  return principal === undefined ? [] : [
    ...managedPoliciesOf(principal).filter(({ references }) => policyIn(references, id => names.own(id)) === undefined)
      .map(listed => ofArn(listed, policyIn(listed.references, id => names.resource(id)), names, subjectWith)),
    ...elsewhere.map(policy => ofApp(policy, subjectWith)),
  ];
}

function policyIn(
  references: readonly string[], find: (reference: string) => Resource | undefined,
): Resource | undefined {
  return references.map(find).find(resource => resource?.type === 'AWS::IAM::ManagedPolicy');
}

function ofArn(
  { text: arn, references, onlyIf }: Listed, policy: Resource | undefined, names: StackNames, subjectWith: SubjectWith,
): AttachedPolicy {
  const isOfAws = /:iam::aws:policy\//.test(arn);
  const subject = policy && subjectWith(policy);
  const [construct] = policy ? names.constructs(references) : [];
  const name = (construct ?? arn).split('/').slice(-1)[0];
  const width = isOfAws ? widthOf(arn.split(':policy/')[1]) : undefined;
  return {
    arn,
    name,
    owner: policy ? 'app' : isOfAws ? 'aws' : 'account',
    ...(subject !== undefined && { subject }),
    ...(width && { width }),
    ...(onlyIf !== undefined && { onlyIf }),
  };
}

function ofApp({ name, resource, onlyIf }: Policy, subjectWith: SubjectWith): AttachedPolicy {
  const subject = subjectWith(resource);
  return {
    arn: `\${${resource.logicalId}}`,
    name,
    owner: 'app',
    ...(subject !== undefined && { subject }),
    ...(onlyIf !== undefined && { onlyIf }),
  };
}

/** The permissions boundary of a principal, or both that a condition of CloudFormation chooses from. */
export function boundaryOf(principal: Resource, names: StackNames, subjectWith: SubjectWith): Boundary | undefined {
  const boundaries = alternativesOf(principal.properties.PermissionsBoundary).map(({ value, onlyIf }) => {
    const { text, references } = textOf(value);
    const policy = policyIn(references, id => names.resource(id));
    const [name = text] = policy ? names.constructs(references) : [];
    return { name: onlyIf === undefined ? name : `${name} (if ${onlyIf})`, subject: policy && subjectWith(policy) };
  });
  const [subject, ...others] = boundaries.flatMap(found => found.subject ?? []);
  return boundaries.length === 0 ? undefined : {
    policy: boundaries.map(({ name }) => name).join(' or '),
    ...(subject !== undefined && others.length === 0 && { subject }),
  };
}
