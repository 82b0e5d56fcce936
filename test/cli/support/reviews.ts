import {
  AttachedPolicy, ConditionReview, Item, Quota, Reach, Reason, Review, Selection, StatementReview, Subject, Warning,
  Wide,
} from '../../../cli/review/model';

// Reviews made by hand. Each builder fills in what a test does not say.

export function review(...subjects: readonly Subject[]): Review {
  return reviewWith({ subjects });
}

export function reviewWith(given: Partial<Review>): Review {
  const { subjects = [] } = given;
  const stacks = [...new Set(subjects.map(({ stack }) => stack))];
  return {
    schema: 1,
    app: 'cdk.out',
    stacks: stacks.map(name => ({ name, template: `${name}.template.json`, environment: 'aws://111122223333/eu-central-1' })),
    warnings: [],
    ...given,
    subjects,
  };
}

/** A role with an id in a stack: `Platform/Training`. */
export function role(id: string, given: Partial<Subject> = {}): Subject {
  return {
    id,
    kind: 'role',
    stack: id.split('/')[0],
    resources: [{ logicalId: `${id.replace(/[^A-Za-z0-9]/g, '')}1A2B3C4D`, type: 'AWS::IAM::Role' }],
    trust: [],
    statements: [],
    attached: [],
    quotas: [],
    reach: [],
    ...given,
  };
}

/** A statement of an inline policy with a Sid, which reads the objects of a bucket if not told otherwise. */
export function statement(sid: string, given: Partial<StatementReview> = {}): StatementReview {
  return {
    key: sid,
    sid,
    policy: 'Inline',
    effect: 'Allow',
    actions: only('s3:GetObject'),
    resources: { isExcept: false, items: [item('${Data5F1C.Arn}/*', { words: 'objects of Data', constructs: ['Platform/Data'] })] },
    conditions: [],
    words: 'reads objects of Data',
    levels: ['read'],
    wide: [],
    ...given,
  };
}

/** A statement of a trust policy: a service may assume the role. */
export function trust(service: string, given: Partial<StatementReview> = {}): StatementReview {
  return {
    key: '0',
    effect: 'Allow',
    principals: only(service),
    actions: only('sts:AssumeRole'),
    resources: only(),
    conditions: [],
    words: `${service} may assume the role`,
    levels: [],
    wide: [],
    ...given,
  };
}

export function only(...texts: readonly string[]): Selection {
  return { isExcept: false, items: texts.map(text => item(text)) };
}

export function except(...texts: readonly string[]): Selection {
  return { isExcept: true, items: texts.map(text => item(text)) };
}

export function item(text: string, given: Partial<Item> = {}): Item {
  return { text, words: text, constructs: [], ...given };
}

export function condition(key: string, ...values: readonly string[]): ConditionReview {
  return { operator: 'StringEquals', key, values, words: `only if ${key} is ${values.join(' or ')}` };
}

export function reason(given: Partial<Reason> = {}): Reason {
  return {
    title: 'SageMaker execution roles',
    url: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
    section: 'CreateTrainingJob',
    asOf: '2025-06-01',
    options: [],
    ...given,
  };
}

export function openWide(given: Partial<Wide> = {}): Wide {
  return { kind: 'every resource', text: '*', isOpen: true, ...given };
}

export function attached(name: string, given: Partial<AttachedPolicy> = {}): AttachedPolicy {
  return { arn: `arn:aws:iam::aws:policy/${name}`, name, owner: 'aws', ...given };
}

export function quota(name: string, max: number, given: Partial<Quota> = {}): Quota {
  return { name, unit: 'characters', used: { min: max, max }, limit: 10240, ...given };
}

export function reach(given: Partial<Reach> = {}): Reach {
  return { who: 'the training job', can: 'read every secret of the account', advice: 'name the secrets', statements: [], ...given };
}

export function warning(path: string, given: Partial<Warning> = {}): Warning {
  return { path, level: 'warning', message: 'the trust policy is close to its limit', ...given };
}
