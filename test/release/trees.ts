import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { StatementFacts } from '../../cli/facts/catalogue-facts';
import { catalogue, documented } from '../cli/support/packages';

// Small versions of the project.

export interface MadeTree {
  /** Of the role `BatchRole`. */
  readonly statements?: readonly StatementFacts[];
  /** The resources of its default. */
  readonly golden?: object;
  readonly wildcards?: readonly string[];
  readonly identities?: readonly string[];
}

export const READ = documented('ReadInputs');

/** Writes the committed files of a version, by default with one statement. */
export function directoryOf(tree: MadeTree = {}, directory = mkdtempSync(join(tmpdir(), 'tree-'))): string {
  const { statements = [READ], golden = goldenWith(), wildcards = [], identities = [] } = tree;
  const files = {
    'cli/facts/catalogue.json': catalogue({ BatchRole: statements }),
    'test/wildcards.json': wildcards,
    'test/identity-writes.json': identities,
    'test/sagemaker/__goldens__/batch.json': golden,
    'test/sagemaker/other.json': ['not read'],
  };
  for (const [path, value] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), JSON.stringify(value));
  }
  return directory;
}

/** A role that reads a bucket. */
export function goldenWith(actions: readonly string[] = ['s3:GetObject'], properties: object = {}, id = 'SubjectRole'): object {
  const document = (statement: object) => ({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });
  return {
    [id]: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: document({ Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } }),
        Policies: [{
          PolicyName: 'Inline',
          PolicyDocument: document({ Sid: 'ReadInputs', Action: actions, Resource: 'arn:aws:s3:::inputs/*' }),
        }],
        ...properties,
      },
    },
  };
}
