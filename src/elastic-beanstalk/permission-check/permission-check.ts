import { IConstruct, RootConstruct } from 'constructs';
import { printedRoles, printedStatements } from './cli-policy-parser';
import { Finding, missingPairs, Pair, pairsBeyond, pairsOf } from './policy-comparison';
import { Arns } from '../../private/options/arns';
import { fail, shown } from '../../private/options/errors';
import { OptionReader, unique } from '../../private/options/option-reader';
import { Kind, STRING } from '../../private/options/validators';
import { APPLICATION, ENVIRONMENT } from '../ec2-role/read';
import { commonTierPolicy, ecsDockerPolicy, Tiers, webTierPolicy, workerTierPolicy } from '../tiers/policy';
import { scopedResources, TierResources } from '../tiers/resources';

/** What the instances of an environment need, for comparing it with what their role has. */
export interface BeanstalkPermissionNeeds {
  /** The region of the environment: `eu-central-1`. */
  readonly region: string;

  /** The account of the environment: twelve digits. */
  readonly account: string;

  /**
   * The partition of the region: `aws-cn`, `aws-us-gov`.
   *
   * @default 'aws'
   */
  readonly partition?: string;

  /**
   * Whether the instances serve web environments.
   *
   * @default false
   */
  readonly webTier?: boolean;

  /**
   * Whether the instances serve worker environments.
   *
   * @default false
   */
  readonly workerTier?: boolean;

  /**
   * Whether the instances run containers with Amazon ECS.
   *
   * @default false
   */
  readonly ecsDocker?: boolean;

  /**
   * Whether the worker environments run periodic tasks. With a FIFO queue they run none, and `true` is an error.
   *
   * @default true
   */
  readonly periodicTasks?: boolean;

  /**
   * The ARN of the queue of the worker environments.
   *
   * @default - the queues that Elastic Beanstalk makes
   */
  readonly queueArn?: string;

  /**
   * The application of the environments.
   *
   * @default - all applications
   */
  readonly applicationName?: string;

  /**
   * The name of the environment.
   *
   * @default - all environments of the application
   */
  readonly environmentName?: string;

  /**
   * Whether the instances send traces.
   *
   * @default true
   */
  readonly xray?: boolean;

  /**
   * Whether the instances stream logs.
   *
   * @default true
   */
  readonly logStreaming?: boolean;

  /**
   * Whether the instances report their health.
   *
   * @default true
   */
  readonly enhancedHealth?: boolean;
}

/** An action on a resource that a role lacks, or has beyond what is needed. */
export interface BeanstalkPermissionFinding {
  /** The action, as the statement has it. */
  readonly action: string;

  /** The resource, as the statement has it. */
  readonly resource: string;

  /** Why it was found: `not granted`, `granted in part`, `denied`, `not needed`, `more than needed` and so on. */
  readonly reason: string;

  /**
   * The Sid of the statement: of `BeanstalkEc2Role` for what is missing, of the document for what is beyond.
   *
   * @default - the statement has none
   */
  readonly sid?: string;
}

const REGION: Kind<string> = {
  what: "a region such as 'eu-central-1'",
  is: (value): value is string => STRING.is(value) && /^[a-z]{2}(-[a-z]+)+-\d$/.test(value),
};
const ACCOUNT: Kind<string> = {
  what: 'the twelve digits of an account',
  is: (value): value is string => STRING.is(value) && /^\d{12}$/.test(value),
};
const PARTITION: Kind<string> = {
  what: "a partition such as 'aws' or 'aws-cn'",
  is: (value): value is string => STRING.is(value) && /^aws(-[a-z]+)*$/.test(value),
};
const QUEUE_ARN: Kind<string> = {
  what: 'the ARN of a queue',
  is: (value): value is string => STRING.is(value) && /^arn:[^:]+:sqs:[^:]+:\d{12}:[\w.-]+$/.test(value),
};

/**
 * Compares what the role of instances has with what `BeanstalkEc2Role` would grant for the chosen tiers: which
 * permissions are missing, and which are beyond.
 *
 * A permission counts as granted where one statement allows it as a whole, without a condition that it may not meet,
 * and none denies it. Wildcards are compared as patterns, since no list of all actions is at hand: a role that lists
 * some of the actions of `s3:GetBucket*` lacks `s3:GetBucket*`. A permissions boundary and policies of the organization
 * are not looked at.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/iam-instanceprofile.html#iam-instanceprofile-verify
 */
export class BeanstalkPermissionCheck {
  /**
   * Compares policy documents with what is needed.
   *
   * @param documents all policies of one role as JSON, percent-encoded or not: documents, or what the AWS CLI prints
   * around them (`get-role-policy`, `get-policy-version`, `get-account-authorization-details` of one role). Of several
   * versions the default counts; trust policies don't
   * @param needs what the instances need
   */
  public static compare(documents: string[], needs: BeanstalkPermissionNeeds): BeanstalkPermissionCheck {
    const scope = new RootConstruct('BeanstalkPermissionCheck');
    const tiers = neededTiers(OptionReader.of(scope, 'needs', needs), needs);
    const texts = OptionReader.of(scope, '', {})
      .list('documents', documents, STRING, 'a role without policies has nothing to compare');
    const statements = texts.flatMap((text, index) => printedStatements(scope, `documents[${index}]`, text));
    checkOneRole(scope, unique(texts.flatMap((text, index) => printedRoles(scope, `documents[${index}]`, text))));
    const needed = pairsOf(
      [commonTierPolicy, webTierPolicy, workerTierPolicy, ecsDockerPolicy].flatMap(policy => policy(tiers)),
    );
    return new BeanstalkPermissionCheck(
      missingPairs(needed, statements).map(printed),
      pairsBeyond([...needed, ...awsSpelling(tiers)], statements).map(printed),
    );
  }

