import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import { TOKEN } from '../../../private/options/literals';
import { ownPolicy } from '../../../private/options/things/accounts';
import { arnForm } from '../../../private/options/things/arn-forms';
import { Thing } from '../../../private/options/things/thing';

// The CDK objects of SageMaker that options accept.

export const STUDIO_DOMAIN: Thing<sagemaker.IDomainRef> = {
  what: 'a domain of SageMaker',
  identify: ({ domainRef }) => domainRef?.domainId,
  form: arnForm('d-ID', { ID: `[a-z0-9${TOKEN}-]+` }),
  fromName: 'sagemaker.CfnDomain.fromDomainId(scope, id, DOMAIN_ID)',
  fromArn: 'sagemaker.CfnDomain.fromDomainArn(scope, id, ARN)',
  arn: (id, arns) => arns.regional('sagemaker', `domain/${id}`),
};

/** Other services have models, too, whose references have no ARN. */
export const MODEL: Thing<sagemaker.IModelRef> = {
  what: 'a model of SageMaker',
  identify: ({ modelRef }) => modelRef?.modelArn,
  form: arnForm('arn:PARTITION:sagemaker:REGION:ACCOUNT:model/NAME'),
  fromName: 'a CfnModel, or use SageMakerClarifyModel.named()',
  refusesOtherAccount: 'SageMaker gives other accounts no access to models',
};

export const MODEL_PACKAGE_GROUP: Thing<sagemaker.IModelPackageGroupRef> = {
  what: 'a model package group',
  identify: ({ modelPackageGroupRef }) => modelPackageGroupRef?.modelPackageGroupArn,
  form: arnForm('arn:PARTITION:sagemaker:REGION:ACCOUNT:model-package-group/NAME'),
  fromName: 'a CfnModelPackageGroup, or use SageMakerModelPackage.groupName()',
  otherAccount: ownPolicy('the policy of the group'),
};

/** Its reference has only the name. */
export const TRACKING_SERVER: Thing<sagemaker.IMlflowTrackingServerRef> = {
  what: 'an MLflow tracking server',
  identify: ({ mlflowTrackingServerRef }) => mlflowTrackingServerRef?.trackingServerName,
  form: [/^[a-zA-Z0-9][a-zA-Z0-9-]{0,255}$/, 'NAME, of letters, digits and hyphens'],
  fromName: 'a CfnMlflowTrackingServer, or use SageMakerMlflowServer.trackingServerName()',
  refusesOtherAccount: 'SageMaker gives other accounts no access to tracking servers',
};
