/**
 * The words of the interface: typed catalogues per area, of which only the current language is loaded.
 * Invariant: every area that is loaded is loaded in the current language.
 */
import type { Lang } from '$lib/api/types';
import type account from './en/account';
import type admin from './en/admin';
import type certificates from './en/certificates';
import type common from './en/common';
import type learn from './en/learn';
import type legal from './en/legal';
import type live from './en/live';
import type open from './en/open';
import type studio from './en/studio';

export interface Areas {
  common: typeof common;
  open: typeof open;
  account: typeof account;
  learn: typeof learn;
  certificates: typeof certificates;
  studio: typeof studio;
  admin: typeof admin;
  legal: typeof legal;
  live: typeof live;
}
export type Area = keyof Areas;

export const LANGUAGES: readonly Lang[] = ['ca', 'es', 'en'];
const STORAGE_KEY = 'aulari.language';

const files = import.meta.glob<{ default: unknown }>(['./ca/*.ts', './es/*.ts', './en/*.ts']);

let current = $state.raw<{ lang: Lang; areas: Partial<Areas> }>({ lang: 'en', areas: {} });
let started: () => void = () => {};
const start = new Promise<void>((resolve) => (started = resolve));

/** The catalogues: `t.common.search`. An area must have been asked for with `need` before. */
export const t = new Proxy({} as Areas, {
  get(_, area: string) {
    const found = current.areas[area as Area];
    if (!found) throw new Error(`message area not loaded: ${area}`);
    return found;
  },
});

/** The current language (reactive). */
export const language = (): Lang => current.lang;

export const isLanguage = (text: unknown): text is Lang => LANGUAGES.includes(text as Lang);

async function fetchAreas(lang: Lang, areas: Area[]): Promise<Partial<Areas>> {
  const loaded = await Promise.all(
    areas.map(async (area) => {
      const load = files[`./${lang}/${area}.ts`];
      if (!load) throw new Error(`no catalogue for ${lang}/${area}`);
      return [area, (await load()).default] as const;
    }),
  );
  return Object.fromEntries(loaded) as Partial<Areas>;
}

/** Resolves to the language once it has been chosen; page loads wait for it before they ask for texts. */
export async function ready(): Promise<Lang> {
  await start;
  return current.lang;
}

/** Loads areas in the current language, if they are not there yet. */
export async function need(...areas: Area[]): Promise<void> {
  const lang = await ready();
  const missing = areas.filter((area) => !current.areas[area]);
  if (missing.length === 0) return;
  const more = await fetchAreas(lang, missing);
  // The language may have changed meanwhile: then these texts would be in the wrong one.
  if (current.lang === lang) current = { lang, areas: { ...current.areas, ...more } };
  else await need(...areas);
}

function stored(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

/** Chooses the first language: the address wins, then the person's choice, then this browser's memory and wishes. */
export function choose(address: URLSearchParams, ofPerson: Lang | null): Lang {
  const wishes = [
    address.get('lang'),
    ofPerson,
    stored(),
    ...navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()),
  ];
  return wishes.find(isLanguage) ?? 'en';
}

function apply(lang: Lang) {
  document.documentElement.lang = lang;
}

/** Begins in a language; called once, before anything is drawn. */
export function begin(lang: Lang) {
  current = { lang, areas: current.areas };
  apply(lang);
  started();
}

/** Changes the language of everything on the screen and remembers it in this browser. */
export async function setLanguage(lang: Lang): Promise<void> {
  if (lang === current.lang) return;
  const areas = await fetchAreas(lang, Object.keys(current.areas) as Area[]);
  current = { lang, areas };
  apply(lang);
  try {
    localStorage.setItem(STORAGE_KEY, lang);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
