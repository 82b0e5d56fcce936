import { withType } from './resource-words';
import { servicePrincipalName } from './services';
import { StackNames } from './stack-names';
import { alternativesOf, isIntrinsic, textOf } from './text';
import { isObject, JsonObject } from '../assembly/json';
import { Item, Selection } from '../review/model';

/** The principals of a statement, if it has some. */
export function principalsOf(statement: JsonObject, names: StackNames): Selection | undefined {
  const isExcept = statement.Principal === undefined;
  const given = isExcept ? statement.NotPrincipal : statement.Principal;
  return given === undefined ? undefined : {
    isExcept,
    items: alternativesOf(given).flatMap(({ value, onlyIf }) => (isObject(value) && !isIntrinsic(value)
      ? Object.entries(value).flatMap(([type, principals]) => alternativesOf(principals, onlyIf).map(principal =>
        itemOf(type, principal.value, names, principal.onlyIf)))
      : [itemOf('AWS', value, names, onlyIf)])),
  };
}

function itemOf(type: string, value: JsonObject[string], names: StackNames, onlyIf: string | undefined): Item {
  const { text, references } = textOf(value);
  const constructs = names.constructs(references);
  const resource = references.map(reference => names.resource(reference)).find(found => found !== undefined);
  const [construct] = constructs.map(path => (resource ? withType(resource.type, path) : path));
  return { text: type === 'AWS' ? text : `${type}: ${text}`, words: wordsOf(type, text, construct), constructs, ...(onlyIf && { onlyIf }) };
}

function wordsOf(type: string, text: string, construct: string | undefined): string {
  switch (type) {
    case 'Service':
      return servicePrincipalName(text);
    case 'Federated':
      return `identities of ${construct ?? text}`;
    case 'AWS':
      return ofAws(text, construct);
    default:
      return `${type} ${text}`;
  }
}

function ofAws(text: string, construct: string | undefined): string {
  if (text === '*') {
    return 'anybody';
  }
  const [, root, number] = /^(?:arn:(?:\$\{[^}]*\}|[^:])*:iam::(\$\{[^}]*\}|\d{12}):root|(\$\{AWS::AccountId\}|\d{12}))$/.exec(text) ?? [];
  const account = root ?? number;
  if (account !== undefined && construct === undefined) {
    const which = account === '${AWS::AccountId}' ? 'this account' : `account ${account}`;
    return `principals in ${which} whose policies allow it`;
  }
  return construct ?? text;
}
