import { App, Stack } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import {
  BeanstalkEc2Role, BeanstalkInstancePermissions, BeanstalkPermissionCheck, BeanstalkPermissionNeeds, ImageSource,
} from '../../../src';
import { managedPolicies } from '../../support/managed-policies';
import { synthesizeRole } from '../../support/synthesize';

// Verdicts that once were wrong: "nothing missing" where IAM denies, and false alarms.

const PLACE = { region: 'us-east-1', account: '111122223333' };
const WEB = { ...PLACE, webTier: {} };
const STORE = 'arn:aws:s3:::elasticbeanstalk-us-east-1-111122223333';
const ALLOW_ALL = { Effect: 'Allow', Action: '*', Resource: '*' };

const policy = (...statements: object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const check = (statements: object[], needs: BeanstalkPermissionNeeds = WEB) =>
  BeanstalkPermissionCheck.compare([policy(...statements)], needs);

/** The statements of the role with the options, as deployed to a place. */
function ownStatements(options: BeanstalkInstancePermissions): object[] {
  return synthesizeRole(stack => new BeanstalkEc2Role(stack, 'Role', options), { env: PLACE }).all;
}

describe('a permission that IAM denies is never called granted', () => {
  const needed = ownStatements({ webTier: {} });
  const detail = (rest: object) => ({ RoleName: 'shop', RolePolicyList: [], AttachedManagedPolicies: [], ...rest });
  const admin = { PolicyName: 'Admin', PolicyDocument: { Statement: ALLOW_ALL } };

  test.each<[string, object]>([
    ['a policy of a user', { UserDetailList: [{ UserName: 'anna', GroupList: [], UserPolicyList: [admin] }] }],
    ['a policy of a group', { GroupDetailList: [{ GroupName: 'admins', GroupPolicyList: [admin] }] }],
    ['a policy that is attached to nothing', {
      Policies: [{
        PolicyName: 'Admin',
        Arn: 'arn:aws:iam::111122223333:policy/Admin',
        AttachmentCount: 0,
        PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: { Statement: ALLOW_ALL } }],
      }],
    }],
    ['a version that is not the default', {
      RoleDetailList: [detail({ AttachedManagedPolicies: [{ PolicyArn: 'arn:aws:iam::111122223333:policy/Admin' }] })],
      Policies: [{
        Arn: 'arn:aws:iam::111122223333:policy/Admin',
        PolicyVersionList: [
          { VersionId: 'v1', IsDefaultVersion: false, Document: { Statement: ALLOW_ALL } },
          { VersionId: 'v2', IsDefaultVersion: true, Document: { Statement: [{ Effect: 'Allow', Action: 'sqs:*', Resource: '*' }] } },
        ],
      }],
    }],
  ])('because of %s', (_, account) => {
    const printed = { RoleDetailList: [detail({})], UserDetailList: [], GroupDetailList: [], Policies: [], ...account };
    const { missing, isSufficient } = BeanstalkPermissionCheck.compare([JSON.stringify(printed)], WEB);
    expect([new Set(missing.map(({ reason }) => reason)), isSufficient]).toEqual([new Set(['not granted']), false]);
    expect(missing.length).toBeGreaterThan(18);
  });

  test('because of a variable in a Deny', () => {
    const variable = STORE.replace('111122223333', '${aws:PrincipalAccount}');
    const deny = (resource: string) =>
      check([ALLOW_ALL, { Effect: 'Deny', Action: 's3:*', Resource: resource }]);
    expect(deny(`${variable}/*`).missing).toContainEqual(expect.objectContaining({ action: 's3:PutObject', reason: 'denied' }));
    expect(deny(`${STORE.replace('111122223333', '${aws:userid}')}/*`).unclear)
      .toContainEqual(expect.objectContaining({ action: 's3:PutObject', reason: 'denied on some resources' }));
  });

  test.each(['*', 'arn:aws:ecs:*', 'arn:aws:ecs:us-east-1:*/awseb-*'])('because of ArnLike with %s', cluster => {
    const { missing } = check(
      [{ Effect: 'Allow', Action: 'ecs:Poll', Resource: '*', Condition: { ArnLike: { 'ecs:cluster': cluster } } }], { ...PLACE, ecsDocker: {} });
    expect(missing).toContainEqual(expect.objectContaining({ action: 'ecs:Poll', reason: 'not granted' }));
  });

  test('because of a permissions boundary', () => {
    const boundary = 'arn:aws:iam::111122223333:policy/Boundary';
    const role = detail({
      RolePolicyList: [{ PolicyName: 'Own', PolicyDocument: { Statement: needed } }],
      PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: boundary },
    });
    const limit = { Effect: 'Allow', NotAction: 'xray:*', Resource: '*' };
    const printed = {
      RoleDetailList: [role],
      Policies: [{ Arn: boundary, PolicyVersionList: [{ IsDefaultVersion: true, Document: { Statement: limit } }] }],
    };
    const { missing } = BeanstalkPermissionCheck.compare([JSON.stringify(printed)], WEB);
    expect(new Set(missing.map(({ action, reason }) => `${action.split(':')[0]} ${reason}`)))
      .toEqual(new Set(['xray not granted by the permissions boundary']));
    const unprinted = BeanstalkPermissionCheck.compare([JSON.stringify(role)], WEB);
    expect([unprinted.missing, unprinted.notPrinted, unprinted.isSufficient]).toEqual([[], [boundary], false]);
  });
});

