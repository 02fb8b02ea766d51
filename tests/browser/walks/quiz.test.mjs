// Quizzes with their rules: draws from a pool, few tries, a clock, and reviews that come at once, later or never.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fillRight, fillWrong } from '../support/answers.mjs';
import { eventually, openBrowser, person } from '../support/browser.mjs';
import { firstWords, readCourse, sampleCourse } from '../support/course.mjs';
import { answerSitting, enrol, handIn, resultOf, startQuiz, takeQuiz } from '../support/learning.mjs';
import { signUp } from '../support/people.mjs';
import { startDemo } from '../support/server.mjs';

const knots = readCourse(join(import.meta.dirname, '../courses/three-knots'));
let demo, browser;
before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
  const imported = await demo.command('import', '--publish', knots.folder);
  assert.equal(imported.code, 0, imported.err);
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** A new learner before a unit of a course. */
async function learnerAt(course, unit, options) {
  const someone = await person(browser, demo.base, options);
  await signUp(someone);
  const enrolment = await enrol(someone, course.slug);
  await someone.go(`/learn/${enrolment}/${unit}`);
  return someone;
}
const wayOut = /status of 401/;

test('each wrong answer is explained after handing in, and the quiz can be tried again until it is passed', async () => {
  const course = sampleCourse('find-work-online');
  const unit = course.units.find((one) => one.type === 'quiz');
  const someone = await learnerAt(course, unit.key, { lang: 'ca', width: 360 });
  const { page, words } = someone;
  const drawn = await takeQuiz(someone, unit, async (box, question, lang) => {
    if (!(await fillWrong(box, question, lang))) await fillRight(box, question, lang);
  });
  const wanted = unit.pool.reduce((sum, pool) => sum + pool.draw, 0) + unit.questions.filter((one) => !one.pool).length;
  assert.equal(drawn.length, wanted, 'as many as the pool draws');
  assert.equal(new Set(drawn).size, wanted, 'none twice');
  await page.getByRole('heading', { name: words.learn.quiz.youDidNot }).waitFor();
  const rows = page.locator('#lesson ol > li');
  for (const question of drawn) {
    const row = rows.filter({ hasText: question.title('ca') });
    await row.getByText(words.learn.question.wrong, { exact: true }).or(row.getByText(/^En part/)).first().waitFor();
    const told = question.body('ca', 'explain') || question.body('ca', [question.correct].flat().map(String)[0]);
    assert.ok(told, `${question.id} is explained`);
  }
  const singles = drawn.filter((question) => question.kind === 'single');
  for (const question of singles) {
    const wrong = question.options.find((id) => id !== question.correct);
    await rows.filter({ hasText: question.title('ca') }).getByText(firstWords(question.body('ca', wrong))).first().waitFor();
  }
  await takeQuiz(someone, unit);
  await page.getByRole('heading', { name: words.learn.quiz.youPassed }).waitFor();
  await someone.leave(wayOut);
});

test('two people and two tries draw their own questions from a pool', async () => {
  const unit = knots.unit('against-the-clock');
  const draws = new Set();
  for (let people = 0; people < 4 && draws.size < 2; people += 1) {
    const someone = await learnerAt(knots, unit.key);
    await startQuiz(someone);
    const drawn = await answerSitting(someone, unit);
    assert.equal(drawn.length, 2);
    draws.add(drawn.map((one) => one.id).join());
    await someone.leave(wayOut);
  }
  assert.ok(draws.size > 1, 'not everybody gets the same questions');
});

test('when the time by the server’s clock is over, what was answered is handed in', async () => {
  const unit = knots.unit('against-the-clock');
  const someone = await learnerAt(knots, unit.key);
  const { page, words } = someone;
  const { quiz } = words.learn;
  await page.getByText(quiz.limit(words.common.minutesShort(5))).waitFor();
  await page.getByText(quiz.triesLeft(2)).waitFor();
  // The server's answers say that more time has gone by than really has.
  let ahead = 0;
  await someone.context.route('**/api/v1/me/**', async (route) => {
    const response = await route.fetch();
    const date = new Date(Date.now() + ahead).toUTCString();
    await route.fulfill({ response, headers: { ...response.headers(), date } });
  });
  await startQuiz(someone);
  await page.getByRole('timer').waitFor();
  const next = page.getByRole('button', { name: quiz.next, exact: true });
  const box = page.locator('#lesson fieldset');
  const shown = async () => {
    const legend = await box.locator('legend').innerText();
    return unit.questions.find((question) => legend.includes(question.title('en')));
  };
  ahead = (4 * 60 + 5) * 1000;
  await fillRight(box, await shown(), 'en');
  await page.getByRole('alert').filter({ hasText: quiz.timeWarning(words.common.minutesShort(1)) }).waitFor();
  await next.click();
  await box.locator('legend').filter({ hasText: quiz.question(2, 2) }).waitFor();
  ahead = (5 * 60 + 5) * 1000;
  await fillRight(box, await shown(), 'en');
  await resultOf(someone).waitFor();
  await page.getByRole('heading', { name: quiz.youPassed }).waitFor();
  await someone.leave(wayOut);
});

