// What a printed certificate says, and where its square code leads, as a telephone's camera would find out.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeQR } from 'qr/decode.js';

const DOTS_PER_INCH = 200;
const LONGEST_LOOK_MS = 5000;

/** The picture in a PPM file: `P6`, width, height, the highest value, then the bytes. */
function readPpm(bytes) {
  const [, width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString('latin1'));
  const size = Number(width) * Number(height) * 3;
  return { width: Number(width), height: Number(height), data: new Uint8Array(bytes.subarray(bytes.length - size)) };
}

/** The words of a PDF, and the text in the square code of its first page. */
export function readPdf(bytes) {
  const folder = mkdtempSync(join(tmpdir(), 'aulari-pdf-'));
  try {
    const file = join(folder, 'certificate.pdf');
    writeFileSync(file, bytes);
    const words = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    execFileSync('pdftoppm', ['-r', String(DOTS_PER_INCH), '-f', '1', '-l', '1', '-singlefile', file, join(folder, 'page')]);
    const code = decodeQR(readPpm(readFileSync(join(folder, 'page.ppm'))), { timeLimit: LONGEST_LOOK_MS });
    return { words, code };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The PDF behind a link, as this person's browser gets it. */
export async function fetchPdf(someone, address) {
  const answer = await someone.context.request.get(new URL(address, someone.base).href);
  if (!answer.ok()) throw new Error(`${address}: ${answer.status()}`);
  return readPdf(await answer.body());
}
