// A course as its author wrote it: the folder's files hold the titles a person sees, and the key to each question.
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { samples } from './server.mjs';

const HEADING = /^#{1,6}[ \t]+(.*?)\s*\{#([^\s{}]+)\}\s*$/;

/** The sections of a text file, by anchor. */
function sectionsOf(file) {
  const sections = {};
  let current = null;
  let fence = false;
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
    if (/^\s*(```|~~~)/.test(line)) fence = !fence;
    const heading = fence ? null : HEADING.exec(line);
    if (heading) {
      current = { title: heading[1].replace(/\s+/g, ' ').trim(), body: '' };
      sections[heading[2]] = current;
    } else if (current) current.body += `${line}\n`;
  }
  return sections;
}

const foldersIn = (folder, file) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, file)))
    .map((entry) => entry.name)
    .sort((a, b) => (parseInt(a, 10) || 0) - (parseInt(b, 10) || 0) || a.localeCompare(b));

const keyOf = (folder) => folder.replace(/^\d+[-_. ]/, '');

function unitIn(folder, name, languages) {
  const form = parse(readFileSync(join(folder, 'unit.toml'), 'utf8'));
  const texts = Object.fromEntries(
    languages.map((lang) => [lang, sectionsOf(join(folder, `unit.${lang}.md`))]),
  );
  const blocks = (form.block ?? []).map((block, at) => {
    const id = block.id ?? `b${at + 1}`;
    return {
      ...block,
      id,
      kind: block.question,
      /** The words of the block, or of a part of it, in a language. */
      title: (lang, part) => texts[lang][part ? `${id}.${part}` : id]?.title ?? '',
      body: (lang, part) => texts[lang][part ? `${id}.${part}` : id]?.body.trim() ?? '',
    };
  });
  return {
    ...form,
    key: form.key ?? keyOf(name),
    mandatory: form.mandatory ?? true,
    blocks,
    questions: blocks.filter((block) => block.type === 'question'),
    title: (lang) => texts[lang].unit.title,
  };
}

/** Reads a course folder; `units` stand in the order in which people meet them. */
export function readCourse(folder) {
  const form = parse(readFileSync(join(folder, 'course.toml'), 'utf8'));
  const texts = Object.fromEntries(
    form.languages.map((lang) => [lang, sectionsOf(join(folder, `course.${lang}.md`))]),
  );
  const units = foldersIn(folder, 'module.toml').flatMap((module) =>
    foldersIn(join(folder, module), 'unit.toml').map((unit) =>
      unitIn(join(folder, module, unit), unit, form.languages),
    ),
  );
  return {
    ...form,
    folder,
    units,
    unit: (key) => units.find((one) => one.key === key),
    title: (lang) => texts[lang].course.title,
    outcomes: (lang) =>
      Object.entries(texts[lang]).filter(([id]) => id.startsWith('outcomes.')).map(([, one]) => one.title),
  };
}

export const sampleCourse = (slug) => readCourse(join(samples, slug));

/** Every sample course. */
export const sampleCourses = () =>
  readdirSync(samples)
    .filter((name) => existsSync(join(samples, name, 'course.toml')))
    .sort()
    .map(sampleCourse);

/** The first words of a text as they read on the screen, without its marks. */
export const firstWords = (body, count = 5) =>
  body
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`#>]/g, '')
    .trim()
    .split(/\s+/)
    .slice(0, count)
    .join(' ');
