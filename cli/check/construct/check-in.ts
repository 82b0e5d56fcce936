import type { Construct } from 'constructs';
import { constructNamed } from './manifest';
import { CheckConstructOptions } from './options';
import { Project } from './project';
import { structOf } from './values';
import type { PermissionCheck as Check, PermissionFinding } from '../../../src/common/permission-check';
import { InputError } from '../../input-error';
import { jsonFrom, readTextFiles, TextFile } from '../input-files';
import { readLive, withFileNames } from '../live';
import { CheckFinding, CheckResult } from '../model';
import { placeOf, StackPlace } from '../place';

/** Compares a live role with what a construct with these options grants, by the packages of a project. */
export function checkIn({ library, manifest, cdk }: Project, options: CheckConstructOptions): CheckResult {
  const { construct: name, live, liveRole } = options;
  const { type, props } = constructNamed(manifest, name);
  const place = placeOf(`'--construct ${name}'`, undefined, options);
  const files = readTextFiles('--live', live);
  const json = options.options === undefined ? {}
    : jsonFrom('--options', readTextFiles('--options', [options.options])[0]);
  const { App, Stack } = cdk('core');
  const app = new App({ autoSynth: false, analyticsReporting: false });
  const stack = new Stack(app, STACK, { env: { account: place.account, region: place.region } });
  const construct = asInput(options.options, () => {
    const values = structOf(json, manifest.types[props.fqn!], '', { manifest, library, cdk, scope: stack });
    return new (library[type.name] as ConstructClass)(stack, ID, values);
  });
  const { arn } = readLive(files, { ...place, regions: [place.region] }, {
    kinds: 'roleRef' in construct ? ['role'] : ['role', 'user', 'group'], name: liveRole,
  });
  const { PermissionCheck } = library as { readonly PermissionCheck: typeof Check };
  const check = withFileNames(files, () =>
    PermissionCheck.compare(files.map(({ text }) => text), construct, { roleName: liveRole }));
  return resultOf(name, place, files, arn, check, warningsOf(construct));
}

type ConstructClass = new (scope: Construct, id: string, props: object) => Construct;

const STACK = 'Check';
const ID = 'Role';

/** What the construct refuses is a fault of the options. */
function asInput<T>(file: string | undefined, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Error) || error instanceof TypeError) {
      throw error;
    }
    const message = error.message.replace(`${STACK}/${ID}: `, '').replace(/\s+/g, ' ');
    throw new InputError(file === undefined ? `${message}; its options come from '--options'` : `${file}: ${message}`);
  }
}

function warningsOf(construct: Construct): readonly string[] {
  return construct.node.findAll().flatMap(({ node }) => node.metadata)
    .filter(({ type }) => type === 'aws:cdk:warning').map(({ data }) => String(data));
}

function resultOf(
  name: string, { partition, account, region }: StackPlace, files: readonly TextFile[], arn: string | undefined,
  check: Check, notes: readonly string[],
): CheckResult {
  const { isSufficient, missing, unclear, beyond, notAttached, notPrinted } = check;
  return {
    schema: 1,
    isSufficient,
    expected: { subject: name, construct: name, partition, account, region },
    live: { files: files.map(file => file.name), ...(arn !== undefined && { arn }) },
    missing: missing.map(findingOf),
    unclear: unclear.map(findingOf),
    beyond: beyond.map(findingOf),
    notAttached,
    notPrinted,
    unknown: [],
    notes,
  };
}

function findingOf(finding: PermissionFinding): CheckFinding {
  return { ...finding, required: finding.required ?? true };
}
