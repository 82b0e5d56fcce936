import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import { IConstruct } from 'constructs';
import { inBothCases } from './letter-case';
import { TRACKING_SERVER } from './things';
import { Arns } from '../../../private/options/arns';
import { accountIn, warnOfOtherAccount } from '../../../private/options/things/accounts';
import { arnForm } from '../../../private/options/things/arn-forms';
import { bindThing } from '../../../private/options/things/thing';
import { matching, ofForm, validate } from '../../../private/options/validators';

const SERVER_NAME = matching('a name of 1 to 256 letters, digits and hyphens',
  /^[a-zA-Z0-9][a-zA-Z0-9-]{0,255}$/, /[a-zA-Z0-9-]/);

const [FORM, WORDS] = arnForm('arn:PARTITION:sagemaker:REGION:ACCOUNT:mlflow-app/ID', { ID: '[a-zA-Z0-9-]+' });
const APP_ARN = ofForm(`the ARN of an MLflow app, such as ${WORDS}`, FORM);

/** The ARNs of one server, or of several. */
export interface BoundMlflowServer {
  readonly trackingServers: readonly string[];
  readonly apps: readonly string[];
}

/**
 * The MLflow servers of SageMaker that a client calls: tracking servers and apps. The name of a tracking server with
 * capitals is granted as written and in lower case, because SageMaker writes some ARNs in lower case.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/mlflow.html
 */
export class SageMakerMlflowServer {
  /**
   * One tracking server of this account.
   *
   * @param server the server
   */
  public static trackingServer(server: sagemaker.IMlflowTrackingServerRef): SageMakerMlflowServer {
    return SageMakerMlflowServer.ofTrackingServers((scope, path) => {
      const { arn } = bindThing(scope, path, server, TRACKING_SERVER);
      // The name of an L1, not a reference to it: the server may have this role.
      const { trackingServerName = arn } = server as Partial<sagemaker.CfnMlflowTrackingServer>;
      return inBothCases(validateName(scope, 'trackingServer', path, trackingServerName));
    });
  }

  /**
   * One tracking server of this account by its name.
   *
   * @param name the name of the server
   */
  public static trackingServerName(name: string): SageMakerMlflowServer {
    return SageMakerMlflowServer.ofTrackingServers((scope, path) =>
      inBothCases(validateName(scope, 'trackingServerName', path, name)));
  }

  /** Every tracking server of this account. Security reviewers will ask about it. */
  public static anyTrackingServer(): SageMakerMlflowServer {
    return SageMakerMlflowServer.ofTrackingServers(() => ['*']);
  }

  /**
   * One MLflow app, also of another account that shares it with AWS RAM. The id in its ARN is not its name: SageMaker
   * chooses it.
   *
   * @param arn the ARN of the app
   */
  public static app(arn: string): SageMakerMlflowServer {
    return new SageMakerMlflowServer((scope, path) => {
      validate(scope, `the ARN of SageMakerMlflowServer.app() in '${path}'`, arn, APP_ARN);
      const account = accountIn(arn);
      if (account !== undefined) {
        warnOfOtherAccount(scope, path, { account, resource: arn, advice: 'its owner must share it with AWS RAM' });
      }
      return { trackingServers: [], apps: [arn] };
    });
  }

  /** Every MLflow app of this account. Security reviewers will ask about it. */
  public static anyApp(): SageMakerMlflowServer {
    return new SageMakerMlflowServer(scope =>
      ({ trackingServers: [], apps: [Arns.of(scope).regional('sagemaker', 'mlflow-app/*')] }));
  }

  private static ofTrackingServers(namesOf: (scope: IConstruct, path: string) => readonly string[]) {
    return new SageMakerMlflowServer((scope, path) => ({
      trackingServers: namesOf(scope, path).map(name => Arns.of(scope).regional('sagemaker', `mlflow-tracking-server/${name}`)),
      apps: [],
    }));
  }

  private constructor(private readonly binder: (scope: IConstruct, path: string) => BoundMlflowServer) {}

  /**
   * The ARNs, or patterns of ARNs, of the servers.
   *
   * @internal
   */
  public _bind(scope: IConstruct, path: string): BoundMlflowServer {
    return this.binder(scope, path);
  }
}

function validateName(scope: IConstruct, factory: string, path: string, name: string): string {
  return validate(scope, `the name of SageMakerMlflowServer.${factory}() in '${path}'`, name, SERVER_NAME);
}
