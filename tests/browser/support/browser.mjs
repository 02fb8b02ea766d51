// One browser, and the people who sit before it. Each person's page is watched: what goes wrong out of sight is told too.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { wordsIn } from './words.mjs';

const LOCALES = { ca: 'ca-ES', es: 'es-ES', en: 'en-GB' };
const LONGEST_WAIT_MS = 15_000;

export const openBrowser = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
      '--autoplay-policy=no-user-gesture-required'],
  });

/** Notes what no page of ours may do: errors, requests that leave the server, and breaches of the content policy. */
function watch(page, base, faults) {
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} ${message.location().url ?? ''}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (/^(https?|wss?):/.test(url) && !url.startsWith(`${base}/`)) faults.push(`left the server: ${url}`);
  });
}

/**
 * A person before a window of their own, in a language. `page` is playwright's page; `words` are the interface's
 * sentences in the language they read.
 */
export async function person(browser, base, options = {}) {
  const { lang = 'en', width = 1280, height = 900, scheme = 'light', ...more } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    locale: LOCALES[lang],
    colorScheme: scheme,
    acceptDownloads: true,
    ...more,
  });
  context.setDefaultTimeout(LONGEST_WAIT_MS);
  const faults = [];
  await context.exposeBinding('breachOfPolicy', (_, told) => faults.push(`content policy: ${told}`));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      globalThis.breachOfPolicy(`${event.violatedDirective} ${event.blockedURI}`));
  });
  context.on('page', (page) => watch(page, base, faults));
  const page = await context.newPage();
  return {
    page,
    context,
    base,
    lang,
    words: wordsIn(lang),
    /** From now on this person reads another language. */
    reads(next) {
      this.lang = next;
      this.words = wordsIn(next);
    },
    /** Opens an address and waits until its heading stands there. */
    async go(path) {
      const answer = await page.goto(base + path);
      await page.locator('h1').first().waitFor();
      return answer;
    },
    /** Nothing went wrong out of sight; what a walk provokes on purpose is named. */
    quiet(...provoked) {
      const left = faults.filter((fault) => !provoked.some((pattern) => pattern.test(fault)));
      assert.deepEqual(left, [], 'what went wrong behind the page');
    },
    /** Ends what this person does, and checks that nothing went wrong behind their page. */
    async leave(...provoked) {
      await context.close();
      this.quiet(...provoked);
    },
  };
}

/** The address of the page without what stands after `#` or `?`. */
export const placeOf = (page) => new URL(page.url()).pathname;

/** Waits until a condition on the page or outside it is met. */
export async function eventually(what, met, longest = LONGEST_WAIT_MS) {
  const end = Date.now() + longest;
  for (;;) {
    const seen = await met();
    if (seen) return seen;
    if (Date.now() > end) assert.fail(`waited in vain for: ${what}`);
    await new Promise((later) => setTimeout(later, 50));
  }
}
