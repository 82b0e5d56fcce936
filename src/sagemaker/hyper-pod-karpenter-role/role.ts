import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { karpenterPolicy } from './policy';
import { SageMakerHyperPodKarpenterRoleProps } from './props';
import { Arns } from '../../private/options/arns';
import { OptionReader } from '../../private/options/reader';
import { byRegionalProps } from '../../private/roles/regional-props';
import { RoleConstruct } from '../../private/roles/role-construct';
import { SAGEMAKER } from '../workloads/statements';

const HYPER_POD = 'hyperpod.sagemaker.amazonaws.com';

/**
 * The role with which HyperPod adds nodes to clusters and deletes them, as Karpenter asks for it (`ClusterRole` of a
 * cluster with `AutoScaling`). The nodes themselves have a `SageMakerExecutionRole` with `hyperPodCluster`.
 *
 * The permissions are on all HyperPod clusters of the account and region.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-eks-autoscaling-iam.html
 */
export class SageMakerHyperPodKarpenterRole extends RoleConstruct {
  /** The name of this class for property injectors (`PropertyInjectors`). */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-platform-iam.SageMakerHyperPodKarpenterRole';

  constructor(scope: Construct, id: string, props: SageMakerHyperPodKarpenterRoleProps = {}) {
    super(scope, id, byRegionalProps(props, (read, self) => {
      const arns = Arns.of(self);
      return {
        trust: hyperPod(read, arns),
        trustOptions: read.has('sourceAccountCondition') ? ['sourceAccountCondition'] : [],
        features: karpenterPolicy(arns, read.keys('volumeKeys')),
        passedTo: [SAGEMAKER, HYPER_POD],
      };
    }));
  }
}

/** HyperPod, on behalf of this account. */
function hyperPod(read: OptionReader<SageMakerHyperPodKarpenterRoleProps>, { account }: Arns): iam.ServicePrincipal {
  const conditions = { StringEquals: { 'aws:SourceAccount': account } };
  return new iam.ServicePrincipal(HYPER_POD, read.flag('sourceAccountCondition', true) ? { conditions } : {});
}
