import { entriesOf } from '../../../../cli/html/entries';
import { graphOf } from '../../../../cli/html/picture/graph';
import { StatementReview } from '../../../../cli/review/model';
import { except, item, only, review, role, statement, trust } from '../../support/reviews';

function graphWith(...statements: readonly StatementReview[]) {
  return graphOf(entriesOf(review(role('App/Role', { statements }))));
}

describe('what a statement reaches', () => {
  test.each([
    ['a resource of the app', 's3:GetObject', { isExcept: false, items: [item('${Data.Arn}', { constructs: ['App/Data/Resource'] })] }, 'Data', 'Resources of App'],
    ['a stack', 's3:GetObject', { isExcept: false, items: [item('${Data.Arn}', { constructs: ['App'] })] }, 'App', 'Resources of App'],
    ['a resource by its ARN', 'tag:TagResources', only('arn:${AWS::Partition}:ec2:*:*:instance/*'), 'ec2', 'Other resources, by service'],
    ['a resource by its ARN in one partition', 'tag:TagResources', only('arn:aws:s3:::data'), 's3', 'Other resources, by service'],
    ['any resource', 'EC2:DescribeInstances', only('*'), 'ec2', 'Other resources, by service'],
    ['any resource, with every action', '*', only('*'), 'every service', 'Other resources, by service'],
    ['all but one resource', 's3:GetObject', { ...except('${Data.Arn}'), items: [item('${Data.Arn}', { constructs: ['App/Data'] })] }, 's3', 'Other resources, by service'],
  ])('%s', (_, action, resources, label, group) => {
    const { targets } = graphWith(statement('One', { actions: only(action), resources }));
    expect(targets.map(node => [node.label, node.group])).toEqual([[label, group]]);
  });

  test('every service with all but some actions', () => {
    expect(graphWith(statement('One', { actions: except('iam:*'), resources: only('*') })).targets).toMatchObject([{ label: 'every service' }]);
  });

  test('nothing, if it denies', () => {
    expect(graphWith(statement('One', { effect: 'Deny' }))).toMatchObject({ targets: [], reaches: [] });
  });

  test.each([
    [['list'], 'reads'], [['read'], 'reads'], [['read', 'write'], 'writes'], [['tagging'], 'writes'],
    [['write', 'permissions'], 'permissions'], [[], 'reads'],
  ] as const)('with the levels %j it %s', (levels, strength) => {
    expect(graphWith(statement('One', { levels })).reaches).toMatchObject([{ subject: 0, strength }]);
  });
});

describe('lines', () => {
  test.each([['first', ['write', 'read']], ['last', ['read', 'write']]] as const)('keep the greatest level, if it comes %s', (_, levels) => {
    const { reaches } = graphWith(...levels.map((level, index) => statement(`S${index}`, { levels: [level] })));
    expect(reaches).toMatchObject([{ strength: 'writes' }]);
  });
});

describe('principals', () => {
  test('stand once for all roles that they may assume', () => {
    const roles = ['A', 'B'].map(id => role(`App/${id}`, { trust: [trust('ec2.amazonaws.com')] }));
    const { principals, assumes } = graphOf(entriesOf(review(...roles)));
    expect(principals.map(({ label }) => label)).toEqual(['ec2.amazonaws.com']);
    expect(assumes.map(({ subject }) => subject)).toEqual([0, 1]);
  });

  test('say that they are all but some', () => {
    const open = role('App/Role', { trust: [trust('*', { principals: except('arn:aws:iam::111122223333:root') })] });
    expect(graphOf(entriesOf(review(open))).principals[0].label).toBe('all except arn:aws:iam::111122223333:root');
  });

  test('are none without a trust policy', () => {
    expect(graphOf(entriesOf(review(role('App/Role', { trust: [trust('x', { principals: undefined })] })))).principals).toEqual([]);
  });
});
