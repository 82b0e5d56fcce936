import { IConstruct } from 'constructs';
import { inBothCases } from './letter-case';
import { NAME } from './names';
import { validate } from '../../../private/options/validators';

/**
 * The registered models of MLflow that a server adds to the model registry of SageMaker, where each is a model package
 * group of the same name. A name with capitals is granted as written and in lower case, because SageMaker writes some
 * ARNs in lower case.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/mlflow-track-experiments-model-registration.html
 */
export class SageMakerRegisteredModel {
  /**
   * One registered model.
   *
   * @param name the name of the model
   */
  public static named(name: string): SageMakerRegisteredModel {
    return new SageMakerRegisteredModel((scope, path) => inBothCases(
      validate(scope, `the name of SageMakerRegisteredModel.named() in '${path}'`, name, NAME)));
  }

  /**
   * All registered models whose names start with a prefix.
   *
   * @param prefix what the names start with
   */
  public static startingWith(prefix: string): SageMakerRegisteredModel {
    return new SageMakerRegisteredModel((scope, path) => inBothCases(
      validate(scope, `the prefix of SageMakerRegisteredModel.startingWith() in '${path}'`, prefix, NAME))
      .map(written => `${written}*`));
  }

  /** Every registered model: all model package groups of this account. Security reviewers will ask about it. */
  public static anyModel(): SageMakerRegisteredModel {
    return new SageMakerRegisteredModel(() => ['*']);
  }

  private constructor(private readonly binder: (scope: IConstruct, path: string) => readonly string[]) {}

  /**
   * The names, or patterns of names, of the model package groups.
   *
   * @internal
   */
  public _bind(scope: IConstruct, path: string): readonly string[] {
    return this.binder(scope, path);
  }
}
