// What a learner does in a course, step by step, on the screen alone.
import assert from 'node:assert/strict';
import { boxOf, fillRight } from './answers.mjs';
import { placeOf } from './browser.mjs';

/** The key of the unit on the screen. */
export const unitKey = (page) => placeOf(page).split('/')[3];

/** Starts a course from its page, with one tap, and arrives in its first unit. */
export async function enrol(someone, slug) {
  const { page, words } = someone;
  await someone.go(`/courses/${slug}`);
  await page.getByRole('button', { name: words.open.course.enrol, exact: true }).click();
  await inUnit(someone);
  return placeOf(page).split('/')[2];
}

/** Waits until a unit stands on the screen. */
export async function inUnit(someone, key) {
  await someone.page.waitForURL((url) => {
    const [, learn, enrolment, unit] = url.pathname.split('/');
    return learn === 'learn' && Boolean(enrolment) && (key ? unit === key : Boolean(unit));
  });
  await someone.page.locator('#lesson h1').waitFor();
}

/** What the button under an answer says: a scale is noted and not checked. */
export const checkWords = (words) => new RegExp(`^(${words.learn.question.check}|${words.learn.question.note})$`);

/** Presses the button under an answer. */
export const check = (box, words) => box.getByRole('button', { name: checkWords(words) }).click();

/** Answers one question of a lesson rightly and waits for the verdict. */
export async function answerRightly(someone, question) {
  const { page, words, lang } = someone;
  const box = boxOf(page, question);
  await fillRight(box, question, lang);
  await check(box, words);
  const said = question.kind === 'scale' ? words.learn.question.noted : words.learn.question.right;
  await box.getByText(said, { exact: true }).waitFor();
}

/** Answers every question of the lesson on the screen that was not right before. */
export async function answerLesson(someone, unit) {
  for (const question of unit.questions) {
    const before = boxOf(someone.page, question).getByText(someone.words.learn.question.right, { exact: true });
    if (!(await before.isVisible())) await answerRightly(someone, question);
  }
}

/** The question of a sitting that is on the screen now. */
async function questionShown(page, unit, lang) {
  const legend = page.locator('#lesson fieldset legend');
  const words = (await legend.innerText()).split('\n').slice(1).join(' ').replace(/\s+/g, ' ').trim();
  const found = unit.questions.find((one) => one.title(lang) === words);
  assert.ok(found, `the question “${words}” stands in the course`);
  return found;
}

/** Begins a quiz, or another try. */
export async function startQuiz(someone) {
  const { quiz } = someone.words.learn;
  await someone.page
    .getByRole('button', { name: quiz.start, exact: true })
    .or(someone.page.getByRole('button', { name: quiz.again, exact: true }))
    .first()
    .click();
  await someone.page.locator('#lesson fieldset legend').waitFor();
}

/** Answers the questions of a sitting one after another; `fill` says how. Gives the questions that were drawn. */
export async function answerSitting(someone, unit, fill = fillRight) {
  const { page, words, lang } = someone;
  const drawn = [];
  for (;;) {
    const question = await questionShown(page, unit, lang);
    drawn.push(question);
    await fill(page.locator('#lesson fieldset'), question, lang);
    const next = page.getByRole('button', { name: words.learn.quiz.next, exact: true });
    if ((await next.count()) === 0) return drawn;
    const before = await page.locator('#lesson fieldset legend').innerText();
    await next.click();
    await page.waitForFunction(
      (old) => document.querySelector('#lesson fieldset legend')?.innerText !== old,
      before,
    );
  }
}

/** Hands a sitting in, with the question whether one is sure, and waits for the result. */
export async function handIn(someone) {
  const { page, words } = someone;
  const { quiz } = words.learn;
  await page.locator('#lesson').getByRole('button', { name: quiz.submit, exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: quiz.confirmTitle });
  await dialog.getByRole('button', { name: quiz.submit, exact: true }).click();
  await resultOf(someone).waitFor();
}

export const resultOf = (someone) => {
  const { quiz } = someone.words.learn;
  return someone.page
    .getByRole('heading', { name: quiz.youPassed, exact: true })
    .or(someone.page.getByRole('heading', { name: quiz.youDidNot, exact: true }));
};

/** A quiz from its rules to its result. */
export async function takeQuiz(someone, unit, fill = fillRight) {
  await startQuiz(someone);
  const drawn = await answerSitting(someone, unit, fill);
  await handIn(someone);
  return drawn;
}

export const completion = (someone) =>
  someone.page.getByRole('heading', { name: someone.words.learn.completion.title, exact: true });

/** The button that leads on: to the next unit, or to the end of the course. */
export const onward = (someone) => {
  const { player } = someone.words.learn;
  const bar = someone.page.getByRole('contentinfo').or(someone.page.locator('footer'));
  return bar
    .getByRole('button', { name: player.next, exact: true })
    .or(bar.getByRole('button', { name: player.finish, exact: true }))
    .first();
};

/** Goes on to the next unit; `false` when the course is finished instead. */
export async function goOn(someone) {
  const { page } = someone;
  const before = unitKey(page);
  await onward(someone).click();
  const moved = page.waitForURL((url) => url.pathname.split('/')[3] !== before).then(() => true);
  const ended = completion(someone).waitFor().then(() => false);
  const further = await Promise.race([moved, ended]);
  moved.catch(() => {});
  ended.catch(() => {});
  if (further) await page.locator('#lesson h1').waitFor();
  return further;
}

/** A whole course from where this person stands to its end, everything answered rightly. */
export async function finishCourse(someone, course, { beforeLast } = {}) {
  for (;;) {
    const unit = course.unit(unitKey(someone.page));
    assert.ok(unit, `${someone.page.url()} is a unit of ${course.slug}`);
    if (unit.key === course.units.at(-1).key) await beforeLast?.();
    if (unit.type === 'quiz') await takeQuiz(someone, unit);
    else await answerLesson(someone, unit);
    if (await completion(someone).isVisible()) return;
    if (!(await goOn(someone))) return;
  }
}

/** The certificate that stands in the page a moment after the course is finished; gives its number. */
export async function certificateInPage(someone) {
  const { page, words } = someone;
  const open = page.getByRole('link', { name: words.learn.completion.open, exact: true });
  await open.waitFor();
  return (await open.getAttribute('href')).split('/').pop();
}
