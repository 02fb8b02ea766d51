// An administrator of a real installation: made at the command line, publishes, sees who learns, revokes.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { boxOf } from '../support/answers.mjs';
import { assertAccessible } from '../support/axe.mjs';
import { eventually, openBrowser, person } from '../support/browser.mjs';
import { readCourse, sampleCourse } from '../support/course.mjs';
import { answerRightly, certificateInPage, enrol, finishCourse } from '../support/learning.mjs';
import { newcomer, signIn, signUp } from '../support/people.mjs';
import { startService } from '../support/server.mjs';

const ADMIN = { login: 'roser', password: 'tres paraules llargues' };
const knots = readCourse(join(import.meta.dirname, '../courses/three-knots'));

let service, browser;
before(async () => {
  [service, browser] = await Promise.all([startService(), openBrowser()]);
  const made = await service.command('person', 'create', '--role', 'administrator', '--name', 'Roser Camps Ibáñez',
    '--login', ADMIN.login, '--password', ADMIN.password, '--language', 'en');
  assert.equal(made.code, 0, made.err);
});
after(async () => {
  await browser?.close();
  await service?.stop();
});

async function administrator() {
  const someone = await person(browser, service.base, { lang: 'en' });
  await signIn(someone, ADMIN);
  await someone.page.getByRole('link', { name: someone.words.common.administration, exact: true }).click();
  await someone.page.getByRole('heading', { name: someone.words.admin.title, level: 1 }).waitFor();
  return someone;
}
const row = (page, text) => page.getByRole('row').filter({ hasText: text });

test('on a real installation nobody can enter as somebody', async () => {
  const someone = await person(browser, service.base, { lang: 'en' });
  const { page, words } = someone;
  await someone.go('/');
  assert.equal(await page.getByText(words.open.demo.title).count(), 0);
  assert.equal(await page.getByText(words.common.demoBar).count(), 0);
  for (const [method, path] of [['get', '/demo'], ['post', '/demo/entry'], ['post', '/demo/reset']]) {
    const answer = await someone.context.request[method](`${service.base}/api/v1${path}`, {
      headers: { origin: service.base },
      ...(method === 'post' ? { data: { role: 'administrator' } } : {}),
    });
    assert.equal(answer.status(), 404, `${method} ${path}`);
  }
  await someone.leave(/status of 40[14]/);
});

test('a draft is published, learned, finished; its certificate is seen, revoked, and told the truth about at once', async () => {
  const course = sampleCourse('find-work-online');
  const imported = await service.command('import', '--json', course.folder);
  assert.equal(imported.code, 0, imported.err);

  const admin = await administrator();
  const { page, words } = admin;
  await page.getByRole('navigation', { name: words.admin.title }).getByRole('link', { name: words.admin.courses, exact: true }).click();
  await row(page, course.title('en')).getByRole('button', { name: words.admin.publish }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.admin.publish, exact: true }).click();
  await page.getByText(words.admin.published(1), { exact: true }).waitFor();
  await row(page, course.title('en')).getByRole('button', { name: words.admin.publish }).waitFor({ state: 'detached' });

  const learner = await person(browser, service.base, { lang: 'ca', width: 360 });
  const account = await signUp(learner, { ...newcomer(), name: 'Zahra Benali Font' });
  await enrol(learner, course.slug);
  await answerRightly(learner, course.units[0].questions[0]);

  await page.getByRole('navigation', { name: words.admin.title }).getByRole('link', { name: words.admin.enrolments, exact: true }).click();
  await row(page, account.name).getByText(words.admin.states.active).waitFor();
  await finishCourse(learner, course);
  const code = await certificateInPage(learner);
  assert.equal(await learner.page.getByText(learner.words.certificates.demonstration).count(), 0);

  await page.getByRole('searchbox', { name: words.admin.search }).fill('benali');
  await page.getByRole('button', { name: words.admin.filter, exact: true }).click();
  await page.waitForURL('**/admin/enrolments?*q=benali*');
  await row(page, account.name).getByText('100').waitFor();
  await row(page, account.name).getByText(words.admin.states.completed).waitFor();
  assert.ok(await row(page, account.login).count(), 'the user name tells namesakes apart');

  await page.getByRole('navigation', { name: words.admin.title }).getByRole('link', { name: words.admin.certificates, exact: true }).click();
  await row(page, code).getByRole('button', { name: words.admin.revoke }).click();
  const dialog = page.getByRole('dialog', { name: words.admin.revokeTitle });
  await dialog.getByText(account.name).waitFor();
  await dialog.getByLabel(words.admin.reason).selectOption({ label: words.admin.reasons.fraud });
  await dialog.getByRole('button', { name: words.admin.revoke, exact: true }).click();
  await dialog.getByText(words.admin.noteMissing).waitFor();

  const employer = await person(browser, service.base, { lang: 'es' });
  await employer.go(`/verify/${code}`);
  await employer.page.getByRole('heading', { name: employer.words.certificates.state.valid }).waitFor();
  await dialog.getByLabel(words.admin.note).fill('Somebody else sat the test.');
  await dialog.getByRole('button', { name: words.admin.revoke, exact: true }).click();
  await page.getByText(words.admin.revoked, { exact: true }).waitFor();
  await row(page, code).getByText(words.admin.certificateStates.revoked).waitFor();

  await employer.page.reload();
  await employer.page.getByRole('heading', { name: employer.words.certificates.state.revoked }).waitFor();
  const told = await employer.page.locator('main').innerText();
  assert.ok(told.includes(employer.words.certificates.reason.fraud), 'the class of reason is told');
  assert.ok(!told.includes('Somebody else sat the test'), 'the note is not');
  assert.ok(!told.includes(employer.words.certificates.demonstration));

  await learner.go('/my/certificates');
  await learner.page.getByText(learner.words.certificates.state.revoked).waitFor();
  await page.getByRole('combobox', { name: words.admin.state }).selectOption({ label: words.admin.certificateStates.valid });
  await page.getByRole('button', { name: words.admin.filter, exact: true }).click();
  await eventually('the filter leaves the revoked one out', async () => (await row(page, code).count()) === 0);
  for (const someone of [admin, learner, employer]) await someone.leave(/status of 401/);
});

