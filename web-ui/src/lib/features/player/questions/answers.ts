/** Answers as the player handles them: empty ones, complete ones, and how one reads. Never judges. */
import type { Answer, Part, Question } from '$lib/api/types';

/** The ids in an order that looks random but is the same for the same seed. */
export function mixed<T extends { id: string }>(items: T[], seed: string): T[] {
  const weight = (id: string) => {
    let hash = 2166136261;
    for (const sign of seed + id) hash = Math.imul(hash ^ sign.charCodeAt(0), 16777619);
    return Math.imul(hash ^ (hash >>> 15), 2246822507) >>> 0;
  };
  return [...items].sort((a, b) => weight(a.id) - weight(b.id));
}

/** What stands there before the learner has done anything; an order counts as an answer from the start. */
export function emptyAnswer(question: Question): Answer | null {
  switch (question.kind) {
    case 'ordering':
      return { kind: 'ordering', items: question.items.map((item) => item.id) };
    case 'multiple':
      return { kind: 'multiple', options: [] };
    case 'hotspot':
      return { kind: 'hotspot', areas: [] };
    case 'text':
    case 'numeric':
      return { kind: question.kind, text: '' };
    case 'matching':
      return { kind: 'matching', pairs: {} };
    case 'categorise':
      return { kind: 'categorise', items: {} };
    case 'gaps':
      return { kind: 'gaps', gaps: {} };
    case 'label':
      return { kind: 'label', spots: {} };
    default:
      return null;
  }
}

const filled = (wanted: string[], given: Record<string, string>) =>
  wanted.every((id) => (given[id] ?? '').trim() !== '');

/** `none`: nothing given yet; `part`: something is missing; `whole`: it can be sent. */
export function completeness(question: Question, answer: Answer | null): 'none' | 'part' | 'whole' {
  if (!answer || answer.kind !== question.kind) return 'none';
  const fields = (wanted: string[], given: Record<string, string>) => {
    if (filled(wanted, given)) return 'whole';
    return wanted.some((id) => given[id]?.trim()) ? 'part' : 'none';
  };
  const ids = (parts: { id: string }[]) => parts.map((part) => part.id);
  if (answer.kind === 'multiple') return answer.options.length > 0 ? 'whole' : 'none';
  if (answer.kind === 'hotspot') return answer.areas.length > 0 ? 'whole' : 'none';
  if (answer.kind === 'text' || answer.kind === 'numeric') return answer.text.trim() ? 'whole' : 'none';
  if (answer.kind === 'matching' && question.kind === 'matching') {
    return fields(ids(question.left), answer.pairs);
  }
  if (answer.kind === 'categorise' && question.kind === 'categorise') {
    return fields(ids(question.items), answer.items);
  }
  if (answer.kind === 'gaps' && question.kind === 'gaps') return fields(question.gaps, answer.gaps);
  if (answer.kind === 'label' && question.kind === 'label') return fields(ids(question.spots), answer.spots);
  return 'whole';
}

/** Words that the catalogue gives for truefalse options without a title. */
export interface Names {
  yes: string;
  no: string;
  gap: (at: number) => string;
}

const titleOf = (parts: { id: string; title: string }[], id: string) =>
  parts.find((part) => part.id === id)?.title || id;
const pairsOf = (left: { id: string; title: string }[], right: Part[], pairs: Record<string, string>) =>
  left.flatMap((one) => {
    const other = pairs[one.id];
    return other ? [`${one.title}: ${titleOf(right, other)}`] : [];
  });

/** The answer as lines of text, to be read back to the learner. */
export function linesOf(question: Question, answer: Answer, names: Names): string[] {
  if (answer.kind === 'truefalse') return [answer.value ? names.yes : names.no];
  if (answer.kind === 'text' || answer.kind === 'numeric') return [answer.text];
  if (answer.kind === 'scale') return [String(answer.value)];
  if (answer.kind === 'single' && 'options' in question) return [titleOf(question.options, answer.option)];
  if (answer.kind === 'multiple' && 'options' in question) {
    return answer.options.map((id) => titleOf(question.options, id));
  }
  if (answer.kind === 'ordering' && question.kind === 'ordering') {
    return answer.items.map((id) => titleOf(question.items, id));
  }
  if (answer.kind === 'matching' && question.kind === 'matching') {
    return pairsOf(question.left, question.right, answer.pairs);
  }
  if (answer.kind === 'categorise' && question.kind === 'categorise') {
    return pairsOf(question.items, question.categories, answer.items);
  }
  if (answer.kind === 'hotspot' && question.kind === 'hotspot') {
    return answer.areas.map((id) => titleOf(question.areas, id));
  }
  if (answer.kind === 'label' && question.kind === 'label') {
    return pairsOf(question.spots, question.labels, answer.spots);
  }
  if (answer.kind === 'gaps' && question.kind === 'gaps') {
    return question.gaps.flatMap((gap, at) => {
      const given = answer.gaps[gap];
      if (!given) return [];
      return [
        `${names.gap(at + 1)}: ${question.mode === 'typed' ? given : titleOf(question.options, given)}`,
      ];
    });
  }
  return [];
}
