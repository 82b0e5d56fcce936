import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Browser, inChromium, Page, requireJudge } from './browser/chromium';
import { checkKeyboard, checkLayout, checkPrint, observe, SCHEMES, WIDTHS } from './browser/page-checks';
import { OUTPUT } from './environments';
import { announce, count } from './verdict';
import { compareReviews, renderReview, review } from '../cli';
import { before } from '../scripts/example-reviews';

// Opens the review of an assembly as HTML in Chromium. Usage: ASSEMBLY. The screenshots are in dist/judge/browser.

interface Opened {
  readonly page: Page;
  /** The errors and requests so far. */
  readonly observed: () => readonly string[];
}

const LIMIT = 300_000;
const FOLDER = join(OUTPUT, 'browser');

async function main(assembly: string): Promise<void> {
  const file = join(FOLDER, 'review.html');
  const head = review(assembly);
  const text = renderReview(head, { format: 'html', changes: compareReviews(before(head), head) });
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, text);
  const { findings, controls } = await inChromium(browser => judged(browser, pathToFileURL(file).href));
  const bytes = Buffer.byteLength(text);
  announce({
    judged: `the review of the example: ${count(bytes, 'byte')}, ${count(WIDTHS.length, 'width')}, ` +
      `${count(SCHEMES.length, 'color scheme')}, ${count(controls, 'control')}`,
    findings: [...findings, ...bytes > LIMIT ? [`the page has ${bytes} bytes, more than ${LIMIT}`] : []],
  });
}

/** The findings on a page, and how many controls it has. */
async function judged(
  browser: Browser, url: string,
): Promise<{ readonly findings: readonly string[]; readonly controls: number }> {
  const asUsersSeeIt = await opened(await browser.newPage(), url);
  // A policy of the page may forbid scripts that are not its own.
  const { page, observed } = await opened(await browser.newPage({ bypassCSP: true }), url);
  await page.evaluate(readFileSync(requireJudge.resolve('html_codesniffer/build/HTMLCS.js'), 'utf8'));
  await page.evaluate(readFileSync(join(__dirname, 'browser', 'in-page.js'), 'utf8'));
  const findings = [
    ...await checkLayout(page, FOLDER), ...await checkKeyboard(page), ...await checkPrint(page, FOLDER),
    ...observed(), ...asUsersSeeIt.observed(),
  ];
  return { findings, controls: await page.evaluate<number>('controls().length') };
}

async function opened(page: Page, url: string): Promise<Opened> {
  const observed = observe(page);
  await page.goto(url);
  return { page, observed };
}

void main(process.argv[2]);
