import { Token } from 'aws-cdk-lib';
import { printedRoles, printedStatements } from './cli-policy-parser';
import { Finding, missingPairs, Pair, pairsBeyond, pairsOf } from './policy-comparison';
import { Arns } from '../../private/options/arns';
import { format } from '../../private/options/errors';
import { ACCOUNT, REGION } from '../../private/options/names';
import { OptionReader, unique } from '../../private/options/reader';
import { matching, STRING, Validator } from '../../private/options/validators';
import { BeanstalkInstanceOptions, readSwitches } from '../tiers/instance-options';
import { APPLICATION, ENVIRONMENT } from '../tiers/names';
import { commonTierPolicy, ecsDockerPolicy, webTierPolicy, workerTierPolicy } from '../tiers/policy';
import { scopedResources, Tiers, WorkerTier } from '../tiers/resources';

/** The needs of the instances of a worker environment. */
export interface BeanstalkWorkerTierNeeds {
  /**
   * The ARN of the queue.
   *
   * @default - the queues that Elastic Beanstalk creates
   */
  readonly queueArn?: string;

  /**
   * Whether the environment runs periodic tasks. Environments with a FIFO queue run none, so `true` is rejected there.
   *
   * @default true
   */
  readonly periodicTasks?: boolean;
}

/** The needs of the instances of an environment that runs containers with Amazon ECS. No options yet. */
export interface BeanstalkEcsDockerNeeds {}

/** The needs of an environment's instances, to compare with the permissions of their role. */
export interface BeanstalkPermissionNeeds extends BeanstalkInstanceOptions {
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
   * The needs of worker environments.
   *
   * @default - the instances serve no worker environments
   */
  readonly workerTier?: BeanstalkWorkerTierNeeds;

  /**
   * The needs of containers that run with Amazon ECS.
   *
   * @default - the instances run no such containers
   */
  readonly ecsDocker?: BeanstalkEcsDockerNeeds;
}

/** An action on a resource that a role is missing, or has beyond the needs. */
export interface BeanstalkPermissionFinding {
  /** The action, as the statement has it. */
  readonly action: string;

  /** The resource, as the statement has it. */
  readonly resource: string;

  /** Why it was found: `not granted`, `granted in part`, `denied`, `not needed`, `more than needed` and so on. */
  readonly reason: string;

  /**
   * The Sid of the statement: of `BeanstalkEc2Role` for a missing permission, of the document for one beyond.
   *
   * @default - the statement has none
   */
  readonly sid?: string;
}

const PARTITION = matching("a partition such as 'aws' or 'aws-cn'", /^aws(?:-[a-z]+)*$/, /[a-z-]/);
const QUEUE_ARN = matching(
  'the ARN of one queue, arn:PARTITION:sqs:REGION:ACCOUNT:NAME',
  /^arn:[a-z]+(?:-[a-z]+)*:sqs:[a-z0-9-]+:\d{12}:[\w-]{1,80}(?:\.fifo)?$/, /[\w:.-]/);

/** Rejects tokens, too: there is no app to resolve them. */
function literal({ what, is }: Validator<string>): Validator<string> {
  return {
    what,
    is: (value): value is string => is(value) && !Token.isUnresolved(value),
    advice: value => (Token.isUnresolved(value) ? 'the comparison is outside of an app, where tokens have no value' : undefined),
  };
}

/**
 * Compares the permissions of a role of instances with those that `BeanstalkEc2Role` would grant for the chosen tiers:
 * which are missing, and which exceed them.
 *
 * A permission counts as granted if a single statement fully allows it, no condition could block it, and no statement
 * denies it. Wildcards are compared as patterns, without a list of all actions: a role with only some of the actions of
 * `s3:GetBucket*` is missing `s3:GetBucket*`. Permissions boundaries and policies of the organization are ignored.
 *
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/iam-instanceprofile.html#iam-instanceprofile-verify
 */
