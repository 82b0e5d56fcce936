import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { StackKind } from './handlers';
import { Environment } from '../support/fold';
import { Fixtures } from '../support/given';

/** A construct of ours with the options that a configuration needs. */
export interface Asker {
  /** The construct, and what tells it from others: `ParallelClusterUserPolicy, privileged`. */
  readonly name: string;
  /** The commands whose calls it must allow; all without it. */
  readonly commands?: readonly string[];
  /** The ARN in the recording of the role that it makes, if the role can name itself. */
  readonly roleArn?: string;
  readonly build: (stack: Stack, given: Fixtures) => Construct;
}

/** A vendor's configurations, as options of our constructs. */
export interface Vendor {
  /** The name of its data. */
  readonly name: string;
  /** Where its programs were recorded. */
  readonly environment: Environment;
  /** The constructs that must allow what the subject asks; none if no construct of ours is for it. */
  /** The stack that its programs make of a configuration. */
  readonly stackOf: (configuration: string) => StackKind;
  readonly askers: (configuration: string, subject: string, release: string) => readonly Asker[];
}
