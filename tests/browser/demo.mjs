// Starts the demo on a free port and a browser beside it; both end with the tests.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

const root = resolve(import.meta.dirname, '../..');
const program = join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'debug/aulari');

function freePort() {
  return new Promise((done, fail) => {
    const server = createServer().on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

export async function startDemo() {
  const data = mkdtempSync(join(tmpdir(), 'aulari-demo-'));
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const child = spawn(program, ['demo', '--data', join(data, 'demo'), '--listen', `127.0.0.1:${port}`], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let tries = 0; ; tries += 1) {
    const ready = await fetch(`${base}/api/v1/demo`).then((answer) => answer.ok, () => false);
    if (ready) break;
    if (tries > 600) throw new Error('the demo did not start within a minute');
    await new Promise((later) => setTimeout(later, 100));
  }
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  return {
    base,
    browser,
    async stop() {
      await browser.close();
      child.kill('SIGTERM');
      await new Promise((ended) => child.once('exit', ended));
      rmSync(data, { recursive: true, force: true });
    },
  };
}
