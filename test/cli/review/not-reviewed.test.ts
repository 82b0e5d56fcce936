import { Assembly, readAssembly } from '../../../cli/assembly/assembly';
import { notReviewed } from '../../../cli/review/not-reviewed';
import { review } from '../../../cli/review/review';
import { Assemblies } from '../support/assemblies';

const assemblies = new Assemblies();
afterAll(() => assemblies.remove());

const linked = (service: unknown) => ({ Type: 'AWS::IAM::ServiceLinkedRole', Properties: { AWSServiceName: service } });
const policyOf = (type: string, property = 'PolicyDocument') => ({ Type: type, Properties: { [property]: { Statement: [] } } });

test.each<[string, Readonly<Record<string, object>>, readonly string[]]>([
  ['the policy of a bucket', { A: policyOf('AWS::S3::BucketPolicy') }, ['App: 1 resource policy is not reviewed']],
  ['policies of queues, topics and keys', {
    A: policyOf('AWS::SQS::QueuePolicy'), B: policyOf('AWS::SNS::TopicPolicy'), C: policyOf('AWS::KMS::Key', 'KeyPolicy'),
  }, ['App: 3 resource policies are not reviewed']],
  ['no policy of a repository', { A: { Type: 'AWS::ECR::Repository', Properties: {} } }, []],
  ['no managed policy', { A: policyOf('AWS::IAM::ManagedPolicy') }, []],
  ['service-linked roles', { A: linked('es.amazonaws.com'), B: linked('es.amazonaws.com'), C: linked({ Ref: 'Service' }) },
    ['App: service-linked roles are not reviewed: es.amazonaws.com, ${Service}']],
])('a review says that it leaves out %s', (_, Resources, expected) => {
  const { warnings } = review(assemblies.ofTemplate({ Resources }));
  expect(warnings.map(({ level, path, message }) => [level, `${path}: ${message}`])).toEqual(expected.map(line => ['info', line]));
});

test('has one line for the resource policies of all stacks', () => {
  const stackOf = (name: string): Assembly['stacks'] =>
    readAssembly(assemblies.ofTemplate({ Resources: { Key: policyOf('AWS::KMS::Key', 'KeyPolicy') } })).stacks.map(stack => ({ ...stack, name }));
  expect(notReviewed([...stackOf('A'), ...stackOf('B')]).map(({ path, message }) => `${path}: ${message}`))
    .toEqual(['2 stacks: 2 resource policies are not reviewed']);
});