test('a wrong name is replaced: the old number says so and leads to the one that counts', async () => {
  const course = sampleCourse('find-work-online');
  const learner = await person(browser, service.base, { lang: 'es', width: 360 });
  await signUp(learner, { ...newcomer(), name: 'Ines Wrong' });
  await enrol(learner, course.slug);
  await finishCourse(learner, course);
  const old = await certificateInPage(learner);

  const admin = await administrator();
  const { page, words } = admin;
  await admin.go('/admin/certificates');
  await row(page, old).getByRole('button', { name: words.admin.replace }).click();
  const dialog = page.getByRole('dialog', { name: words.admin.replaceTitle });
  await dialog.getByRole('button', { name: words.admin.replace, exact: true }).click();
  await dialog.getByText(words.admin.evidenceMissing).waitFor();
  await dialog.getByLabel(words.admin.evidence).fill('Identity card seen at the desk');
  await dialog.getByRole('button', { name: words.admin.replace, exact: true }).click();
  await dialog.getByText(words.common.errors['name-unchanged']).waitFor();

  await learner.go('/profile');
  await learner.page.getByLabel(learner.words.account.name, { exact: true }).fill('Inés Ferrer Right');
  await learner.page.getByRole('button', { name: learner.words.account.save, exact: true }).click();
  await learner.page.getByText(learner.words.account.saved, { exact: true }).waitFor();

  const employer = await person(browser, service.base, { lang: 'ca' });
  await employer.go(`/verify/${old}`);
  await employer.page.getByRole('heading', { name: employer.words.certificates.state.valid }).waitFor();
  await dialog.getByRole('button', { name: words.admin.replace, exact: true }).click();
  await page.getByText(words.admin.replaced, { exact: true }).waitFor();
  await row(page, old).getByText(words.admin.certificateStates.replaced, { exact: true }).waitFor();

  await employer.page.reload();
  await employer.page.getByRole('heading', { name: employer.words.certificates.state.replaced }).waitFor();
  assert.ok((await employer.page.locator('main').innerText()).includes('Ines Wrong'), 'what was printed stays as it was');
  await employer.page.getByRole('link', { name: employer.words.certificates.seeNew }).click();
  await employer.page.getByRole('heading', { name: employer.words.certificates.state.valid }).waitFor();
  const told = await employer.page.locator('main').innerText();
  assert.ok(told.includes('Inés Ferrer Right') && !told.includes('Identity card'), 'the new name, and nothing of its proof');
  await admin.leave(/status of 4(01|09)/);
  for (const someone of [learner, employer]) await someone.leave(/status of 401/);
});

test('whoever had what they needed is counted apart, and may think better of it', async () => {
  const course = sampleCourse('find-work-online');
  const learner = await person(browser, service.base, { lang: 'ca' });
  const account = await signUp(learner, { ...newcomer(), name: 'Omar Prou Soler' });
  await enrol(learner, course.slug);
  const { player } = learner.words.learn;
  const needed = () => learner.page.locator('summary:visible', { hasText: player.needed });
  await needed().click();
  await learner.page.getByRole('button', { name: player.needed, exact: true }).click();
  await learner.page.getByText(player.closedTitle).first().waitFor();

  const admin = await administrator();
  const { page, words } = admin;
  const figure = (name) => page.locator('.card').filter({ hasText: words.admin.figures[name][0] }).locator('dd.numbers');
  const shows = (name, count) =>
    eventually(`${count} in ${name}`, async () => (await figure(name).innerText()).trim() === String(count));
  await shows('closed', 1);
  await shows('stopped', 0);
  await figure('closed').getByRole('link').click();
  await row(page, account.name).getByText(words.admin.states.closed, { exact: true }).waitFor();

  await learner.page.getByRole('button', { name: player.openAgain, exact: true }).first().click();
  await needed().waitFor();
  await admin.go('/admin');
  await shows('closed', 0);
  for (const someone of [admin, learner]) await someone.leave(/status of 401/);
});

