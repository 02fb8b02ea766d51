// A person who uses the keyboard alone. Only keys are pressed; after each one the focus must be somewhere, and be seen.
import assert from 'node:assert/strict';
import { rightAnswer } from './answers.mjs';

const LONGEST_WAY = 250;
const LONGEST_LIST = 12;

/** What has the focus: its role and name as they are read out, and whether one sees that it has it. */
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const style = getComputedStyle(element);
    const ring = (one) => one.outlineStyle !== 'none' && parseFloat(one.outlineWidth) >= 2;
    // Some controls show the ring on the label or the card around them.
    const frames = [];
    for (let frame = element.parentElement; frame && frames.length < 5; frame = frame.parentElement) {
      frames.push(getComputedStyle(frame));
    }
    const box = element.getBoundingClientRect();
    const names = [
      element.getAttribute('aria-label'),
      element.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)?.textContent).join(' '),
      [...(element.labels ?? [])].map((label) => label.textContent).join(' '),
      element.textContent,
      element.title,
    ];
    return {
      tag: element.tagName.toLowerCase(),
      type: element.type ?? '',
      name: (names.find((name) => name?.trim()) ?? '').replace(/\s+/g, ' ').trim(),
      value: element.value ?? '',
      seen: ring(style) || frames.some(ring) || element.tagName === 'VIDEO' || element.tagName === 'AUDIO',
      // What only takes the focus for the sake of reading on needs no ring.
      still: element.tabIndex < 0,
      below: box.top >= innerHeight || box.bottom <= 0,
      block: element.closest('[data-block]')?.dataset.block ?? '',
    };
  });

/** The focus is somewhere, one sees where, and it is inside the window. */
export async function assertFocusSeen(page, done) {
  const now = await focused(page);
  assert.ok(now, `the focus is lost after ${done}`);
  if (!now.still) {
    assert.ok(now.seen, `one does not see the focus on ${now.tag} “${now.name}” after ${done}`);
    assert.ok(!now.below, `the focus is outside the window on ${now.tag} “${now.name}” after ${done}`);
  }
  return now;
}

/** Presses a key once, as a finger does. */
export async function press(page, key) {
  await page.keyboard.press(key);
  return assertFocusSeen(page, key);
}

/** Goes on with Tab until something has the focus, and gives it. */
export async function tabTo(page, what, met) {
  const passed = [];
  for (let step = 0; step < LONGEST_WAY; step += 1) {
    const now = await focused(page);
    if (now && met(now)) return assertFocusSeen(page, `Tab to ${what}`);
    passed.push(now ? `${now.tag} ${now.name}` : 'nothing');
    await page.keyboard.press('Tab');
  }
  return assert.fail(`Tab never came to ${what}, but to ${passed.slice(-40).join(' · ')}`);
}

export const named = (name) => (now) => (name instanceof RegExp ? name.test(now.name) : now.name === name);

/** Tab to a link or button by its words, then Enter. */
export async function activate(page, name, key = 'Enter') {
  await tabTo(page, String(name), (now) => (now.tag === 'a' || now.tag === 'button' || now.tag === 'summary') && named(name)(now));
  await page.keyboard.press(key);
}

/** Tab to a field and write in it. */
export async function writeIn(page, name, text) {
  await tabTo(page, String(name), (now) => (now.tag === 'input' || now.tag === 'textarea') && named(name)(now));
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await assertFocusSeen(page, `writing in ${name}`);
}

/** Chooses in a list that has the focus, by its first letters, as one does without a mouse. */
export async function chooseInList(page, words) {
  await page.keyboard.press('Home');
  for (let step = 0; step < LONGEST_WAY; step += 1) {
    const now = await page.evaluate(() => document.activeElement.selectedOptions?.[0]?.label ?? null);
    assert.notEqual(now, null, 'the focus is on a list');
    if (now === words) return assertFocusSeen(page, `choosing ${words}`);
    await page.keyboard.press('ArrowDown');
  }
  return assert.fail(`“${words}” is not in the list`);
}

/** The answer to a question by keys alone; `block` is `null` in a sitting, where one question is on the screen. */
export async function answerByKeys(someone, question, block = question.id) {
  const { page, lang } = someone;
  const says = someone.words.learn.question;
  const answer = rightAnswer(question, lang);
  const tab = (what, met) =>
    tabTo(page, `${question.id}: ${what}`, (now) => (block === null || now.block === block) && met(now));
  const option = (part) => question.title(lang, part) || (part === 'true' ? says.yes : says.no);

  for (const part of answer.choose ?? []) {
    if (question.kind === 'multiple') {
      await tab(option(part), (now) => now.type === 'checkbox' && now.name.startsWith(option(part)));
      await press(page, 'Space');
    } else {
      await tab('the choices', (now) => now.type === 'radio');
      await arrowTo(page, option(part));
    }
    // The next one may stand above.
    if (answer.choose.length > 1) await page.keyboard.press('Shift+Tab');
  }
  if (answer.write !== undefined) {
    await tab('the field', (now) => now.tag === 'input');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(answer.write);
  }
  // From the top down, so that each line stands below those that are in their place already.
  for (const [place, line] of (answer.order ?? []).entries()) {
    const lines = page.locator(block === null ? '#lesson fieldset' : `[data-block="${block}"]`).locator('ol > li');
    const at = (await lines.allInnerTexts()).findIndex((text) => text.includes(line));
    if (at > place) await tab(says.up(line), (now) => now.tag === 'button' && now.name === says.up(line));
    for (let step = at; step > place; step -= 1) await press(page, 'Enter');
  }
  for (const [left, mate] of Object.entries(answer.pairs ?? {})) {
    await tab(left, (now) => now.tag === 'select' && now.name === left);
    await chooseInList(page, mate);
  }
  const lists = answer.gaps ?? answer.spots ?? [];
  for (const [at, words] of lists.entries()) {
    if (at > 0) await press(page, 'Tab');
    const typed = answer.gaps && question.mode === 'typed';
    await tab(`field ${at + 1}`, (now) => now.tag === (typed ? 'input' : 'select'));
    if (typed) await page.keyboard.type(words);
    else await chooseInList(page, words);
  }
  for (const words of answer.areas ?? []) {
    const field = await tab(words, (now) => now.type === 'radio' || (now.type === 'checkbox' && now.name === words));
    if (field.type === 'checkbox') await press(page, 'Space');
    else await arrowTo(page, words);
  }
  if (answer.value !== undefined) {
    await tab('the scale', (now) => now.type === 'radio');
    await arrowTo(page, String(answer.value));
  }
}

/** Goes through a row of choices with the arrows; the one that has the focus is chosen. */
async function arrowTo(page, words) {
  await press(page, 'Space');
  for (let step = 0; step < LONGEST_LIST; step += 1) {
    if ((await assertFocusSeen(page, 'an arrow')).name.startsWith(words)) return;
    await page.keyboard.press('ArrowDown');
  }
  assert.fail(`the arrows never came to “${words}”`);
}
