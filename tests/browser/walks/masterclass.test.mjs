// A masterclass: its date and calendar file, then the replay with captions, chapters, transcript and speed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { eventually, openBrowser, person } from '../support/browser.mjs';
import { firstWords, sampleCourse } from '../support/course.mjs';
import { enrol } from '../support/learning.mjs';
import { changeLanguage, signUp } from '../support/people.mjs';
import { startDemo } from '../support/server.mjs';

const course = sampleCourse('ai-useful-wrong-or-neither');
const unit = course.units.find((one) => one.blocks.some((block) => block.type === 'video'));
const film = unit.blocks.find((block) => block.type === 'video');
let demo, browser;
before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** A calendar file's lines, folded ones joined again. */
const lines = (text) => text.replace(/\r\n[ \t]/g, '').split('\r\n');
/** The time of `20261203T170000Z`. */
const timeOf = (text) => Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

test('the course page tells when and where, and its calendar file says the same', async () => {
  for (const lang of ['ca', 'es', 'en']) {
    const someone = await person(browser, demo.base, { lang, width: 360 });
    const { page, words } = someone;
    await someone.go(`/courses/${course.slug}`);
    await page.getByRole('heading', { name: words.open.course.live }).waitFor();
    const room = await page.getByRole('link', { name: words.open.course.room }).getAttribute('href');
    assert.ok([course.live.link, `/api/v1/courses/${course.slug}/room`].includes(room), room);
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: words.open.course.calendar }).click();
    const event = lines(readFileSync(await (await waiting).path(), 'utf8'));
    const value = (name) => event.find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))?.replace(/^[^:]*:/, '');
    assert.equal(event[0], 'BEGIN:VCALENDAR');
    assert.equal(value('VERSION'), '2.0');
    assert.ok(value('UID') && value('DTSTAMP'), 'it can be told from others, and updated');
    assert.equal(timeOf(value('DTSTART')), Date.parse(course.live.starts));
    const end = value('DTEND') ? timeOf(value('DTEND')) : null;
    if (end) assert.equal(end - Date.parse(course.live.starts), course.live.minutes * 60_000);
    assert.ok(value('SUMMARY').replaceAll('\\', '').includes(course.title(lang)), `the title in ${lang}`);
    assert.ok(event.some((line) => line.includes(`/courses/${course.slug}`) || line.includes(course.live.link)), 'the way there');
    await someone.leave();
  }
});

test('the replay has captions in three languages, chapters that jump, a speed that stays and a transcript', async () => {
  const someone = await person(browser, demo.base, { lang: 'ca' });
  const { page, words } = someone;
  await signUp(someone);
  const enrolment = await enrol(someone, course.slug);
  await someone.go(`/learn/${enrolment}/${unit.key}`);
  const section = page.locator(`[data-block="${film.id}"]`);
  const video = section.locator('video');
  await video.scrollIntoViewIfNeeded();
  await eventually('the film is there', () => video.evaluate((element) => element.readyState >= 1));
  const seconds = await video.evaluate((element) => element.duration);
  assert.ok(Math.abs(seconds - film.seconds) <= 2 && seconds >= 12 * 60, `${seconds} s`);

  for (const lang of ['ca', 'es', 'en']) {
    const cues = await video.evaluate(async (element, wanted) => {
      const track = [...element.textTracks].find((one) => one.language === wanted);
      track.mode = 'hidden';
      const loaded = element.querySelector(`track[srclang=${wanted}]`);
      if (loaded.readyState < 2) await new Promise((done) => loaded.addEventListener('load', done));
      return [...track.cues].map((cue) => ({ from: cue.startTime, to: cue.endTime, words: cue.text }));
    }, lang);
    assert.ok(cues.length > 50 && cues.at(-1).to > film.seconds * 0.9, `captions in ${lang} go to the end`);
    assert.ok(cues.every((cue) => cue.to > cue.from && cue.words.trim()));
  }
  assert.equal(await video.evaluate((element) => element.querySelector('track[default]')?.srclang), 'ca', 'the reader’s language is on');

  const chapters = section.getByRole('button').filter({ hasText: /^\s*\d+:\d\d/ });
  assert.equal(await chapters.count(), film.chapters.length);
  assert.ok(film.chapters.length >= 5);
  const third = film.chapters[2];
  await chapters.nth(2).focus();
  await page.keyboard.press('Enter');
  await eventually('the film goes to the chapter', () => video.evaluate((element, at) => element.currentTime >= at && element.currentTime < at + 20, third.at));
  await eventually('and says which it is', async () => (await chapters.nth(2).getAttribute('aria-current')) !== null);
  await section.getByText(film.title('ca', third.id), { exact: false }).first().waitFor();

  await section.getByRole('combobox', { name: words.learn.blocks.speed }).selectOption({ label: '1,5×' });
  assert.equal(await video.evaluate((element) => element.playbackRate), 1.5);
  await chapters.nth(0).click();
  assert.equal(await video.evaluate((element) => element.playbackRate), 1.5, 'the speed stays');
  await video.evaluate((element) => element.pause());

  const transcript = section.locator('details').filter({ hasText: words.learn.blocks.transcript });
  await transcript.locator('summary').click();
  await transcript.getByText(firstWords(film.body('ca', 'transcript'))).first().waitFor();
  await section.getByText(words.learn.blocks.synthetic[film.synthetic]).waitFor();

  await changeLanguage(someone, 'en');
  await section.getByText(film.title('en', third.id), { exact: false }).first().waitFor();
  await someone.leave(/status of 401/);
});

test('the film goes on where it was left', async () => {
  const someone = await person(browser, demo.base, { lang: 'en' });
  const { page } = someone;
  await signUp(someone);
  const enrolment = await enrol(someone, course.slug);
  await someone.go(`/learn/${enrolment}/${unit.key}`);
  const video = page.locator(`[data-block="${film.id}"] video`);
  await eventually('the film is there', () => video.evaluate((element) => element.readyState >= 1));
  const told = page.waitForRequest((request) => request.url().endsWith('/me/facts') && /"seconds":30\d/.test(request.postData()));
  await video.evaluate(async (element) => {
    element.currentTime = 300;
    await element.play();
    await new Promise((done) => element.addEventListener('timeupdate', () => element.currentTime > 300.3 && done()));
    element.pause();
  });
  await told;
  await page.getByText(someone.words.learn.player.saved, { exact: true }).waitFor();
  await page.reload();
  const stands = () => video.evaluate((element) => Math.abs(element.currentTime - 300) < 5);
  await eventually('the film stands where it was left', stands);
  await page.getByText(someone.words.learn.blocks.goesOn('5:00'), { exact: true }).waitFor();
  await changeLanguage(someone, 'ca');
  await eventually('also in another language', stands);
  // Another device of the same person: nothing of this browser is left.
  await page.evaluate(() => localStorage.clear());
  await someone.go(`/learn/${enrolment}/${unit.key}`);
  await eventually('and without what this browser keeps', stands);
  // The switch at the top was this browser's; without it the account's language counts.
  someone.reads('en');
  await page.getByRole('button', { name: someone.words.learn.blocks.fromBeginning }).click();
  await eventually('it begins anew', () => video.evaluate((element) => element.currentTime < 20 && !element.paused));
  await someone.leave(/status of 401/);
});
