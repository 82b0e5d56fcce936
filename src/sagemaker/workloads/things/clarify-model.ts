import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import { IConstruct } from 'constructs';
import { inBothCases } from './letter-case';
import { NAME } from './names';
import { MODEL } from './things';
import { Arns } from '../../../private/options/arns';
import { bindThing } from '../../../private/options/things/thing';
import { validate } from '../../../private/options/validators';

/**
 * The models that Clarify analyzes. A name with capitals is granted as written and in lower case, because SageMaker
 * writes some ARNs in lower case.
 */
export class SageMakerClarifyModel {
  /**
   * One model.
   *
   * @param model the model
   */
  public static model(model: sagemaker.IModelRef): SageMakerClarifyModel {
    return new SageMakerClarifyModel((scope, path) => [bindThing(scope, path, model, MODEL).arn]);
  }

  /**
   * One model of this account by its name.
   *
   * @param name the name of the model
   */
  public static named(name: string): SageMakerClarifyModel {
    return SageMakerClarifyModel.inThisAccount('named', 'name', name, '');
  }

  /**
   * All models of this account whose names start with a prefix, as those that a pipeline creates.
   *
   * @param prefix what the names start with
   */
  public static startingWith(prefix: string): SageMakerClarifyModel {
    return SageMakerClarifyModel.inThisAccount('startingWith', 'prefix', prefix, '*');
  }

  /** Every model of this account. Security reviewers will ask about it: each runs with its own role. */
  public static anyModel(): SageMakerClarifyModel {
    return new SageMakerClarifyModel(scope => [Arns.of(scope).regional('sagemaker', 'model/*')]);
  }

  private static inThisAccount(factory: string, what: string, name: string, suffix: string): SageMakerClarifyModel {
    return new SageMakerClarifyModel((scope, path) => {
      validate(scope, `the ${what} of SageMakerClarifyModel.${factory}() in '${path}'`, name, NAME);
      return inBothCases(name).map(written => Arns.of(scope).regional('sagemaker', `model/${written}${suffix}`));
    });
  }

  private constructor(private readonly binder: (scope: IConstruct, path: string) => readonly string[]) {}

  /**
   * The ARNs, or patterns of ARNs, of the models.
   *
   * @internal
   */
  public _bind(scope: IConstruct, path: string): readonly string[] {
    return this.binder(scope, path);
  }
}
