// Courses that were written for no system of ours: brought in at the command line, published, taken and finished.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { assertAccessible } from '../support/axe.mjs';
import { openBrowser, person } from '../support/browser.mjs';
import { certificateInPage, completion, enrol, goOn } from '../support/learning.mjs';
import { signIn, signUp } from '../support/people.mjs';
import { root, startService } from '../support/server.mjs';

const samples = resolve(root, process.env.AULARI_SAMPLES ?? '../shared/samples');
const COURSES = [
  { file: 'courses/security-101-en.zip', lang: 'en', width: 1280, scheme: 'dark', licence: /CC0/ },
  { file: 'courses/swc-shell-novice-es.zip', lang: 'es', width: 360, scheme: 'light', licence: /CC|Creative Commons/ },
];
const administrator = { login: 'admin', password: 'tres paraules llargues' };

let service, browser;
before(async () => {
  [service, browser] = await Promise.all([startService(), openBrowser()]);
  const made = await service.command('person', 'create', '--role', 'administrator', '--name', 'Roser Camps', '--login',
    administrator.login, '--password', administrator.password, '--language', 'es');
  assert.equal(made.code, 0, made.err);
});
after(async () => {
  await browser?.close();
  await service?.stop();
});

for (const { file, lang, width, scheme, licence } of COURSES) {
  const path = join(samples, file);
  test(`${file} is imported, published, taken and finished`, { skip: existsSync(path) ? false : `NOT RUN: ${path} is missing; set AULARI_SAMPLES to the folder of sample courses` }, async () => {
    const imported = await service.command('import', '--json', path);
    assert.equal(imported.code, 0, imported.err);
    const told = JSON.parse(imported.out);
    const [{ slug, title, units }] = told.courses;
    assert.ok(units > 3 && told.problems.length + told.leftOut.length > 0, 'what is missing in it is reported');
    const codes = [...new Set(told.problems.map((one) => one.code))];

    const admin = await person(browser, service.base, { lang: 'es' });
    await signIn(admin, administrator);
    await admin.go('/admin/courses');
    let row = admin.page.getByRole('row').filter({ hasText: title });
    await row.waitFor();
    if (await row.getByRole('link', { name: admin.words.admin.mendFirst }).count()) {
      // Findings of an import are no walls: they are accepted by name.
      const accepted = await service.command('import', '--json', ...codes.flatMap((code) => ['--accept', code]), path);
      assert.equal(accepted.code, 0, accepted.err);
      await admin.go('/admin/courses');
      row = admin.page.getByRole('row').filter({ hasText: title });
    }
    await row.getByRole('button', { name: admin.words.admin.publish }).click();
    await admin.page.getByRole('dialog').getByRole('button', { name: admin.words.admin.publish, exact: true }).click();
    await admin.page.getByText(admin.words.admin.published(1)).waitFor();
    await admin.leave(/status of 401/);

    const someone = await person(browser, service.base, { lang, width, scheme });
    const { page, words } = someone;
    await signUp(someone);
    await someone.go(`/courses/${slug}`);
    const facts = await page.locator('aside').filter({ hasText: words.open.course.licence }).innerText();
    assert.match(facts, licence, 'the licence stands on the course page');
    assert.ok(facts.includes(words.open.course.readingOnly), 'and that the course has no check');
    await assertAccessible(page, `the page of ${slug}`);
    await enrol(someone, slug);
    for (let at = 1; ; at += 1) {
      const lesson = page.locator('#lesson');
      const text = await lesson.innerText();
      assert.ok(text.split(/\s+/).length > 20, `lesson ${at} is not empty: ${text}`);
      assert.doesNotMatch(await outsideCode(lesson), /\{%|\{\{|:::|^---$/m, `no raw tag in lesson ${at}`);
      const broken = await lesson.locator('img').evaluateAll((all) => all.filter((one) => one.complete && one.naturalWidth === 0).map((one) => one.src));
      assert.deepEqual(broken, [], `no picture is missing in lesson ${at}`);
      for (const link of await lesson.locator('a[data-unit]').all()) {
        const wanted = await link.getAttribute('data-unit');
        assert.ok(await page.locator(`nav a[href$="/${wanted}"]`).count(), `the link to ${wanted} leads to a lesson`);
      }
      const relative = await lesson.locator('.prose a:not([data-unit])').evaluateAll((all) => all.map((one) => one.getAttribute('href')).filter((href) => href && !/^(https?:|mailto:|#|tel:)/.test(href)));
      assert.deepEqual(relative, [], `no relative link is left in lesson ${at}`);
      if (at === 2) await assertAccessible(page, `a lesson of ${slug}`);
      if (!(await goOn(someone))) break;
      assert.ok(at <= units, 'the course comes to an end');
    }
    await completion(someone).waitFor();
    const code = await certificateInPage(someone);
    await someone.go(`/verify/${code}`);
    await page.getByRole('heading', { name: words.certificates.state.valid }).waitFor();
    await page.getByText(words.certificates.readingOnly).waitFor();
    assert.ok((await page.locator('main').innerText()).includes(title));
    await someone.leave(/status of 401/);
  });
}

/** The text without code, which may hold what would be a raw tag elsewhere. */
const outsideCode = (lesson) =>
  lesson.evaluate((element) => {
    const copy = element.cloneNode(true);
    for (const code of copy.querySelectorAll('pre, code')) code.remove();
    return copy.textContent;
  });
