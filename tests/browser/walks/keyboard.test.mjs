// The main jobs with real key presses alone: no mouse, no focus set from outside. After every step the focus is seen.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, person } from '../support/browser.mjs';
import { sampleCourse, sampleCourses } from '../support/course.mjs';
import { activate, answerByKeys, assertFocusSeen, named, press, tabTo, writeIn } from '../support/keyboard.mjs';
import { boxOf } from '../support/answers.mjs';
import { checkWords, completion, enrol, inUnit, resultOf, unitKey } from '../support/learning.mjs';
import { newcomer, signUp } from '../support/people.mjs';
import { startDemo } from '../support/server.mjs';

let demo, browser;
before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** Checks the answer that has just been given, by keys, and waits for what is said. */
async function checkByKeys(someone, question, said) {
  const { page, words } = someone;
  await tabTo(page, 'the check', (now) => now.block === question.id && named(checkWords(words))(now));
  await page.keyboard.press('Enter');
  await boxOf(page, question).getByText(said, { exact: true }).waitFor();
  await assertFocusSeen(page, `checking ${question.id}`);
}

async function quizByKeys(someone, unit) {
  const { page, words, lang } = someone;
  const { quiz } = words.learn;
  await activate(page, quiz.start);
  const legend = page.locator('#lesson fieldset legend');
  await legend.waitFor();
  for (;;) {
    await assertFocusSeen(page, 'a new question');
    const shown = await legend.innerText();
    const title = shown.split('\n').slice(1).join(' ').replace(/\s+/g, ' ').trim();
    const question = unit.questions.find((one) => one.title(lang) === title);
    assert.ok(question, title);
    await answerByKeys(someone, question, null);
    const last = (await page.getByRole('button', { name: quiz.next, exact: true }).count()) === 0;
    await activate(page, last ? quiz.submit : quiz.next);
    if (last) break;
    await page.waitForFunction((old) => document.querySelector('#lesson fieldset legend')?.innerText !== old, shown);
  }
  await page.getByRole('dialog', { name: quiz.confirmTitle }).waitFor();
  await assertFocusSeen(page, 'the question whether to hand in');
  await activate(page, quiz.submit);
  await resultOf(someone).waitFor();
  await assertFocusSeen(page, 'the result');
}

test('an account, a course, its lessons, its quiz and the certificate', async () => {
  const course = sampleCourse('find-work-online');
  const someone = await person(browser, demo.base, { lang: 'ca' });
  const { page, words } = someone;
  const account = newcomer();
  await someone.go('/');
  await press(page, 'Tab');
  assert.equal((await assertFocusSeen(page, 'the first Tab')).name, words.common.skip, 'the first stop leads to the content');
  await activate(page, words.common.catalogue);
  await page.waitForURL('**/courses');
  await page.getByRole('heading', { name: words.open.catalogue.title, level: 1 }).waitFor();
  await activate(page, course.title('ca'));
  await page.getByRole('heading', { name: course.title('ca'), level: 1 }).waitFor();
  await activate(page, words.open.course.enrol);
  await page.waitForURL('**/sign-up?**');
  await page.getByRole('heading', { name: words.account.signUpTitle }).waitFor();
  await writeIn(page, words.account.name, account.name);
  await writeIn(page, words.account.login, account.login);
  await writeIn(page, words.account.password, account.password);
  await page.keyboard.press('Enter');
  await inUnit(someone, course.units[0].key);
  await assertFocusSeen(page, 'the first lesson');

  for (;;) {
    const unit = course.unit(unitKey(page));
    if (unit.type === 'quiz') {
      await quizByKeys(someone, unit);
      if (await completion(someone).isVisible()) break;
    } else {
      for (const question of unit.questions) {
        await answerByKeys(someone, question);
        await checkByKeys(someone, question, question.kind === 'scale' ? words.learn.question.noted : words.learn.question.right);
      }
    }
    const last = unit === course.units.at(-1);
    await activate(page, last ? words.learn.player.finish : words.learn.player.next);
    if (last) break;
    await page.waitForURL((url) => !url.pathname.endsWith(unit.key));
    await page.locator('#lesson h1').waitFor();
    await assertFocusSeen(page, `going on from ${unit.key}`);
  }
  await completion(someone).waitFor();
  await page.getByText(words.learn.completion.certificateReady).waitFor();
  await assertFocusSeen(page, 'the end of the course');
  await activate(page, words.learn.completion.open);
  await page.getByRole('heading', { name: words.certificates.state.valid }).waitFor();
  await someone.leave(/status of 401/);
});

