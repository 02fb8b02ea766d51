import type { Lang } from '$lib/api/types';

/** Picks the word form that the number asks for in the language and puts the formatted number at `{n}`. */
export function plural(lang: Lang) {
  const rules = new Intl.PluralRules(lang);
  const numbers = new Intl.NumberFormat(lang);
  return (count: number, one: string, other: string) =>
    (rules.select(count) === 'one' ? one : other).replace('{n}', numbers.format(count));
}
