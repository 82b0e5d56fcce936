import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { announce, count } from './verdict';
import { release, requiredValues, withValues } from '../scripts/templates/release';
import { TemplateJson } from '../test/support/fold';

// Writes the templates of a release for the other judges: as they are, and with values of the parameters that must be
// given, and of all.

const [, , folder] = process.argv;

rmSync(folder, { recursive: true, force: true });
['templates', 'deployed'].forEach(name => mkdirSync(join(folder, name), { recursive: true }));
const released = release();
released.forEach((construct, name) => {
  const { template, examples } = construct;
  write('templates', name, template);
  write('deployed', `${name}.required.template`, withValues(template, requiredValues(construct)));
  write('deployed', `${name}.all.template`, withValues(template, examples));
});
announce({ judged: `${count(released.size, 'template')} of a release`, findings: [] });

function write(kind: string, name: string, template: TemplateJson): void {
  writeFileSync(join(folder, kind, `${name}.json`), JSON.stringify(template, undefined, 1));
}