describe('there is no false alarm', () => {
  test.each<[string, string, string]>([
    ['China', 'cn-north-1', 'aws-cn'], ['GovCloud', 'us-gov-west-1', 'aws-us-gov'], ['the Sovereign Cloud', 'eusc-de-east-1', 'aws-eusc'],
  ])('in %s, whose partition follows the region', (_, region, partition) => {
    const webTier = JSON.stringify(managedPolicies().get('AWSElasticBeanstalkWebTier')).replaceAll('arn:aws:', `arn:${partition}:`);
    const { missing } = BeanstalkPermissionCheck.compare([webTier], { ...WEB, region });
    expect(missing.map(({ action }) => action)).toEqual(['logs:DescribeLogGroups']);
  });

  const scope = new Stack(new App(), 'Named', { env: PLACE });
  const additions: BeanstalkInstancePermissions = {
    webTier: {},
    workerTier: { metricNamespaces: ['ElasticBeanstalk/SQSD'] },
    ecsDocker: {},
    cloudWatchAgent: {},
    sessionManager: {},
    healthAnalysis: { firstModelUse: true },
    containerImages: { repositories: [ImageSource.repository(ecr.Repository.fromRepositoryName(scope, 'Images', 'shop'))] },
    environmentSecrets: { secrets: [secretsmanager.Secret.fromSecretNameV2(scope, 'Secret', 'shop/db')] },
  };

  test('on the role with every option', () => {
    const printed = synthesizeRole(stack => {
      const { containerImages, environmentSecrets, ...others } = additions;
      return new BeanstalkEc2Role(stack, 'Role', {
        ...others,
        containerImages: { repositories: [ImageSource.repository(ecr.Repository.fromRepositoryName(stack, 'Images', 'shop'))] },
        environmentSecrets: { secrets: [secretsmanager.Secret.fromSecretNameV2(stack, 'Secret', 'shop/db')] },
      });
    }, { env: PLACE }).all;
    const { missing, unclear, beyond, isSufficient } = check(printed, { ...PLACE, ...additions });
    expect([missing, unclear, beyond, isSufficient]).toEqual([[], [], [], true]);
  });

  const storage = (resource: string | string[], rest: object = {}) =>
    ({ Effect: 'Allow', Action: 's3:*', Resource: resource, ...rest });
  const ofStorage = (statements: object[]) => {
    const { missing, unclear } = check(statements);
    return [...missing, ...unclear].filter(({ resource }) => resource.startsWith(STORE)).map(({ action, reason }) => `${action} ${reason}`);
  };

  test.each<[string, object]>([
    ['a variable for the account', storage(['', '/*'].map(end => `arn:aws:s3:::elasticbeanstalk-us-east-1-\${aws:PrincipalAccount}${end}`))],
    ['the owner as a condition', storage([STORE, `${STORE}/*`], { Condition: { StringEquals: { 'aws:ResourceAccount': '111122223333' } } })],
    ['the owner as a variable', storage('arn:aws:s3:::*', { Condition: { StringEquals: { 'aws:ResourceAccount': '${aws:PrincipalAccount}' } } })],
    ['the account of the role', storage('*', { Condition: { StringLike: { 'aws:PrincipalAccount': '1111*' } } })],
  ])('because of %s', (_, statement) => {
    expect(ofStorage([statement])).toEqual([]);
  });

  test.each<[string, object]>([
    ['HTTPS', { Bool: { 'aws:SecureTransport': 'false' } }],
    ['the own account', { StringNotEquals: { 'aws:PrincipalAccount': '111122223333' } }],
  ])('because of a guard for %s', (_, Condition) => {
    const { missing, unclear } = check([ALLOW_ALL, { Effect: 'Deny', Action: '*', Resource: '*', Condition }]);
    expect([missing, unclear]).toEqual([[], []]);
  });

  test('because of a guard for the own region, apart from buckets of AWS', () => {
    const Condition = { StringNotEquals: { 'aws:RequestedRegion': ['us-east-1', 'us-west-2'] } };
    const { missing, unclear } = check([ALLOW_ALL, { Effect: 'Deny', Action: '*', Resource: '*', Condition }]);
    expect([missing, [...new Set(unclear.map(({ sid }) => sid))]]).toEqual([[], ['CommonReadAssets']]);
  });

  test('because of a guard for other regions, which denies', () => {
    const Condition = { StringNotEquals: { 'aws:RequestedRegion': 'eu-central-1' } };
    const { missing } = check([ALLOW_ALL, { Effect: 'Deny', Action: 'logs:*', Resource: '*', Condition }]);
    expect(missing.map(({ action, reason }) => `${action} ${reason}`)).toContain('logs:PutLogEvents denied');
  });

  test.each(['log-group:/aws/elasticbeanstalk/*', 'log-group:/aws/elasticbeanstalk/*:*', 'log-group:/aws/elasticbeanstalk/*:log-stream:*'])(
    'because of log groups as %s', groups => {
      const { missing } = check([{ Effect: 'Allow', Action: 'logs:*', Resource: `arn:aws:logs:us-east-1:111122223333:${groups}` }]);
      const found = missing.filter(({ action }) => ['logs:CreateLogStream', 'logs:PutLogEvents'].includes(action));
      expect(found).toEqual([]);
    });

  test('without the pattern that is looked for', () => {
    const exact = 'arn:aws:s3:::elasticbeanstalk-env-resources-us-east-1/*';
    const { missing } = check([{ Sid: 'Assets', Effect: 'Allow', Action: 's3:GetObject', Resource: exact }]);
    expect(missing).toContainEqual({
      sid: 'CommonReadAssets',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::elasticbeanstalk-env-resources-us-east-1*/*',
      reason: 'granted in part',
      details: `the statement 'Assets' allows s3:GetObject on ${exact}`,
      required: false,
    });
  });

  test("that does not tell what an environment needs from what AWS's policies happen to grant", () => {
    const { missing } = check([{
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:GetObjectVersion', 's3:ListBucket', 's3:PutObject'],
      Resource: [STORE, `${STORE}/*`],
    }]);
    const onStore = missing.filter(({ resource }) => resource.startsWith(STORE));
    expect([onStore.length, onStore.filter(({ required }) => required)]).toEqual([14, []]);
    const withoutReading = check([storage(STORE)]).missing.filter(({ resource }) => resource.startsWith(STORE));
    expect(withoutReading.filter(({ required }) => required).map(({ action }) => action)).toEqual(['s3:GetObject*', 's3:PutObject']);
  });

  test('that does not tell what pulls an image from what the page grants for repositories', () => {
    const images = { ...PLACE, ecsDocker: {}, containerImages: additions.containerImages };
    const { missing } = check([{ Effect: 'Allow', Action: 'ecs:*', Resource: '*' }], images);
    expect(missing.filter(({ action, required }) => action.startsWith('ecr:') && !required).map(({ action }) => action))
      .toEqual(['ecr:DescribeRepositories', 'ecr:GetRepositoryPolicy', 'ecr:ListImages']);
    const web = check([{ Effect: 'Deny', Action: '*', Resource: '*' }]).missing.filter(({ required }) => !required);
    expect(new Set(web.map(({ sid }) => sid)))
      .toEqual(new Set(['CommonReadBucket', 'CommonReadObjects', 'CommonReadAssets', 'WebTierFindLogGroups']));
  });

  test("because AWS's policy is attached and not printed: it is named", () => {
    const arn = 'arn:aws:iam::aws:policy/AWSElasticBeanstalkWebTier';
    const role = { RoleName: 'shop', RolePolicyList: [], AttachedManagedPolicies: [{ PolicyName: 'AWSElasticBeanstalkWebTier', PolicyArn: arn }] };
    const { missing, unclear, notPrinted } = BeanstalkPermissionCheck.compare([JSON.stringify(role)], WEB);
    expect([missing, notPrinted]).toEqual([[], [arn]]);
    expect(unclear[0].reason).toBe('not granted by what is printed');
    const ofAws = BeanstalkPermissionCheck.compare([JSON.stringify(role)], { ...WEB, awsManagedPolicies: true });
    expect([ofAws.missing, ofAws.unclear, ofAws.notAttached, ofAws.isSufficient]).toEqual([[], [], [], true]);
    const none = BeanstalkPermissionCheck.compare([policy(ALLOW_ALL)], { ...WEB, awsManagedPolicies: true });
    expect([none.notAttached, none.isSufficient]).toEqual([[arn], false]);
  });
});
