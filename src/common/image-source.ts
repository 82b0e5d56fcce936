import { Token } from 'aws-cdk-lib';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import { IConstruct } from 'constructs';
import { Arns } from '../private/options/arns';
import { fail } from '../private/options/errors';
import { REGION_NAME } from '../private/options/names';
import { checkRegistryRegion } from '../private/options/partitions';
import { Image } from '../private/options/scoping';
import { bindThing } from '../private/options/things/thing';
import { REPOSITORY } from '../private/options/things/things';
import { STRING, validate } from '../private/options/validators';

/** A registry host of any partition, dual-stack and FIPS hosts included, and the repository in it. */
const URI = new RegExp(
  `^(\\d{12})\\.dkr[.-]ecr(?:-fips)?\\.(${REGION_NAME})\\.[a-z0-9.-]+/([a-z0-9]+(?:[._/-]+[a-z0-9]+)*)` +
    '(?::[\\w.-]+)?(?:@sha256:[0-9a-f]{64})?$',
);

/**
 * The container images that a permission is scoped to. Amazon ECR grants by repository, not by tag.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/security_iam_service-with-iam.html
 */
export class ImageSource extends Image {
  /**
   * The images of a repository.
   *
   * @param repository the repository; for a `DockerImageAsset` its `repository`
   */
  public static repository(repository: ecr.IRepositoryRef): ImageSource {
    return new ImageSource((scope, path) => bindThing(scope, path, repository, REPOSITORY).arn);
  }

  /**
   * The repository of an image URI such as `123456789012.dkr.ecr.eu-central-1.amazonaws.com/train:1`, in the region and
   * account of the URI. If that is another account, its repository policy must allow this one; the registries of AWS
   * with its own images do. A region of another partition than the stack's is an error, and so is an image of Amazon
   * ECR Public, which needs no permission.
   *
   * @param uri a literal URI with an optional tag or digest; for a token use `repository()`
   */
  public static uri(uri: string): ImageSource {
    return new ImageSource((scope, path) => {
      validate(scope, `the URI of ImageSource.uri() in '${path}'`, uri, STRING);
      if (Token.isUnresolved(uri)) {
        fail(
          scope,
          `'${path}' holds an image URI that is a token, which can't be parsed: use ImageSource.repository(), for a ` +
            'DockerImageAsset ImageSource.repository(asset.repository)',
        );
      }
      if (uri.startsWith('public.ecr.aws/')) {
        fail(
          scope,
          `'${path}' holds the URI of a public image, '${uri}': everybody may pull it, so it needs no permission for a ` +
            'repository. Leave it out',
        );
      }
      const [, account, region, name] =
        URI.exec(uri) ??
        fail(
          scope,
          `'${path}' must be the URI of an image in Amazon ECR, ACCOUNT.dkr.ecr.REGION.SUFFIX/NAME[:TAG|@DIGEST], got '${uri}'`,
        );
      checkRegistryRegion(scope, path, region, uri);
      return Arns.of(scope).repository(name, region, account);
    });
  }

  /**
   * Every repository of every registry that gives the role access, as vendor pages grant it. Security reviewers will
   * ask about it.
   */
  public static anyRepository(): ImageSource {
    return new ImageSource(scope => Arns.of(scope).repository('*', '*', '*'));
  }

  private constructor(private readonly binder: (scope: IConstruct, path: string) => string) {
    super();
  }

  /**
   * The ARN of the repository.
   *
   * @internal
   */
  public _bind(scope: IConstruct, path: string): string {
    return this.binder(scope, path);
  }
}
