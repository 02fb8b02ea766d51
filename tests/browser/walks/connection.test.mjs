// When the connection goes away, or the session ends, nothing that a learner did is lost or counted twice.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { boxOf, fillRight } from '../support/answers.mjs';
import { eventually, openBrowser, person } from '../support/browser.mjs';
import { sampleCourse } from '../support/course.mjs';
import { check, enrol, inUnit } from '../support/learning.mjs';
import { fillSignUp, newcomer, signOut, signUp } from '../support/people.mjs';
import { startDemo } from '../support/server.mjs';

const course = sampleCourse('stop-check-decide');
const [unit] = course.units;
const provoked = [/status of 401/, /ERR_INTERNET_DISCONNECTED/, /ERR_FAILED/, /ERR_CONNECTION/];
let demo, browser;
before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** Counts how often each answer reached the server, and under which id. */
function countAnswers(page) {
  const sent = [];
  page.on('requestfinished', (request) => {
    if (!request.url().endsWith('/api/v1/me/facts')) return;
    sent.push(...JSON.parse(request.postData()).facts.filter((fact) => fact.kind === 'answered').map((fact) => fact.id));
  });
  return sent;
}

async function learner(options) {
  const someone = await person(browser, demo.base, options);
  const account = await signUp(someone);
  await enrol(someone, course.slug);
  return { someone, account, page: someone.page, words: someone.words };
}
const points = async (someone) => {
  const answer = await someone.context.request.get(`${demo.base}/api/v1/me/rewards`);
  return (await answer.json()).points;
};

for (const [lang, width] of [['ca', 360], ['es', 1280]]) {
  test(`an answer given without a connection waits, says so, and is sent once (${lang}, ${width} px)`, async () => {
    const { someone, page, words } = await learner({ lang, width });
    const [question] = unit.questions;
    const box = boxOf(page, question);
    await eventually('all is saved', () => page.getByText(words.learn.player.saved, { exact: true }).isVisible());
    const before = await points(someone);
    const sent = countAnswers(page);
    await someone.context.setOffline(true);
    await fillRight(box, question, lang);
    await check(box, words);
    await box.getByText(words.learn.question.waits, { exact: true }).waitFor();
    const waiting = page.getByRole('status').filter({ hasText: /\d/ }).filter({ hasText: /espera|esperen|esperan|⏳/ });
    await waiting.waitFor();
    assert.deepEqual(sent, []);
    await someone.context.setOffline(false);
    await box.getByText(words.learn.question.right, { exact: true }).waitFor();
    await eventually('it is saved', () => page.getByText(words.learn.player.saved, { exact: true }).isVisible());
    assert.equal(sent.length, 1, 'sent once');
    const once = await points(someone);
    assert.ok(once > before, 'it counted');
    await page.reload();
    await box.getByText(words.learn.question.right, { exact: true }).waitFor();
    assert.equal(await points(someone), once, 'and counted once');
    await someone.leave(...provoked);
  });
}

test('an answer survives that the page is closed before the connection comes back', async () => {
  const { someone, page, words } = await learner({ lang: 'en' });
  const [question] = unit.questions;
  await eventually('all is saved', () => page.getByText(words.learn.player.saved, { exact: true }).isVisible());
  // Only the interface is cut off, so that the page itself can be opened again.
  await someone.context.route('**/api/v1/me/facts', (route) => route.abort());
  await fillRight(boxOf(page, question), question, 'en');
  await check(boxOf(page, question), words);
  await page.getByText(words.learn.player.waiting(1), { exact: true }).waitFor();
  const address = page.url();
  await page.close();
  await someone.context.unroute('**/api/v1/me/facts');
  const later = await someone.context.newPage();
  await later.goto(address);
  await later.locator('#lesson h1').waitFor();
  await eventually('it is saved', () => later.getByText(words.learn.player.saved, { exact: true }).isVisible());
  await later.reload();
  await boxOf(later, question).getByText(words.learn.question.right, { exact: true }).waitFor();
  await someone.leave(...provoked);
});

