// The first sixty seconds of a stranger who reads nothing and types nothing.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { boxOf, fillRight } from '../support/answers.mjs';
import { assertAccessible } from '../support/axe.mjs';
import { eventually, openBrowser, person, placeOf } from '../support/browser.mjs';
import { sampleCourse } from '../support/course.mjs';
import { check, inUnit, unitKey } from '../support/learning.mjs';
import { changeLanguage, enterAs } from '../support/people.mjs';
import { fetchPdf } from '../support/pdf.mjs';
import { startDemo } from '../support/server.mjs';

const ROLES = { learner: '/my', author: '/studio', administrator: '/admin' };
let demo, browser;
before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});
beforeEach(() => demo.reset());

test('the start page says one promise, offers a search and shows six covers that differ', async () => {
  for (const lang of ['ca', 'es', 'en']) {
    const someone = await person(browser, demo.base, { lang });
    const { page, words } = someone;
    await someone.go('/');
    assert.equal(await page.evaluate(() => document.documentElement.lang), lang, 'the browser’s language');
    assert.equal(await page.locator('h1').innerText(), words.open.home.promise);
    await page.getByRole('searchbox', { name: words.open.home.searchLabel }).waitFor();
    const covers = page.locator('main li article svg');
    await eventually('six covers', async () => (await covers.count()) === 6);
    const drawn = await covers.evaluateAll((all) => all.map((one) => one.outerHTML));
    assert.equal(new Set(drawn).size, 6, 'no cover is like another');
    await someone.leave();
  }
});

for (const [role, landing] of Object.entries(ROLES)) {
  test(`one tap enters as ${role}, and the card says who, where they stand and what to try`, async () => {
    const { people } = await demo.facts();
    const one = people.find((each) => each.role === role);
    const someone = await person(browser, demo.base, { lang: 'es' });
    await someone.go('/');
    const card = someone.page.getByRole('button').filter({ hasText: one.name });
    const said = await card.innerText();
    for (const words of [one.situation.es, one.task.es]) assert.ok(said.includes(words), `${said} says ${words}`);
    await card.click();
    await someone.page.waitForURL(`**${landing}`);
    await someone.page.locator('h1').waitFor();
    assert.equal(await someone.page.evaluate(() => document.documentElement.lang), 'es', 'the language stays');
    await someone.leave();
  });
}

test('the learner goes on in the middle of a lesson, answers, sees the points move and keeps the place in another language', async () => {
  const course = sampleCourse('stop-check-decide');
  const someone = await person(browser, demo.base, { lang: 'en' });
  const { page } = someone;
  await enterAs(someone, 'learner');
  const points = async () => {
    const { rewards } = someone.words.learn;
    const mine = page.getByRole('region', { name: rewards.title });
    return Number(/\d+/.exec(await mine.getByText(/^\d+ (points?|punts?)$/).first().innerText())[0]);
  };
  const before = await points();
  const go = page.getByRole('link', { name: 'Continue: 4 min left', exact: true });
  await go.click();
  await inUnit(someone);
  const unit = course.unit(unitKey(page));
  await page.getByText(someone.words.learn.player.resumed, { exact: true }).waitFor();
  assert.ok(await page.evaluate(() => scrollY > 200), 'the page stands in the middle of the lesson');

  const question = unit.questions[0];
  const box = boxOf(page, question);
  await fillRight(box, question, 'en');
  await check(box, someone.words);
  await box.getByText(someone.words.learn.question.right, { exact: true }).waitFor();
  const gained = Number(/\d+/.exec(await box.getByText(/^\+\d+ points?$/).innerText())[0]);
  assert.ok(gained > 0);
  await eventually('what was done is saved', () => page.getByText(someone.words.learn.player.saved, { exact: true }).isVisible());

  const place = placeOf(page);
  const top = () => box.evaluate((element) => element.getBoundingClientRect().top);
  const stood = await top();
  await changeLanguage(someone, 'ca');
  await box.getByText(question.title('ca'), { exact: false }).first().waitFor();
  assert.equal(placeOf(page), place, 'the same lesson');
  await eventually('the question stays under the eyes', async () => Math.abs((await top()) - stood) < 40);
  await box.getByText(someone.words.learn.question.right, { exact: true }).waitFor();

  await someone.go('/my');
  assert.equal(await points(), before + gained, 'the points have moved');
  await someone.leave();
});

test('on a telephone the place comes out from under the word that one is back', async () => {
  const someone = await person(browser, demo.base, { lang: 'es', width: 360, height: 740, scheme: 'dark' });
  const { page, words } = someone;
  await enterAs(someone, 'learner');
  await page.locator('a[href^="/learn/"]').first().click();
  await inUnit(someone);
  const said = page.getByRole('status').filter({ hasText: words.learn.player.resumed });
  await said.waitFor();
  await eventually('nothing of the question is covered', async () => {
    const under = await said.evaluate((element) => element.getBoundingClientRect().bottom);
    const top = await page.evaluate(() => document.activeElement.closest('[data-block]').getBoundingClientRect().top);
    return top >= under && top < under + 60;
  });
  await someone.leave();
});