export class BeanstalkPermissionCheck {
  /**
   * Compares policy documents with the needs.
   *
   * @param documents all policies of one role as JSON, percent-encoded or not: documents, or what the AWS CLI prints
   * around them (`get-role-policy`, `get-policy-version`, `get-account-authorization-details` of one role). Versions
   * that are not the default, and trust policies, are skipped
   * @param needs what the instances need
   */
  public static compare(documents: string[], needs: BeanstalkPermissionNeeds): BeanstalkPermissionCheck {
    const read = OptionReader.ofArguments({ documents, needs });
    const tiers = read.requiredStruct('needs', readTiers);
    const texts = read.list('documents', STRING, 'a role without policies has nothing to compare');
    const statements = texts.flatMap((text, index) => printedStatements(`documents[${index}]`, text));
    const roles = unique(texts.flatMap((text, index) => printedRoles(`documents[${index}]`, text)));
    if (roles.length > 1) {
      read.fail(`'documents' must be of one role, got ${roles.map(format).join(' and ')}: compare one role at a time`);
    }
    const needed = pairsOf(
      [commonTierPolicy, webTierPolicy, workerTierPolicy, ecsDockerPolicy].flatMap(policy => policy(tiers)),
    );
    return new BeanstalkPermissionCheck(
      missingPairs(needed, statements).map(printed),
      pairsBeyond([...needed, ...awsSpelling(needed)], statements).map(printed),
    );
  }

  private constructor(
    /** Permissions that the tiers need and the documents don't grant. */
    public readonly missing: BeanstalkPermissionFinding[],
    /** Permissions beyond the needs of the tiers: other actions, and needed actions on more resources. */
    public readonly beyond: BeanstalkPermissionFinding[],
  ) {}
}

function readTiers(read: OptionReader<BeanstalkPermissionNeeds>): Tiers {
  const arns = Arns.in({
    partition: read.value('partition', literal(PARTITION)) ?? 'aws',
    region: read.required('region', literal(REGION)),
    account: read.required('account', literal(ACCOUNT)),
  });
  const worker = read.struct('workerTier', readWorkerTier);
  const tiers = {
    ...readSwitches(read),
    ecsDocker: read.capability('ecsDocker'),
    workerTier: worker,
    resources: scopedResources(arns, {
      applicationName: read.value('applicationName', literal(APPLICATION)),
      environmentName: read.value('environmentName', literal(ENVIRONMENT)),
      queueArn: worker?.queueArn,
    }),
  };
  checkUsed(read, tiers);
  return tiers;
}

function readWorkerTier(read: OptionReader<BeanstalkWorkerTierNeeds>): WorkerTier & { readonly queueArn?: string } {
  const queueArn = read.value('queueArn', literal(QUEUE_ARN));
  const isFifo = queueArn?.endsWith('.fifo') ?? false;
  const periodicTasks = read.flag('periodicTasks', !isFifo);
  if (isFifo && periodicTasks) {
    read.fail(
      `'${read.pathOf('periodicTasks')}' can't be true with the FIFO queue '${queueArn}': Elastic Beanstalk runs no ` +
        'periodic tasks with FIFO queues. Leave it out',
    );
  }
  return { queueArn, periodicTasks, metricNamespaces: [] };
}

const OF_TIERS = ['applicationName', 'environmentName', 'xray', 'logStreaming', 'enhancedHealth'] as const;

/** Fails for needs that have no effect on the chosen tiers. */
function checkUsed(read: OptionReader<BeanstalkPermissionNeeds>, { webTier, workerTier, ecsDocker }: Tiers): void {
  if (!webTier && !workerTier && !ecsDocker) {
    read.fail("set at least one tier to compare with: 'needs.webTier', 'needs.workerTier', 'needs.ecsDocker'");
  }
  const unused = webTier || workerTier ? undefined : OF_TIERS.find(name => read.has(name));
  if (unused) {
    read.fail(
      `'${read.pathOf(unused)}' requires 'needs.webTier' or 'needs.workerTier', got ${format(read.raw(unused))}: set one of ` +
        'them, or leave this out',
    );
  }
}

/**
 * AWS uses wider wildcards, also lists the bucket for actions on objects, where they grant nothing more, and has no
 * condition on the owner of the bucket.
 */
function awsSpelling(needed: readonly Pair[]): readonly Pair[] {
  const spelled = (actions: readonly string[], ...sids: readonly string[]) =>
    actions.flatMap(action => needed.filter(({ sid = '' }) => sids.includes(sid))
      .map(({ resource }) => ({ action, resource, conditions: new Map() })));
  return [
    ...spelled(['s3:Get*', 's3:List*'], 'CommonReadBucket', 'CommonReadObjects'),
    ...spelled(['s3:PutObject'], 'CommonReadBucket', 'CommonPutObjects'),
    ...spelled(['ecs:Submit*'], 'EcsDockerUseCluster'),
  ];
}

function printed({ sid, action, resource, reason }: Finding): BeanstalkPermissionFinding {
  return { action, resource, reason, sid };
}
