import { UNLIMITED_POLICIES } from '../../../src/parallelcluster3/users/unlimited-policies';
import { managedPolicies, unlimitedPolicies } from '../../support/managed-policies';

describe('the AWS managed policies that are no limit', () => {
  test('are those of the newest documents: `npm run update` writes the list', () => {
    expect(UNLIMITED_POLICIES).toEqual(unlimitedPolicies());
  });

  test.each([
    'AdministratorAccess', 'IAMFullAccess', 'PowerUserAccess', 'AWSLambda_FullAccess', 'job-function/DataScientist',
  ])('include %s', name => {
    expect(UNLIMITED_POLICIES).toContain(name);
  });

  test.each([
    'AmazonS3FullAccess', 'CloudWatchAgentServerPolicy', 'IAMReadOnlyAccess', 'ReadOnlyAccess',
    'service-role/AWSLambdaBasicExecutionRole',
  ])('do not include %s', name => {
    expect([...managedPolicies().keys()]).toContain(name);
    expect(UNLIMITED_POLICIES).not.toContain(name);
  });

  test('do not include those of service-linked roles, which nobody can attach', () => {
    expect(UNLIMITED_POLICIES.filter(name => name.startsWith('aws-service-role/'))).toEqual([]);
  });
});
