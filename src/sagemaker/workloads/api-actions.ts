import { _ApiActions, SageMakerApiAccess } from './api-access';
import { fail, warn } from '../../private/options/errors';
import { OptionReader } from '../../private/options/option-reader';
import { checkedList, Kind } from '../../private/options/validators';

/** What the page speaks of. With all parts, the statements would fill an inline policy by two thirds. */
const DEFAULT_ACCESS = [
  SageMakerApiAccess.TRAINING_JOBS,
  SageMakerApiAccess.TUNING_JOBS,
  SageMakerApiAccess.PROCESSING_JOBS,
  SageMakerApiAccess.TRANSFORM_JOBS,
  SageMakerApiAccess.AUTO_ML_JOBS,
  SageMakerApiAccess.MODELS,
  SageMakerApiAccess.ENDPOINTS,
];

const API_ACCESS: Kind<SageMakerApiAccess> = {
  what: 'a SageMakerApiAccess, such as SageMakerApiAccess.TRAINING_JOBS',
  is: value => value instanceof SageMakerApiAccess,
};

/** The parts of the API that a notebook calls. An empty list is none. */
export function apiActions(
  read: OptionReader,
  access: readonly SageMakerApiAccess[] = DEFAULT_ACCESS,
): readonly _ApiActions[] {
  const { scope } = read;
  const property = read.pathOf('apiAccess');
  const parts = checkedList(scope, property, access, API_ACCESS).map((part, index) =>
    part._bind(scope, `${property}[${index}]`),
  );
  if (access.some(part => part._isUnrestricted)) {
    warn(
      scope,
      'unrestrictedSageMakerApi',
      `'${property}' is unrestricted: with a wildcard on all resources the ` +
        'notebook changes the work of everybody in the account and opens the notebooks of others; name the parts of the ' +
        'API that it calls',
    );
  }
  const names = parts.map(({ name }) => name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    fail(scope, `'${property}' has the part '${repeated}' twice: name each part of the API once`);
  }
  return parts;
}
