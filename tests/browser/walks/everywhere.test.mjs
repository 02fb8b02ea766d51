// Accessibility of every screen and state: phone and desktop, light and dark, three languages, each pair of them.
import { after, before, test } from 'node:test';
import { assertAccessible } from '../support/axe.mjs';
import { openBrowser, person } from '../support/browser.mjs';
import { NEWCOMER, PUBLIC, ROLES, certificates } from '../support/screens.mjs';
import { startDemo } from '../support/server.mjs';

/** Six looks in which each width meets each theme and each language, and each theme each language. */
const LOOKS = {
  ca: [{ width: 1280, scheme: 'light' }, { width: 360, scheme: 'dark' }],
  es: [{ width: 1280, scheme: 'dark' }, { width: 360, scheme: 'light' }],
  en: [{ width: 1280, scheme: 'light' }, { width: 360, scheme: 'dark' }],
};
const HEIGHT = 800;

let demo, browser;
before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

async function look(t, someone, screens) {
  for (const [name, open] of Object.entries(screens)) {
    await t.test(name, async () => {
      await open(someone);
      for (const { width, scheme } of LOOKS[someone.lang]) {
        await someone.page.setViewportSize({ width, height: HEIGHT });
        await someone.page.emulateMedia({ colorScheme: scheme });
        await assertAccessible(someone.page, `${name} (${someone.lang}, ${width} px, ${scheme})`);
      }
      const [{ width, scheme }] = LOOKS[someone.lang];
      await someone.page.setViewportSize({ width, height: HEIGHT });
      await someone.page.emulateMedia({ colorScheme: scheme });
    });
  }
}

for (const lang of ['ca', 'es', 'en']) {
  test(`what anybody sees (${lang})`, async (t) => {
    const someone = await person(browser, demo.base, { lang });
    await look(t, someone, { ...PUBLIC, ...certificates(await demo.facts()) });
    await someone.leave(/status of 40[14]/);
  });

  test(`what a newcomer sees, from the first course to its end (${lang})`, async (t) => {
    const someone = await person(browser, demo.base, { lang });
    await look(t, someone, NEWCOMER);
    await someone.leave(/status of 40[14]/);
  });

  test(`what learner, author and administrator see (${lang})`, async (t) => {
    const someone = await person(browser, demo.base, { lang });
    await look(t, someone, ROLES);
    await someone.leave(/status of 40[134]/);
  });
}
