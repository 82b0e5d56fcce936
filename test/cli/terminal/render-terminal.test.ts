import { compareReviews } from '../../../cli/compare/compare-reviews';
import { Review, Subject } from '../../../cli/review/model';
import { renderTerminal } from '../../../cli/terminal/render-terminal';
import { fullReview } from '../support/full-review';
import { HOSTILE } from '../support/hostile';
import { attached, only, openWide, quota, reason, review, reviewWith, role, statement, trust } from '../support/reviews';

const ESCAPE = /\u001b\[\d+m/g;

function shown(given: Review, width = 120): string {
  return renderTerminal(given, { color: false, width });
}

function changed(base: Partial<Subject>, head: Partial<Subject>, color = false): string {
  const [before, after] = [base, head].map(given => review(role('App/Role', given)));
  return renderTerminal(after, { changes: compareReviews(before, after), color, width: 100 });
}

describe('a review', () => {
  const text = shown(fullReview());

  test.each([
    ['the construct and the name', /^Platform\/Training {2}role, SageMakerExecutionRole of cdk-platform-iam 1\.2\.0, named training-role$/m],
    ['the description', /^Is for {5}Runs the training jobs$/m],
    ['who may assume it', /^Trusts {5}sagemaker\.amazonaws\.com may assume the role$/m],
    ['that the trust is wide', /^Trusts {5}\* may assume the role; ! WIDE, every principal$/m],
    ['an attached policy', /^Has {8}AmazonS3ReadOnlyAccess of AWS: reads every object$/m],
    ['the boundary', /^Boundary {3}arn:aws:iam::111122223333:policy\/Limit$/m],
    ['a statement with its access and source', /^JobRead +reads objects of Data and lists them +list, read +CreateTrainingJob \(2025-06-01\)$/m],
    ['the condition of CloudFormation of a statement', /only if IsProduction/],
    ['what is wide for a reason', /wide: many actions: s3:List\*;/],
    ['what somebody has to look at', /! WIDE: every resource:/],
    ['what denies', /^DenyElsewhere[^]*?\nDeny /m],
    ['a quota as a bar', /^Quotas {5}inline policies {8} \[#{7}\.{13}\] 3,500 of 10,240 characters \(34 %\)$/m],
    ['a quota that may be exceeded', /\[#{20}\] 5,900 to 6,200 of 6,144 characters \(101 %, may be above the\n +limit\)$/m],
    ['what it can reach', /^Reaches {4}the training job can run code with this role by iam:PassRole: name the secrets$/m],
    ['a warning', /^error {6}Network\/Vpc: no subnets$/m],
  ])('shows %s', (_, line) => {
    expect(text).toMatch(line);
  });

  test('ends with a summary', () => {
    expect(text).toMatch(/\n\n1 role, 1 user, 1 group, 1 policy in 2 stacks; 2 wide statements to look at; 1 quota almost used up; 2 warnings\n$/);
  });

  test('says of a user and a policy whom they belong to', () => {
    const lines = shown(review(role('App/User', { kind: 'user', groups: ['App/Readers'], attachedTo: ['alice'], acknowledged: [{ id: 'IAM5', reason: 'as is' }] })));
    expect(lines).toMatch(/^Is in {6}App\/Readers\nIs had by {2}alice\nAccepted {3}IAM5: as is$/m);
  });

  test('of an app without roles is the summary alone', () => {
    expect(shown(reviewWith({ stacks: [{ name: 'App', template: 'App.template.json' }] })))
      .toBe('no roles and policies in 1 stack; nothing wide to look at\n');
  });
});

describe('changes', () => {
  test.each<readonly [what: string, base: Partial<Subject>, head: Partial<Subject>, line: RegExp]>([
    ['a role with its direction', {}, { statements: [statement('Read')] }, /^App\/Role {2}changed, wider {2}role$/m],
    ['an action more', { statements: [statement('Read')] }, { statements: [statement('Read', { actions: only('s3:GetObject', 's3:PutObject') })] },
      /^Read +changed, wider +\+ s3:PutObject$/m],
    ['a resource wider', { statements: [statement('Read', { resources: only('a/b') })] }, { statements: [statement('Read', { resources: only('a/*') })] },
      /~ on a\/b -> a\/\*/],
    ['a principal', {}, { trust: [trust('ec2')] }, /^trust 0 +added, wider +sts:AssumeRole\n +for ec2$/m],
    ['a policy less', { attached: [attached('ReadOnlyAccess')] }, {}, /^attached policy +removed, narrower +- ReadOnlyAccess$/m],
    ['the one line at the end', {}, { statements: [statement('Read')] }, /\n\n\+1 statement, nothing removed\n$/],
  ])('show %s', (_, base, head, line) => {
    expect(changed(base, head)).toMatch(line);
  });

  test('show the conditions of a statement', () => {
    const [given] = fullReview().subjects[0].statements;
    expect(changed({}, { statements: [given] })).toMatch(/ if only if aws:ResourceAccount/);
  });

  test('show of what is removed or moved one line', () => {
    const [before, after] = [
      review(role('App/Old', { statements: [statement('Read')] }), role('App/Lost', { statements: [statement('A'), statement('B')] })),
      review(role('App/New', { statements: [statement('Read')] })),
    ];
    expect(renderTerminal(after, { changes: compareReviews(before, after), color: false, width: 100 })).toBe([
      'App/New  renamed, same meaning  role, was App/Old',
      'App/Lost  removed, narrower  role, with 2 statements',
      '-1 role, 1 role renamed, nothing added\n',
    ].join('\n\n'));
  });
});

describe('colours', () => {
  test('say nothing that the text does not say', () => {
    const [colored, plain] = [true, false].map(color => renderTerminal(fullReview(), { color, width: 100 }));
    expect(colored).toMatch(ESCAPE);
    expect(colored.replace(ESCAPE, '').replace(/ +$/gm, '')).toBe(plain);
    const [coloredChanges, plainChanges] = [true, false].map(color => changed({ statements: [statement('Read')] }, { trust: [trust('*')] }, color));
    expect(coloredChanges.replace(ESCAPE, '').replace(/ +$/gm, '')).toBe(plainChanges);
  });

  test('are off if they are not asked for', () => {
    expect(shown(fullReview())).not.toMatch(/\u001b/);
  });
});

describe('the width', () => {
  test.each([60, 80, 100, 200])('%d is kept, with every text in full', width => {
    const long = `arn:aws:s3:::${'x'.repeat(300)}`;
    const text = shown(review(role('App/Role', {
      description: `See ${long}`,
      statements: [statement('Read', { words: `Reads ${long} 日本語日本語日本語`, wide: [openWide({ text: long })] })],
      quotas: [quota('inline policies', 20)],
    })), width);
    expect(text.split('\n').filter(line => [...line].length > width)).toEqual([]);
    expect(text.match(/x/g)!.length).toBe(900);
    expect(text).not.toContain('…');
  });

  test('of 100 breaks a long Sid between its words, and no access level', () => {
    const text = shown(review(role('App/Role', {
      statements: [statement('TrainingJobWriteCheckpoints', {
        levels: ['list', 'read', 'write', 'tagging', 'permissions'], words: 'Changes '.repeat(20), why: reason(),
      })],
    })), 100);
    expect(text).toMatch(/^TrainingJobWrite .*\n *Checkpoints /m);
    expect(text).toMatch(/ permissions$/m);
  });

  test('is at least 60', () => {
    expect(shown(fullReview(), 10)).toBe(shown(fullReview(), 60));
  });
});

describe.each(HOSTILE.map(text => [JSON.stringify(text), text]))('%s', (_, text) => {
  const fixed = ['kind', 'effect', 'level', 'owner', 'unit'];
  const hostile = JSON.parse(JSON.stringify(fullReview()), (key, value: unknown) =>
    (typeof value === 'string' && !fixed.includes(key) ? `${value}${text}` : value)) as Review;

  test('does not reach the terminal as control characters, and makes no lines', () => {
    const lines = shown(hostile, 20_000).split('\n');
    expect(lines).toHaveLength(shown(fullReview(), 20_000).split('\n').length);
    expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
    expect(renderTerminal(hostile, { changes: compareReviews(fullReview(), hostile), color: false, width: 100 }).replaceAll('\n', ''))
      .not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
  });
});