test('coming back: signing out, a mistyped password, signing in', async () => {
  const someone = await person(browser, demo.base, { lang: 'es', width: 360, height: 740 });
  const { page, words } = someone;
  const account = await signUp(someone);
  await someone.go('/profile');
  await activate(page, words.common.signOut);
  await page.waitForURL((url) => url.pathname === '/');
  await activate(page, words.common.signIn);
  await page.getByRole('heading', { name: words.account.signInTitle, level: 1 }).waitFor();
  await writeIn(page, words.account.login, account.login);
  await writeIn(page, words.account.password, 'not this one at all');
  await page.keyboard.press('Enter');
  await page.getByText(words.common.errors['wrong-login']).first().waitFor();
  await assertFocusSeen(page, 'a refused sign-in');
  await page.keyboard.press('Shift+Tab');
  await writeIn(page, words.account.password, account.password);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/my');
  await page.locator('h1').first().waitFor();
  await assertFocusSeen(page, 'signing in');
  await someone.leave(/status of 401/);
});

const KINDS = ['multiple', 'ordering', 'matching', 'categorise', 'gaps', 'hotspot', 'label', 'scale', 'numeric'];
for (const kind of KINDS) {
  test(`a question of the kind ${kind} can be answered by keys`, async () => {
    const someone = await person(browser, demo.base, { lang: 'en' });
    const { page, words } = someone;
    const { course, unit, question } = sampleCourses()
      .flatMap((one) => one.units.filter((each) => each.type === 'lesson' && !each.when).map((each) => ({ course: one, unit: each })))
      .flatMap((one) => one.unit.questions.map((each) => ({ ...one, question: each })))
      .find((one) => one.question.kind === kind && (kind !== 'gaps' || one.question.mode === 'dragged'));
    await signUp(someone);
    const enrolment = await enrol(someone, course.slug);
    await someone.go(`/learn/${enrolment}/${unit.key}`);
    await answerByKeys(someone, question);
    await checkByKeys(someone, question, kind === 'scale' ? words.learn.question.noted : words.learn.question.right);
    await someone.leave(/status of 401/);
  });
}

test('filters, the drawer of contents, cards, folded texts and the revocation can be worked by keys', async () => {
  const someone = await person(browser, demo.base, { lang: 'en', width: 360, height: 740 });
  const { page, words } = someone;
  await someone.go('/courses');
  await tabTo(page, 'the filters', (now) => now.tag === 'summary' && now.name.startsWith(words.open.catalogue.filters));
  await press(page, 'Enter');
  await tabTo(page, 'a filter', (now) => now.type === 'checkbox' && now.name.startsWith(words.common.kind.mooc));
  await press(page, 'Space');
  await page.waitForURL('**/courses?format=mooc');
  await page.getByRole('status').filter({ hasText: words.open.catalogue.found(2) }).waitFor();
  await assertFocusSeen(page, 'choosing a filter');

  await signUp(someone);
  const course = sampleCourse('first-loop-to-robot');
  await enrol(someone, course.slug);
  await activate(page, /^Contents/);
  const drawer = page.getByRole('dialog');
  await drawer.waitFor();
  await assertFocusSeen(page, 'the drawer');
  await press(page, 'Escape');
  await drawer.waitFor({ state: 'hidden' });
  const now = await assertFocusSeen(page, 'closing the drawer');
  assert.match(now.name, /^Contents/, 'the focus is back where it was');
  await someone.leave(/status of 401/);
});

test('an administrator revokes by keys, and may think better of it', async () => {
  const someone = await person(browser, demo.base, { lang: 'en' });
  const { page, words } = someone;
  await someone.go('/');
  await tabTo(page, 'the administrator', (now) => now.tag === 'button' && now.name.includes(words.open.demo.role.administrator));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/admin');
  await page.getByRole('heading', { name: words.admin.title, level: 1 }).waitFor();
  await assertFocusSeen(page, 'entering');
  await activate(page, words.admin.certificates);
  await page.getByRole('heading', { name: words.admin.certificates, level: 1 }).waitFor();
  await activate(page, new RegExp(`^${words.admin.revoke}`));
  const dialog = page.getByRole('dialog', { name: words.admin.revokeTitle });
  await dialog.waitFor();
  await assertFocusSeen(page, 'the question whether to revoke');
  await press(page, 'Escape');
  await dialog.waitFor({ state: 'hidden' });
  assert.ok((await assertFocusSeen(page, 'thinking better of it')).name.startsWith(words.admin.revoke));
  await press(page, 'Enter');
  await dialog.waitFor();
  await writeIn(page, words.admin.note, 'The name is not right.');
  await activate(page, words.admin.revoke);
  await page.getByText(words.admin.revoked, { exact: true }).waitFor();
  await assertFocusSeen(page, 'revoking');
  await someone.leave();
});
