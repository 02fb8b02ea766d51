// Accessibility of every screen and state in one language: phone and desktop, light and dark.
import { after, before, test } from 'node:test';
import { assertAccessible } from './axe.mjs';
import { openBrowser, person } from './browser.mjs';
import { NEWCOMER, PUBLIC, ROLES, certificates } from './screens.mjs';
import { startDemo } from './server.mjs';

/** Six looks in which each width meets each theme and each language, and each theme each language. */
const LOOKS = {
  ca: [{ width: 1280, scheme: 'light' }, { width: 360, scheme: 'dark' }],
  es: [{ width: 1280, scheme: 'dark' }, { width: 360, scheme: 'light' }],
  en: [{ width: 360, scheme: 'dark' }, { width: 1280, scheme: 'light' }],
};
const HEIGHT = 800;
/** A server that is asked for what is not there, or by somebody who may not, says so; the browser notes it. */
const refusals = /status of 40[134]/;

/** Walks through every screen in a language; each file of walks does it for one, so that they run side by side. */
export function walkEverywhere(lang) {
  let demo, browser;
  before(async () => {
    [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
  });
  after(async () => {
    await browser?.close();
    await demo?.stop();
  });

  const wear = async ({ page }, { width, scheme }) => {
    await page.setViewportSize({ width, height: HEIGHT });
    await page.emulateMedia({ colorScheme: scheme });
  };

  async function look(t, screens) {
    const someone = await person(browser, demo.base, { lang });
    const looks = LOOKS[lang];
    for (const [name, open] of Object.entries(screens)) {
      await t.test(name, async () => {
        await wear(someone, looks[0]);
        await open(someone);
        for (const one of looks) {
          await wear(someone, one);
          await assertAccessible(someone.page, `${name} (${lang}, ${one.width} px, ${one.scheme})`);
        }
      });
    }
    await someone.leave(refusals);
  }

  test(`what anybody sees (${lang})`, async (t) => look(t, { ...PUBLIC, ...certificates(await demo.facts()) }));
  test(`what a newcomer sees, from the first course to its end (${lang})`, (t) => look(t, NEWCOMER));
  test(`what learner, author and administrator see (${lang})`, (t) => look(t, ROLES));
}
