import { CREATIONS, HELD_TO } from '../../../src/sagemaker/users/creations';
import { knowsKey, ServiceReference } from '../../support/service-reference';

/** The condition key of each requirement. */
const KEYS: Readonly<Record<keyof typeof HELD_TO, string>> = {
  subnets: 'sagemaker:VpcSubnets',
  securityGroups: 'sagemaker:VpcSecurityGroupIds',
  volumeKeys: 'sagemaker:VolumeKmsKeyArn',
  outputKeys: 'sagemaker:OutputKmsKeyArn',
  networkIsolation: 'sagemaker:NetworkIsolation',
  interContainerTrafficEncryption: 'sagemaker:InterContainerTrafficEncryption',
  instanceTypes: 'sagemaker:InstanceTypes',
};

/** Only configurations of inference components have a network: with the condition, others would be rejected. */
const WITHOUT_NETWORK = ['subnets', 'securityGroups', 'networkIsolation'];
const isExempt = (requirement: string, action: string) =>
  action === 'sagemaker:CreateEndpointConfig' && WITHOUT_NETWORK.includes(requirement);

let reference: ServiceReference;
beforeAll(async () => {
  reference = await ServiceReference.of(CREATIONS);
});

const knows = (action: string, key: string) => knowsKey(reference.expand(action)[0], key);

test.each(Object.entries(KEYS))('all actions that know the key of %s, and no others, are held to it', (requirement, key) => {
  const known = CREATIONS.filter(action => knows(action, key) && !isExempt(requirement, action));
  expect([...HELD_TO[requirement as keyof typeof HELD_TO]].sort()).toEqual([...known].sort());
});

test.each(CREATIONS)('%s takes tags', action => {
  expect(knows(action, 'aws:RequestTag/team')).toBe(true);
});
