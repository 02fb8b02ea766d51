// Every kind of question and every kind of block, as the sample courses have them: a wrong answer is explained, a right one counts.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { boxOf, fillRight, fillWrong } from '../support/answers.mjs';
import { openBrowser, person } from '../support/browser.mjs';
import { firstWords, readCourse, sampleCourses } from '../support/course.mjs';
import { answerRightly, check, enrol } from '../support/learning.mjs';
import { signUp } from '../support/people.mjs';
import { startDemo } from '../support/server.mjs';
import { join } from 'node:path';

const BLOCKS = ['text', 'callout', 'image', 'infographic', 'video', 'audio', 'accordion', 'steps', 'flashcards', 'practice', 'download'];
const KINDS = ['single', 'multiple', 'truefalse', 'text', 'numeric', 'ordering', 'matching', 'categorise', 'gaps typed', 'gaps chosen',
  'gaps dragged', 'hotspot', 'label', 'scale'];
const LANGS = ['ca', 'es', 'en'];

const lessons = sampleCourses().flatMap((course) =>
  course.units.filter((unit) => unit.type === 'lesson' && !unit.when).map((unit) => ({ course, unit })));
const kindOf = (question) => [question.kind, question.kind === 'gaps' ? question.mode : ''].filter(Boolean).join(' ');

let demo, browser;
before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

for (const [at, kind] of KINDS.entries()) {
  const lang = LANGS[at % 3];
  const width = at % 2 ? 360 : 1280;
  test(`a question of the kind ${kind}, answered wrongly, is explained; answered rightly, it counts (${lang}, ${width} px)`, async () => {
    const found = lessons
      .flatMap(({ course, unit }) => unit.questions.map((question) => ({ course, unit, question })))
      .filter(({ question }) => kindOf(question) === kind)
      .sort((a, b) => (b.question.tries === 0 || !b.question.tries) - (a.question.tries === 0 || !a.question.tries))[0];
    assert.ok(found, `a lesson of the sample courses has a question of the kind ${kind}`);
    const { course, unit, question } = found;
    const someone = await person(browser, demo.base, { lang, width });
    const { page, words } = someone;
    await signUp(someone);
    const enrolment = await enrol(someone, course.slug);
    await someone.go(`/learn/${enrolment}/${unit.key}`);
    const box = boxOf(page, question);
    await box.getByText(question.title(lang), { exact: true }).waitFor();

    const given = await fillWrong(box, question, lang);
    if (given) {
      await check(box, words);
      const wrong = box.getByText(words.learn.question.wrong, { exact: true }).or(box.getByText(/^(Partly right|En part|En parte)/));
      await wrong.first().waitFor();
      if (given.told) await box.getByText(firstWords(question.body(lang, given.told))).first().waitFor();
      assert.equal(await box.getByText(words.learn.question.right, { exact: true }).count(), 0);
    }
    await fillRight(box, question, lang);
    await check(box, words);
    if (kind === 'scale') {
      await box.getByText(words.learn.question.noted, { exact: true }).waitFor();
    } else {
      await box.getByText(words.learn.question.right, { exact: true }).waitFor();
      const why = question.body(lang, 'explain') || question.body(lang, [question.correct].flat().map(String)[0]);
      await box.getByText(firstWords(why)).first().waitFor();
    }
    await page.reload();
    await box.getByText(kind === 'scale' ? words.learn.question.noted : words.learn.question.right, { exact: true }).waitFor();
    await someone.leave(/status of 401/);
  });
}

for (const [at, type] of BLOCKS.entries()) {
  const lang = LANGS[at % 3];
  test(`a block of the kind ${type} shows what its author wrote (${lang})`, async () => {
    const { course, unit } = lessons.find((one) => one.unit.blocks.some((block) => block.type === type));
    const block = unit.blocks.find((one) => one.type === type);
    const someone = await person(browser, demo.base, { lang, width: at % 2 ? 1280 : 360 });
    const { page } = someone;
    await signUp(someone);
    const enrolment = await enrol(someone, course.slug);
    await someone.go(`/learn/${enrolment}/${unit.key}`);
    const section = page.locator(`[data-block="${block.id}"]`);
    await section.scrollIntoViewIfNeeded();
    if (block.title(lang)) await section.getByText(block.title(lang), { exact: true }).first().waitFor();
    await SHOWS[type]({ someone, section, block, words: someone.words.learn.blocks, lang });
    await someone.leave(/status of 401/);
  });
}

const unfold = async (section, words, body) => {
  const summary = section.locator('summary').filter({ hasText: words });
  const inside = section.getByText(firstWords(body)).first();
  assert.ok(!(await inside.isVisible()), 'folded at first');
  await summary.click();
  await inside.waitFor();
};
const loaded = (section) => section.locator('img').evaluate((image) => image.decode().then(() => image.naturalWidth > 0));
const plays = async (media) => {
  await media.evaluate((element) => element.play());
  await media.evaluate((element) => new Promise((done) => {
    if (element.currentTime > 0.2) done();
    element.addEventListener('timeupdate', () => element.currentTime > 0.2 && done());
  }));
  await media.evaluate((element) => element.pause());
};
const parts = async ({ section, block, lang }) => {
  for (const item of block.items) await section.getByText(block.title(lang, item), { exact: true }).first().waitFor();
};
const body = ({ section, block, lang }) => section.getByText(firstWords(block.body(lang))).first().waitFor();

