import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { compareReviews } from '../cli/compare/compare-reviews';
import { explain } from '../cli/explain/explain';
import { renderExplanation } from '../cli/explain/render';
import { renderMarkdown } from '../cli/markdown/render-markdown';
import { Review } from '../cli/review/model';
import { review } from '../cli/review/review';
import { renderTerminal } from '../cli/terminal/render-terminal';
import { S3Location, SageMakerExecutionRole } from '../src';
import { nameClasses } from '../test/cli/support/rtti';

// What the command prints for the app of its chapter, before and after a change.

const WIDTH = 110;

/** The role may read more of the bucket after the change, and its network is gone. */
const BEFORE = (data: s3.IBucket) => ({ inputs: [S3Location.prefix(data, 'train/')], vpc: true });
const AFTER = (data: s3.IBucket) => ({ inputs: [S3Location.bucket(data)] });

/** The message in the chapter. */
const DENIED = 'User: arn:aws:sts::111122223333:assumed-role/Churn-JobsRole621A81E5-1A2B3C4D5E6F/SageMaker is not authorized to ' +
  'perform: kms:Decrypt on resource: arn:aws:kms:eu-central-1:111122223333:key/0123 because no identity-based policy ' +
  'allows the kms:Decrypt action';

export function reviewOutput(): string {
  return block('text', renderTerminal(reviewOf(AFTER), { color: false, width: WIDTH }));
}

export function changesOutput(): string {
  return block('text', renderTerminal(reviewOf(AFTER), { changes: changes(), color: false, width: WIDTH }));
}

export function changesMarkdown(): string {
  return block('markdown', renderMarkdown(reviewOf(AFTER), { changes: changes() }));
}

/** Of somebody who reads what the role only writes. */
export function explainOutput(): string {
  return block('text', renderExplanation(explain(DENIED, { review: reviewOf(AFTER) })));
}

function changes(): ReturnType<typeof compareReviews> {
  return compareReviews(reviewOf(BEFORE), reviewOf(AFTER));
}

function reviewOf(options: (data: s3.IBucket) => Omit<Parameters<typeof jobs>[1], 'outputs'>): Review {
  nameClasses();
  const outdir = mkdtempSync(join(tmpdir(), 'chapter-'));
  try {
    const app = new App({ analyticsReporting: false, outdir });
    const stack = new Stack(app, 'Churn');
    const [data, models] = ['Data', 'Models'].map(id => new s3.Bucket(stack, id));
    jobs(stack, { ...options(data), outputs: [S3Location.prefix(models, 'churn/')] });
    app.synth();
    return { ...review(outdir), app: 'cdk.out' };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

function jobs(stack: Stack, trainingJob: NonNullable<ConstructorParameters<typeof SageMakerExecutionRole>[2]['trainingJob']>): void {
  new SageMakerExecutionRole(stack, 'Jobs', { trainingJob });
}

function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n`;
}
