// A learner's way through a course, from an account without e-mail to the certificate.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { boxOf, fillRight, fillWrong } from '../support/answers.mjs';
import { eventually, openBrowser, person, placeOf } from '../support/browser.mjs';
import { firstWords, sampleCourse } from '../support/course.mjs';
import { answerLesson, answerRightly, certificateInPage, check, completion, enrol, finishCourse, goOn, inUnit, unitKey } from '../support/learning.mjs';
import { changeLanguage, fillSignUp, newcomer, signIn, signOut, signUp } from '../support/people.mjs';
import { fetchPdf } from '../support/pdf.mjs';
import { startDemo } from '../support/server.mjs';

let demo, browser;
before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

test('from the course page through the new account straight into the first lesson, and on to the certificate', async () => {
  const course = sampleCourse('find-work-online');
  const someone = await person(browser, demo.base, { lang: 'es', width: 360, height: 740 });
  const { page, words } = someone;
  const account = newcomer();
  await someone.go(`/courses/${course.slug}`);
  await page.getByRole('button', { name: words.open.course.enrol, exact: true }).click();
  await page.waitForURL('**/sign-up?**');
  await fillSignUp(someone, account);
  await inUnit(someone, course.units[0].key);

  await finishCourse(someone, course);
  await completion(someone).waitFor();
  const finished = Date.now();
  const code = await certificateInPage(someone);
  assert.ok(Date.now() - finished < 5000, 'the certificate comes while one still looks at the page');
  const next = page.getByRole('region', { name: words.learn.completion.title }).getByRole('link').filter({ hasNotText: /PDF|certifica/i });
  assert.match(await next.getAttribute('href'), /^\/courses\/(?!find-work-online)/);
  assert.ok((await page.getByRole('region', { name: words.learn.completion.title }).innerText()).includes(words.learn.completion.next));

  await page.getByRole('link', { name: words.learn.completion.open, exact: true }).click();
  await page.getByRole('heading', { name: words.certificates.state.valid }).waitFor();
  const sheet = await page.locator('main').innerText();
  for (const field of [account.name, course.title('es')]) assert.ok(sheet.includes(field), `${field} stands on it`);
  const printed = await fetchPdf(someone, `/api/v1/certificates/${code}/pdf`);
  assert.equal(printed.code.split('?')[0], `${demo.base}/verify/${code}`);
  await someone.go('/my');
  await page.getByRole('heading', { name: words.learn.my.finished }).waitFor();
  await someone.leave(/status of 401/);
});

test('whoever opens the certificate at once gets there, however slow the service is', async () => {
  const course = sampleCourse('find-work-online');
  const someone = await person(browser, demo.base, { lang: 'en' });
  const { page, words } = someone;
  await signUp(someone);
  await enrol(someone, course.slug);
  await finishCourse(someone, course, {
    beforeLast: async () => {
      const slow = (ms) => async (route) => {
        await new Promise((done) => setTimeout(done, ms));
        await route.continue().catch(() => undefined);
      };
      // The first look at the course comes late enough to bring the certificate; the second falls into the way to it.
      await page.route('**/api/v1/me/enrolments/*', slow(1200));
      await page.route('**/api/v1/certificates/*', slow(4000));
    },
  });
  await page.getByRole('link', { name: words.learn.completion.open, exact: true }).click();
  await page.getByRole('heading', { name: words.certificates.state.valid }).waitFor();
  await someone.leave(/status of 401/);
});

