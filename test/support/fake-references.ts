/** The property with the reference of each kind of resource, by the property of the reference that identifies it. */
const REFERENCES = {
  roleArn: 'roleRef',
  policyArn: 'managedPolicyRef',
  oidcProviderArn: 'oidcProviderRef',
  instanceProfileArn: 'instanceProfileRef',
  userArn: 'userRef',
  groupArn: 'groupRef',
  bucketArn: 'bucketRef',
  queueArn: 'queueRef',
  topicArn: 'topicRef',
  secretId: 'secretRef',
  parameterArn: 'parameterRef',
  repositoryArn: 'repositoryRef',
  alarmArn: 'alarmRef',
  fileSystemArn: 'fileSystemRef',
  functionArn: 'functionRef',
  clusterId: 'clusterRef',
  clusterArn: 'clusterRef',
  databaseName: 'databaseRef',
  subnetId: 'subnetRef',
  vpcId: 'vpcRef',
  keyName: 'keyPairRef',
  hostedZoneId: 'hostedZoneRef',
  jobDefinitionArn: 'jobDefinitionRef',
  jobQueueArn: 'jobQueueRef',
  computeEnvironmentArn: 'computeEnvironmentRef',
  workspaceArn: 'workspaceRef',
  keyArn: 'keyRef',
} as const;

export type Identifier = keyof typeof REFERENCES;
export const IDENTIFIERS = Object.keys(REFERENCES) as readonly Identifier[];

/** What else a reference has, as far as it distinguishes kinds. */
const REST: Partial<Record<Identifier, object>> = {
  bucketArn: { bucketName: 'data' },
  repositoryArn: { repositoryName: 'train' },
  clusterArn: { clusterName: 'research' },
};

const ENV = { account: '111122223333', region: 'eu-central-1' };

/** An object that is only a reference. The factories of the CDK reject some identifiers before the library can. */
export function fakeReference<T extends object>(property: Identifier, identifier: string): T {
  // Only L2s know the ARN of a parameter.
  const l2 = property === 'parameterArn' ? { parameterArn: identifier } : {};
  return { [REFERENCES[property]]: { ...REST[property], [property]: identifier }, env: ENV, ...l2 } as T;
}

/** The property by which policies identify a CDK object; nothing for other values. */
export function identifierOf(value: object): Identifier | undefined {
  return IDENTIFIERS.find(property => {
    const reference = referenceIn(value, property);
    return reference !== undefined && property in reference;
  });
}

/** The identifier of a CDK object. */
export function identified(value: object, property: Identifier): string {
  return referenceIn(value, property)![property];
}

/** The same object with another identifier. */
export function withIdentifier(value: object, property: Identifier, identifier: string): object {
  return Object.create(value, {
    [REFERENCES[property]]: { value: { ...referenceIn(value, property), [property]: identifier } },
    // The L2 of a parameter knows its ARN, which old references lack.
    ...(property === 'parameterArn' && { parameterArn: { value: identifier } }),
  }) as object;
}

function referenceIn(value: object, property: Identifier): Readonly<Record<string, string>> | undefined {
  return (value as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>)[REFERENCES[property]];
}
