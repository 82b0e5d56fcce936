import { compareReviews } from '../../../cli/compare/compare-reviews';
import { renderMarkdown } from '../../../cli/markdown/render-markdown';
import { Subject } from '../../../cli/review/model';
import { fullReview } from '../support/full-review';
import { proseIn, rowsIn } from '../support/markdown';
import { attached, condition, except, only, reason, review, role, statement, trust } from '../support/reviews';

const SOURCE = '[CreateTrainingJob][1.1] (2025-06-01)';

function changed(base: Partial<Subject>, head: Partial<Subject>): string {
  const [before, after] = [base, head].map(given => review(role('App/Role', given)));
  return renderMarkdown(after, { changes: compareReviews(before, after) });
}

function cellsOf(markdown: string, first: string): readonly string[] {
  return rowsIn(markdown).find(([cell]) => cell === first) ?? [];
}

describe('a review', () => {
  const markdown = renderMarkdown(fullReview());

  test('begins with a summary in one line', () => {
    expect(markdown.split('\n')[0])
      .toBe('**1 role, 1 user, 1 group, 1 policy in 2 stacks; 2 wide statements to look at; 1 quota almost used up; 2 warnings**');
  });

  test.each([
    ['its construct and its name', 'role, SageMakerExecutionRole of cdk-platform-iam `1.2.0`, named `training-role`'],
    ['its description', '- Description: Runs the training jobs'],
    ['what is attached', '- Attached policies: AmazonS3ReadOnlyAccess of AWS: reads every object; Audit of the account; Limit of the app'],
    ['its boundary', '- Boundary: `arn:aws:iam::111122223333:policy/Limit`'],
    ['its quotas', '- Quotas: inline policies 3,500 of 10,240 characters (34 %); managed policy Training 5,900 to 6,200 of 6,144 characters (101 %, may be above the limit); attached policies 2 of 10 policies (20 %)'],
  ])('shows of a role %s', (_, line) => {
    expect(markdown.replaceAll('`1.2.0`', '1.2.0').split('\n')).toContain(line.replaceAll('`1.2.0`', '1.2.0'));
  });

  test('shows of a statement what it allows, what is wide, its access and why', () => {
    const [, allows, access, why] = cellsOf(markdown, '`JobRead`');
    expect(allows.split('<br>')).toEqual([
      'reads objects of Data and lists them',
      'only if `IsProduction`',
      'wide, many actions: `s3:List*`; the vendor asks for it',
      '⚠️ **wide**, every resource: `arn:${AWS::Partition}:s3:::models`, by S3Location.anyBucket(); the app says so',
    ]);
    expect(access).toBe('list, read');
    expect(markdown.split('\n')).toContain('[1.1]: https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html');
    expect(why.split('<br>')).toEqual([
      SOURCE, 'narrowed: the page grants every bucket; added: `s3:GetObjectVersion`', 'since 3.2.0, before 3.9.0',
      'by `trainingJob.inputs`, the key of `trainingJob.inputs`',
    ]);
  });

  test('marks what denies', () => {
    expect(rowsIn(markdown).map(([cell]) => cell)).toContain('**Deny** `DenyElsewhere`');
  });

  test('shows who may reach what, and the warnings', () => {
    expect(cellsOf(markdown, 'the training job')).toHaveLength(3);
    expect(rowsIn(markdown)).toContainEqual(['`Network/Vpc`', 'error', 'no subnets']);
  });
});

test('a user is shown with its groups, and what somebody acknowledged', () => {
  const markdown = renderMarkdown(review(role('App/User', {
    kind: 'user',
    onlyIf: 'IsProd',
    groups: ['App/Readers'],
    attachedTo: ['alice'],
    acknowledged: [{ id: 'IAM5', reason: '' }],
    trust: [trust('ec2', { effect: 'Deny', onlyIf: 'IsProd' })],
  })));
  expect(markdown.split('\n').slice(6)).toEqual([
    'user, only if IsProd', '', '- Trust policy: **Deny** ec2 may assume the role, only if `IsProd`', '- Groups: `App/Readers`',
    '- Attached to: `alice`', '- Acknowledged: IAM5', '',
  ]);
});

