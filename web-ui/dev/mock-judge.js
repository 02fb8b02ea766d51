/** Judges an answer of the stand-in: the first option, or the order of the ids, is right. */
const sorted = (list) => [...list].sort();
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

function keyOf(question) {
  const { kind } = question;
  const zip = (from, to) => Object.fromEntries(from.map((one, at) => [one.id ?? one, to[at % to.length].id]));
  if (kind === 'single') return { kind, option: 'a' };
  if (kind === 'multiple') return { kind, options: ['a', 'c'] };
  if (kind === 'truefalse') return { kind, value: true };
  if (kind === 'text') return { kind, text: 'firewall' };
  if (kind === 'numeric') return { kind, text: '12' };
  if (kind === 'ordering') return { kind, items: sorted(question.items.map((one) => one.id)) };
  if (kind === 'matching') return { kind, pairs: { l1: 'r1', l2: 'r2', l3: 'r3' } };
  if (kind === 'categorise') return { kind, items: { i1: 'safe', i2: 'risky', i3: 'safe' } };
  if (kind === 'gaps')
    return {
      kind,
      gaps: question.mode === 'typed' ? { g1: 'cookie' } : zip(question.gaps, question.options),
    };
  if (kind === 'hotspot') return { kind, areas: ['a1'] };
  if (kind === 'label') return { kind, spots: { s1: 'mouse', s2: 'screen' } };
  return { kind, value: 3 };
}

const chosen = (answer) =>
  [
    answer.option ??
      answer.options ??
      answer.areas ??
      (answer.value !== undefined ? String(answer.value) : []),
    Object.keys(answer.pairs ?? answer.items ?? answer.gaps ?? answer.spots ?? {}),
  ].flat(2);

export function judge(block, answer, tries) {
  const key = keyOf(block.question);
  const sort = (value) => (value.options ? { ...value, options: sorted(value.options) } : value);
  const entries = (value) => Object.entries(value.pairs ?? value.items ?? value.gaps ?? value.spots ?? {});
  const right =
    answer.kind === 'scale' ||
    same(Object.entries(sort(answer)).sort(), Object.entries(sort(key)).sort()) ||
    (entries(key).length > 0 &&
      entries(key).every(([a, b]) => entries(answer).some(([c, d]) => a === c && b === d)));
  const limit = block.question.tries;
  const triesLeft = limit ? Math.max(0, limit - tries) : null;
  const over = right || triesLeft === 0;
  const rightPart = (id) => JSON.stringify(key).includes(`"${id}"`);
  return {
    right,
    fraction: right ? 1 : 0,
    triesLeft,
    feedback: {
      right,
      fraction: right ? 1 : 0,
      parts: chosen(answer).map((id) => ({
        id,
        right: rightPart(id),
        title: id,
        html: rightPart(id)
          ? '<p>Yes. You choose the way to the bank, not the message.</p>'
          : '<p>The page behind it is made to look real. The look of a page proves nothing.</p>',
      })),
      explain: over
        ? '<p>A bank that needs you gives you time. It never asks for a code in a message.</p>'
        : null,
      lang: 'en',
      ...(over ? { solution: key } : {}),
    },
  };
}
