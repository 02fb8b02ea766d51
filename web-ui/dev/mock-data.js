/** Invented courses and lessons for looking at every kind of block. */
const card = (slug, kind, title, summary, minutes, band, sectors, extra = {}) => ({
  slug,
  kind,
  title,
  titleLang: 'en',
  summary,
  minutes,
  level: 2,
  band,
  languages: ['ca', 'es', 'en'],
  competences: [
    { id: '1.2', label: 'Evaluating information', level: 2 },
    { id: '4.1', label: 'Protecting devices', level: 2 },
  ],
  audiences: ['everyone'],
  sectors,
  hasAudio: false,
  live: null,
  units: 5,
  ...extra,
});

export const courses = [
  card(
    'stop-check-decide',
    'instant',
    'Suspicious message? Stop, check, decide',
    'Recognise a trick in a message, a call or a link, and know what to do next.',
    40,
    'basic',
    ['safety'],
    { hasAudio: true },
  ),
  card(
    'find-work-online',
    'instant',
    'Find work online without giving yourself away',
    'Search precisely, apply well, and spot the offer that is not one.',
    45,
    'basic',
    ['employment'],
  ),
  card(
    'your-shop-on-the-map',
    'instant',
    'Your shop on the map in 90 minutes',
    'A listing people find, a photo that works, and one tool worth its cost.',
    90,
    'intermediate',
    ['commerce'],
  ),
  card(
    'your-digital-rights',
    'mooc',
    'Your digital rights',
    'Your data, your image, your time: what the law gives you and how to use it.',
    480,
    'basic',
    ['rights'],
  ),
  card(
    'first-loop-to-robot',
    'mooc',
    'From the first loop to a robot',
    'Learn to program step by step and end with a robot that follows a line.',
    900,
    'intermediate',
    ['technology', 'education'],
  ),
  card(
    'ai-at-work',
    'masterclass',
    'AI at work and in class: useful, wrong, or neither',
    'One hour live with questions, then the replay in chapters.',
    75,
    'advanced',
    ['education'],
    { live: { starts: '2026-12-03T18:00:00Z', minutes: 60 } },
  ),
];

const units = [
  ['u1', 'Why anyone can be caught', 4, 'lesson'],
  ['u2', 'The five signs', 8, 'lesson'],
  ['u3', 'A message from the bank?', 7, 'lesson'],
  ['u4', 'If you have already clicked', 9, 'lesson'],
  ['u5', 'Check what you know', 10, 'quiz'],
];

export function coursePage(slug, enrolment) {
  const found = courses.find((one) => one.slug === slug);
  if (!found) return null;
  return {
    ...found,
    about:
      '<p>Messages that want to trick you are written by people who know how haste works. Here you learn to slow down, and what to look at.</p>',
    audience: '<p>For everyone with a phone.</p>',
    needs: '<p>A phone or a computer, and half an hour of calm.</p>',
    outcomes: [
      'You can tell a trick from a message in half a minute',
      'You can check a sender without pressing anything',
      'You know what to do in the first ten minutes after a wrong click',
    ],
    modules: [
      {
        key: 'm1',
        title: 'Stop, check, decide',
        html: '<p>Three steps that fit in your pocket.</p>',
        week: found.kind === 'mooc' ? 1 : null,
        units: units.map(([key, title, minutes, type]) => ({
          key,
          title,
          minutes,
          type,
          mandatory: key !== 'u4',
          questions: 3,
        })),
      },
    ],
    authors: ['Aulari'],
    licence: 'CC-BY-SA-4.0',
    source: null,
    reviewed: '2026-11-20',
    version: 1,
    versionId: 'v1',
    completion: { certificate: 'attendance', readingOnly: false, score: null },
    live: found.live && {
      ...found.live,
      link: 'https://video.example/room',
      calendar: `/api/v1/courses/${slug}/calendar.ics`,
    },
    enrolment: slug === 'stop-check-decide' ? enrolment : null,
  };
}

export const demo = {
  people: [
    [
      'learner',
      'Montserrat',
      '/learn/e1',
      'Is in the middle of a course and holds a certificate.',
      'go on with the lesson about the message from the bank.',
    ],
    [
      'author',
      'Iker',
      '/studio',
      'Writes courses and has one that is not ready.',
      'see what stops it from being published.',
    ],
    [
      'administrator',
      'Amina',
      '/admin',
      'Looks after people and certificates.',
      'find a certificate and revoke it.',
    ],
  ].map(([role, name, landing, situation, task]) => ({
    role,
    name,
    landing,
    situation: { ca: situation, es: situation, en: situation },
    task: { ca: task, es: task, en: task },
  })),
  certificates: { valid: '7KQ4-W2MD-9XTE-PN5H-3VRA-C8YB-Z', revoked: '9XTE-W2MD-9XTE-PN5H-3VRA-C8YB-Z' },
};

