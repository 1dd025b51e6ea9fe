// A browser that notices everything that should not happen: errors on the console, exceptions,
// violations of the content security policy, and serious findings by axe.

import AxeBuilder from '@axe-core/playwright';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const executablePath = process.env.SIGILL_CHROMIUM ?? '/usr/bin/chromium';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function openBrowser() {
  if (!existsSync(executablePath)) {
    throw new Error(`no Chromium at ${executablePath}; ./dev install test`);
  }
  return chromium.launch({ executablePath, args: flags, headless: true });
}

export const sizes = {
  wide: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
};

/** A page of its own, in a language and a colour scheme; `faults` collects what went wrong. */
export async function openPage(browser, { language = 'sv', scheme = 'light', size = sizes.wide } = {}) {
  const context = await browser.newContext({
    viewport: size,
    colorScheme: scheme,
    locale: language === 'sv' ? 'sv-SE' : 'en-GB',
    timezoneId: 'Europe/Stockholm',
    reducedMotion: 'reduce',
  });
  await context.addInitScript((chosen) => {
    window.localStorage.setItem('sigill.language', chosen);
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  }, language);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults = [];
  page.on('pageerror', (error) => faults.push(`exception: ${error.stack ?? error}`));
  page.on('console', (message) => {
    // Before the log-in the page asks whether there is a session: 401 is the answer, not a fault.
    const asksForSession =
      message.location().url.endsWith('/api/v1/session') && message.text().includes('401');
    if (message.type() === 'error' && !asksForSession) {
      faults.push(`console: ${message.text()} (${message.location().url})`);
    }
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A request given up because the page moved on is no fault.
    if (!reason.includes('ERR_ABORTED')) {
      faults.push(`request: ${request.url()} ${reason}`);
    }
  });
  return { context, page, faults };
}

/** Serious and critical findings, each with its places. */
export async function accessibilityFindings(page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.html.slice(0, 120)}`).join(' | ')}`);
}

/** Nothing is on its way any more: no skeleton, no spinner, fonts there. */
export async function settled(page) {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(
    () => document.querySelector('.mantine-Skeleton-root[data-visible], .mantine-Loader-root') === null,
  );
}

const shotFolder = process.env.SIGILL_SHOTS;

/** Keeps a picture where a folder for them was given. */
export async function shoot(page, name, { always } = {}) {
  const folder = always ?? shotFolder;
  if (folder === undefined || folder === '') {
    return;
  }
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