  /** What the tiers need and the documents don't grant. */
  public readonly missing: BeanstalkPermissionFinding[];

  /** What the documents grant and the tiers don't need: other rights, and needed ones on more resources. */
  public readonly beyond: BeanstalkPermissionFinding[];

  private constructor(missing: BeanstalkPermissionFinding[], beyond: BeanstalkPermissionFinding[]) {
    this.missing = missing;
    this.beyond = beyond;
  }
}

/** What one role lacks, another may have. */
function checkOneRole(scope: IConstruct, roles: readonly string[]): void {
  if (roles.length > 1) {
    fail(scope, `'documents' must be of one role, got ${roles.map(shown).join(' and ')}: compare one role at a time`);
  }
}

function neededTiers(read: OptionReader, needs: BeanstalkPermissionNeeds): Tiers {
  const arns = Arns.in({
    partition: read.optional('partition', needs.partition, PARTITION) ?? 'aws',
    region: read.required('region', needs.region, REGION),
    account: read.required('account', needs.account, ACCOUNT),
  });
  const tiers = {
    webTier: read.flag('webTier', needs.webTier, false),
    workerTier: read.flag('workerTier', needs.workerTier, false),
    ecsDocker: read.flag('ecsDocker', needs.ecsDocker, false),
  };
  if (!Object.values(tiers).includes(true)) {
    fail(read.scope, "name at least one tier to compare with: 'webTier', 'workerTier', 'ecsDocker'");
  }
  checkUsed(read, needs, tiers);
  const queueArn = read.optional('queueArn', needs.queueArn, QUEUE_ARN);
  return {
    ...tiers,
    workerTier: tiers.workerTier
      ? { periodicTasks: hasPeriodicTasks(read, needs, queueArn), metricNamespaces: [] }
      : undefined,
    xray: read.flag('xray', needs.xray, true),
    logStreaming: read.flag('logStreaming', needs.logStreaming, true),
    enhancedHealth: read.flag('enhancedHealth', needs.enhancedHealth, true),
    resources: scopedResources(arns, {
      applicationName: read.optional('applicationName', needs.applicationName, APPLICATION),
      environmentName: read.optional('environmentName', needs.environmentName, ENVIRONMENT),
      queueArn,
    }),
  };
}

type ChosenTiers = Readonly<Record<'webTier' | 'workerTier' | 'ecsDocker', boolean>>;

const OF_WORKERS = ['periodicTasks', 'queueArn'] as const;
const OF_TIERS = ['applicationName', 'environmentName', 'xray', 'logStreaming', 'enhancedHealth'] as const;

/** Fails for what the chosen tiers leave without effect. */
function checkUsed(read: OptionReader, needs: BeanstalkPermissionNeeds, { webTier, workerTier }: ChosenTiers): void {
  const unused = [
    ...(workerTier ? [] : OF_WORKERS.map(name => [name, "'needs.workerTier'"] as const)),
    ...(webTier || workerTier ? [] : OF_TIERS.map(name => [name, "'needs.webTier' or 'needs.workerTier'"] as const)),
  ].find(([name]) => needs[name] !== undefined);
  if (unused) {
    const [name, tiers] = unused;
    fail(read.scope, `'${read.pathOf(name)}' needs ${tiers}, got ${shown(needs[name])}: set it, or leave this out`);
  }
}

function hasPeriodicTasks(read: OptionReader, needs: BeanstalkPermissionNeeds, queueArn = ''): boolean {
  const isFifo = queueArn.endsWith('.fifo');
  const hasTasks = read.flag('periodicTasks', needs.periodicTasks, !isFifo);
  if (isFifo && hasTasks) {
    fail(
      read.scope,
      `'${read.pathOf('periodicTasks')}' can't be true with the FIFO queue '${queueArn}', got true: ` +
        'Elastic Beanstalk runs no periodic tasks with FIFO queues, leave it out',
    );
  }
  return hasTasks;
}

/** AWS writes some of it with wider wildcards, and actions on objects on the bucket, which grants nothing more. */
function awsSpelling({ webTier, workerTier, ecsDocker, resources }: Tiers): readonly Pair[] {
  const onStorage = webTier || workerTier ? ['s3:Get*', 's3:List*', 's3:PutObject'] : [];
  const spelled = (actions: readonly string[], on: TierResources['buckets']) =>
    actions.flatMap(action => on.map(resource => ({ action, resource, conditions: new Map() })));
  return [
    ...spelled(onStorage, [...resources.buckets, ...resources.objects]),
    ...spelled(ecsDocker ? ['ecs:Submit*'] : [], resources.clusters),
  ];
}

function printed({ sid, action, resource, reason }: Finding): BeanstalkPermissionFinding {
  return { action, resource, reason, sid };
}