export function enrolment(state) {
  const done = state.done.size;
  const all = done >= 4;
  const next = units.find(([key]) => !state.done.has(key));
  return {
    id: 'e1',
    slug: 'stop-check-decide',
    title: 'Suspicious message? Stop, check, decide',
    kind: 'instant',
    language: state.language,
    state: state.closed ? 'closed' : all ? 'completed' : 'active',
    doneUnits: done,
    totalUnits: 5,
    minutesLeft: Math.max(0, 38 - done * 8),
    percent: done * 20,
    next:
      next && !all
        ? { unit: next[0] === 'u2' ? 'u3' : next[0], title: next[1], block: null, minutes: next[2] }
        : null,
    lastAt: '2026-11-22T10:00:00Z',
    completedAt: all ? '2026-11-22T10:00:00Z' : null,
    certificate: all
      ? {
          code: demo.certificates.valid,
          pdf: '/api/v1/certificates/x/pdf',
          kind: 'attendance',
          issuedAt: '2026-11-22T10:00:00Z',
        }
      : null,
    certificateWaits: false,
    versionId: 'v1',
    newerVersion: null,
    modules: [
      {
        key: 'm1',
        title: 'Stop, check, decide',
        week: null,
        units: units.map(([key, title, minutes, type]) => ({
          key,
          title,
          minutes,
          type,
          mandatory: key !== 'u4',
          state: state.done.has(key) ? 'done' : key === 'u3' ? 'open' : 'new',
          opensBecause: [],
          score: null,
          passed: null,
          triesUsed: 0,
          triesLeft: null,
        })),
      },
    ],
    position: { unit: 'u3', block: null },
    rule: { certificate: 'attendance', readingOnly: false, score: null, met: all, missing: [] },
    nextCourse: all
      ? {
          slug: 'your-digital-rights',
          title: 'Your digital rights',
          reason: { code: 'leads-on', params: { competence: '4.1', label: 'Protecting devices' } },
        }
      : null,
    points: 34,
  };
}

const part = (id, title, html = '') => ({ id, title, html });
const block = (id, type, title, html, extra = {}) => ({
  id,
  type,
  title,
  html,
  lang: 'en',
  parts: [],
  ...extra,
});
const question = (id, title, body) =>
  block(id, 'question', title, '', { question: { points: 1, tries: 3, hints: 0, ...body } });
const options = [
  part('a', 'Close the message and call the number on my card'),
  part('b', 'Press the link to see whether it looks real'),
  part('c', 'Answer and ask whether it is true'),
];
const image = '/favicon.svg';

export const questionBlocks = [
  question('q-single', 'What do you do first?', { kind: 'single', options, shuffle: true, hints: 2 }),
  question('q-multiple', 'Which of these are signs of a trick?', {
    kind: 'multiple',
    options,
    shuffle: true,
  }),
  question('q-truefalse', 'A bank asks for your code in a message.', {
    kind: 'truefalse',
    options: [part('true', ''), part('false', '')],
  }),
  question('q-text', 'What is the wall called that guards a network?', { kind: 'text' }),
  question('q-numeric', 'How much is half of 24 kilos?', { kind: 'numeric', units: ['kg'] }),
  question('q-ordering', 'Put the steps in order', {
    kind: 'ordering',
    items: [part('o3', 'Decide'), part('o1', 'Stop'), part('o2', 'Check')],
  }),
  question('q-matching', 'What does each part do?', {
    kind: 'matching',
    left: [part('l1', 'Processor'), part('l2', 'Memory'), part('l3', 'Disk')],
    right: [part('r3', 'Keeps'), part('r1', 'Thinks'), part('r2', 'Remembers')],
  }),
  question('q-categorise', 'Safe or risky?', {
    kind: 'categorise',
    categories: [part('safe', 'Safe'), part('risky', 'Risky')],
    items: [part('i1', 'A padlock that you check yourself'), part('i2', 'Haste'), part('i3', 'Calling back')],
  }),
  {
    ...question('q-gaps', 'Fill in the gap', { kind: 'gaps', mode: 'typed', gaps: ['g1'], options: [] }),
    html: '<p>A small file that a page leaves in your browser is a <span class="gap" data-gap="g1"></span>, and you may refuse it.</p>',
  },
  {
    ...question('q-chosen', 'Choose the words', {
      kind: 'gaps',
      mode: 'dragged',
      gaps: ['g1', 'g2'],
      options: [part('a', 'cookie'), part('b', 'browser'), part('c', 'bank')],
    }),
    html: '<p>A <span class="gap" data-gap="g1"></span> is kept by your <span class="gap" data-gap="g2"></span>.</p>',
  },
  question('q-hotspot', 'Where is the warning?', {
    kind: 'hotspot',
    file: image,
    alt: 'A picture with an arch',
    many: false,
    areas: [
      { id: 'a1', title: 'The arch', x: 20, y: 20, w: 60, h: 40 },
      { id: 'a2', title: 'The point', x: 38, y: 62, w: 24, h: 24 },
    ],
  }),
  question('q-label', 'Name the parts', {
    kind: 'label',
    file: image,
    alt: 'A picture with an arch',
    spots: [
      { id: 's1', title: 'Upper part', x: 50, y: 25 },
      { id: 's2', title: 'Lower part', x: 50, y: 70 },
    ],
    labels: [part('mouse', 'Mouse'), part('screen', 'Screen')],
  }),
  question('q-scale', 'How sure do you feel now?', {
    kind: 'scale',
    from: 1,
    to: 5,
    low: 'Not at all',
    high: 'Very sure',
    tries: 0,
    points: 0,
  }),
];

