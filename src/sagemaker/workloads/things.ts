import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import { TOKEN } from '../../private/options/literals';
import { arnForm } from '../../private/options/things/arn-forms';
import { Thing } from '../../private/options/things/thing';

// Kinds of CDK objects of SageMaker that options accept, in addition to those of all platforms.

export const STUDIO_DOMAIN: Thing<sagemaker.IDomainRef> = {
  what: 'a domain of SageMaker',
  identify: ({ domainRef }) => domainRef?.domainId,
  form: arnForm('d-ID', { ID: `[a-z0-9${TOKEN}-]+` }),
  fromName: 'sagemaker.CfnDomain.fromDomainId(scope, id, DOMAIN_ID)',
  fromArn: 'sagemaker.CfnDomain.fromDomainArn(scope, id, ARN)',
  arn: (id, arns) => arns.regional('sagemaker', `domain/${id}`),
};
