import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Chromium of Debian and its relatives. */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

const ARGUMENTS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

/** The part of playwright-core that is used here: its types are installed with the judges only. */
export interface Page {
  readonly keyboard: { press(key: string): Promise<void> };
  on(event: 'request', listener: (request: { url(): string }) => void): void;
  on(event: 'pageerror', listener: (error: Error) => void): void;
  on(event: 'console', listener: (message: { type(): string; text(): string }) => void): void;
  goto(url: string): Promise<unknown>;
  evaluate<T>(script: string): Promise<T>;
  emulateMedia(options: { readonly media?: 'print' | 'screen'; readonly colorScheme?: Scheme }): Promise<void>;
  setViewportSize(size: { readonly width: number; readonly height: number }): Promise<void>;
  screenshot(options: { readonly path: string; readonly fullPage: boolean }): Promise<unknown>;
  pdf(options: { readonly path: string; readonly format: 'A4' }): Promise<unknown>;
}

export type Scheme = 'light' | 'dark';

export interface Browser {
  newPage(options?: { readonly bypassCSP: boolean }): Promise<Page>;
  close(): Promise<void>;
}

interface Playwright {
  readonly chromium: {
    launch(options: { readonly executablePath: string; readonly args: readonly string[] }): Promise<Browser>;
  };
}

/** Packages of the judges. */
export const requireJudge = createRequire(join(__dirname, '..', 'npm', 'package.json'));

/** Starts a browser with a new profile, and closes it after the work. */
export async function inChromium<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  installChromium();
  const { chromium } = requireJudge('playwright-core') as Playwright;
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

function installChromium(): void {
  if (existsSync(CHROMIUM)) {
    return;
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const aptGet = (...args: string[]) => execFileSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
  try {
    aptGet('update', '-qq');
    aptGet('install', '-qq', '--no-install-recommends', 'chromium');
  } catch {
    throw new Error(`the judge needs Chromium as ${CHROMIUM}: install it ('apt-get install chromium' as root of Debian), or set CHROMIUM to its path`);
  }
}
