/**
 * Lets the shell fetch what the visited page will need while the first scripts are still on their way: without it the
 * browser hears of the page's own files, and of the language's texts, only after those have run.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const CLIENT = '.svelte-kit/output/client/';
const NODES = '.svelte-kit/generated/client-optimized/nodes/';
const MARK = '/* the files of each page */ {}';
/** The pages that people meet first, with the catalogues that each shows beside `common`. */
const PAGES = [
  ['/', '(public)/+page', ['open']],
  ['/courses', '(public)/courses/+page', ['open']],
  ['/courses/*', '(public)/courses/[slug]/+page', ['open']],
  ['/verify/*', '(public)/verify/[code]/+page', ['certificates']],
  ['/my', '(learn)/my/+page', ['learn']],
  ['/learn/*', '(learn)/learn/[enrolment]/[unit]/+page', ['learn']],
];
const LANGUAGES = ['ca', 'es', 'en'];

const manifest = () => JSON.parse(readFileSync(`${CLIENT}.vite/manifest.json`, 'utf8'));

/** The key of the generated node that holds a route's component. */
function nodeOf(route) {
  const file = readdirSync(NODES).find((name) =>
    readFileSync(NODES + name, 'utf8').includes(`src/routes/${route}.svelte`),
  );
  if (!file) throw new Error(`dev/preload.js: no page at src/routes/${route}.svelte`);
  return NODES + file;
}

/** A chunk's own files and those of the chunks it imports. */
function filesOf(built, key, files = new Set()) {
  const chunk = built[key];
  if (!chunk) throw new Error(`dev/preload.js: ${key} is not in the build`);
  if (files.has(chunk.file)) return files;
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const other of chunk.imports ?? []) filesOf(built, other, files);
  return files;
}

/** The chunk of a catalogue: its own, or the one that holds what every visitor reads. */
function textsOf(built, lang, area) {
  const own = `src/lib/i18n/${lang}/${area}.ts`;
  return own in built ? own : Object.keys(built).find((key) => built[key].name === `texts-${lang}`);
}

/** What each page needs beyond the shell, in each language. */
function filesByPage(shell) {
  const built = manifest();
  const fresh = (keys) =>
    [...new Set(keys.flatMap((key) => [...filesOf(built, key)]))]
      .filter((file) => !shell.includes(file))
      .map((file) => file.replace('_app/immutable/', ''));
  return Object.fromEntries(
    PAGES.map(([path, route, areas]) => [
      path,
      {
        page: fresh([nodeOf(route), `${NODES}1.js`]),
        ...Object.fromEntries(
          LANGUAGES.map((lang) => [
            lang,
            fresh(['common', ...areas].map((area) => textsOf(built, lang, area))),
          ]),
        ),
      },
    ]),
  );
}

/** Another adapter whose shell knows the files of each page. */
export default function preloading(adapter, shellFile) {
  return {
    ...adapter,
    async adapt(builder) {
      await adapter.adapt(builder);
      const shell = readFileSync(shellFile, 'utf8');
      if (!shell.includes(MARK)) throw new Error(`dev/preload.js: ${shellFile} has no place for the files`);
      const filled = shell.replace(MARK, () => JSON.stringify(filesByPage(shell)));
      writeFileSync(shellFile, filled);
      writeFileSync(`${shellFile}.br`, brotliCompressSync(filled));
      writeFileSync(`${shellFile}.gz`, gzipSync(filled, { level: 9 }));
    },
  };
}