test('a form that cannot be taken says what to mend, at the field, and keeps what was typed', async () => {
  const someone = await person(browser, demo.base, { lang: 'ca' });
  const { page, words } = someone;
  const { errors } = words.account;
  const account = await signUp(someone);
  await signOut(someone);
  await someone.go('/sign-up');
  await page.getByRole('button', { name: words.common.signUp, exact: true }).click();
  const summary = page.getByRole('alert').filter({ hasText: words.account.summary });
  for (const line of [errors.nameMissing, errors.loginMissing, errors.passwordMissing]) await summary.getByText(line).waitFor();
  assert.ok(await summary.evaluate((element) => element === document.activeElement), 'the list takes the focus');
  await summary.getByRole('link', { name: errors.nameMissing }).click();
  assert.ok(await page.getByLabel(words.account.name, { exact: true }).evaluate((field) => field === document.activeElement));

  await fillSignUp(someone, account);
  await page.getByText(errors.loginTaken).first().waitFor();
  assert.equal(await page.getByLabel(words.account.name, { exact: true }).inputValue(), account.name, 'what was typed stays');
  await fillSignUp(someone, { ...newcomer(), password: '12345678' });
  await page.getByText(errors.passwordCommon).first().waitFor();
  await someone.go('/sign-in');
  await page.getByLabel(words.account.login, { exact: true }).fill(account.login.toUpperCase());
  await page.getByLabel(words.account.password, { exact: true }).fill('una altra cosa');
  await page.getByRole('main').getByRole('button', { name: words.common.signIn, exact: true }).click();
  await page.getByText(words.common.errors['wrong-login']).waitFor();
  await page.getByLabel(words.account.password, { exact: true }).fill(account.password);
  await page.getByRole('main').getByRole('button', { name: words.common.signIn, exact: true }).click();
  await page.waitForURL('**/my');
  await someone.leave(/status of 4(01|09|22)/);
});

test('another device goes on exactly where this one stopped, in the language of the person', async () => {
  const course = sampleCourse('stop-check-decide');
  const phone = await person(browser, demo.base, { lang: 'ca', width: 360, height: 740 });
  const account = await signUp(phone);
  await enrol(phone, course.slug);
  await answerLesson(phone, course.units[0]);
  await goOn(phone);
  const unit = course.unit(unitKey(phone.page));
  const far = unit.blocks[Math.floor(unit.blocks.length / 2)];
  const told = phone.page.waitForRequest((request) => request.url().endsWith('/me/facts') && request.postData().includes('progressed') && request.postData().includes(`"${far.id}"`));
  await phone.page.locator(`[data-block="${far.id}"]`).evaluate((element) => element.scrollIntoView());
  await told;
  await phone.page.getByText(phone.words.learn.player.saved, { exact: true }).waitFor();

  const library = await person(browser, demo.base, { lang: 'en' });
  await signIn(library, account);
  assert.equal(await library.page.evaluate(() => document.documentElement.lang), 'ca', 'the person’s language');
  library.reads('ca');
  await library.page.getByRole('link', { name: new RegExp(`^${library.words.learn.my.continue}`) }).first().click();
  await inUnit(library, unit.key);
  await library.page.getByText(library.words.learn.player.resumed).waitFor();
  const top = await library.page.locator(`[data-block="${far.id}"]`).evaluate((element) => element.getBoundingClientRect().top);
  assert.ok(top >= 0 && top < 300, `the block stands under the eyes, not at ${top}`);
  await phone.leave(/status of 401/);
  await library.leave(/status of 401/);
});

test('a change of language in mid-lesson keeps the place, the answers and what was judged', async () => {
  const course = sampleCourse('stop-check-decide');
  const unit = course.units.find((one) => one.type === 'lesson' && one.questions.filter((q) => q.kind !== 'ordering').length > 1);
  const [first, second] = unit.questions.filter((question) => question.kind !== 'ordering');
  const someone = await person(browser, demo.base, { lang: 'en' });
  const { page } = someone;
  await signUp(someone);
  const enrolment = await enrol(someone, course.slug);
  await someone.go(`/learn/${enrolment}/${unit.key}`);
  await answerRightly(someone, first);
  await fillRight(boxOf(page, second), second, 'en');
  const given = () => boxOf(page, second).locator('input, select').evaluateAll((all) => all.map((one) => (one.type === 'radio' || one.type === 'checkbox' ? one.checked : one.value)).join());
  const before = await given();
  for (const lang of ['es', 'ca']) {
    await changeLanguage(someone, lang);
    await boxOf(page, second).getByText(second.title(lang)).first().waitFor();
    assert.equal(unitKey(page), unit.key);
    assert.equal(await given(), before, 'what was filled in stays');
    await boxOf(page, first).getByText(someone.words.learn.question.right, { exact: true }).waitFor();
    assert.equal(await page.locator('h1').innerText(), unit.title(lang));
  }
  await page.reload();
  await page.locator('#lesson h1').waitFor();
  assert.equal(await given(), before, 'and it stays after a reload');
  await someone.leave(/status of 401/);
});

