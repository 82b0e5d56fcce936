// What a review says, as data: each output format shows this, and `--format json` prints it.

/** The IAM roles, users, groups and policies of an app. */
export interface Review {
  /** The version of this form. */
  readonly schema: 1;
  /** The directory of the cloud assembly, as it was given. */
  readonly app: string;
  readonly stacks: readonly StackSummary[];
  /** In the order of the stacks, and of the construct tree. */
  readonly subjects: readonly Subject[];
  /**
   * Warnings and errors of constructs of this library that the assembly holds: those that nobody acknowledged. And what
   * the review could not read.
   */
  readonly warnings: readonly Warning[];
}

export interface StackSummary {
  readonly name: string;
  /** Its name in CloudFormation, if that is another. */
  readonly stackName?: string;
  /** The path of its template below the assembly. */
  readonly template: string;
  /** `aws://ACCOUNT/REGION`, or absent if the stack has no environment. */
  readonly environment?: string;
}

export type SubjectKind = 'role' | 'user' | 'group' | 'policy';

/** A principal with its policies, or policies that are for no principal of the app. */
export interface Subject {
  /** Unique in the app, the same in the next synthesis: the path of the construct, or `STACK.LOGICALID`. */
  readonly id: string;
  readonly kind: SubjectKind;
  /** The physical name, if the app chooses it. */
  readonly name?: string;
  readonly stack: string;
  /** Its IAM resources, the main one first. */
  readonly resources: readonly ResourceSummary[];
  /** The construct of this library that made it. */
  readonly construct?: ConstructSummary;
  readonly description?: string;
  /** The condition of CloudFormation under which it exists. */
  readonly onlyIf?: string;
  /** The groups of a user: ids of subjects, or names. */
  readonly groups?: readonly string[];
  /**
   * Principals that have the policies and are not in the stack, and the users of a group: ids of subjects, or names.
   */
  readonly attachedTo?: readonly string[];
  /** Findings of checks that the app acknowledged, on the resources of the subject. */
  readonly acknowledged?: readonly Acknowledgement[];
  /** Who may assume the role. Empty for other kinds. */
  readonly trust: readonly StatementReview[];
  /** In the order of the policies. */
  readonly statements: readonly StatementReview[];
  /** Managed policies that are not in the app. */
  readonly attached: readonly AttachedPolicy[];
  readonly boundary?: Boundary;
  /** The longest session of a role: seconds, or as the template has it. Absent for IAM's default of an hour. */
  readonly maxSessionDuration?: number | string;
  readonly quotas: readonly Quota[];
  /** What its permissions lead to that is not obvious. */
  readonly reach: readonly Reach[];
}

/** A finding that somebody accepted. */
export interface Acknowledgement {
  /** The id of the rule: `AwsSolutions-IAM5[Resource::*]` */
  readonly id: string;
  readonly reason: string;
}

export interface ResourceSummary {
  readonly logicalId: string;
  /** `AWS::IAM::Role` */
  readonly type: string;
  /** Where the app created it, `FILE:LINE:COLUMN`, if the assembly has stack traces. */
  readonly createdAt?: string;
  /** Its line in the template. */
  readonly line?: number;
}

export interface ConstructSummary {
  /** `SageMakerExecutionRole` */
  readonly name: string;
  /** `sagemaker` */
  readonly platform: string;
  /** The version of the package that synthesized the app. */
  readonly version: string;
  /** The chapter of the documents. */
  readonly documentation: string;
}

export type AccessLevel = 'list' | 'read' | 'write' | 'tagging' | 'permissions';

