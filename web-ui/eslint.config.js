import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
  { ignores: ['build/', '.svelte-kit/', 'static/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      // TypeScript itself finds undefined names.
      'no-undef': 'off',
      // Course HTML is sanitised by the server and stands behind the content policy.
      'svelte/no-at-html-tags': 'off',
      // Maps, dates and addresses here are passing values: what is drawn from is `$state`.
      'svelte/prefer-svelte-reactivity': 'off',
      // The application is served from the root of its host, so plain paths are right.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: {
        projectService: true,
        extraFileExtensions: ['.svelte'],
        parser: ts.parser,
        svelteConfig,
      },
    },
  },
  {
    // A feature knows itself, the API, the design and the words; a route composes features.
    files: ['src/lib/features/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['$lib/features/*', '$lib/features/**'] }] }],
    },
  },
  {
    files: ['src/lib/design/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['$lib/features/**', '$lib/api/**'] }] }],
    },
  },
);
