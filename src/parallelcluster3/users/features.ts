import { clusterPolicy } from './cluster-policy';
import { inRegion, Statements } from './conditions';
import {
  awsBatchPolicy, fsxForLustrePolicy, loginNodesPolicy, logRetrievalPolicy,
} from './feature-policies';
import { clusterIamPolicy, iamAccessPolicy } from './iam-policy';
import { imageBuildPolicy } from './images-policy';
import { UserAccess } from './read';
import { clusterServicesPolicy } from './services-policy';
import { Arns } from '../../private/options/arns';
import { given, ofVersion, PolicyFeature } from '../../private/statements/documented-statement';

/** The policies of a user, of all versions. */
export function documentedFeatures(arns: Arns, access: UserAccess): readonly PolicyFeature[] {
  const { awsBatch, fsxForLustre, imageBuild, loginNodes, logRetrieval } = access;
  const feature = (name: string, statements: Statements): PolicyFeature => ({ name, statements });
  return [
    feature('Cluster', clusterPolicy(arns)),
    feature('ClusterServices', clusterServicesPolicy(arns, access)),
    feature('ClusterIam', clusterIamPolicy(arns, access)),
    feature('IamAccess', iamAccessPolicy(arns, access)),
    feature('AwsBatch', given(awsBatch, () => awsBatchPolicy(arns, access))),
    feature('FsxForLustre', given(fsxForLustre, options => fsxForLustrePolicy(arns, options))),
    feature('ImageBuild', given(imageBuild, () => imageBuildPolicy(arns, access))),
    feature('LoginNodes', given(loginNodes, () => loginNodesPolicy(arns))),
    feature('LogRetrieval', given(logRetrieval, locations => logRetrievalPolicy(arns, locations))),
  ];
}

export function userFeatures(arns: Arns, access: UserAccess): readonly PolicyFeature[] {
  return documentedFeatures(arns, access).map(({ name, statements }) => ({
    name,
    statements: inRegion(access.region, ofVersion(access.version, statements)),
  }));
}
