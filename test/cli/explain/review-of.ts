import { Review, Selection, StatementReview, Subject } from '../../../cli/review/model';

// Reviews of apps with one role.

export function selection(texts: readonly string[], isExcept = false): Selection {
  return { isExcept, items: texts.map(text => ({ text, words: text, constructs: [] })) };
}

export function allows(key: string, actions: readonly string[], resources: readonly string[]): StatementReview {
  return {
    key,
    sid: key,
    effect: 'Allow',
    actions: selection(actions),
    resources: selection(resources),
    conditions: [],
    words: '',
    levels: [],
    wide: [],
  };
}

export function reviewOf(subject: Partial<Subject>, environment?: string): Review {
  return {
    schema: 1,
    app: 'cdk.out',
    stacks: [{ name: 'Churn', template: 'Churn.template.json', environment }],
    subjects: [{
      id: 'Churn/Training',
      kind: 'role',
      stack: 'Churn',
      resources: [{ logicalId: 'TrainingRole1A2B3C4D', type: 'AWS::IAM::Role' }],
      trust: [],
      statements: [],
      attached: [],
      quotas: [],
      reach: [],
      ...subject,
    }],
    warnings: [],
  };
}