/** A statement of a policy, or of a trust policy. */
export interface StatementReview {
  /** Unique in the subject: the Sid, or the position in its policy. */
  readonly key: string;
  readonly sid?: string;
  /** The name of the policy that has it: `Inline`, `Managed Training`. Absent in a trust policy. */
  readonly policy?: string;
  readonly effect: 'Allow' | 'Deny';
  readonly principals?: Selection;
  readonly actions: Selection;
  readonly resources: Selection;
  readonly conditions: readonly ConditionReview[];
  /** The condition of CloudFormation under which it exists. */
  readonly onlyIf?: string;
  /** The version of its policy, if policy variables of the statement are plain text in this version. */
  readonly version?: string;
  /** What it allows or denies, in one sentence. */
  readonly words: string;
  readonly levels: readonly AccessLevel[];
  /** Why it is there. Absent for what this library did not write. */
  readonly why?: Reason;
  readonly wide: readonly Wide[];
}

/** Patterns of a statement: actions, resources or principals. */
export interface Selection {
  /** Whether it is everything but these: `NotAction`, `NotResource`, `NotPrincipal`. */
  readonly isExcept: boolean;
  readonly items: readonly Item[];
}

export interface Item {
  /** As the statement has it, with `${LogicalId.Attribute}` for what is known at the deployment only. */
  readonly text: string;
  /** In words: `objects of Data`, `Lambda functions`. Equals the text if there is nothing better. */
  readonly words: string;
  /** The paths of the constructs of the app that it names. */
  readonly constructs: readonly string[];
  readonly onlyIf?: string;
}

export interface ConditionReview {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
  /** `only for requests through EC2` */
  readonly words: string;
  /** The conditions of CloudFormation that it, or one of its values, depends on. */
  readonly onlyIf?: string;
}

/** Why a documented statement exists. */
export interface Reason {
  readonly title: string;
  readonly url: string;
  /** The section of the page. */
  readonly section: string;
  /** The date of the page. */
  readonly asOf: string;
  /** How it departs from the page, and why. */
  readonly note?: string;
  /** The first version of the platform that needs it. */
  readonly since?: string;
  readonly until?: string;
  /** The options that grant it: `trainingJob.outputs`. Empty if every construct of the class has it. */
  readonly options: readonly string[];
}

export type WideKind = 'every action' | 'many actions' | 'every resource' | 'every principal' | 'all but some';

export interface Wide {
  readonly kind: WideKind;
  /** The pattern. */
  readonly text: string;
  /** Why it is so: the actions have no narrower resources, an option of the app, or nothing that is known. */
  readonly because?: string;
  /** The option or class that the app had to write for it: `S3Location.anyBucket()`. */
  readonly option?: string;
  /** The reason with which the app acknowledged the finding of a check. */
  readonly acknowledged?: string;
  /** Whether somebody has to look at it: not if the actions have no narrower resources, or if it is acknowledged. */
  readonly isOpen: boolean;
}

export interface AttachedPolicy {
  readonly arn: string;
  readonly name: string;
  readonly owner: 'aws' | 'account' | 'app';
  /** The subject with its statements, if it is of the app. */
  readonly subject?: string;
  /** How much a policy of AWS allows, if it is known: `everything`, `writes to any resource`. */
  readonly width?: string;
  /** The condition of CloudFormation under which it is attached. */
  readonly onlyIf?: string;
}

export interface Boundary {
  /** The ARN, or the path of the construct. */
  readonly policy: string;
  /** The subject with its statements, if the app has it. */
  readonly subject?: string;
}

/** A quota of IAM. */
export interface Quota {
  /** `inline policies`, `managed policy Training`, `trust policy`, `attached policies` */
  readonly name: string;
  readonly unit: 'characters' | 'policies';
  /** Values that are known at the deployment only have a least and a greatest length. */
  readonly used: { readonly min: number; readonly max: number };
  readonly limit: number;
}

export interface Reach {
  readonly who: string;
  readonly can: string;
  readonly advice: string;
  /** The statements that it takes. */
  readonly statements: readonly string[];
}

export interface Warning {
  /** The path of the construct, or the name of the stack. */
  readonly path: string;
  /** The template of its stack. */
  readonly template?: string;
  /** Where the app created the construct. */
  readonly createdAt?: string;
  readonly level: 'warning' | 'error' | 'info';
  readonly id?: string;
  readonly message: string;
}
