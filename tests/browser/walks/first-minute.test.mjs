// The first sixty seconds of a stranger, and every screen on a phone and a desktop, light and dark, in three languages.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { startDemo } from '../demo.mjs';

let demo;
before(async () => {
  demo = await startDemo();
});
after(async () => {
  await demo?.stop();
});

async function open(options) {
  const context = await demo.browser.newContext(options);
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return { page, errors, context };
}

async function axe(page, place) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(' ')}`);
  assert.deepEqual(told, [], `accessibility of ${place}`);
}

test('a stranger learns, changes the language and checks a certificate', async () => {
  const { page, errors } = await open({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  await page.goto(demo.base);
  await page.getByRole('button', { name: /Amina/ }).click();
  await page.getByRole('link', { name: /Continue/ }).first().click();
  await page.waitForURL(/\/learn\//);
  const lesson = page.url().split('#')[0];
  await page.getByRole('button', { name: 'Check my answer' }).first().waitFor();
  await page.getByRole('button', { name: 'CA' }).or(page.getByRole('link', { name: 'CA' })).first().click();
  await page.waitForFunction(() => document.documentElement.lang === 'ca');
  assert.equal(page.url().split('#')[0], lesson, 'the place stays');
  const { certificates } = await (await fetch(`${demo.base}/api/v1/demo`)).json();
  await page.goto(`${demo.base}/verify/${certificates.valid}?lang=en`);
  await page.getByRole('heading', { name: /is valid/ }).waitFor();
  await page.goto(`${demo.base}/verify/${certificates.revoked}?lang=en`);
  await page.getByRole('heading', { name: /revoked/i }).waitFor();
  assert.deepEqual(errors, []);
});

for (const [width, colorScheme, locale] of [[1280, 'light', 'en-GB'], [360, 'dark', 'ca-ES'], [360, 'light', 'es-ES']]) {
  test(`public screens at ${width} px, ${colorScheme}, ${locale}`, async () => {
    const { page, errors } = await open({ viewport: { width, height: 800 }, colorScheme, locale });
    for (const path of ['/', '/courses', '/courses/first-loop-to-robot', '/courses/stop-check-decide', '/sign-up', '/verify']) {
      await page.goto(demo.base + path);
      await page.locator('h1').first().waitFor();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(wide <= 0, `${path} is ${wide} px too wide`);
      await axe(page, path);
    }
    assert.deepEqual(errors, []);
  });
}

test('metadata stands before any script', async () => {
  const html = await (await fetch(`${demo.base}/courses/your-digital-rights?lang=es`)).text();
  assert.match(html, /<html lang="es"/);
  assert.match(html, /<link rel="canonical"/);
  assert.match(html, /"@type":"Course"/);
  assert.equal((await fetch(`${demo.base}/courses/nothing-here`)).status, 404);
});
