// An author: their courses, what the check found and where, the preview; and a course brought in that needs mending.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { boxOf, fillRight, fillWrong } from '../support/answers.mjs';
import { assertAccessible, assertNoSideways } from '../support/axe.mjs';
import { openBrowser, person } from '../support/browser.mjs';
import { firstWords, readCourse, sampleCourse, sampleCourses } from '../support/course.mjs';
import { check } from '../support/learning.mjs';
import { changeLanguage, enterAs, signIn } from '../support/people.mjs';
import { samples, startDemo, startService } from '../support/server.mjs';

let demo, browser;
before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

test('the author sees their own courses, clean and published', async () => {
  const someone = await person(browser, demo.base, { lang: 'ca' });
  const { page, words } = someone;
  await enterAs(someone, 'author');
  await page.waitForURL('**/studio');
  for (const course of sampleCourses()) {
    const row = page.getByRole('row').filter({ hasText: course.title('ca') });
    await row.getByText(words.studio.clean).waitFor();
  }
  await assertAccessible(page, 'the studio');
  await page.goto(`${demo.base}/admin`);
  await page.getByText(words.common.errors.forbidden).waitFor();
  await someone.leave(/status of 403/);
});

test('another author sees none of them, and is told how a course comes in', async () => {
  const made = await demo.command('person', 'create', '--role', 'author', '--name', 'Wei Moreno', '--login', 'wei.moreno',
    '--password', 'tres paraules llargues', '--language', 'es');
  assert.equal(made.code, 0, made.err);
  const someone = await person(browser, demo.base, { lang: 'es' });
  const { page, words } = someone;
  await signIn(someone, { login: 'wei.moreno', password: 'tres paraules llargues' });
  await page.getByRole('link', { name: words.common.studio, exact: true }).click();
  await page.getByText(words.studio.emptyHelp).waitFor();
  await page.goto(`${demo.base}/studio/courses/stop-check-decide`);
  await page.getByRole('heading', { name: words.common.notFoundTitle }).or(page.getByText(words.common.errors.forbidden)).waitFor();
  await someone.leave(/status of 40[134]/);
});

test('the preview shows the course as learners see it, in each language and on a narrow screen, and keeps nothing', async () => {
  const course = sampleCourse('shop-on-the-map');
  const unit = course.units.find((one) => one.questions.some((question) => question.kind === 'single'));
  const question = unit.questions.find((one) => one.kind === 'single');
  for (const width of [1280, 360]) {
    const someone = await person(browser, demo.base, { lang: 'en', width });
    const { page } = someone;
    await enterAs(someone, 'author');
    await someone.go(`/studio/courses/${course.slug}`);
    await page.getByRole('link', { name: unit.title('en'), exact: true }).click();
    await page.waitForURL(`**/preview/*/${unit.key}`);
    for (const lang of ['en', 'es', 'ca']) {
      if (lang !== 'en') await changeLanguage(someone, lang);
      await page.getByRole('heading', { name: unit.title(lang), level: 1 }).waitFor();
      await page.getByText(someone.words.studio.previewNote).waitFor();
      const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
      for (const block of unit.blocks.filter((one) => one.title(lang) && one.type !== 'flashcards')) {
        assert.ok(text.includes(block.title(lang)), `“${block.title(lang)}” is there`);
      }
      await assertNoSideways(page, `the preview in ${lang} at ${width} px`);
    }
    const box = boxOf(page, question);
    const given = await fillWrong(box, question, 'ca');
    await check(box, someone.words);
    await box.getByText(firstWords(question.body('ca', given.told))).first().waitFor();
    await fillRight(box, question, 'ca');
    await check(box, someone.words);
    await box.getByText(someone.words.learn.question.right, { exact: true }).waitFor();
    await page.reload();
    await box.getByRole('button', { name: someone.words.learn.question.check }).waitFor();
    assert.equal(await box.getByText(someone.words.learn.question.right, { exact: true }).count(), 0, 'nothing was saved');
    const mine = await (await someone.context.request.get(`${demo.base}/api/v1/me/enrolments`)).json();
    assert.deepEqual((mine.items ?? mine).map((one) => one.slug), []);
    await someone.leave();
  }
});