test('a review after the last try says nothing before it', async () => {
  const unit = knots.unit('against-the-clock');
  const someone = await learnerAt(knots, unit.key);
  const { page, words } = someone;
  const { quiz } = words.learn;
  const feedback = (question) => page.locator('#lesson').getByText(firstWords(question.body('en', String(!question.correct)))).first();
  const failed = await takeQuiz(someone, unit, fillWrong);
  await page.getByText(quiz.hiddenReview, { exact: true }).waitFor();
  await page.getByText(quiz.triesLeft(1), { exact: true }).waitFor();
  for (const question of failed) assert.equal(await feedback(question).count(), 0);
  const last = await takeQuiz(someone, unit, fillWrong);
  await page.getByText(quiz.noTries, { exact: true }).waitFor();
  for (const question of last) await feedback(question).waitFor();
  assert.equal(await page.getByRole('button', { name: quiz.again }).count(), 0);
  await page.reload();
  await page.getByText(quiz.noTries, { exact: true }).waitFor();
  assert.equal(await page.getByRole('button', { name: quiz.start, exact: true }).count(), 0);
  await someone.leave(wayOut);
});

test('a review after passing comes with the pass, and what waits for it opens', async () => {
  const unit = knots.unit('until-it-holds');
  const locked = knots.unit('the-last-knot');
  const someone = await learnerAt(knots, unit.key);
  const { page, words } = someone;
  const { quiz, player } = words.learn;
  const outline = page.getByRole('navigation', { name: player.contents }).filter({ visible: true });
  assert.equal(await outline.getByRole('link', { name: locked.title('en') }).count(), 0, 'not open yet');
  await outline.getByText(words.learn.reasons['after-unit']({ title: unit.title('en') })).waitFor();
  await takeQuiz(someone, unit, fillWrong);
  await page.getByText(quiz.hiddenReview, { exact: true }).waitFor();
  await takeQuiz(someone, unit);
  await page.getByRole('heading', { name: quiz.youPassed }).waitFor();
  for (const question of unit.questions) {
    await page.getByText(firstWords(question.body('en', String(question.correct)))).first().waitFor();
  }
  await outline.getByRole('link', { name: locked.title('en') }).click();
  await page.getByRole('heading', { name: locked.title('en'), level: 1 }).waitFor();
  await someone.leave(wayOut);
});

test('a quiz that never shows its answers never does', async () => {
  const unit = knots.unit('between-us');
  const someone = await learnerAt(knots, unit.key);
  const { page, words } = someone;
  await takeQuiz(someone, unit);
  await page.getByRole('heading', { name: words.learn.quiz.youPassed }).waitFor();
  const [question] = unit.questions;
  for (const option of ['true', 'false']) {
    assert.equal(await page.getByText(firstWords(question.body('en', option))).count(), 0);
  }
  await someone.leave(wayOut);
});

test('an interrupted sitting goes on with what was answered; handing in names what is missing', async () => {
  const course = sampleCourse('stop-check-decide');
  const unit = course.units.find((one) => one.type === 'quiz');
  const someone = await learnerAt(course, unit.key, { lang: 'es' });
  const { page, words } = someone;
  const { quiz } = words.learn;
  await startQuiz(someone);
  const [first] = unit.questions;
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/me/facts') && answer.request().postData().includes('answered'));
  await fillRight(page.locator('#lesson fieldset'), first, 'es');
  await kept;
  await page.reload();
  await page.getByRole('button', { name: quiz.goOn, exact: true }).click();
  const stepper = page.getByRole('button', { name: `${quiz.question(1, unit.questions.length)}, ${quiz.answered}` });
  await stepper.waitFor();
  await page.locator('#lesson').getByRole('button', { name: quiz.submit, exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: quiz.confirmTitle });
  await dialog.getByText(quiz.confirmMissing).waitFor();
  assert.equal(await dialog.getByRole('listitem').count(), unit.questions.length - 1);
  await dialog.getByRole('button', { name: /^2\. / }).click();
  await page.locator('#lesson fieldset legend').filter({ hasText: quiz.question(2, unit.questions.length) }).waitFor();
  await page.getByRole('button', { name: new RegExp(`^${quiz.question(1, unit.questions.length)}`) }).click();
  await answerSitting(someone, unit);
  await handIn(someone);
  await eventually('the quiz is passed', () => page.getByRole('heading', { name: quiz.youPassed }).isVisible());
  await someone.leave(wayOut);
});
