// Sessions with a date on a real installation: planned, found, booked, waited for, given back, joined, listed, called off.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible } from '../support/axe.mjs';
import { openBrowser, person } from '../support/browser.mjs';
import { sampleCourse } from '../support/course.mjs';
import { activate } from '../support/keyboard.mjs';
import { fillSignUp, newcomer, signIn, signUp } from '../support/people.mjs';
import { openSession } from '../support/screens.mjs';
import { startService } from '../support/server.mjs';

const ADMIN = { login: 'roser', password: 'tres paraules llargues' };
const course = sampleCourse('find-work-online');
const LINK = 'https://video.example/aula-7';

let service, browser;
before(async () => {
  [service, browser] = await Promise.all([startService(), openBrowser()]);
  const made = await service.command('person', 'create', '--role', 'administrator', '--name', 'Roser Camps Ibáñez',
    '--login', ADMIN.login, '--password', ADMIN.password, '--language', 'en');
  assert.equal(made.code, 0, made.err);
  const imported = await service.command('import', '--publish', course.folder);
  assert.equal(imported.code, 0, imported.err);
});
after(async () => {
  await browser?.close();
  await service?.stop();
});

const row = (page, text) => page.getByRole('row').filter({ hasText: text });

/** A time on five minutes, so many minutes from now, as the field for it takes it. */
function soon(minutes) {
  const at = new Date(Math.ceil((Date.now() + minutes * 60_000) / 300_000) * 300_000);
  const two = (value) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

async function administrator() {
  const someone = await person(browser, service.base, { lang: 'en' });
  await signIn(someone, ADMIN);
  await someone.go('/admin/sessions');
  return someone;
}

/** Plans a session with one place, in ten minutes. */
async function plan(admin, { room, link, minutes = 5 }) {
  const { page, words } = admin;
  const says = words.live.admin;
  await page.getByLabel(says.course, { exact: true }).selectOption({ label: course.title('en') });
  await page.getByLabel(says.starts, { exact: true }).fill(soon(minutes));
  if (room) await page.getByLabel(says.room, { exact: true }).selectOption({ label: `${room} (1)` });
  if (link) await page.getByLabel(says.link, { exact: true }).fill(link);
  await page.getByRole('button', { name: says.plan, exact: true }).click();
}

test('a session is planned, and what is not right is told at its field', async () => {
  const visitor = await person(browser, service.base, { lang: 'ca', width: 360, scheme: 'dark' });
  await visitor.go('/agenda');
  await visitor.page.getByText(visitor.words.live.none).waitFor();
  await assertAccessible(visitor.page, 'the empty agenda');

  const admin = await administrator();
  const { page, words } = admin;
  const says = words.live.admin;
  await page.getByText(says.none).waitFor();
  await page.getByRole('button', { name: says.plan, exact: true }).click();
  await page.getByRole('alert').getByText(says.errors['unknown-value']).waitFor();
  await plan(admin, {});
  await page.locator('#plan-room-error').getByText(says.errors['place-missing']).waitFor();
  await assertAccessible(page, 'a plan with what to mend');

  await page.getByLabel(says.name, { exact: true }).fill('Sala 1');
  await page.getByLabel(says.address, { exact: true }).fill('Carrer Nou, 15');
  await page.getByLabel(says.seats, { exact: true }).fill('1');
  await page.getByRole('button', { name: says.newRoom, exact: true }).click();
  await page.getByText(says.opened, { exact: true }).waitFor();
  await plan(admin, { room: 'Sala 1', link: LINK });
  await page.getByText(says.planned, { exact: true }).waitFor();
  await row(page, course.title('en')).getByText('0 / 1').waitFor();
  // The room is taken at that hour.
  await plan(admin, { room: 'Sala 1' });
  await page.getByText(words.common.errors['room-taken']).waitFor();
  await assertAccessible(page, 'the sessions');

  await visitor.page.reload();
  await visitor.page.getByRole('link', { name: course.title('ca'), exact: true }).waitFor();
  await visitor.page.getByText(visitor.words.live.free(1)).waitFor();
  await admin.leave(/status of 4(01|09|22)/);
  await visitor.leave(/status of 401/);
});

test('one takes the place, the next waits, gets it when it is given back, goes in, and is on the list', async () => {
  // Without an account: the agenda leads there and back.
  const first = await person(browser, service.base, { lang: 'ca', width: 360 });
  await openSession(first, course.slug);
  await first.page.getByRole('button', { name: first.words.live.book, exact: true }).click();
  await first.page.waitForURL('**/sign-up?**');
  await fillSignUp(first, newcomer());
  await first.page.waitForURL('**/agenda/*');
  await first.page.getByRole('button', { name: first.words.live.book, exact: true }).click();
  await first.page.getByText(first.words.live.booked, { exact: true }).waitFor();
  await assertAccessible(first.page, 'a session in which one has a place');

  const second = await person(browser, service.base, { lang: 'es', scheme: 'dark' });
  const account = await signUp(second, { ...newcomer(), name: 'Zahra Benali Font' });
  await openSession(second, course.slug);
  // By keys alone.
  await activate(second.page, second.words.live.wait);
  await second.page.getByText(second.words.live.onList, { exact: true }).waitFor();
  await assertAccessible(second.page, 'a session for which one waits');

  const admin = await administrator();
  const { page, words } = admin;
  await page.getByRole('link', { name: course.title('en'), exact: true }).click();
  await row(page, account.name).getByText(words.live.admin.states.waiting).waitFor();
  assert.equal(await row(page, account.name).getByRole('checkbox').count(), 0, 'whoever waits is not on the list yet');

  await first.page.getByRole('button', { name: first.words.live.release, exact: true }).click();
  await first.page.getByText(first.words.live.released, { exact: true }).waitFor();
  await second.go('/my');
  await second.page.getByText(second.words.live.booked, { exact: true }).waitFor();
  await assertAccessible(second.page, 'my learning with a session');
  await second.page.getByRole('link', { name: course.title('es'), exact: true }).first().click();
  await second.page.waitForURL('**/agenda/*');
  const calendar = second.page.getByRole('link', { name: second.words.live.calendar });
  const file = await (await second.context.request.get(service.base + (await calendar.getAttribute('href')))).text();
  assert.match(file, /^BEGIN:VCALENDAR[^]*DTSTART:\d{8}T\d{6}Z[^]*LOCATION:Sala 1\\, Carrer Nou\\, 15/);
  assert.ok(!file.includes('video.example') && !(await second.page.content()).includes('video.example'));
  await second.page.getByRole('button', { name: second.words.live.join, exact: true }).click();
  const open = second.page.getByRole('link', { name: second.words.live.openRoom });
  assert.equal(await open.getAttribute('href'), LINK);

  await page.reload();
  const line = row(page, account.name);
  assert.equal(await line.getByRole('checkbox').isChecked(), true, 'going in is noted');
  await line.getByRole('checkbox').uncheck();
  await page.reload();
  assert.equal(await row(page, account.name).getByRole('checkbox').isChecked(), false, 'the list has the last word');
  await row(page, account.name).getByRole('checkbox').check();
  await assertAccessible(page, 'the attendance list');

  await page.getByRole('button', { name: words.live.admin.callOff, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: words.live.admin.callOffTitle });
  await dialog.getByRole('button', { name: words.live.admin.callOff, exact: true }).click();
  await page.getByText(words.live.admin.calledOff, { exact: true }).waitFor();
  await second.page.reload();
  await second.page.getByText(second.words.live.cancelledHelp).waitFor();
  await first.go('/agenda');
  await first.page.getByText(first.words.live.none).waitFor();
  for (const someone of [admin, first, second]) await someone.leave(/status of 401/);
});
