import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { release } from './templates/release';

// Writes the files of a release that need no CDK: `templates/CONSTRUCT.template.json`, and in `policies` what each
// construct grants by default, `CONSTRUCT.json`, and its trust policy, `CONSTRUCT.trust.json`.

const [, , folder = join(__dirname, '..', 'dist')] = process.argv;

['templates', 'policies'].forEach(name => {
  rmSync(join(folder, name), { recursive: true, force: true });
  mkdirSync(join(folder, name), { recursive: true });
});
release().forEach(({ template, policy, trust }, name) => {
  write(`templates/${name}.template.json`, template);
  write(`policies/${name}.json`, policy);
  write(`policies/${name}.trust.json`, trust);
});

function write(file: string, content: object | undefined): void {
  if (content !== undefined) {
    const text = `${JSON.stringify(content, undefined, 2)}\n`;
    writeFileSync(join(folder, file), text);
    console.log(`${file}: ${text.length} characters`);
  }
}