test('“I have what I needed” closes without blame, keeps everything and can be undone', async () => {
  const course = sampleCourse('stop-check-decide');
  for (const width of [360, 1280]) {
    const someone = await person(browser, demo.base, { lang: 'en', width });
    const { page, words } = someone;
    const { player } = words.learn;
    await signUp(someone);
    await enrol(someone, course.slug);
    await answerRightly(someone, course.units[0].questions[0]);
    if (width < 900) await page.getByRole('button', { name: player.position(1, course.units.length) }).click();
    await page.locator('summary').filter({ hasText: player.needed, visible: true }).click();
    await page.getByRole('button', { name: player.needed, exact: true }).filter({ visible: true }).click();
    await page.getByText(player.closedHelp).waitFor();
    await someone.go('/my');
    await page.getByRole('heading', { name: words.learn.my.closed }).waitFor();
    await page.getByRole('link', { name: new RegExp(words.learn.my.openAgain) }).click();
    await inUnit(someone);
    await page.getByRole('main').getByRole('button', { name: player.openAgain }).click();
    await page.getByText(player.closedHelp).waitFor({ state: 'detached' });
    await boxOf(page, course.units[0].questions[0]).getByText(words.learn.question.right, { exact: true }).waitFor();
    await someone.leave(/status of 401/);
  }
});

test('points, levels and badges go away whole, and come back', async () => {
  const course = sampleCourse('stop-check-decide');
  const someone = await person(browser, demo.base, { lang: 'es' });
  const { page, words } = someone;
  await signUp(someone);
  await enrol(someone, course.slug);
  const [first, second] = course.units[0].questions;
  await answerRightly(someone, first);
  const gained = boxOf(page, first).getByText(/^\+\d+ puntos?$/);
  await gained.waitFor();
  await someone.go('/my');
  await page.getByRole('region', { name: words.learn.rewards.title }).getByRole('link', { name: words.learn.rewards.off }).click();
  await page.waitForURL('**/profile#rewards');
  await page.getByRole('switch', { name: words.account.rewardsOn }).uncheck();
  await page.getByText(words.account.saved, { exact: true }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await someone.go('/my');
  assert.equal(await page.getByText(/punto|nivel|insignia/i).count(), 0, 'nothing of it is left');
  await page.getByRole('link', { name: new RegExp(`^${words.learn.my.continue}`) }).first().click();
  await inUnit(someone);
  const unit = course.unit(unitKey(page));
  const question = unit.questions.find((one) => one !== first) ?? second;
  await answerRightly(someone, question);
  assert.equal(await boxOf(page, question).getByText(/^\+\d+ puntos?$/).count(), 0);
  await someone.go('/profile');
  await page.getByRole('switch', { name: words.account.rewardsOn }).check();
  await page.getByText(words.account.saved, { exact: true }).waitFor();
  await someone.go('/my');
  await page.getByRole('region', { name: words.learn.rewards.title }).waitFor();
  await someone.leave(/status of 401/);
});

test('what is missing at the end is said, with the way there', async () => {
  const course = sampleCourse('find-work-online');
  const someone = await person(browser, demo.base, { lang: 'en' });
  const { page, words } = someone;
  await signUp(someone);
  const enrolment = await enrol(someone, course.slug);
  await someone.go(`/learn/${enrolment}/${course.units.at(-1).key}`);
  await page.locator('footer').getByRole('button', { name: words.learn.player.finish, exact: true }).click();
  const notice = page.getByRole('alert').filter({ hasText: words.learn.player.missingTitle });
  await notice.waitFor();
  await notice.getByRole('link', { name: words.learn.player.goTo(course.units[0].title('en')) }).click();
  await inUnit(someone, course.units[0].key);
  const question = course.units[0].questions[0];
  const box = boxOf(page, question);
  const given = await fillWrong(box, question, 'en');
  await check(box, words);
  await box.getByText(firstWords(question.body('en', given.told ?? 'explain'))).first().waitFor();
  await eventually('it is saved', () => page.getByText(words.learn.player.saved, { exact: true }).isVisible());
  assert.equal(placeOf(page), `/learn/${enrolment}/${course.units[0].key}`);
  await someone.leave(/status of 401/);
});
