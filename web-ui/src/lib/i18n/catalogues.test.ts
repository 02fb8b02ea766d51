import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const areas = readdirSync('src/lib/i18n/en').map((file) => file.replace('.ts', ''));
const modules = import.meta.glob<{ default: object }>('./{ca,es,en}/*.ts', { eager: true });

/** Every place of a catalogue with what stands there: a sentence, a number of parameters, or a kind. */
function places(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'function') return [[path, `function of ${value.length}`]];
  if (value && typeof value === 'object') {
    return Object.entries(value).flatMap(([key, inner]) => places(inner, `${path}.${key}`));
  }
  return [[path, typeof value === 'string' && value.trim() ? 'sentence' : `empty ${typeof value}`]];
}

describe('the catalogues', () => {
  for (const area of areas) {
    const of = (lang: string) => places(modules[`./${lang}/${area}.ts`]?.default);
    for (const lang of ['ca', 'es']) {
      it(`${lang}/${area} says everything that English says`, () => {
        const shape = (list: [string, string][]) =>
          Object.fromEntries(list.map(([path, kind]) => [path, kind.replace(/ of \d/, '')]));
        expect(shape(of(lang))).toEqual(shape(of('en')));
      });
    }
    it(`${area} has no empty sentence`, () => {
      for (const lang of ['ca', 'es', 'en']) {
        expect(of(lang).filter(([, kind]) => kind.startsWith('empty'))).toEqual([]);
      }
    });
  }

  it('every error that the service can answer has words in every language', () => {
    const codes = new Set([
      ...told('../crates/api/src'),
      ...told('../crates/progress/src'),
      ...told('../crates/live/src'),
      ...told('../crates/live/src', /(?:return Err\(|refused\()"([a-z-]+)"/g),
      ...told('../crates/live/src/rules', /const [A-Z_]+: &str = "([a-z-]+)"/g),
      'offline',
      'unknown',
    ]);
    expect(codes.size).toBeGreaterThan(30);
    for (const lang of ['ca', 'es', 'en']) {
      const common = modules[`./${lang}/common.ts`]?.default as { errors: Record<string, string> };
      expect(
        [...codes].filter((code) => !common.errors[code]),
        lang,
      ).toEqual([]);
    }
  });
});

/** How most sources name a code. */
const NAMED = /(?:(?:ApiError|Self)::new\(\s*StatusCode::\w+,\s*|refuse\(\s*|Refused \{ code: )"([a-z-]+)"/g;

/** The codes of problems that the sources of the service name. */
function told(folder: string, how = NAMED): string[] {
  return files(folder, '.rs').flatMap((path) => {
    const source = readFileSync(path, 'utf8').split('#[cfg(test)]')[0] ?? '';
    const made = source.matchAll(how);
    return [...made].map(([, code]) => code ?? '');
  });
}

function files(folder: string, ending: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return files(path, ending);
    return path.endsWith(ending) ? [path] : [];
  });
}

const components = (folder: string) => files(folder, '.svelte');

/** The markup without scripts, styles, comments, expressions and tags: what a person would read. */
function visibleText(source: string): string {
  let text = source
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<!--[\s\S]*?-->/g, '');
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(/\{[^{}]*\}/g, '');
  }
  return text.replace(/<(?:[^<>"']|"[^"]*"|'[^']*')*>/g, ' ');
}

/** Attributes that are read out or shown, with words of their own. */
const SPOKEN = /\s(?:aria-label|title|placeholder|alt|label)="([^"{]*[\p{L}]{3,}[^"{]*)"/gu;

describe('the components', () => {
  it('are read the way a person reads them', () => {
    expect(visibleText('<p class="a>b">{t.x} Hello</p><style>p{}</style>').trim()).toBe('Hello');
  });

  for (const path of components('src')) {
    it(`${path} holds no sentence of its own`, () => {
      const source = readFileSync(path, 'utf8');
      expect(visibleText(source).match(/\p{L}{3,}/gu) ?? []).toEqual([]);
      const markup = source.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<style[\s\S]*?<\/style>/g, '');
      expect([...markup.matchAll(SPOKEN)].map((found) => found[1])).toEqual([]);
    });
  }
});
