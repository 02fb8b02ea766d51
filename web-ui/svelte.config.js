import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    // One shell for every address: the server fills in its head and answers it everywhere.
    adapter: adapter({ fallback: 'index.html', precompress: true }),
    // A fixed name makes two builds of the same source equal.
    version: { name: process.env.npm_package_version ?? '0' },
  },
};