export function lesson(key, lang) {
  const found = units.find((one) => one[0] === key) ?? units[2];
  const at = units.indexOf(found);
  return {
    course: 'stop-check-decide',
    versionId: 'v1',
    unit: key,
    lang,
    title: found[1],
    titleLang: 'en',
    type: 'lesson',
    minutes: found[2],
    words: 400,
    quiz: null,
    goal: '<p>After this you can tell in half a minute whether a message wants to trick you.</p>',
    previous: units[at - 1]?.[0] ?? null,
    next: units[at + 1]?.[0] ?? null,
    blocks: [
      block(
        'intro',
        'text',
        '',
        '<p>Read this message slowly, as if it had just come to your phone. Before you decide anything, look for three things: who it comes from, what it wants you to do, and how much time it gives you.</p><table><tr><th>Sign</th><th>What to do</th></tr><tr><td>Haste</td><td>Wait</td></tr></table>',
      ),
      block(
        'mail',
        'callout',
        'Bank Service <notice@bank-secure-help.info>',
        '<p>Dear client, for your safety <strong>you must confirm your data within 2 hours</strong>, or your account will be closed. <strong>Press here</strong>.</p>',
        {
          style: 'message',
          parts: [
            part(
              'caption',
              '',
              '<p>An invented message with three signs underlined: a foreign address, haste, and a link.</p>',
            ),
          ],
        },
      ),
      block(
        'haste',
        'callout',
        'Haste is the trick.',
        '<p>A bank that really needs you gives you time, and never asks for your code in a message.</p>',
        { style: 'tip' },
      ),
      block('warn', 'callout', 'Never by telephone either', '<p>The same trick comes by voice.</p>', {
        style: 'warning',
      }),
      block('pic', 'image', 'The arch of the library', '', {
        file: image,
        alt: 'An arch with a point of light',
        decorative: false,
      }),
      block(
        'info',
        'infographic',
        'The three steps',
        '<p>Stop, then check, then decide. Each step takes ten seconds.</p>',
        { file: image, alt: '', decorative: false },
      ),
      block(
        'film',
        'video',
        'The trick in one minute',
        '<p>You see a phone on which the message arrives.</p>',
        {
          file: '/none.mp4',
          seconds: 62,
          captions: [{ lang: 'en', file: '/none.vtt' }],
          poster: null,
          chapters: [
            { id: 'c1', title: 'The message', at: 0 },
            { id: 'c2', title: 'The call', at: 31 },
          ],
          synthetic: 'voice',
          transcript: '<p>The message arrives.</p>',
        },
      ),
      block('sound', 'audio', 'Listen to this lesson', '', {
        file: '/none.mp3',
        seconds: 240,
        synthetic: 'voice',
        transcript: '<p>Read this message slowly.</p>',
      }),
      block('acc', 'accordion', 'What people ask', '', {
        parts: [
          part('x', 'And if it is my bank?', '<p>Then it can wait until you call.</p>'),
          part('y', 'And if I pressed?', '<p>Go on with the next lesson.</p>'),
        ],
      }),
      block('steps', 'steps', 'Three steps', '', {
        parts: [
          part('x', 'Stop', '<p>Put the phone down.</p>'),
          part('y', 'Check', '<p>Call the number on your card.</p>'),
        ],
      }),
      block('cards', 'flashcards', 'Words to remember', '', {
        parts: [
          part('x', 'Phishing', '<p>A message that fishes for your data.</p>'),
          part('y', 'Spoofing', '<p>A sender that is not who it says.</p>'),
        ],
      }),
      block('do', 'practice', 'Do it now', '<p>Take your card and save its number in your contacts.</p>', {
        minutes: 5,
      }),
      block('get', 'download', 'The three steps to print', '<p>One page.</p>', { file: image }),
      ...questionBlocks,
    ],
  };
}

export const quizUnit = (lang) => ({
  ...lesson('u5', lang),
  type: 'quiz',
  blocks: [block('intro', 'text', '', '<p>Five questions about what you have read.</p>')],
  quiz: { pass: 80, tries: 3, minutes: 10, questions: 5, review: 'after-submission' },
});