const SHOWS = {
  text: body,
  callout: body,
  async image({ section, block, lang }) {
    assert.ok(await loaded(section), 'the picture is there');
    if (!block.decorative) {
      assert.ok((await section.locator('img').getAttribute('alt')).startsWith(firstWords(block.body(lang), 3)));
    }
  },
  async infographic({ section, block, words, lang }) {
    assert.ok(await loaded(section), 'the picture is there');
    await unfold(section, words.longDescription, block.body(lang));
  },
  async video({ section, words }) {
    await plays(section.locator('video'));
    assert.equal(await section.locator('track[kind=captions]').count(), 3);
    await section.getByText(words.chapters, { exact: true }).waitFor();
  },
  async audio({ section, block, words, lang }) {
    await plays(section.locator('audio'));
    await unfold(section, words.transcript, block.body(lang, 'transcript'));
    await section.getByText(words.synthetic.voice).waitFor();
    const speed = section.getByRole('combobox', { name: words.speed });
    await speed.selectOption({ index: 0 });
    assert.equal(await section.locator('audio').evaluate((element) => element.playbackRate), 0.75);
  },
  async accordion({ section, block, lang }) {
    for (const item of block.items) await unfold(section, block.title(lang, item), block.body(lang, item));
  },
  steps: parts,
  async flashcards({ section, block, words, lang }) {
    for (const [at, item] of block.items.entries()) {
      await section.getByText(words.card(at + 1, block.items.length), { exact: true }).waitFor();
      await section.locator('.card, [aria-live]').getByText(block.title(lang, item), { exact: true }).waitFor();
      await section.getByRole('button', { name: words.turn }).click();
      await section.locator('[aria-live]').getByText(firstWords(block.body(lang, item), 3)).first().waitFor();
      await section.getByRole('button', { name: words.nextCard }).click();
    }
  },
  async practice({ someone, section, block, lang }) {
    await section.getByText(firstWords(block.body(lang))).first().waitFor();
    await section.getByText(someone.words.learn.blocks.practice(someone.words.common.minutesShort(block.minutes))).waitFor();
  },
  async download({ someone, section, words }) {
    const waiting = someone.page.waitForEvent('download');
    await section.getByRole('link', { name: words.download }).click();
    const file = await waiting;
    assert.equal(await file.failure(), null);
  },
};

test('the lines of an order can be dragged as well', async () => {
  const { course, unit } = lessons.find((one) => one.unit.questions.some((question) => question.kind === 'ordering'));
  const question = unit.questions.find((one) => one.kind === 'ordering');
  const someone = await person(browser, demo.base, { lang: 'en' });
  const { page } = someone;
  await signUp(someone);
  const enrolment = await enrol(someone, course.slug);
  await someone.go(`/learn/${enrolment}/${unit.key}`);
  const lines = boxOf(page, question).locator('ol > li');
  const before = await lines.allInnerTexts();
  await lines.first().dragTo(lines.last());
  const after = await lines.allInnerTexts();
  const plain = (text) => text.replace(/^\d+\s*/, '');
  assert.equal(plain(after.at(-1)), plain(before[0]), 'the first line is the last one now');
  assert.deepEqual(after.map(plain).sort(), before.map(plain).sort(), 'no line is lost');
  await someone.leave(/status of 401/);
});

test('hints come one at a time, tries are counted, and after the last one the answer is explained', async () => {
  const course = readCourse(join(import.meta.dirname, '../courses/three-knots'));
  const imported = await demo.command('import', '--publish', course.folder);
  assert.equal(imported.code, 0, imported.err);
  const someone = await person(browser, demo.base, { lang: 'en' });
  const { page, words } = someone;
  const { question: says } = words.learn;
  await signUp(someone);
  await enrol(someone, course.slug);
  const [use, turns] = course.unit('the-bowline').questions;
  const box = boxOf(page, use);
  await box.getByText(says.triesLeft(2), { exact: true }).waitFor();
  for (const at of [1, 2]) {
    assert.equal(await box.getByText(firstWords(use.body('en', `hint${at}`))).count(), 0, 'a hint is not there before');
    await box.getByRole('button', { name: says.hint(at, 2) }).click();
    await box.getByText(firstWords(use.body('en', `hint${at}`))).waitFor();
  }
  await fillWrong(box, use, 'en');
  await check(box, words);
  await box.getByText(says.triesLeft(1), { exact: true }).waitFor();
  await answerRightly(someone, use);

  const last = boxOf(page, turns);
  await check(last, words);
  await last.getByText(says.answerFirst, { exact: true }).waitFor();
  await last.getByText(says.triesLeft(1), { exact: true }).waitFor();
  await fillWrong(last, turns, 'en');
  await check(last, words);
  await last.getByText(says.noTries, { exact: true }).waitFor();
  await last.getByText(firstWords(turns.body('en', 'explain'))).waitFor();
  assert.equal(await last.getByRole('button', { name: says.check }).count(), 0, 'there is no further try');
  assert.ok(await page.evaluate(() => document.activeElement !== document.body), 'the focus is not lost with the button');
  await someone.leave(/status of 401/);
});
