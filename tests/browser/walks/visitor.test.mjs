// A visitor without an account: the catalogue, course pages, languages, what is not there.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually, openBrowser, person } from '../support/browser.mjs';
import { FILTERS, bandOf, fitting, nameOf, telling } from '../support/catalogue.mjs';
import { sampleCourse, sampleCourses } from '../support/course.mjs';
import { changeLanguage } from '../support/people.mjs';
import { startDemo } from '../support/server.mjs';

let demo, browser;
before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

const shown = (page) => page.locator('main article').getByRole('heading').allInnerTexts();
const titles = (courses, lang) => courses.map((course) => course.title(lang)).sort();
const shows = (page, courses, lang) =>
  eventually(`just ${titles(courses, lang).join('; ')}`, async () =>
    JSON.stringify((await shown(page)).sort()) === JSON.stringify(titles(courses, lang)));

for (const [at, filter] of FILTERS.entries()) {
  const lang = ['ca', 'es', 'en'][at % 3];
  const width = at % 2 ? 360 : 1280;
  test(`the filter ${filter} finds what the courses are, and the address keeps it (${lang}, ${width} px)`, async () => {
    const someone = await person(browser, demo.base, { lang, width });
    const { page, words } = someone;
    const { catalogue } = words.open;
    const value = telling(filter);
    const name = nameOf(words, filter, value);
    const drawer = page.locator('summary').filter({ hasText: catalogue.filters, visible: true });
    const box = () => page.getByRole('checkbox', { name }).filter({ visible: true });
    const unfold = async () => {
      if (width < 900) await drawer.click();
      const group = page.locator('details').filter({ has: page.locator('fieldset') }).locator('summary')
        .filter({ hasText: catalogue.facets[filter], visible: true }).last();
      if (!(await box().isVisible())) await group.click();
    };
    await someone.go('/courses');
    await shows(page, sampleCourses(), lang);
    await unfold();
    await box().check();
    const wanted = fitting(filter, value);
    await shows(page, wanted, lang);
    assert.equal(new URL(page.url()).searchParams.get(filter), value, 'the address keeps the filter');
    await page.getByRole('status').filter({ hasText: words.open.catalogue.found(wanted.length) }).waitFor();

    await page.reload();
    await shows(page, wanted, lang);
    await page.locator('main article').getByRole('link').first().click();
    await page.waitForURL('**/courses/*');
    await page.goBack();
    await shows(page, wanted, lang);
    await page.goBack();
    await shows(page, sampleCourses(), lang);
    assert.equal(new URL(page.url()).search, '');
    await someone.leave();
  });
}

test('filters together narrow, and can be taken away at once', async () => {
  const someone = await person(browser, demo.base, { lang: 'en' });
  const { page, words } = someone;
  await someone.go('/courses?format=instant&level=basic');
  const both = sampleCourses().filter((course) => course.kind === 'instant' && bandOf(course.level) === 'basic');
  await shows(page, both, 'en');
  await page.getByRole('button', { name: words.open.catalogue.clear }).click();
  await shows(page, sampleCourses(), 'en');
  await someone.leave();
});

test('words of title and of summary are found as one types, with or without accents', async () => {
  for (const [lang, slug] of [['ca', 'your-digital-rights'], ['es', 'stop-check-decide'], ['en', 'first-loop-to-robot']]) {
    const course = sampleCourse(slug);
    const someone = await person(browser, demo.base, { lang });
    const { page, words } = someone;
    const longest = (text) => text.split(/[^\p{L}]+/u).sort((a, b) => b.length - a.length)[0];
    const summary = await (await fetch(`${demo.base}/api/v1/courses/${slug}?lang=${lang}`)).json();
    for (const text of [course.title(lang), summary.summary]) {
      const word = longest(text);
      await someone.go('/courses');
      const field = page.getByRole('searchbox', { name: words.open.catalogue.search });
      await field.pressSequentially(word.normalize('NFD').replace(/\p{M}/gu, ''));
      await page.waitForURL('**/courses?q=*');
      await eventually(`“${word}” finds ${slug}`, async () => {
        const found = await shown(page);
        return found.length < 6 && found.includes(course.title(lang));
      });
      assert.ok(await field.evaluate((element) => element === document.activeElement), 'one can go on typing');
      await page.reload();
      await eventually('the words stay after a reload', async () =>
        (await field.inputValue()).length === word.length && (await shown(page)).includes(course.title(lang)));
    }
    await someone.leave();
  }
});

