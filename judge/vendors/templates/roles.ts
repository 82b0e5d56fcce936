import { MadeResource } from './resources';
import { JsonObject } from '../../../test/support/fold';
import { Statement, statementsOf } from '../../../test/support/policies';
import { objects, text, texts } from '../calls/service';

/** A role that a template makes, with the statements that the vendor gives it. */
export interface VendorRole {
  /** Whose role it is: as in recorded calls, or the logical id of a role that no construct of ours is for. */
  readonly subject: string;
  readonly arn: string;
  readonly statements: readonly Statement[];
}

/** Roles by logical id. */
const SUBJECTS: readonly (readonly [logicalId: RegExp, subject: string])[] = [
  [/^RoleHeadNode$/, 'head-node'],
  [/^(CleanupResources|ManageDockerImages)\w*Role$/, 'lambda-functions'],
  [/^InstanceRole$/, 'image-builder'],
  [/^DeleteStackFunctionExecutionRole$/, 'image-cleanup'],
];

/** The other roles of nodes, by the tag of what their launch templates start. */
const NODES: Readonly<Record<string, string>> = { Compute: 'compute-node', LoginNode: 'login-node', HeadNode: 'head-node' };

export function rolesOf(resources: readonly MadeResource[]): readonly VendorRole[] {
  return resources.filter(({ type }) => type === 'AWS::IAM::Role').map(role => {
    const { logicalId, arns: [arn], properties } = role;
    const attached = resources.filter(({ type, properties: { Roles } }) =>
      type === 'AWS::IAM::Policy' && texts(Roles).includes(arn));
    return {
      subject: SUBJECTS.find(([pattern]) => pattern.test(logicalId))?.[1] ?? nodeOf(arn, resources) ?? logicalId,
      arn,
      statements: [...objects(properties.Policies), ...attached.map(policy => policy.properties)]
        .flatMap(({ PolicyDocument }) => statementsOf(PolicyDocument)),
    };
  });
}

/** The node whose launch template has an instance profile with the role. */
function nodeOf(arn: string, resources: readonly MadeResource[]): string | undefined {
  const profiles = resources.filter(({ type, properties: { Roles } }) =>
    type === 'AWS::IAM::InstanceProfile' && texts(Roles).includes(arn));
  const names = profiles.map(profile => nameIn(profile.arns[0]));
  const data = resources.filter(({ type }) => type === 'AWS::EC2::LaunchTemplate')
    .map(({ properties }) => properties.LaunchTemplateData as JsonObject);
  const launched = data.find(({ IamInstanceProfile: profile = {} }) =>
    names.includes(text((profile as JsonObject).Name)));
  const tags = objects(launched?.TagSpecifications).flatMap(({ Tags }) => objects(Tags));
  return NODES[text(tags.find(({ Key }) => Key === 'parallelcluster:node-type')?.Value)];
}

function nameIn(arn: string): string {
  return arn.split('/').at(-1)!;
}
