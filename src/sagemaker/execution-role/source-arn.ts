import { IConstruct } from 'constructs';
import { Arns } from '../../private/options/arns';
import { checked, text } from '../../private/options/validators';

const NAME = text('a name of letters, digits and hyphens', /^[A-Za-z0-9-]+(\/\*)?$|^\*$/);
const ARN = text('an ARN or a pattern of one, such as arn:PARTITION:sagemaker:REGION:ACCOUNT:cluster/*',
  /^arn:([^:]*:){4}./);

/**
 * What SageMaker must be doing when it assumes the role: the values of `aws:SourceArn` in the trust policy. They narrow
 * the role beyond `aws:SourceAccount`, which is a condition anyway. A role for several workloads lists the form of
 * each.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/security-confused-deputy-prevention.html
 */
export class SageMakerSourceArn {
  /**
   * All training jobs.
   */
  public static trainingJobs(): SageMakerSourceArn {
    return SageMakerSourceArn.resource('training-job', '*');
  }

  /**
   * One training job.
   *
   * @param name the name of the job
   */
  public static trainingJob(name: string): SageMakerSourceArn {
    return SageMakerSourceArn.resource('training-job', name);
  }

  /**
   * All processing jobs.
   */
  public static processingJobs(): SageMakerSourceArn {
    return SageMakerSourceArn.resource('processing-job', '*');
  }

  /**
   * One processing job.
   *
   * @param name the name of the job
   */
  public static processingJob(name: string): SageMakerSourceArn {
    return SageMakerSourceArn.resource('processing-job', name);
  }

  /**
   * All batch transform jobs.
   */
  public static transformJobs(): SageMakerSourceArn {
    return SageMakerSourceArn.resource('transform-job', '*');
  }

  /**
   * One batch transform job.
   *
   * @param name the name of the job
   */
  public static transformJob(name: string): SageMakerSourceArn {
    return SageMakerSourceArn.resource('transform-job', name);
  }

  /**
   * All compilation jobs of SageMaker Neo.
   */
  public static compilationJobs(): SageMakerSourceArn {
    return SageMakerSourceArn.resource('compilation-job', '*');
  }

  /**
   * All executions of a pipeline. It can't be narrowed to one execution.
   *
   * @param name the name of the pipeline
   */
  public static pipeline(name: string): SageMakerSourceArn {
    return SageMakerSourceArn.resource('pipeline', `${name}/*`);
  }

  /**
   * All images. It can't be narrowed.
   */
  public static images(): SageMakerSourceArn {
    return SageMakerSourceArn.resource('image', '*');
  }

  /**
   * All image versions. It can't be narrowed.
   */
  public static imageVersions(): SageMakerSourceArn {
    return SageMakerSourceArn.resource('image-version', '*');
  }

  /**
   * All that SageMaker does in the account and region: the only form that real-time, serverless and asynchronous
   * inference and Studio know, and the one that workloads need for which no other is documented.
   */
  public static everything(): SageMakerSourceArn {
    return new SageMakerSourceArn('*', scope => Arns.of(scope).regional('sagemaker', '*'));
  }

  /**
   * An ARN that is not listed here.
   *
   * @param arn the ARN or ARN pattern, compared by `ArnLike`
   */
  public static of(arn: string): SageMakerSourceArn {
    return new SageMakerSourceArn(undefined, (scope, property) => checked(scope, `${property}.arn`, arn, ARN));
  }

  private static resource(type: string, name: string): SageMakerSourceArn {
    return new SageMakerSourceArn(type, (scope, property) => {
      checked(scope, `${property}.name`, name, NAME);
      return Arns.of(scope).regional('sagemaker', `${type}/${name}`);
    });
  }

  private constructor(
    /**
     * The resource type, `*` for all, nothing where it is unknown.
     *
     * @internal
     */
    public readonly _resourceType: string | undefined,
    private readonly renderer: (scope: IConstruct, property: string) => string,
  ) {}

  /**
   * @internal
   */
  public _render(scope: IConstruct, property: string): string {
    return this.renderer(scope, property);
  }
}
