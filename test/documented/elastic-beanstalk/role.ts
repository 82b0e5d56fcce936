import { Stack } from 'aws-cdk-lib';
import { BeanstalkEc2Role, BeanstalkEc2RoleProps } from '../../../src';
import { ec2Policy } from '../../../src/elastic-beanstalk/ec2-role/policy';
import { ec2Needs } from '../../../src/elastic-beanstalk/ec2-role/read';
import { SOURCES } from '../../../src/elastic-beanstalk/sources';
import { Arns } from '../../../src/private/options/arns';
import { OptionReader } from '../../../src/private/options/option-reader';
import { DocumentedStatement } from '../../../src/private/statements/documented-statement';
import { AWS } from '../../support/fold';
import { synthesizeRole } from '../../support/synthesize';
import { OptionSet } from '../platform';

/** The statements of the role as they stand in its template, each with its source and note. */
export function roleWith(props: BeanstalkEc2RoleProps): OptionSet {
  const documented = new Map<string | undefined, DocumentedStatement>();
  const role = synthesizeRole(
    stack => {
      documentedStatements(stack, props).forEach(statement => documented.set(statement.sid, statement));
      new BeanstalkEc2Role(stack, 'Role', props);
    },
    { env: { region: AWS.region, account: AWS.account } },
  );
  return {
    permissions: role.all.map(statement => {
      const { sid, source, note } = documented.get(statement.Sid)!;
      return { ...statement, Sid: sid, source, note };
    }),
    // The principals of a trust policy stand where a permission has its resources.
    trust: role.trust.map(statement => ({
      ...statement,
      Sid: 'Trust',
      Resource: [statement.Principal?.Service].flat().map(String),
      source: SOURCES.instanceProfile,
    })),
  };
}

function documentedStatements(scope: Stack, props: BeanstalkEc2RoleProps): readonly DocumentedStatement[] {
  const needs = ec2Needs(OptionReader.of(scope, '', props), props);
  return ec2Policy(Arns.of(scope), needs).flatMap(({ statements }) => statements);
}
