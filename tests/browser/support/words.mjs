// The sentences of the interface, from its own catalogues: a walk looks for what a person reads, in their language.
import { build } from 'esbuild';
import { join } from 'node:path';
import { root } from './server.mjs';

const AREAS = ['common', 'open', 'account', 'learn', 'certificates', 'studio', 'admin', 'legal', 'live'];
export const LANGUAGES = ['ca', 'es', 'en'];

/** A program named by AULARI_BIN may have been built from other sources than these. */
const sources = process.env.AULARI_SOURCES ?? root;

async function catalogue(lang) {
  const built = await build({
    stdin: {
      contents: AREAS.map((area) => `export { default as ${area} } from './${lang}/${area}';`).join('\n'),
      resolveDir: join(sources, 'web-ui/src/lib/i18n'),
    },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  return import(`data:text/javascript;base64,${Buffer.from(built.outputFiles[0].contents).toString('base64')}`);
}

const all = Object.fromEntries(
  await Promise.all(LANGUAGES.map(async (lang) => [lang, await catalogue(lang)])),
);

/** Every word of the interface in a language, by area. */
export const wordsIn = (lang) => all[lang];
