import { testRequests } from '../support/request-table';
import { EKS_NODE_TABLES } from './hopsworks/eks-nodes';
import { INSTANCE_PROFILE_TABLES } from './hopsworks/instance-profile';

testRequests([...INSTANCE_PROFILE_TABLES, ...EKS_NODE_TABLES]);
