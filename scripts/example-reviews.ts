import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareReviews } from '../cli/compare/compare-reviews';
import { renderMarkdown } from '../cli/markdown/render-markdown';
import { Review, Subject } from '../cli/review/model';
import { review } from '../cli/review/review';
import { exampleTemplates } from '../judge/processes';

/** Where the reviews of the example app are committed. */
export const REVIEWS = join(__dirname, '..', 'examples', 'review');

/** The review of the example app, and what a change of it does, by the names of their files. */
export async function exampleReviews(): Promise<Readonly<Record<string, string>>> {
  const folder = mkdtempSync(join(tmpdir(), 'example-'));
  try {
    await exampleTemplates(folder, join(__dirname, 'example-app.ts'));
    const head: Review = { ...review(folder), app: 'cdk.out' };
    return {
      'review.md': renderMarkdown(head, { limit: Infinity }),
      'changes.md': renderMarkdown(head, { changes: compareReviews(before(head), head) }),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The app before a change that reads more, needs no checkpoints, and attaches another policy. */
export function before({ subjects, ...others }: Review): Review {
  const edit = (text: string, edited: (subject: Subject) => Subject, all: readonly Subject[]) =>
    all.map(subject => (subject.id === text ? edited(subject) : subject));
  const jobs = edit('Churn/Jobs', narrower, subjects.filter(({ id }) => id !== 'Churn/Exploring'));
  return { ...others, subjects: edit('ResearchCluster/CpuQueue', subject => ({ ...subject, attached: [] }), jobs) };
}

function narrower(subject: Subject): Subject {
  const text = JSON.stringify(subject.statements).replaceAll('}/prepared/*', '}/prepared/train/*').replaceAll('start with prepared/', 'start with prepared/train/');
  const statements = JSON.parse(text) as Subject['statements'];
  return { ...subject, statements: [...statements.filter(({ key }) => key !== 'TrainingJobVolumeKey'), ...leftBehind(statements)] };
}

/** A statement that the change removes. */
function leftBehind(statements: Subject['statements']): Subject['statements'] {
  return statements.filter(({ key }) => key === 'TrainingJobPutMetrics').map(({ why: _, ...statement }) => ({
    ...statement, key: 'Alarms', sid: 'Alarms', actions: only('cloudwatch:PutMetricAlarm'), conditions: [],
  }));
}

function only(text: string): Subject['statements'][number]['actions'] {
  return { isExcept: false, items: [{ text, words: text, constructs: [] }] };
}
