import adapter from '@sveltejs/adapter-static';
import preloading from './dev/preload.js';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    // One shell for every address: the server fills in its head and answers it everywhere.
    adapter: preloading(adapter({ fallback: 'index.html', precompress: true }), 'build/index.html'),
    // A fixed name makes two builds of the same source equal.
    version: { name: process.env.npm_package_version ?? '0' },
  },
};
