// Answering the questions of a course as a person does: by the words that stand on the screen.
import assert from 'node:assert/strict';

const accepted = (lists, lang) => lists?.[lang]?.[0] ?? Object.values(lists ?? {}).flat()[0];

/** The right answer to a question, as the words a person would choose or write. */
export function rightAnswer(question, lang) {
  const title = (part) => question.title(lang, part);
  switch (question.kind) {
    case 'single':
      return { choose: [question.correct] };
    case 'multiple':
      return { choose: question.correct };
    case 'truefalse':
      return { choose: [String(question.correct)] };
    case 'text':
      return { write: accepted(question.accept, lang) };
    case 'numeric':
      return { write: String(question.value) };
    case 'ordering':
      return { order: question.items.map(title) };
    case 'matching':
      return { pairs: Object.fromEntries(question.pairs.map(([left, mate]) => [title(left), title(mate)])) };
    case 'categorise':
      return {
        pairs: Object.fromEntries(
          Object.entries(question.items).map(([item, category]) => [title(item), title(category)]),
        ),
      };
    case 'gaps':
      return {
        gaps: question.gaps.map((gap) =>
          question.mode === 'typed' ? accepted(gap.accept, lang) : title(gap.correct),
        ),
      };
    case 'hotspot':
      return { areas: question.correct.map(title) };
    case 'label':
      return { spots: question.spots.map((spot) => title(spot.correct)) };
    case 'scale':
      return { value: question.to };
    default:
      throw new Error(`nobody knows how to answer a question of the kind ${question.kind}`);
  }
}

const turned = (list) => [...list.slice(1), list[0]];

/** A wrong answer, and the part whose explanation must then be read (`explain` is that of the whole question). */
function wrong(question, lang) {
  const good = rightAnswer(question, lang);
  const title = (part) => question.title(lang, part);
  const other = (all, correct) => all.find((id) => !correct.includes(id));
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const chosen = other(question.options, [question.correct].flat());
      return { choose: [chosen], told: chosen };
    }
    case 'truefalse':
      return { choose: [String(!question.correct)], told: String(!question.correct) };
    case 'text': {
      const known = question.wrong?.find((one) => accepted(one.accept, lang));
      return { write: known ? accepted(known.accept, lang) : 'zzz', told: known?.id };
    }
    case 'numeric': {
      const known = question.wrong?.[0];
      return { write: String(known?.value ?? question.value + 1000), told: known?.id };
    }
    case 'ordering':
      return { order: [...good.order].reverse() };
    case 'matching':
    case 'categorise': {
      const mates = [...new Set(Object.values(good.pairs))];
      return {
        pairs: Object.fromEntries(
          Object.entries(good.pairs).map(([left, mate]) => [left, turned(mates)[mates.indexOf(mate)]]),
        ),
      };
    }
    case 'gaps':
      return {
        gaps: question.gaps.map((gap) =>
          question.mode === 'typed' ? 'zzz' : title(other(question.options, [gap.correct])),
        ),
      };
    case 'hotspot': {
      const area = other(question.areas.map((one) => one.id), question.correct);
      return { areas: [title(area)], told: area };
    }
    case 'label':
      return { spots: question.spots.map((spot) => title(other(question.labels, [spot.correct]))) };
    default:
      return null;
  }
}

/** Moves the lines of an ordering question until they stand as wanted. */
async function putInOrder(box, wanted) {
  const lines = box.locator('ol > li');
  for (const [place, words] of wanted.entries()) {
    const now = (await lines.allInnerTexts()).findIndex((text) => text.includes(words));
    assert.ok(now >= 0, `the line “${words}” is not there`);
    for (let at = now; at > place; at -= 1) {
      await lines.filter({ hasText: words }).locator('button[data-way=up]').click();
    }
  }
}

/** Gives an answer in the fieldset of a question. Choices are found by their words, so feedback beside them does not matter. */
async function give(box, question, lang, answer) {
  const page = box.page();
  if (answer.choose) {
    // What was chosen before and is not wanted any more is taken away again.
    for (const chosen of await box.locator('input[type=checkbox]:checked').all()) await chosen.uncheck();
    for (const part of answer.choose) {
      const words = question.title(lang, part);
      const option = words
        ? box.locator('label').filter({ has: page.getByText(words, { exact: true }) }).locator('input')
        : box.locator(`input[value="${part}"]`);
      await option.check();
    }
  }
  if (answer.write !== undefined) await box.getByRole('textbox').fill(answer.write);
  if (answer.order) await putInOrder(box, answer.order);
  if (answer.pairs) {
    for (const [left, mate] of Object.entries(answer.pairs)) {
      await box.getByRole('combobox', { name: left, exact: true }).selectOption({ label: mate });
    }
  }
  if (answer.gaps) {
    for (const [at, words] of answer.gaps.entries()) {
      if (question.mode === 'typed') await box.getByRole('textbox').nth(at).fill(words);
      else await box.getByRole('combobox').nth(at).selectOption({ label: words });
    }
  }
  if (answer.areas) {
    for (const chosen of await box.locator('input[type=checkbox]:checked').all()) await chosen.uncheck();
    for (const words of answer.areas) await box.getByLabel(words, { exact: true }).check();
  }
  if (answer.spots) {
    for (const [at, words] of answer.spots.entries()) {
      await box.getByRole('combobox').nth(at).selectOption({ label: words });
    }
  }
  if (answer.value !== undefined) {
    await box.getByRole('radio', { name: new RegExp(`^${answer.value}\\b`) }).check();
  }
}

/** The fieldset of a question in a lesson. */
export const boxOf = (page, question) => page.locator(`[data-block="${question.id}"] fieldset`);

export const fillRight = (box, question, lang) => give(box, question, lang, rightAnswer(question, lang));

/** Gives a wrong answer and tells which part explains it; `null` where no answer is wrong. */
export async function fillWrong(box, question, lang) {
  const answer = wrong(question, lang);
  if (answer) await give(box, question, lang, answer);
  return answer;
}