test('the search of the start page leads to the catalogue', async () => {
  const someone = await person(browser, demo.base, { lang: 'en', width: 360 });
  const { page, words } = someone;
  await someone.go('/');
  await page.getByRole('searchbox', { name: words.open.home.searchLabel }).fill('robot');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/courses?q=robot');
  await eventually('the course is found', async () =>
    (await shown(page)).includes(sampleCourse('first-loop-to-robot').title('en')));
  await someone.leave();
});

test('where nothing is found, the page says what to do and whom to call', async () => {
  const someone = await person(browser, demo.base, { lang: 'es' });
  const { page, words } = someone;
  const { helpNumber } = await (await fetch(`${demo.base}/api/v1/site`)).json();
  await someone.go('/courses?q=submarinismo');
  await page.getByText(words.open.catalogue.nothingSearch('submarinismo')).waitFor();
  await page.getByText(words.open.catalogue.nothingPhone(helpNumber)).waitFor();
  await page.getByRole('main').getByRole('link', { name: words.common.sector.safety }).click();
  await shows(page, fitting('sector', 'safety'), 'es');
  await someone.leave();
});

for (const [slug, lang] of [['first-loop-to-robot', 'ca'], ['shop-on-the-map', 'es'], ['ai-useful-wrong-or-neither', 'en']]) {
  test(`the page of ${slug} says what one will be able to do, how long it takes and what is inside`, async () => {
    const course = sampleCourse(slug);
    const someone = await person(browser, demo.base, { lang });
    const { page, words } = someone;
    await someone.go(`/courses/${slug}`);
    assert.equal(await page.locator('h1').innerText(), course.title(lang));
    const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
    const inside = [
      words.common.kind[course.kind],
      ...course.outcomes(lang),
      ...course.units.map((unit) => unit.title(lang)),
      words.common.band[bandOf(course.level)],
      course.licence,
      ...course.competence.map((one) => one.id),
    ];
    for (const line of inside) assert.ok(text.includes(line), `“${line}” stands on the page`);
    const hours = Math.floor(course.minutes / 60);
    const length = [hours ? words.common.hoursShort(hours) : '', course.minutes % 60 ? words.common.minutesShort(course.minutes % 60) : ''];
    assert.ok(text.includes(length.filter(Boolean).join(' ')), 'how long it takes');
    await page.getByRole('button', { name: words.open.course.enrol, exact: true }).waitFor();
    await someone.leave();
  });
}

test('what is not there is said with a way on, and is a 404 for machines too', async () => {
  for (const path of ['/courses/nothing-here', '/nothing/at/all']) {
    const someone = await person(browser, demo.base, { lang: 'ca' });
    const { page, words } = someone;
    const answer = await someone.go(path);
    assert.equal(answer.status(), 404);
    await page.getByRole('heading', { name: words.common.notFoundTitle }).waitFor();
    await page.getByRole('main').getByRole('link', { name: words.common.catalogue }).click();
    await page.getByRole('heading', { name: words.open.catalogue.title, level: 1 }).waitFor();
    await someone.leave(/status of 404/);
  }
});

test('the language is that of the address, else of the switch, else of the browser', async () => {
  const someone = await person(browser, demo.base, { lang: 'es' });
  const { page } = someone;
  const now = () => page.evaluate(() => document.documentElement.lang);
  const course = sampleCourse('shop-on-the-map');
  await someone.go('/courses/shop-on-the-map');
  assert.equal(await now(), 'es');
  await changeLanguage(someone, 'en');
  await page.getByRole('heading', { name: course.title('en'), level: 1 }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: course.title('en'), level: 1 }).waitFor();
  await someone.go('/courses/shop-on-the-map?lang=ca');
  assert.equal(await now(), 'ca');
  someone.reads('ca');
  await page.getByRole('heading', { name: course.title('ca'), level: 1 }).waitFor();
  await changeLanguage(someone, 'es');
  assert.equal(new URL(page.url()).searchParams.get('lang'), 'es', 'the address follows');
  await page.getByRole('heading', { name: course.title('es'), level: 1 }).waitFor();
  await someone.leave();
  const french = await person(browser, demo.base, { lang: 'en', locale: 'fr-FR' });
  await french.go('/');
  assert.ok(['ca', 'es', 'en'].includes(await french.page.evaluate(() => document.documentElement.lang)));
  await french.leave();
});
