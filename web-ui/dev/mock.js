/**
 * A small stand-in for the server, to look at the built application without it: `node dev/mock.js [port]`.
 * It keeps nothing and judges answers by a fixed key; it is no part of what is shipped.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { adminRoutes } from './mock-admin.js';
import { courses, coursePage, demo, enrolment, lesson, quizUnit, questionBlocks } from './mock-data.js';
import { judge } from './mock-judge.js';

const port = Number(process.argv[2] ?? 8080);
const shell = readFileSync('build/index.html', 'utf8');
const hashes = [...shell.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
  (found) => `'sha256-${createHash('sha256').update(found[1]).digest('base64')}'`,
);
const policy = `default-src 'self'; script-src 'self' ${hashes.join(' ')}; style-src 'self'; img-src 'self' data:; media-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'`;
const types = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.vtt': 'text/vtt',
  '.txt': 'text/plain',
};
const state = {
  role: null,
  rewards: true,
  language: 'en',
  done: new Set(['u1']),
  questions: {},
  attempts: {},
  closed: false,
};
const people = {
  learner: 'Montserrat Vidal Puig',
  author: 'Iker Etxeberria',
  administrator: 'Amina Haddad',
};
const me = () => ({
  personId: 'p1',
  name: people[state.role],
  login: `${state.role}@demo.example`,
  language: state.language,
  roles: state.role === 'administrator' ? ['learner', 'author', 'administrator'] : ['learner', state.role],
  rewards: state.rewards,
});

class Refusal extends Error {
  constructor(status, code, pointer) {
    super(code);
    Object.assign(this, { status, code, pointer });
  }
}
const signed = () => {
  if (!state.role) throw new Refusal(401, 'not-signed-in');
};

function fact(one) {
  if (one.kind === 'done') state.done.add(one.unit);
  const out = { id: one.id, status: 'recorded', points: 0, unitDone: false, completed: false, badges: [] };
  if (one.kind === 'answered' && one.attempt) {
    state.attempts[one.attempt].answers[one.block] = one.answer;
  } else if (one.kind === 'answered') {
    const block = questionBlocks.find((each) => each.id === one.block);
    const before = state.questions[one.block]?.tries ?? 0;
    const verdict = judge(block, one.answer, before + 1);
    state.questions[one.block] = {
      tries: before + 1,
      triesLeft: verdict.triesLeft,
      right: verdict.right,
      best: verdict.fraction,
      last: one.answer,
      feedback: verdict.feedback,
    };
    Object.assign(out, { verdict, points: verdict.right ? 2 : 0 });
  }
  if (one.kind === 'done') Object.assign(out, { unitDone: true, completed: state.done.size >= 4, points: 5 });
  return out;
}

const routes = [
  [
    'GET',
    /^\/site$/,
    () => ({
      name: 'Aula Ciutat',
      legalName: null,
      helpNumber: '900 000 000',
      languages: ['ca', 'es', 'en'],
      demo: true,
      certificateIssuer: true,
      version: '0.1.0',
    }),
  ],
  ['GET', /^\/session$/, () => (signed(), me())],
  [
    'POST',
    /^\/session$/,
    (_, body) => {
      if (body.password !== 'demo-demo') throw new Refusal(401, 'wrong-login');
      state.role = 'learner';
      return me();
    },
  ],
  ['DELETE', /^\/session$/, () => void (state.role = null)],
  [
    'POST',
    /^\/people$/,
    (_, body) => {
      if (body.login === 'taken') throw new Refusal(409, 'login-taken', '/login');
      state.role = 'learner';
      return me();
    },
  ],
  ['PATCH', /^\/me$/, (_, body) => (Object.assign(state, body), me())],
  ['GET', /^\/demo$/, () => demo],
  ['POST', /^\/demo\/entry$/, (_, body) => ((state.role = body.role), me())],
  [
    'POST',
    /^\/demo\/reset$/,
    () => void Object.assign(state, { role: null, done: new Set(['u1']), questions: {} }),
  ],
  [
    'GET',
    /^\/courses$/,
    (_, __, query) => {
      const q = query.get('q')?.toLowerCase() ?? '';
      const sectors = query.getAll('sector');
      const items = courses.filter(
        (one) =>
          one.title.toLowerCase().includes(q) &&
          (!sectors.length || one.sectors.some((sector) => sectors.includes(sector))),
      );
      const facet = (of) => {
        const counts = {};
        for (const one of items)
          for (const value of [of(one)].flat()) counts[value] = (counts[value] ?? 0) + 1;
        return Object.entries(counts).map(([value, count]) => ({ value, count }));
      };
      return {
        items,
        next: items.length > 5 ? 'more' : null,
        total: items.length,
        facets: {
          format: facet((one) => one.kind),
          level: facet((one) => one.band),
          sector: facet((one) => one.sectors),
          language: facet((one) => one.languages),
          audience: facet((one) => one.audiences),
          duration: facet((one) => (one.minutes > 180 ? 'long' : one.minutes > 60 ? 'medium' : 'short')),
          competence: facet((one) => one.competences.map((each) => `${each.id} ${each.label}`)),
        },
      };
    },
  ],
  [
    'GET',
    /^\/courses\/([\w-]+)$/,
    ([slug]) => {
      const page = coursePage(slug, state.role === 'learner' ? enrolment(state) : null);
      if (!page) throw new Refusal(404, 'not-found');
      return page;
    },
  ],
  ['POST', /^\/courses\/([\w-]+)\/enrolments$/, () => (signed(), enrolment(state))],
  [
    'GET',
    /^\/(?:studio\/)?courses\/[\w-]+\/versions\/\w+\/units\/(\w+)$/,
    ([key], _, query) => (key === 'u5' ? quizUnit(query.get('lang')) : lesson(key, query.get('lang'))),
  ],
  [
    'GET',
    /^\/me\/enrolments$/,
    () => (
      signed(),
      {
        items: [
          enrolment(state),
          {
            ...enrolment(state),
            id: 'e2',
            slug: 'find-work-online',
            title: 'Find work online without giving yourself away',
            state: 'completed',
            percent: 100,
            next: null,
            minutesLeft: 0,
            doneUnits: 6,
            totalUnits: 6,
            completedAt: '2026-11-12T10:00:00Z',
            certificate: {
              code: '7KQ4-W2MD-9XTE-PN5H-3VRA-C8YB-Z',
              pdf: '/api/v1/certificates/x/pdf',
              kind: 'attendance',
              issuedAt: '2026-11-12T10:00:01Z',
            },
          },
        ],
        next: null,
      }
    ),
  ],
  ['GET', /^\/me\/enrolments\/(\w+)$/, () => (signed(), enrolment(state))],
  ['PATCH', /^\/me\/enrolments\/(\w+)$/, (_, body) => (Object.assign(state, body), enrolment(state))],
  ['POST', /^\/me\/enrolments\/\w+\/closing$/, () => ((state.closed = true), enrolment(state))],
  ['DELETE', /^\/me\/enrolments\/\w+\/closing$/, () => ((state.closed = false), enrolment(state))],
  [
    'GET',
    /^\/me\/enrolments\/\w+\/units\/(\w+)$/,
    ([key]) => ({
      key,
      state: state.done.has(key) ? 'done' : 'open',
      position: key === 'u3' ? 'haste' : null,
      questions: state.questions,
      quiz:
        key === 'u5'
          ? {
              triesUsed: Object.values(state.attempts).filter((one) => one.submittedAt).length,
              triesLeft: 2,
              best: null,
              passed: false,
              openAttempt: Object.values(state.attempts).find((one) => !one.submittedAt)?.id ?? null,
              attempts: Object.values(state.attempts).map((one) => ({
                ...one,
                score: one.result?.score ?? null,
                passed: one.result?.passed ?? null,
              })),
            }
          : null,
    }),
  ],
  [
    'GET',
    /^\/me\/enrolments\/\w+\/units\/\w+\/hints$/,
    (_, __, query) => ({ html: `<p>Hint number ${query.get('number')}: look at who sends it.</p>` }),
  ],
  ['POST', /^\/me\/facts$/, (_, body) => (signed(), { results: body.facts.map(fact) })],
  [
    'POST',
    /^\/me\/attempts$/,
    (_, body) =>
      (state.attempts[body.id] = {
        id: body.id,
        enrolment: 'e1',
        unit: 'u5',
        number: 1,
        startedAt: new Date().toISOString(),
        deadline: new Date(Date.now() + 600000).toISOString(),
        questions: questionBlocks.slice(0, 5),
        answers: {},
        submittedAt: null,
        result: null,
      }),
  ],
  ['GET', /^\/me\/attempts\/([\w-]+)$/, ([id]) => state.attempts[id]],
  [
    'POST',
    /^\/me\/attempts\/([\w-]+)\/submission$/,
    ([id]) => {
      const attempt = state.attempts[id];
      attempt.submittedAt = new Date().toISOString();
      const questions = attempt.questions.map((block) => {
        const answer = attempt.answers[block.id] ?? null;
        const verdict = answer ? judge(block, answer, 9) : { right: false, fraction: 0, feedback: null };
        return {
          block: block.id,
          answer,
          fraction: verdict.fraction,
          right: verdict.right,
          feedback: verdict.feedback,
        };
      });
      const score = (100 * questions.reduce((sum, one) => sum + one.fraction, 0)) / questions.length;
      if (score >= 80) state.done.add('u5');
      attempt.result = {
        score,
        passed: score >= 80,
        passMark: 80,
        triesLeft: 1,
        points: 10,
        questions,
        unitDone: score >= 80,
        completed: score >= 80,
      };
      return attempt.result;
    },
  ],
  ...adminRoutes(state, signed, Refusal),
];

function answer(request, response, url, body) {
  const path = url.pathname.slice('/api/v1'.length);
  for (const [method, pattern, handle] of routes) {
    const found = method === request.method && pattern.exec(path);
    if (!found) continue;
    const out = handle(found.slice(1).map(decodeURIComponent), body, url.searchParams);
    if (out === undefined) return response.writeHead(204).end();
    return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(out));
  }
  throw new Refusal(404, 'not-found');
}

createServer(async (request, response) => {
  const url = new URL(request.url, 'http://x');
  let text = '';
  for await (const chunk of request) text += chunk;
  try {
    if (url.pathname.startsWith('/api/')) return answer(request, response, url, text ? JSON.parse(text) : {});
    const file = join('build', normalize(url.pathname));
    if (extname(file) && existsSync(file)) {
      return response
        .writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
        .end(readFileSync(file));
    }
    response
      .writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy })
      .end(readFileSync('build/index.html'));
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) console.error(thrown);
    const { status = 500, code = 'unknown', pointer } = thrown;
    response
      .writeHead(status, { 'content-type': 'application/problem+json' })
      .end(JSON.stringify({ status, code, pointer }));
  }
}).listen(port, () => console.log(`http://127.0.0.1:${port}`));
