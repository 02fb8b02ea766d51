/**
 * Writes `src/lib/api/schema.ts`, the types of every call, from the server's description `docs/openapi.json`.
 * With `--check` it only says whether that file is fresh, and ends with 1 when it is not.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import openapiTS, { astToString } from 'openapi-typescript';
import prettier from 'prettier';
import { LEFT_OUT, PROPERTIES } from './amendments.js';

const here = (path) => new URL(path, import.meta.url);
const SOURCE = here('../../docs/openapi.json');
const TARGET = here('../src/lib/api/schema.ts');
const REF = '#/components/schemas/';

const api = JSON.parse(readFileSync(SOURCE, 'utf8'));
const schemas = api.components.schemas;

/** Every schema inside `node`, the innermost first; `change` may answer another one to stand in its place. */
function rewrite(node, change) {
  if (Array.isArray(node)) return node.map((one) => rewrite(one, change));
  if (node === null || typeof node !== 'object') return node;
  const inside = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, rewrite(value, change)]),
  );
  return change(inside);
}

/** A copy of a named schema becomes its name: generic pages carry their rows written out. */
function foldCopies() {
  const composite = Object.entries(schemas).filter(([, schema]) => schema.allOf || schema.properties);
  let folded = 0;
  const fold = (self) => (node) => {
    const found = composite.find(
      ([name, schema]) => name !== self && (node.allOf || node.properties) && isDeepStrictEqual(node, schema),
    );
    if (found) folded += 1;
    return found ? { $ref: REF + found[0] } : node;
  };
  for (const name of Object.keys(schemas)) schemas[name] = rewrite(schemas[name], fold(name));
  return folded;
}

/** The names of the schemas that the given parts of the description reach. */
function reached(roots) {
  const names = new Set();
  const visit = (node) =>
    rewrite(node, (inside) => {
      const name = inside.$ref?.startsWith(REF) ? inside.$ref.slice(REF.length) : null;
      if (name && !names.has(name)) {
        names.add(name);
        visit(schemas[name]);
      }
      return inside;
    });
  visit(roots);
  return names;
}

/** The objects whose properties make up a named schema. */
const objectsOf = (schema) =>
  [schema, ...(schema.allOf ?? []), ...(schema.oneOf ?? [])].filter((part) => part.properties);

function amendProperties() {
  for (const [place, better] of Object.entries(PROPERTIES)) {
    const [name, property] = place.split('.');
    const object = schemas[name] && objectsOf(schemas[name]).find((part) => property in part.properties);
    const now = object?.properties[property];
    const said = now && JSON.stringify(now).match(/"enum"|"\$ref"|"additionalProperties"/);
    if (!now || said)
      console.warn(`dev/amendments.js: ${place} is ${now ? 'said by the description' : 'gone'}`);
    if (now && !said) object.properties[property] = { ...better, description: now.description };
  }
}

/** An answer carries all its fields, with `null` where there is nothing. */
function requireInAnswers() {
  const answers = reached(
    Object.values(api.paths).flatMap((path) => Object.values(path).map((operation) => operation.responses)),
  );
  answers.delete('Problem');
  for (const name of answers) {
    for (const object of objectsOf(schemas[name])) {
      const told = Object.entries(object.properties)
        .filter(([property, schema]) => !LEFT_OUT.includes(`${name}.${property}`) && mayBeNull(schema))
        .map(([property]) => property);
      object.required = [...new Set([...(object.required ?? []), ...told])];
    }
  }
}

const mayBeNull = (schema) =>
  schema.type === 'null' || schema.type?.includes?.('null') || (schema.oneOf ?? []).some(mayBeNull);

// Calls are typed by method and address; a second list by id would only double the file.
for (const path of Object.values(api.paths)) {
  for (const operation of Object.values(path)) delete operation.operationId;
}
while (foldCopies() > 0);
amendProperties();
requireInAnswers();

const HEAD = '// Written by `npm run generate` from docs/openapi.json. Changes belong there.\n\n';
const code = astToString(await openapiTS(api, { alphabetize: false }));
const options = await prettier.resolveConfig(TARGET);
const text = await prettier.format(HEAD + code, { ...options, parser: 'typescript' });

if (!process.argv.includes('--check')) {
  writeFileSync(TARGET, text);
} else if (readFileSync(TARGET, 'utf8') !== text) {
  console.error(
    "web-ui/src/lib/api/schema.ts is older than docs/openapi.json: run 'npm run generate' in web-ui",
  );
  process.exit(1);
}
