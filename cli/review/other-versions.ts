import { Warning } from './model';
import { version as ownVersion } from '../../package.json';
import { ConstructTree } from '../assembly/constructs';
import { constructOf } from '../facts/catalogue';

/** Constructs of this library whose reasons may be others: a warning for each version, and for each unknown class. */
export function otherVersions(tree: ConstructTree): readonly Warning[] {
  const found = [...tree].flatMap(([path, { className, version }]) => {
    const name = /^cdk-platform-iam\.(\w+)$/.exec(className)?.[1];
    const message = name === undefined ? undefined : messageFor(name, version);
    return message === undefined ? [] : [{ path, level: 'info', message } as const];
  });
  // The path is that of the first construct.
  return [...new Map([...found].reverse().map(warning => [warning.message, warning])).values()].reverse();
}

function messageFor(name: string, version: string): string | undefined {
  return version !== ownVersion
    ? `made by version ${version} of cdk-platform-iam, the reasons are those of version ${ownVersion}`
    : constructOf(name) ? undefined
      : `version ${ownVersion} of cdk-platform-iam does not know the class ${name}: its statements have no reasons`;
}