test('a course that needs mending comes in, says what, where and how, and cannot be published', async () => {
  const service = await startService();
  try {
    for (const role of ['author', 'administrator']) {
      const made = await service.command('person', 'create', '--role', role, '--name', 'Marta Diop', '--login', `marta-${role}`,
        '--password', 'tres paraules llargues', '--language', 'en');
      assert.equal(made.code, 0, made.err);
    }
    const folder = join(samples, 'broken', 'bare-feedback');
    const imported = await service.command('import', '--json', folder);
    assert.ok([0, 1].includes(imported.code), imported.err);
    const { courses: [{ slug }], problems } = JSON.parse(imported.out);
    assert.ok(problems.length > 0);
    const someone = await person(browser, service.base, { lang: 'en' });
    const { page, words } = someone;
    await signIn(someone, { login: 'marta-administrator', password: 'tres paraules llargues' });
    await someone.go('/admin/courses');
    await page.getByRole('link', { name: words.admin.mendFirst }).click();
    await page.waitForURL(`**/studio/courses/${slug}`);
    await page.getByRole('heading', { name: new RegExp(words.studio.groupBlocks) }).waitFor();
    const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
    for (const problem of problems) {
      assert.ok(text.includes(problem.message.replace(/\s+/g, ' ')), `“${problem.message}” is said`);
      assert.ok(text.includes(problem.code), problem.code);
    }
    const course = readCourse(folder);
    assert.ok(text.includes('unit.'), 'the file is named');
    assert.match(text, /line \d+/, 'and the line');
    await assertAccessible(page, 'the findings');
    await someone.go('/courses');
    assert.ok(!(await page.locator('main').innerText()).includes(course.title(course.languages[0])), 'nobody else sees it');
    await someone.leave(/status of 401/);
  } finally {
    await service.stop();
  }
});

test('an author brings a course in with the browser, sees what to fix, and is told when an archive cannot become one', async () => {
  const service = await startService();
  const folder = mkdtempSync(join(tmpdir(), 'aulari-upload-'));
  try {
    const account = { login: 'wei.moreno', password: 'tres paraules llargues' };
    const made = await service.command('person', 'create', '--role', 'author', '--name', 'Wei Moreno', '--login', account.login,
      '--password', account.password, '--language', 'ca');
    assert.equal(made.code, 0, made.err);
    const course = sampleCourse('find-work-online');
    const archive = join(folder, 'find-work-online.zip');
    const exported = await demo.command('export', course.slug, archive, '--as', 'zip');
    assert.equal(exported.code, 0, exported.err);
    const broken = join(folder, 'broken.zip');
    writeFileSync(broken, 'this is no archive');

    const someone = await person(browser, service.base, { lang: 'ca', width: 360 });
    const { page, words } = someone;
    const says = words.studio.upload;
    await signIn(someone, account);
    await someone.go('/studio');
    await page.getByText(words.studio.emptyHelp).waitFor();
    const send = () => page.getByRole('button', { name: says.send, exact: true }).click();
    await send();
    await page.getByText(says.choose).waitFor();
    await page.getByLabel(says.file, { exact: true }).setInputFiles(broken);
    await send();
    await page.getByText(says.refused).waitFor();
    await assertAccessible(page, 'an archive that is refused');
    await page.getByLabel(says.file, { exact: true }).setInputFiles(archive);
    await send();
    await page.getByText(says.came(course.title(course.languages[0])), { exact: true }).waitFor();
    assert.equal(await page.getByText(says.refused).count(), 0);
    await page.getByRole('row').filter({ hasText: course.title('ca') }).getByText(words.studio.clean).waitFor();
    await assertAccessible(page, 'a course that came in');
    await send();
    await page.getByText(says.same(course.title(course.languages[0])), { exact: true }).waitFor();
    await page.getByRole('link', { name: says.open, exact: true }).click();
    await page.waitForURL(`**/studio/courses/${course.slug}`);
    await page.getByText(words.studio.allClear).waitFor();
    await someone.leave(/status of 4(01|22)/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await service.stop();
  }
});
