import { IConstruct } from 'constructs';
import { Arns } from '../../private/options/arns';
import { matching, validate } from '../../private/options/validators';
import { inBothCases } from '../workloads/things/letter-case';

const NAME = matching('a name of letters, digits and hyphens', /^[A-Za-z0-9-]+$/, /[A-Za-z0-9-]/);
const ARN = matching('an ARN or a pattern of one in SageMaker, such as arn:PARTITION:sagemaker:REGION:ACCOUNT:cluster/*',
  /^arn:[^:]+:sagemaker:[^:]+:[^:]+:\S+$/, /\S/);

/**
 * The resources on whose behalf SageMaker may assume the role: the values of `aws:SourceArn` in the trust policy. They
 * narrow the trust beyond `aws:SourceAccount`, which is a condition by default. A role for several workloads lists the
 * form of each.
 *
 * A name with capital letters yields two ARNs, as written and in lower case: SageMaker lowers the names in some ARNs,
 * such as those of pipelines, and IAM compares them exactly. In a name with tokens, only the text around them is
 * lowered.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/security-confused-deputy-prevention.html
 */
export class SageMakerSourceArn {
  /** All training jobs. */
  public static trainingJobs(): SageMakerSourceArn {
    return SageMakerSourceArn.all('training-job');
  }

  /**
   * One training job.
   *
   * @param name the name of the job
   */
  public static trainingJob(name: string): SageMakerSourceArn {
    return SageMakerSourceArn.named('trainingJob', 'training-job', name);
  }

  /** All processing jobs. */
  public static processingJobs(): SageMakerSourceArn {
    return SageMakerSourceArn.all('processing-job');
  }

  /**
   * One processing job.
   *
   * @param name the name of the job
   */
  public static processingJob(name: string): SageMakerSourceArn {
    return SageMakerSourceArn.named('processingJob', 'processing-job', name);
  }

  /** All batch transform jobs. A role with only this form can't serve endpoints. */
  public static transformJobs(): SageMakerSourceArn {
    return SageMakerSourceArn.all('transform-job');
  }

  /**
   * One batch transform job.
   *
   * @param name the name of the job
   */
  public static transformJob(name: string): SageMakerSourceArn {
    return SageMakerSourceArn.named('transformJob', 'transform-job', name);
  }

  /** All compilation jobs of SageMaker Neo. */
  public static compilationJobs(): SageMakerSourceArn {
    return SageMakerSourceArn.all('compilation-job');
  }

  /**
   * All executions of a pipeline. It can't be narrowed to one execution.
   *
   * @param name the name of the pipeline
   */
  public static pipeline(name: string): SageMakerSourceArn {
    return SageMakerSourceArn.named('pipeline', 'pipeline', name, '/*');
  }

  /** All images. It can't be narrowed. */
  public static images(): SageMakerSourceArn {
    return SageMakerSourceArn.all('image');
  }

  /** All image versions. It can't be narrowed. */
  public static imageVersions(): SageMakerSourceArn {
    return SageMakerSourceArn.all('image-version');
  }

  /**
   * All resources of SageMaker in the account and region. For real-time, serverless and asynchronous inference and for
   * Studio, AWS documents only this form; use it for every workload without a documented form, too.
   */
  public static everything(): SageMakerSourceArn {
    return new SageMakerSourceArn('*', scope => [Arns.of(scope).regional('sagemaker', '*')]);
  }

  /**
   * An ARN of SageMaker that is not listed here.
   *
   * @param arn the ARN, or a pattern of ARNs with the wildcards `*` and `?` (`ArnLike`); no policy variable
   */
  public static of(arn: string): SageMakerSourceArn {
    return new SageMakerSourceArn(undefined, (scope, path) =>
      [validate(scope, `the ARN of SageMakerSourceArn.of() in '${path}'`, arn, ARN)]);
  }

  private static all(type: string): SageMakerSourceArn {
    return new SageMakerSourceArn(type, scope => [Arns.of(scope).regional('sagemaker', `${type}/*`)]);
  }

  private static named(factory: string, type: string, name: string, suffix = ''): SageMakerSourceArn {
    return new SageMakerSourceArn(type, (scope, path) => {
      validate(scope, `the name of SageMakerSourceArn.${factory}() in '${path}'`, name, NAME);
      return inBothCases(name).map(form => Arns.of(scope).regional('sagemaker', `${type}/${form}${suffix}`));
    });
  }

  private constructor(
    /**
     * The resource type: `*` for all, `undefined` if unknown.
     *
     * @internal
     */
    public readonly _resourceType: string | undefined,
    private readonly binder: (scope: IConstruct, path: string) => readonly string[],
  ) {}

  /** @internal */
  public _bind(scope: IConstruct, path: string): readonly string[] {
    return this.binder(scope, path);
  }
}
