#!/usr/bin/env node
// Builds the program and says how far it is, also where nobody sees cargo's own bar: at a terminal on one line that moves, elsewhere
// a line now and then. Warnings and errors of the compiler come through as they are.
//   node scripts/build-program.mjs "2/3 Building the program" [cargo arguments]
import { spawn } from 'node:child_process';

const [label, ...args] = process.argv.slice(2);
const terminal = process.stdout.isTTY;
// Where lines stay, one in so many milliseconds is enough.
const PAUSE = terminal ? 0 : 10_000;

const cargo = spawn('cargo', ['build', '--locked', '-p', 'server', ...args], {
  stdio: ['ignore', 'inherit', 'pipe'],
  env: {
    ...process.env,
    CARGO_TERM_PROGRESS_WHEN: 'always',
    CARGO_TERM_PROGRESS_WIDTH: '80',
    CARGO_TERM_COLOR: terminal ? 'always' : 'never',
  },
});

let rest = '';
let said = '';
let saidAt = -Infinity;

function clear() {
  if (terminal && said) process.stdout.write('\r\x1b[K');
}

function say(text) {
  if (text === said || Date.now() - saidAt < PAUSE) return;
  clear();
  process.stdout.write(terminal ? text : `${text}\n`);
  [said, saidAt] = [text, Date.now()];
}

function line(raw) {
  // eslint-disable-next-line no-control-regex -- cargo colours its words
  const text = raw.replace(/\x1b\[[0-9;]*[A-Za-z]/g, '');
  const parts = /^\s*Building \[[=> ]*\] (\d+)\/(\d+)/.exec(text);
  if (parts) return say(`${label}: ${parts[1]} of ${parts[2]} parts`);
  // What is only news of progress is said above already.
  if (!text.trim() || /^\s*(Compiling|Finished|Fresh|Downloaded|Locking|Building) /.test(text)) return;
  clear();
  said = '';
  process.stderr.write(`${raw}\n`);
}

cargo.stderr.setEncoding('utf8');
cargo.stderr.on('data', (chunk) => {
  const lines = (rest + chunk).split(/[\r\n]/);
  rest = lines.pop();
  lines.forEach(line);
});
cargo.on('error', (error) => {
  console.error(`cargo cannot be started (${error.message}). Install Rust from https://rustup.rs, then try again.`);
  process.exit(3);
});
cargo.on('close', (code) => {
  line(rest);
  clear();
  console.log(code === 0 ? `${label}: done` : `${label}: stopped by the error above`);
  process.exit(code ?? 1);
});
