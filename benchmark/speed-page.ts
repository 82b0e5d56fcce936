import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from './newest-cdk';
import { printTable } from './table';

type Rows = readonly (readonly string[])[];

/** Prints the tables of the benchmark, and writes them into a page. */
export class SpeedPage {
  private readonly sections: string[] = [];

  constructor(private readonly cdkVersion: string) {}

  /** @param rows a figure with its limit, the aim and the verdict */
  public print(title: string, rows: Rows): void {
    this.printTable(title, [['', 'figure', 'limit', 'aim', ''], ...rows]);
  }

  public printTable(title: string, rows: Rows): void {
    console.log(`\n${title}\n`);
    printTable(rows);
    const [head, ...body] = rows;
    const alignments = head.map((_, column) => column === 0 ? '---' : '---:');
    const lines = [head, alignments, ...body].map(cells => `| ${cells.join(' | ')} |`);
    this.sections.push(`## ${title[0].toUpperCase()}${title.slice(1)}\n\n${lines.join('\n')}\n`);
  }

  public write(): void {
    const machine = `${cpus().length} cores, ${cpus()[0].model.trim()}`;
    const text = `# Speed

\`npm run bench\` writes this page. It compares a role for training and processing jobs, 20 statements, with the same role
written by hand. Compare the ratios, since machines differ: each is of samples that ran next to each other. Times are CPU
times, in stacks of 100 roles, without the validation that newer versions of the CDK add; figures are medians.

Measured on ${machine}, with Node ${process.versions.node} and \`aws-cdk-lib\` ${this.cdkVersion}.
\`npm run bench -- --profile\` also prints where the time goes, by function, and \`--no-python\` leaves out Python.

`;
    writeFileSync(join(PROJECT, 'docs', 'speed.md'), text + this.sections.join('\n'));
  }
}