describe('changes', () => {
  test('begin with the one line', () => {
    expect(changed({}, { statements: [statement('Read')] }).split('\n')[0]).toBe('**IAM: +1 statement, nothing removed**');
  });

  test('are nothing but the line if there are none', () => {
    expect(changed({}, {})).toBe('**IAM: nothing changed**\n');
  });

  test.each<readonly [what: string, base: Partial<Subject>, head: Partial<Subject>, cells: readonly string[]]>([
    ['a statement more', {}, { statements: [statement('Read', { why: reason() })] },
      ['`Read`', '⚠️ added, wider', '`s3:GetObject`', 'objects of Data', '', SOURCE]],
    ['a statement less', { statements: [statement('Read')] }, {},
      ['`Read`', 'removed, narrower', '`s3:GetObject`', 'objects of Data', '', '']],
    ['an action more and an action less', { statements: [statement('Read', { actions: only('s3:GetObject', 's3:PutObject') })] },
      { statements: [statement('Read', { actions: only('s3:GetObject', 's3:ListBucket') })] },
      ['`Read`', '⚠️ changed, wider and narrower', '**+** `s3:ListBucket`<br>**−** `s3:PutObject`', '', '', '']],
    ['a resource wider', { statements: [statement('Read', { resources: only('arn:aws:s3:::a') })] }, { statements: [statement('Read', { resources: only('arn:aws:s3:::*') })] },
      ['`Read`', '⚠️ changed, wider', '', '**±** `arn:aws:s3:::a` → `arn:aws:s3:::*`', '', '']],
    ['a Deny more', {}, { statements: [statement('Never', { effect: 'Deny', actions: except('s3:*') })] },
      ['Deny `Never`', 'added, narrower', '`not s3:*`', 'objects of Data', '', '']],
    ['a principal', { trust: [trust('ec2')] }, { trust: [trust('ec2', { principals: only('ec2', 'lambda') })] },
      ['trust `0`', '⚠️ changed, wider', '', '**+** lambda', '', '']],
    ['an attached policy', {}, { attached: [attached('ReadOnlyAccess', { onlyIf: 'IsProd' })] },
      ['attached policy', '⚠️ added, wider', '', '**+** ReadOnlyAccess (if IsProd)', '', '']],
    ['no boundary', { boundary: { policy: 'Limits' } }, {}, ['boundary', '⚠️ removed, wider', '', '**−** Limits', '', '']],
    ['another Sid and policy', { statements: [statement('Read')] }, { statements: [statement('ReadAll', { policy: 'Other' })] },
      ['`ReadAll`', 'moved, same meaning, Sid was Read, policy was Inline', '`s3:GetObject`', 'objects of Data', '', '']],
    ['another condition', { statements: [statement('Read', { conditions: [condition('aws:SourceVpc', 'vpc-1')] })] },
      { statements: [statement('Read', { conditions: [{ ...condition('aws:SourceVpc', 'vpc-2'), onlyIf: 'IsProd' }] })] },
      ['`Read`', '⚠️ changed, wider and narrower', '', '',
        '**±** only if `aws:SourceVpc` is vpc-1 → only if `aws:SourceVpc` is vpc-2 (if IsProd)', '']],
    ['a statement that another replaces', { statements: [statement('Read'), statement('Also')] }, { statements: [statement('Read')] },
      ['`Also`', 'removed, still allowed', '`s3:GetObject`', 'objects of Data', '', '']],
    ['a statement that another had', { statements: [statement('Read')] }, { statements: [statement('Read'), statement('Also')] },
      ['`Also`', 'added, allowed before', '`s3:GetObject`', 'objects of Data', '', '']],
  ])('show %s', (_, base, head, cells) => {
    expect(cellsOf(changed(base, head), cells[0])).toEqual(cells);
  });

  test('show what is wider first, and of removed roles the number of statements', () => {
    const lost = role('App/Lost', { statements: [statement('Read')] });
    const [before, after] = [review(lost), review(role('App/New'))];
    const headings = renderMarkdown(after, { changes: compareReviews(before, after) }).split('\n').filter(line => line.startsWith('#'));
    expect(headings).toEqual(['### ⚠️ `App/New`: added, wider', '### `App/Lost`: removed, narrower']);
    expect(proseIn(renderMarkdown(after, { changes: compareReviews(before, after) }))).toMatch(/role, with 1 statement$/m);
  });

  test('show the name before, and no table, of what moved', () => {
    const [before, after] = ['Old', 'New'].map(name => review(role(`App/${name}`, { statements: [statement('Read')] })));
    expect(renderMarkdown(after, { changes: compareReviews(before, after) }))
      .toContain('### `App/New`: renamed, same meaning\n\nrole, was `App/Old`\n');
  });

  test('show the first entries of a long list, and how many others there are', () => {
    const actions = Array.from({ length: 20 }, (_, index) => `s3:Action${index}`);
    const [, , cell] = cellsOf(changed({}, { statements: [statement('Read', { actions: only(...actions) })] }), '`Read`');
    expect(cell.split('<br>').slice(-2)).toEqual(['`s3:Action10`', 'and 9 others']);
  });
});

test('a source without an address of the web is a text', () => {
  expect(cellsOf(changed({}, { statements: [statement('Read', { why: reason({ url: 'javascript:alert(1)' }) })] }), '`Read`')[5])
    .toBe('CreateTrainingJob (2025-06-01)');
});

describe('a limit', () => {
  const many = review(...Array.from({ length: 400 }, (_, index) => role(`App/Role${index}`, { statements: [statement('Read')] })));

  test('is what a comment of GitHub takes, and leaves out whole roles', () => {
    const markdown = renderMarkdown(review(...many.subjects, ...many.subjects.map(subject => ({ ...subject, id: `${subject.id}b` }))));
    const shown = markdown.split('\n').filter(line => line.startsWith('###')).length;
    expect(markdown.length).toBeLessThanOrEqual(60_000);
    expect(markdown.length).toBeGreaterThan(59_000);
    expect(markdown).toContain(`${800 - shown} roles and policies are left out here: it would be too long.\n`);
  });

  test('can be another, and names the place of the whole', () => {
    const markdown = renderMarkdown(many, { limit: 1_000, link: 'https://github.com/a/b/actions/runs/1' });
    expect(markdown.length).toBeLessThanOrEqual(1_000);
    expect(markdown).toMatch(/too long\. \[All of it\]\(https:\/\/github\.com\/a\/b\/actions\/runs\/1\)\n$/);
  });

  test('leaves out one role that is too long by itself', () => {
    const markdown = renderMarkdown(review(role('App/Role', { description: 'x'.repeat(2_000) })), { limit: 1_000 });
    expect(markdown).toContain('1 role or policy is left out here');
  });

  test('takes no place that is not of the web', () => {
    expect(renderMarkdown(many, { limit: 1_000, link: 'javascript:alert(1)' })).toMatch(/too long\. All of it: `javascript:alert\(1\)`\n$/);
  });
});
