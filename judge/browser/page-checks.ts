import { join } from 'node:path';
import { Page, Scheme } from './chromium';

// What must hold for a page. Each check returns findings.

/** A phone, a tablet and a screen. */
export const WIDTHS = [360, 800, 1_400] as const;
export const SCHEMES: readonly Scheme[] = ['light', 'dark'];

const HEIGHT = 900;

/** Collects errors, warnings and requests from now on. The page may load nothing but itself. */
export function observe(page: Page): () => readonly string[] {
  const findings: string[] = [];
  page.on('pageerror', ({ message }) => findings.push(`error in a script: ${message}`));
  page.on('console', message => findings.push(`${message.type()} in the console: ${message.text()}`));
  page.on('request', request => {
    if (!/^(?:file|data|blob):/.test(request.url())) {
      findings.push(`requests ${request.url()}`);
    }
  });
  return () => findings;
}

/** Each width and color scheme: a screenshot, nothing wider than the window, and no error of HTML_CodeSniffer. */
export async function checkLayout(page: Page, folder: string): Promise<readonly string[]> {
  const findings: string[] = [];
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ media: 'screen', colorScheme });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT });
      await page.screenshot({ path: join(folder, `${colorScheme}-${width}.png`), fullPage: true });
      const widest = await page.evaluate<number>('document.documentElement.scrollWidth');
      findings.push(...widest > width ? [`the page is ${widest} pixels wide in a window of ${width}`] : []);
      findings.push(...await page.evaluate<readonly string[]>('accessibilityErrors()'));
    }
  }
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  return findings;
}

/** The tab key reaches each control and link, those of closed parts after the enter key opened these. */
export async function checkKeyboard(page: Page): Promise<readonly string[]> {
  await pressTabs(page);
  const findings = [...await page.evaluate<readonly string[]>('missedByKeyboard()')];
  const parts = await page.evaluate<number>("document.querySelectorAll('details > summary').length");
  for (let index = 0; index < parts; index++) {
    if (await page.evaluate<boolean>(`focusNextClosed(${index})`)) {
      await page.keyboard.press('Enter');
      findings.push(...await page.evaluate<boolean>(`focusNextClosed(${index})`) ? ['the enter key does not open a part'] : []);
    }
  }
  if (parts > 0) {
    await pressTabs(page);
    findings.push(...await page.evaluate<readonly string[]>('missedByKeyboard()'));
  }
  return findings;
}

/** Presses the tab key once for each control, from the top of the page. */
async function pressTabs(page: Page): Promise<void> {
  await page.evaluate('getSelection().setPosition(document.body, 0); document.activeElement.blur()');
  const controls = await page.evaluate<number>('controls().length');
  for (let pressed = 0; pressed <= controls; pressed++) {
    await page.keyboard.press('Tab');
  }
}

/** Paper has no controls. */
export async function checkPrint(page: Page, folder: string): Promise<readonly string[]> {
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await page.pdf({ path: join(folder, 'print.pdf'), format: 'A4' });
  const printed = await page.evaluate<readonly string[]>('printedControls()');
  await page.emulateMedia({ media: 'screen' });
  return printed.map(name => `prints ${name}`);
}
