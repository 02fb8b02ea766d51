// How much a phone with a poor connection has to load, and whether what it shows stays where it is.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, person } from '../support/browser.mjs';
import { sampleCourse } from '../support/course.mjs';
import { enrol, goOn } from '../support/learning.mjs';
import { signUp } from '../support/people.mjs';
import { startDemo } from '../support/server.mjs';
import { bytesOf, countBytes, listed, media, scripts } from '../support/wire.mjs';

const FIRST_VISIT_BYTES = 150_000;
const FIRST_SCRIPT_BYTES = 60_000;
const LESSON_BYTES = 25_000;
const LARGEST_SHIFT = 0.02;

let demo, browser;
before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

for (const lang of ['ca', 'es', 'en']) {
  test(`the first visit to the catalogue is light (${lang})`, async (t) => {
    const someone = await person(browser, demo.base, { lang, width: 360, height: 740 });
    const { page } = someone;
    const count = await countBytes(page);
    await someone.go('/courses');
    await page.locator('main article').nth(5).waitFor();
    await page.waitForLoadState('networkidle');
    const loaded = count.take();
    const all = bytesOf(loaded);
    const js = bytesOf(scripts(loaded));
    t.diagnostic(`${lang}: ${all} bytes in ${loaded.length} requests, ${js} of them scripts`);
    assert.ok(loaded.length > 3 && js > 1000, 'something was counted');
    assert.ok(js <= FIRST_SCRIPT_BYTES, `${js} bytes of scripts:\n${listed(scripts(loaded))}`);
    assert.ok(all <= FIRST_VISIT_BYTES, `${all} bytes:\n${listed(loaded)}`);
    await someone.leave();
  });
}

/** What is loaded for each of two lessons after the first, without their media. */
async function furtherLessons(slug) {
  const course = sampleCourse(slug);
  const someone = await person(browser, demo.base, { lang: 'ca', width: 360, height: 740 });
  const { page } = someone;
  await signUp(someone);
  const count = await countBytes(page);
  await enrol(someone, slug);
  await page.waitForLoadState('networkidle');
  const lessons = [];
  for (const unit of course.units.slice(1, 3)) {
    count.take();
    await goOn(someone);
    await page.getByRole('heading', { name: unit.title('ca'), level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    lessons.push({ unit: unit.key, loaded: count.take().filter((one) => !media(one)) });
  }
  await someone.leave(/status of 401/);
  return lessons;
}

for (const slug of ['stop-check-decide', 'first-loop-to-robot']) {
  test(`a lesson after the first is light (${slug})`, async (t) => {
    for (const { unit, loaded } of await furtherLessons(slug)) {
      t.diagnostic(`${unit}: ${bytesOf(loaded)} bytes in ${loaded.length} requests`);
      assert.ok(loaded.length > 0, 'something was counted');
      assert.ok(bytesOf(loaded) <= LESSON_BYTES, `${bytesOf(loaded)} bytes for ${unit}:\n${listed(loaded)}`);
    }
  });
}

test('a lesson after the first takes one request beyond its media', async () => {
  for (const { unit, loaded } of await furtherLessons('stop-check-decide')) {
    // Telling what was done is not what the next lesson needs to be shown.
    const read = loaded.filter((one) => !one.url.endsWith('/me/facts'));
    assert.ok(read.length <= 1, `${read.length} requests for ${unit}:\n${listed(read)}`);
  }
});

test('nothing jumps while a page builds up on a slow phone', async (t) => {
  const { certificates } = await demo.facts();
  for (const width of [360, 1280]) {
    for (const path of ['/', '/courses', '/courses/first-loop-to-robot', `/verify/${certificates.valid}`]) {
      const someone = await person(browser, demo.base, { lang: 'ca', width });
      const { page } = someone;
      const { wire } = await countBytes(page);
      await wire.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await wire.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 100_000 });
      await page.addInitScript(() => {
        globalThis.shifts = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const moved = entry.sources?.map((one) => one.node?.nodeName + '.' + (one.node?.className ?? '')).join(' ');
            if (!entry.hadRecentInput) globalThis.shifts.push({ value: entry.value, moved });
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await someone.go(path);
      await page.waitForLoadState('networkidle');
      const shifts = await page.evaluate(() => globalThis.shifts);
      const sum = shifts.reduce((total, one) => total + one.value, 0);
      t.diagnostic(`${path} at ${width} px: ${sum.toFixed(4)}`);
      assert.ok(sum < LARGEST_SHIFT, `${path} at ${width} px moves by ${sum}: ${JSON.stringify(shifts)}`);
      await someone.leave();
    }
  }
});
