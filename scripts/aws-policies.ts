import { PLATFORMS } from '../test/platforms';
import { compareWithRows, ComparedPolicy, Share } from '../test/support/aws-policies';

// Prints how much of AWS's own managed policies for the work of a platform some option of ours grants, and what none
// grants. With a part of a name it prints all that is left out of the policies of this name.

/** More actions than this are counted by service, unless the policy is named. */
const LISTED = 40;

async function main(named?: string): Promise<void> {
  for (const { folder, awsPolicies, rows } of PLATFORMS) {
    if (awsPolicies) {
      const { granted, policies } = await compareWithRows(awsPolicies, rows);
      console.log(`${folder}: options grant ${granted.length} actions of ${awsPolicies.services.join(', ')}`);
      policies.filter(({ name }) => named === undefined || name.includes(named))
        .forEach(policy => console.log(described(policy, named !== undefined)));
    }
  }
}

function described({ name, version, date, all, own }: ComparedPolicy, isNamed: boolean): string {
  const lines = [
    `${name} ${version} (${date}): ${share(own)} of its own actions, ${share(all)} of all`,
    ...byService(all.leftOut).map(([service, actions]) =>
      `  ${service}: ${isNamed || actions.length <= LISTED ? actions.join(', ') : `${actions.length} actions`}`),
  ];
  return lines.join('\n');
}

function share({ granted, leftOut }: Share): string {
  const size = granted.length + leftOut.length;
  return `${granted.length} of ${size} (${size === 0 ? '-' : Math.round(100 * granted.length / size)} %)`;
}

function byService(actions: readonly string[]): readonly (readonly [service: string, names: readonly string[]])[] {
  const services = new Map<string, string[]>();
  for (const [service, name] of actions.map(action => action.split(':'))) {
    services.set(service, [...services.get(service) ?? [], name]);
  }
  return [...services];
}

void main(process.argv[2]);
