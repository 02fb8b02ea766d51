// What every public page keeps: what machines read first, where help stands, and reading without heavy parts.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, person } from '../support/browser.mjs';
import { sampleCourse } from '../support/course.mjs';
import { enrol } from '../support/learning.mjs';
import { enterAs, signUp } from '../support/people.mjs';
import { startDemo } from '../support/server.mjs';
import { LANGUAGES } from '../support/words.mjs';

let demo, browser;
before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');

for (const lang of LANGUAGES) {
  test(`metadata stands above any script that runs (${lang})`, async () => {
    const course = sampleCourse('ai-useful-wrong-or-neither');
    const html = await (await fetch(`${demo.base}/courses/${course.slug}?lang=${lang}`)).text();
    const runs = html.search(/<script(?![^>]*type="application\/(ld\+)?json")/);
    assert.ok(runs > 0, 'the page has scripts at all');
    const head = html.slice(0, runs);
    assert.match(head, new RegExp(`<html lang="${lang}"`));
    assert.ok(head.includes(`<title>${escaped(course.title(lang))}`), 'the title');
    const address = `${demo.base}/courses/${course.slug}`;
    assert.ok(head.includes(`<link rel="canonical" href="${address}?lang=${lang}">`), 'the canonical address');
    for (const other of LANGUAGES) {
      assert.ok(head.includes(`hreflang="${other}" href="${address}?lang=${other}"`), `the address in ${other}`);
    }
    assert.match(head, /<meta name="description" content="[^"]{20,}">/);
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(head)[1]);
    assert.equal(data['@type'], 'Course');
    assert.equal(data.name, course.title(lang));
    assert.deepEqual(data.teaches, course.outcomes(lang));
    assert.equal(data.subjectOf['@type'], 'EducationEvent');
    assert.equal(Date.parse(data.subjectOf.startDate), Date.parse(course.live.starts));
    for (const path of ['/', '/courses']) {
      const other = await (await fetch(`${demo.base}${path}?lang=${lang}`)).text();
      assert.match(other.slice(0, other.indexOf('<script')), new RegExp(`<html lang="${lang}".*<title>.+</title>.*rel="canonical"`, 's'));
    }
  });
}

test('the help number stands at the same place on every page', async () => {
  const { certificates } = await demo.facts();
  for (const width of [360, 1280]) {
    const someone = await person(browser, demo.base, { lang: 'en', width });
    const { page } = someone;
    await enterAs(someone, 'administrator');
    const places = new Map();
    for (const path of ['/', '/courses', '/courses/stop-check-decide', '/verify', `/verify/${certificates.valid}`, '/accessibility',
      '/privacy', '/my', '/my/certificates', '/profile', '/studio', '/studio/courses/stop-check-decide', '/admin', '/admin/courses',
      '/admin/enrolments', '/admin/certificates', '/admin/sessions', '/agenda', '/sign-in', '/sign-up']) {
      await someone.go(path);
      const help = page.locator('a[href^="tel:"]').filter({ visible: true });
      assert.equal(await help.count(), 1, `${path} shows the number once`);
      const place = await help.evaluate((element) => {
        const box = element.getBoundingClientRect();
        const foot = document.querySelector('footer').getBoundingClientRect();
        const round = Math.round;
        return [round(box.left), round(box.top - foot.top), round(box.width), round(box.height)].join(' ');
      });
      places.set(place, [...(places.get(place) ?? []), path]);
    }
    assert.equal(places.size, 1, `one place at ${width} px: ${JSON.stringify([...places])}`);
    await someone.leave();
  }
});

test('in lessons and quizzes too, help stands at one place of the window', async () => {
  for (const width of [360, 1280]) {
    const someone = await person(browser, demo.base, { lang: 'en', width });
    const { page } = someone;
    await signUp(someone);
    const enrolment = await enrol(someone, 'stop-check-decide');
    const places = new Set();
    for (const unit of sampleCourse('stop-check-decide').units) {
      await someone.go(`/learn/${enrolment}/${unit.key}`);
      const box = await page.locator('footer a[href^="tel:"]').filter({ visible: true }).boundingBox();
      places.add([box.x, box.y, box.width].map(Math.round).join(' '));
    }
    assert.equal(places.size, 1, `${[...places]} at ${width} px`);
    await someone.leave();
  }
});

test('a course and its lesson can be read while pictures, fonts, sound and film do not arrive', async () => {
  const course = sampleCourse('stop-check-decide');
  const someone = await person(browser, demo.base, { lang: 'es' });
  await someone.context.route(/\/media\/|\.woff2/, (route) => route.abort());
  await signUp(someone);
  await enrol(someone, course.slug);
  for (const unit of course.units.filter((one) => one.type === 'lesson')) {
    await someone.go(placeOfUnit(someone, unit.key));
    const text = await someone.page.locator('#lesson').innerText();
    for (const block of unit.blocks.filter((one) => one.type !== 'image' && one.title('es'))) {
      assert.ok(text.replace(/\s+/g, ' ').includes(block.title('es')), `“${block.title('es')}” can be read`);
    }
  }
  await someone.leave(/ERR_FAILED/);
});
const placeOfUnit = (someone, unit) => `${new URL(someone.page.url()).pathname.split('/').slice(0, 3).join('/')}/${unit}`;

test('without scripts the page says so in the three languages and keeps its description', async () => {
  const someone = await person(browser, demo.base, { lang: 'en', javaScriptEnabled: false });
  await someone.page.goto(`${demo.base}/courses/stop-check-decide`);
  const note = someone.page.locator('noscript p');
  assert.ok((await note.boundingBox()).height > 10, 'it is seen');
  assert.equal((await note.textContent()).match(/JavaScript/g).length, 3);
  assert.ok((await someone.page.title()).startsWith(sampleCourse('stop-check-decide').title('en')));
  await someone.leave();
});

test('every answer carries the strict policy, and no page is meant to be cached for the next person', async () => {
  const someone = await person(browser, demo.base);
  await enterAs(someone, 'learner');
  for (const path of ['/', '/my', '/api/v1/me/enrolments', '/nothing', '/api/v1/nothing']) {
    const answer = await someone.context.request.get(demo.base + path);
    const { 'content-security-policy': policy, 'x-content-type-options': sniff } = answer.headers();
    assert.ok(policy && !policy.includes('unsafe-inline') && policy.includes("frame-ancestors 'none'"), `policy of ${path}`);
    assert.equal(sniff, 'nosniff', path);
    if (path.startsWith('/api/v1/me')) assert.match(answer.headers()['cache-control'], /no-store/);
  }
  await someone.leave();
});