test('a corrected word goes out as harmless and reaches those in the middle; a changed key is refused as such', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aulari-knots-'));
  const change = (file, from, to) => {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    assert.ok(text.includes(from), `${file} has “${from}”`);
    writeFileSync(path, text.replaceAll(from, to));
  };
  try {
    cpSync(knots.folder, folder, { recursive: true });
    assert.equal((await service.command('import', '--publish', folder)).code, 0);
    const learner = await person(browser, service.base, { lang: 'en' });
    await signUp(learner);
    await enrol(learner, knots.slug);
    await answerRightly(learner, knots.units[0].questions[0]);

    const admin = await administrator();
    const { page, words } = admin;
    const publishAs = async (harmless) => {
      await admin.go('/admin/courses');
      await row(page, 'knots').getByRole('button', { name: words.admin.publish }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('checkbox', { name: words.admin.harmless }).setChecked(harmless);
      await dialog.getByRole('button', { name: words.admin.publish, exact: true }).click();
      return dialog;
    };
    change('01-knots/01-the-bowline/unit.en.md', 'round the tree', 'round the trunk of the tree');
    assert.equal((await service.command('import', folder)).code, 0);
    await publishAs(true);
    await page.getByText(words.admin.published(2), { exact: true }).waitFor();
    await learner.page.reload();
    await learner.page.getByText('round the trunk of the tree').waitFor();
    await boxOf(learner.page, knots.units[0].questions[0]).getByText(words.learn.question.right, { exact: true }).waitFor();

    change('01-knots/04-between-us/unit.toml', 'correct = true', 'correct = false');
    assert.equal((await service.command('import', folder)).code, 0);
    const dialog = await publishAs(true);
    await dialog.getByText(words.common.errors['harmless-refused']).waitFor();
    await dialog.getByRole('checkbox', { name: words.admin.harmless }).uncheck();
    await dialog.getByRole('button', { name: words.admin.publish, exact: true }).click();
    await page.getByText(words.admin.published(3), { exact: true }).waitFor();
    await learner.page.reload();
    await boxOf(learner.page, knots.units[0].questions[0]).getByText(words.learn.question.right, { exact: true }).waitFor();

    // Whoever is in the middle stays on their version, is told what changes, and moves when they want to.
    const { newer } = words.learn;
    await learner.page.getByRole('button', { name: newer.see, exact: true }).click();
    const offer = learner.page.getByRole('dialog', { name: newer.title });
    await offer.getByText(newer.changed, { exact: true }).waitFor();
    await assertAccessible(learner.page, 'what changes in the newer version');
    await offer.getByRole('button', { name: newer.stay, exact: true }).click();
    await learner.page.reload();
    await learner.page.getByRole('button', { name: newer.see, exact: true }).click();
    await offer.getByRole('button', { name: newer.move, exact: true }).click();
    await learner.page.getByText(newer.moved, { exact: true }).filter({ visible: true }).waitFor();
    assert.equal(await learner.page.getByRole('button', { name: newer.see, exact: true }).count(), 0);
    await learner.page.reload();
    await boxOf(learner.page, knots.units[0].questions[0]).getByText(words.learn.question.right, { exact: true }).waitFor();
    await admin.leave(/status of 4(01|09|22)/);
    await learner.leave(/status of 401/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('without an issuer certificates wait, the administrator is told, and the learner loses nothing', async () => {
  const bare = await startService({ AULARI_ORGANISATION__LEGAL_NAME: undefined, AULARI_ORGANISATION__TAX_NUMBER: undefined });
  try {
    const course = sampleCourse('find-work-online');
    assert.equal((await bare.command('import', '--publish', course.folder)).code, 0);
    const made = await bare.command('person', 'create', '--role', 'administrator', '--name', 'Roser Camps', '--login', ADMIN.login,
      '--password', ADMIN.password, '--language', 'en');
    assert.equal(made.code, 0, made.err);
    const learner = await person(browser, bare.base, { lang: 'en' });
    await signUp(learner);
    await enrol(learner, course.slug);
    await finishCourse(learner, course);
    await learner.page.getByText(learner.words.learn.completion.certificateWaits).waitFor();
    const admin = await person(browser, bare.base, { lang: 'en' });
    await signIn(admin, ADMIN);
    await admin.go('/admin');
    await admin.page.getByText(admin.words.admin.waiting(1), { exact: true }).waitFor();
    await admin.page.getByText(admin.words.admin.waitingHelp).waitFor();
    await learner.leave(/status of 401/);
    await admin.leave(/status of 401/);
  } finally {
    await bare.stop();
  }
});
