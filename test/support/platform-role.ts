import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { PlatformEc2RoleProps, PlatformPolicyProps, PlatformRoleProps } from '../../src';
import { OptionReader } from '../../src/private/options/reader';
import { PolicyConstruct } from '../../src/private/roles/policy-construct';
import { Ec2RoleConstruct, RoleConstruct, RoleConstructDefinition } from '../../src/private/roles/role-construct';
import { DocumentedStatement, PolicyFeature, Source } from '../../src/private/statements/documented-statement';

export const SOURCE: Source = { kind: 'page', url: 'https://example.com', section: 'Roles', asOf: '2026-01', readOn: '2026-01', appliesTo: 'all' };

/** A statement of a fictitious platform. */
export function statement(sid: string, resources: readonly string[] = ['*']): DocumentedStatement {
  return { sid, source: SOURCE, actions: ['example:Do'], resources };
}

export function feature(name: string, ...statements: DocumentedStatement[]): PolicyFeature {
  return { name, statements };
}

const FEATURES = [feature('Common', statement('CommonOne')), feature('Job', statement('JobOne'), statement('JobTwo'))];

/** The platform's settings that differ from the defaults. */
type Definition = Partial<Omit<RoleConstructDefinition, 'read'>>;

export type ExampleRoleOptions = PlatformRoleProps & Definition;
export type ExampleEc2RoleOptions = PlatformEc2RoleProps & Definition;
export type ExamplePolicyOptions = PlatformPolicyProps & { readonly features?: readonly PolicyFeature[] };

function split<P extends PlatformRoleProps>(options: P & Definition) {
  const {
    trust, sessionTags, trustOptions, features, awsPolicies, defaultPath, passedTo, isLookedUp, ...props
  } = options;
  return {
    props: props as unknown as P,
    definition: {
      trust: trust ?? new iam.ServicePrincipal('example.amazonaws.com'),
      sessionTags,
      trustOptions,
      features: features ?? FEATURES,
      awsPolicies,
      defaultPath,
      passedTo: passedTo ?? ['example.amazonaws.com'],
      isLookedUp,
    },
  };
}

/** A role of a fictitious platform. */
export class ExampleRole extends RoleConstruct {
  constructor(scope: Construct, options: ExampleRoleOptions = {}, id = 'Example') {
    const { props, definition } = split<PlatformRoleProps>(options);
    super(scope, id, self => ({ read: OptionReader.of(self, props), ...definition }));
  }
}

/** An instance role of a fictitious platform. */
export class ExampleEc2Role extends Ec2RoleConstruct {
  constructor(scope: Construct, options: ExampleEc2RoleOptions = {}, id = 'Example') {
    const { props, definition } = split<PlatformEc2RoleProps>(options);
    super(scope, id, self => ({ read: OptionReader.of(self, props), ...definition }));
  }
}

/** The user policies of a fictitious platform. */
export class ExamplePolicy extends PolicyConstruct {
  constructor(scope: Construct, { features = FEATURES, ...props }: ExamplePolicyOptions = {}, id = 'Example') {
    super(scope, id, self => ({
      read: OptionReader.of<PlatformPolicyProps>(self, props), features, wayOut: 'name fewer resources',
    }));
  }
}
