import { copyFileSync, mkdirSync } from 'node:fs';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Brings the font from its package to a fixed address, so that the shell can preload it. */
function fonts() {
  const from = 'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/';
  mkdirSync('static/fonts', { recursive: true });
  for (const subset of ['latin', 'latin-ext']) {
    copyFileSync(
      `${from}atkinson-hyperlegible-next-${subset}-wght-normal.woff2`,
      `static/fonts/next-${subset}.woff2`,
    );
  }
}

/** The content policy forbids style attributes; Kit's announcer has one, and tokens.css hides it instead. */
function withoutAnnouncerStyle(): Plugin {
  return {
    name: 'announcer-without-style',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('generated') || !id.endsWith('root.svelte')) return null;
      return code.replace(/(id="svelte-announcer"[^>]*?)\sstyle="[^"]*"/, '$1');
    },
  };
}

/** The modules that no page does without. */
const EVERY_PAGE = new RegExp(
  [
    'node_modules/(svelte|clsx|esm-env|openapi-fetch|@sveltejs/kit)/',
    'node_modules/@lucide/svelte/dist/(?!icons)',
    'src/lib/(api|i18n/(index|format|plural)|features/accounts/session)',
    'src/lib/design/(tokens|base|prose|theme|Notice|Mark)',
    'src/routes/(\\+layout\\.svelte|\\+error\\.svelte|Site|LanguageSwitch)',
    'vite/preload-helper',
  ].join('|'),
);

export default defineConfig(() => {
  fonts();
  return {
    plugins: [withoutAnnouncerStyle(), sveltekit()],
    build: {
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              // What every page needs comes in one file: forty small ones cost a phone more than their bytes.
              { name: 'base', test: EVERY_PAGE },
              // What the catalogue and the pages of courses share.
              { name: 'courses', test: /src\/lib\/features\/courses/, minShareCount: 2 },
              // The texts that a visitor reads, one file a language.
              ...['ca', 'es', 'en'].map((lang) => ({
                name: `texts-${lang}`,
                test: new RegExp(`src/lib/i18n/${lang}/(common|open)\\.ts`),
              })),
            ],
          },
        },
      },
    },
    server: { proxy: { '/api': process.env.AULARI_API ?? 'http://127.0.0.1:8080' } },
    test: { include: ['src/**/*.test.ts'] },
  };
});
