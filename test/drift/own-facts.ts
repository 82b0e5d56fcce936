import { OwnFacts, OwnStatement } from '../../drift/own';

export const READS: OwnStatement = {
  platform: 'sagemaker',
  construct: 'SageMakerExecutionRole',
  sid: 'ReadInputs',
  url: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/Reader.html',
  section: 'Reader v1',
  actions: ['s3:GetObject', 's3:List*'],
};

/** A library with some statements. */
export function libraryOf(statements: readonly OwnStatement[], others: Partial<OwnFacts> = {}): OwnFacts {
  return { statements, policies: {}, sources: [], packages: {}, ...others };
}
