import { Stack, Token } from 'aws-cdk-lib';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import { SageMakerExecutionRole, SageMakerModelPackage } from '../../src';
import { rolesOf } from '../support/policies';
import { synthesize } from '../support/synthesize';

const ENV = { account: '111122223333', region: 'eu-central-1' };
const PLACE = 'arn:aws:sagemaker:eu-central-1:111122223333:';

function granted(modelPackage: (stack: Stack) => SageMakerModelPackage) {
  const { template, warnings } = synthesize(stack => new SageMakerExecutionRole(stack, 'Role', {
    model: { modelPackages: [modelPackage(stack)] },
  }), { env: ENV });
  const statement = rolesOf(template)[0].all.find(({ Sid }) => Sid === 'ModelUsePackages')!;
  return { resources: statement.Resource, warnings };
}

const reference = (modelPackageGroupArn: string) =>
  ({ modelPackageGroupRef: { modelPackageGroupArn }, env: ENV }) as sagemaker.IModelPackageGroupRef;

test.each<[string, (stack: Stack) => SageMakerModelPackage, string[]]>([
  ['a group of this account', () => SageMakerModelPackage.groupName('churn'), ['model-package/churn/*']],
  ['a group with capitals', () => SageMakerModelPackage.groupName('ChurnModels'),
    ['model-package/ChurnModels/*', 'model-package/churnmodels/*']],
  ['an L1', stack => SageMakerModelPackage.group(
    new sagemaker.CfnModelPackageGroup(stack, 'Group', { modelPackageGroupName: 'churn' })), ['model-package/churn/*']],
  ['a reference', () => SageMakerModelPackage.group(reference(`${PLACE}model-package-group/Churn`)),
    ['model-package/Churn/*', 'model-package/churn/*']],
  ['a reference that is a token',
    () => SageMakerModelPackage.group(reference(Token.asString({ 'Fn::Join': ['', [`${PLACE}model-package-group/`, 'churn']] }))),
    ['model-package/churn/*']],
  ['a package without versions', () => SageMakerModelPackage.unversioned('churn'), ['model-package/churn']],
  ['a version', () => SageMakerModelPackage.of(`${PLACE}model-package/Churn/7`),
    ['model-package/Churn/7', 'model-package/churn/7']],
])('grants %s', (_, modelPackage, resources) => {
  expect(granted(modelPackage)).toEqual({ resources: resources.map(resource => `${PLACE}${resource}`), warnings: [] });
});

test('warns of a package in another account, whose group must allow the role', () => {
  const arn = 'arn:aws:sagemaker:eu-central-1:444455556666:model-package/churn/7';
  expect(granted(() => SageMakerModelPackage.of(arn))).toEqual({
    resources: [arn],
    warnings: [expect.stringMatching(
      /^'model.modelPackages\[0\]' names a resource of account 444455556666: the policy of its group there must allow/)],
  });
});

test('does not warn of a package of AWS Marketplace, which a subscription allows', () => {
  const arn = 'arn:aws:sagemaker:eu-central-1:446921602837:model-package/speech-0123456789abcdef';
  expect(granted(() => SageMakerModelPackage.marketplace(arn))).toEqual({ resources: [arn], warnings: [] });
});
