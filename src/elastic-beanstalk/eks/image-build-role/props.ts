import * as kms from 'aws-cdk-lib/aws-kms';
import { ImageSource } from '../../../common/image-source';
import { PlatformRoleProps } from '../../../common/platform-role-props';
import { S3Location } from '../../../common/s3-location';

/** Properties of `BeanstalkEksImageBuildRole`. */
export interface BeanstalkEksImageBuildRoleProps extends PlatformRoleProps {
  /**
   * The source bundles, in buckets of the stack's account: reads these objects. A bucket that is known to be in another
   * account is an error, since Elastic Beanstalk builds from buckets of the same account. If a bucket has an encryption
   * key, grants `kms:Decrypt` on that key, too. Must not be empty.
   *
   * @default - all objects of the bucket `elasticbeanstalk-REGION-ACCOUNT`, which Elastic Beanstalk creates
   */
  readonly sources?: S3Location[];

  /**
   * The keys that encrypt the source bundles: grants `kms:Decrypt`, in addition to the keys of the buckets. Must not be
   * empty.
   *
   * @default - only the keys that the buckets have
   */
  readonly sourceKeys?: kms.IKeyRef[];

  /**
   * Repositories of Amazon ECR with images that a build starts from (`FROM` in a Dockerfile, or the builder of a
   * buildpack): pulls their images. Must not be empty.
   *
   * @default - builds pull public images, and those of the repositories `elasticbeanstalk-*`
   */
  readonly baseImages?: ImageSource[];

  /**
   * Whether builds log in to Amazon ECR Public. Without a login they still pull its images, but fewer in an hour.
   *
   * @default true
   */
  readonly publicRegistryLogin?: boolean;

  /**
   * Whether AWS CodeBuild may assume the role on behalf of this account only (`aws:SourceAccount` in the trust policy),
   * as AWS CodeBuild recommends. The guide of Elastic Beanstalk names no condition: if a build fails because
   * CodeBuild can't assume the role, set this to `false`.
   *
   * @default true
   */
  readonly sourceAccountCondition?: boolean;
}
