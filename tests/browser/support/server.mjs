// The program itself, started on a free port in a folder of its own, and its command line on the same folder.
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../../..');
export const samples = join(root, 'content-samples');
const program =
  process.env.AULARI_BIN ?? join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'debug/aulari');

const LONGEST_START_MS = 60_000;

/** The machine's settings must not leak into what is tested. */
const environment = (more) => {
  const here = Object.entries(process.env).filter(([name]) => !name.startsWith('AULARI_'));
  return Object.fromEntries([...here, ...Object.entries(more).filter(([, value]) => value !== undefined)]);
};

function freePort() {
  return new Promise((done, fail) => {
    const server = createServer().on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

async function until(what, met) {
  const end = Date.now() + LONGEST_START_MS;
  while (!(await met())) {
    if (Date.now() > end) throw new Error(`${what} took longer than ${LONGEST_START_MS / 1000} s`);
    await new Promise((later) => setTimeout(later, 50));
  }
}

const LONGEST_ANSWER_MS = 5000;
const answers = (address) =>
  fetch(address, { signal: AbortSignal.timeout(LONGEST_ANSWER_MS) }).then((answer) => answer.ok, () => false);

async function start(kind, ready, settings = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'aulari-walk-'));
  const data = join(folder, 'data');
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = environment({ AULARI_SERVER__PUBLIC_URL: base, ...settings });
  const child = spawn(program, [kind, '--data', data, '--listen', `127.0.0.1:${port}`], {
    cwd: folder,
    env: environment({ AULARI_CONTENT_SAMPLES: samples, RUST_LOG: 'warn', ...env }),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let ended = null;
  child.once('exit', (code) => (ended = code ?? 'a signal'));
  const stop = async () => {
    if (ended === null) {
      const over = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await over;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await until(`the start of aulari ${kind}`, () => {
      if (ended !== null) throw new Error(`aulari ${kind} ended with ${ended} while it started`);
      return answers(base + ready);
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    base,
    data,
    stop,
    /** Runs a command beside the server, as an operator does, and gives what it said. */
    command: (...words) => run([...words, '--data', data], { cwd: folder, env }),
  };
}

/** Runs the program once; a refusal is an answer too. */
export function run(words, { cwd = root, env = environment({}) } = {}) {
  return new Promise((done, fail) => {
    execFile(program, words, { cwd, env, maxBuffer: 1 << 26 }, (error, out, err) => {
      if (error && typeof error.code !== 'number') return fail(error);
      done({ code: error?.code ?? 0, out, err });
    });
  });
}

/** The living demo, with its people, their history and two certificates. */
export async function startDemo() {
  const server = await start('demo', '/api/v1/demo');
  return {
    ...server,
    /** The demo's own view of itself: people and sample certificates. */
    facts: async () => (await fetch(`${server.base}/api/v1/demo`)).json(),
    async reset() {
      const answer = await fetch(`${server.base}/api/v1/demo/reset`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: server.base },
      });
      if (!answer.ok) throw new Error(`the demo was not reset: ${answer.status} ${await answer.text()}`);
    },
  };
}

/** A real installation, empty but for what its operator brings in. */
export const startService = (settings = {}) =>
  start('serve', '/api/v1/site', {
    AULARI_ORGANISATION__NAME: 'Biblioteca de la Vall',
    AULARI_ORGANISATION__LEGAL_NAME: 'Ajuntament de la Vall',
    AULARI_ORGANISATION__TAX_NUMBER: 'P0812345J',
    AULARI_ORGANISATION__SIGNATORY: 'Roser Camps Ibáñez',
    AULARI_ORGANISATION__HELP_NUMBER: '900 100 200',
    ...settings,
  });
