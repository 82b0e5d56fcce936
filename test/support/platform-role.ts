import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { PlatformRole, PlatformRoleOptions } from '../../src/private/roles/role-builder';
import { DocumentedStatement, PolicyFeature, Source } from '../../src/private/statements/documented-statement';

export const SOURCE: Source = { url: 'https://example.com', section: 'Roles', asOf: '2026-01', appliesTo: 'all' };

/** A statement of a platform that does not exist. */
export function statement(sid: string, resources: readonly string[] = ['*']): DocumentedStatement {
  return { sid, source: SOURCE, actions: ['example:Do'], resources };
}

export function feature(name: string, ...statements: DocumentedStatement[]): PolicyFeature {
  return { name, statements };
}

/** A role of a platform that does not exist, as a platform would make it. */
export class ExampleRole extends Construct {
  public readonly role: iam.IRole;
  public readonly instanceProfile?: iam.IInstanceProfile;

  constructor(stack: Stack, options: Partial<PlatformRoleOptions> = {}, id = 'Example') {
    super(stack, id);
    const { role, instanceProfile } = new PlatformRole(this, {
      trust: new iam.ServicePrincipal('example.amazonaws.com'),
      features: [feature('Common', statement('CommonOne')), feature('Job', statement('JobOne'), statement('JobTwo'))],
      ...options,
    });
    this.role = role;
    this.instanceProfile = instanceProfile;
  }
}
