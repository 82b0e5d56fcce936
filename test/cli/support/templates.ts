import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Review } from '../../../cli/review/model';
import { review } from '../../../cli/review/review';

export type Properties = Readonly<Record<string, unknown>>;

/** The review of a template with these resources: their type, their properties, and other attributes. */
export function reviewOf(resources: Readonly<Record<string, Properties>>): Review {
  const folder = mkdtempSync(join(tmpdir(), 'review-'));
  try {
    const file = join(folder, 'App.template.json');
    writeFileSync(file, JSON.stringify({ Resources: resources }));
    return review(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A role whose inline policies have these statements. */
export function role(statements: readonly Properties[], properties: Properties = {}): Properties {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: trust({ Service: 'ec2.amazonaws.com' }),
      Policies: statements.length === 0 ? undefined : [{ PolicyName: 'Own', PolicyDocument: { Statement: statements } }],
      ...properties,
    },
  };
}

export function trust(principal: unknown, others: Properties = {}): Properties {
  return { Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...others }] };
}

/** A statement that allows. */
export function allow(
  sid: string | undefined, actions: unknown, resources: unknown, others: Properties = {},
): Properties {
  return { ...(sid && { Sid: sid }), Effect: 'Allow', Action: actions, Resource: resources, ...others };
}

export function deny(
  sid: string | undefined, actions: unknown, resources: unknown, others: Properties = {},
): Properties {
  return { ...allow(sid, actions, resources, others), Effect: 'Deny' };
}