test('an answer cut off between the server and the page is not counted twice', async () => {
  const { someone, page, words } = await learner({ lang: 'en' });
  const [question] = unit.questions;
  await eventually('all is saved', () => page.getByText(words.learn.player.saved, { exact: true }).isVisible());
  let cut = 0;
  await someone.context.route('**/api/v1/me/facts', async (route) => {
    if (cut > 0 || !route.request().postData().includes('answered')) return route.continue();
    cut += 1;
    await route.fetch();
    await route.abort();
  });
  await fillRight(boxOf(page, question), question, 'en');
  await check(boxOf(page, question), words);
  await boxOf(page, question).getByText(words.learn.question.right, { exact: true }).waitFor();
  assert.equal(cut, 1, 'the first answer of the server was lost on its way');
  const rewards = await (await someone.context.request.get(`${demo.base}/api/v1/me/rewards`)).json();
  const gained = Number(/\d+/.exec(await boxOf(page, question).getByText(/^\+\d+ points?$/).innerText())[0]);
  await page.reload();
  await boxOf(page, question).getByText(words.learn.question.right, { exact: true }).waitFor();
  const again = await (await someone.context.request.get(`${demo.base}/api/v1/me/rewards`)).json();
  assert.equal(again.points, rewards.points);
  assert.ok(gained > 0);
  await someone.leave(...provoked);
});

test('what is half filled in survives a reload', async () => {
  const { someone, page, words } = await learner({ lang: 'en' });
  const lesson = course.units.find((one) => one.questions.some((question) => question.kind === 'text') && one.type === 'lesson');
  const question = lesson.questions.find((one) => one.kind === 'text');
  await someone.go(`${new URL(page.url()).pathname.split('/').slice(0, 3).join('/')}/${lesson.key}`);
  await boxOf(page, question).getByRole('textbox').fill('half a wo');
  await page.reload();
  assert.equal(await boxOf(page, question).getByRole('textbox').inputValue(), 'half a wo');
  await boxOf(page, question).getByRole('button', { name: words.learn.question.check }).waitFor();
  await someone.leave(...provoked);
});

test('when the session has ended, the answer waits until one has signed in again, and arrives at its place', async () => {
  const { someone, account, page, words } = await learner({ lang: 'en' });
  const [question] = unit.questions;
  await eventually('all is saved', () => page.getByText(words.learn.player.saved, { exact: true }).isVisible());
  await someone.context.clearCookies();
  await fillRight(boxOf(page, question), question, 'en');
  await check(boxOf(page, question), words);
  await page.getByRole('link', { name: words.learn.player.signInAgain }).click();
  await page.getByLabel(words.account.login, { exact: true }).fill(account.login);
  await page.getByLabel(words.account.password, { exact: true }).fill(account.password);
  await page.getByRole('main').getByRole('button', { name: words.common.signIn, exact: true }).click();
  await inUnit(someone, unit.key);
  await eventually('it is saved', () => page.getByText(words.learn.player.saved, { exact: true }).isVisible());
  await page.reload();
  await boxOf(page, question).getByText(words.learn.question.right, { exact: true }).waitFor();
  await someone.leave(...provoked);
});

test('what was typed to create an account survives a reload, but for the password, and is forgotten once it is sent', async () => {
  const someone = await person(browser, demo.base, { lang: 'ca' });
  const { page, words } = someone;
  const account = newcomer();
  await someone.go('/sign-up');
  const field = (name) => page.getByLabel(words.account[name], { exact: true });
  for (const name of ['name', 'login', 'password']) await field(name).fill(account[name]);
  await page.reload();
  await eventually('the name is there again', async () => (await field('name').inputValue()) === account.name);
  assert.equal(await field('login').inputValue(), account.login);
  assert.equal(await field('password').inputValue(), '');
  await fillSignUp(someone, account);
  await page.waitForURL('**/courses');
  await signOut(someone);
  await someone.go('/sign-up');
  assert.equal(await field('name').inputValue(), '');
  const drafts = await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('aulari.draft.')));
  assert.deepEqual(drafts, []);
  await someone.leave(/status of 401/);
});
