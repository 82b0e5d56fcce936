import { EKS_NODE_TABLES } from './eks-nodes';
import { INSTANCE_PROFILE_TABLES } from './instance-profile';
import { testRequests } from '../../support/request-table';

testRequests([...INSTANCE_PROFILE_TABLES, ...EKS_NODE_TABLES]);