test('the tour leads to everything it names, can be put away and brought back', async () => {
  const { certificates } = await demo.facts();
  const someone = await person(browser, demo.base, { lang: 'en' });
  const { page, words } = someone;
  const { tour } = words.open.demo;
  const step = async (name) => {
    await someone.go('/');
    await page.getByRole('button', { name: tour.steps[name], exact: true }).click();
  };
  for (const name of ['continue', 'answer', 'language']) {
    await step(name);
    await inUnit(someone);
  }
  await step('certificate');
  await page.waitForURL(`**/verify/${certificates.valid}`);
  await step('verify');
  await page.getByRole('heading', { name: words.certificates.state.valid }).waitFor();
  await step('revoked');
  await page.getByRole('heading', { name: words.certificates.state.revoked }).waitFor();

  await someone.go('/');
  await page.getByRole('button', { name: tour.hide }).click();
  await page.getByRole('heading', { name: tour.title }).waitFor({ state: 'detached' });
  assert.ok(await page.evaluate(() => document.activeElement !== document.body), 'the focus is not lost');
  await page.reload();
  await page.getByRole('button', { name: tour.show }).click();
  await page.getByRole('heading', { name: tour.title }).waitFor();
  await someone.leave();
});

test('the code on the printed certificate leads to its verification, which says valid and shows every field', async () => {
  const someone = await person(browser, demo.base, { lang: 'en' });
  const { page, words } = someone;
  await enterAs(someone, 'learner');
  await someone.go('/my/certificates');
  const pdf = await page.getByRole('link', { name: words.certificates.pdf }).first().getAttribute('href');
  const printed = await fetchPdf(someone, pdf);
  const { certificates } = await demo.facts();
  assert.equal(printed.code.split('?')[0], `${demo.base}/verify/${certificates.valid}`);
  const plain = (text) => text.normalize('NFC').replace(/\s+/g, ' ');
  assert.ok(/DEMOSTRACI|DEMONSTRA/i.test(printed.words), 'the paper says that it has no value');

  const employer = await person(browser, demo.base, { lang: 'en', width: 360, height: 740 });
  const answer = await employer.page.goto(printed.code);
  assert.equal(answer.status(), 200);
  await employer.page.getByRole('heading', { name: words.certificates.state.valid }).waitFor();
  const shown = plain(await employer.page.locator('main').innerText());
  const facts = await (await fetch(`${demo.base}/api/v1/certificates/${certificates.valid}`)).json();
  for (const field of [facts.holder, facts.course, facts.code, facts.issuer.name, ...facts.units]) {
    assert.ok(shown.includes(plain(field)), `the page shows ${field}`);
    assert.ok(plain(printed.words).replace(/[\s-]/g, '').includes(plain(field).replace(/[\s-]/g, '')), `the paper shows ${field}`);
  }
  assert.ok(shown.includes(words.certificates.demonstration), 'the page says that it has no value');
  await assertAccessible(employer.page, 'the verification');
  await employer.leave();
  await someone.leave();
});

test('an employer types the number and learns the truth: valid, revoked, or not ours', async () => {
  const { certificates } = await demo.facts();
  const employer = await person(browser, demo.base, { lang: 'ca' });
  const { page, words } = employer;
  const look = async (number) => {
    await employer.go('/');
    await page.getByRole('contentinfo').getByRole('link', { name: words.common.verify }).click();
    await page.getByLabel(words.certificates.number, { exact: true }).fill(number);
    await page.getByRole('button', { name: words.certificates.check, exact: true }).click();
    await page.waitForURL('**/verify/*');
    return page.locator('h1').innerText();
  };
  const typed = ` ${certificates.valid.toLowerCase().replaceAll('-', ' ')} `;
  await look(typed);
  await page.getByRole('heading', { name: words.certificates.state.valid }).waitFor();
  await look(certificates.revoked);
  await page.getByRole('heading', { name: words.certificates.state.revoked }).waitFor();
  await page.getByText(words.certificates.reason.error).waitFor();
  await look('7KQ4-W2MD-9XTE-PN5H-3VRA-C8YB-A');
  await page.getByRole('heading', { name: words.certificates.unknownTitle }).waitFor();
  await page.getByText(words.certificates.unknown).waitFor();
  await employer.leave(/status of 404/);
});

test('“start again” makes the demonstration as new for the next visitor', async () => {
  const someone = await person(browser, demo.base, { lang: 'en' });
  const { page, words } = someone;
  await enterAs(someone, 'learner');
  const { certificates } = await demo.facts();
  await someone.go('/');
  page.once('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: words.open.demo.reset }).click();
  await page.getByText(words.open.demo.resetDone, { exact: true }).waitFor();
  await page.getByRole('link', { name: words.common.signIn, exact: true }).waitFor();
  const fresh = await demo.facts();
  assert.notEqual(fresh.certificates.valid, certificates.valid, 'the certificates are new');
  await someone.go('/my');
  await page.waitForURL('**/sign-in?**');
  await enterAs(someone, 'learner');
  await page.getByRole('link', { name: /^Continue: \d+ min left$/ }).waitFor();
  await someone.leave(/status of 401/);
});
