import { Match, Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { many } from './user-policies';
import {
  ParallelClusterIamAccess, ParallelClusterPermissionsBoundary, ParallelClusterUserPolicy, ParallelClusterVersion,
} from '../../../src';
import { Environment, ENVIRONMENTS, TemplateJson } from '../../support/fold';
import { Fixtures } from '../../support/given';
import { policiesOf } from '../../support/policies';
import { synthesize } from '../../support/synthesize';

const BOTH = { awsBatch: {}, imageBuild: true, version: ParallelClusterVersion.V3_15 };

describe('the permissions boundary', () => {
  const boundaryWith = (...args: unknown[]) => synthesize(stack =>
    new ParallelClusterPermissionsBoundary(stack, 'Boundary', ...(args as [])));

  test('is one policy, for the roles that users create', () => {
    const { template } = synthesize(stack => {
      const { policy } = new ParallelClusterPermissionsBoundary(stack, 'Boundary', { managedPolicyName: 'hpc', path: '/hpc/' });
      new ParallelClusterUserPolicy(stack, 'User', {
        createClusters: {}, iamAccess: ParallelClusterIamAccess.withinBoundary(policy),
      });
    });
    const assertions = Template.fromJSON(template);
    assertions.resourceCountIs('AWS::IAM::ManagedPolicy', 5);
    assertions.hasResourceProperties('AWS::IAM::ManagedPolicy', { ManagedPolicyName: 'hpc', Path: '/hpc/' });
    assertions.hasResourceProperties('AWS::IAM::ManagedPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([Match.objectLike({
          Sid: 'IamAccessManageRoles',
          Condition: { StringEquals: { 'iam:PermissionsBoundary': { Ref: Match.stringLikeRegexp('^Boundary') } } },
        })]),
      },
    });
  });

  test.each(ENVIRONMENTS)('fits in every $partition region with all features', environment => {
    const { template } = boundaryWith(BOTH);
    expect(charactersOf(template, environment)).toBeLessThanOrEqual(6144);
    expect(boundaryWith(BOTH).warnings).toEqual([]);
  });

  test.each(ENVIRONMENTS)('fits in one $partition region with all features and a secret', environment => {
    const { template, warnings } = synthesize(stack => new ParallelClusterPermissionsBoundary(stack, 'Boundary', {
      ...BOTH,
      regions: ['us-gov-west-1'],
      secrets: { passwords: [new Fixtures(stack).secret('db')] },
    }));
    expect(charactersOf(template, environment)).toBeLessThanOrEqual(6144);
    expect(warnings).toEqual([]);
  });

  test('never allows a role to change roles, except to delete those of images', () => {
    const actions = policiesOf(boundaryWith(BOTH).template)
      .flatMap(({ statements }) => statements).flatMap(({ Action }) => Action).filter(action => action.startsWith('iam:'));
    expect(actions).toEqual([
      'iam:PassRole', 'iam:DeleteInstanceProfile', 'iam:DeleteRole', 'iam:DeleteRolePolicy', 'iam:DetachRolePolicy',
      'iam:RemoveRoleFromInstanceProfile',
    ]);
  });

  test('contains statements of the user in the same document', () => {
    const own = new iam.PolicyStatement({ sid: 'Own', actions: ['s3:GetObject'], resources: ['*'] });
    const [policy, ...others] = policiesOf(boundaryWith({ additionalStatements: [own] }).template);
    expect([policy.statements.slice(-1)[0].Sid, others]).toEqual(['Own', []]);
  });

  test('is rejected above the limit, with the numbers', () => {
    expect(() => synthesize(stack => new ParallelClusterPermissionsBoundary(stack, 'Boundary', {
      ...BOTH,
      secrets: { passwords: many(20, index => secretsmanager.Secret.fromSecretNameV2(stack, `S${index}`, `password-${index}`)) },
    }))).toThrow(/the managed policy of the boundary takes \d{4} to \d{4} characters, IAM allows 6144: leave features out/);
  });

  function charactersOf(template: TemplateJson, environment: Environment): number {
    return policiesOf(template, environment)[0].characters;
  }
});
