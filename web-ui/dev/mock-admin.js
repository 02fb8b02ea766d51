/** The stand-in's certificates, studio and administration. */
const certificate = (code, state = 'valid') => ({
  code,
  state,
  checkedAt: new Date().toISOString(),
  kind: 'attendance',
  holder: 'Montserrat Vidal Puig',
  course: 'Suspicious message? Stop, check, decide',
  courseLang: 'en',
  slug: 'stop-check-decide',
  modality: 'online',
  hours: { total: 2, kind: 'nominal' },
  readingOnly: false,
  issuer: { name: 'Aula Ciutat', taxNumber: 'P0000000A', fictitious: true },
  issuedAt: '2026-11-12T10:00:00Z',
  startedAt: '2026-11-03T10:00:00Z',
  completedAt: '2026-11-12T10:00:00Z',
  units: ['Why anyone can be caught', 'The five signs', 'A message from the bank?'],
  result: 90,
  competences: [{ id: '4.1', label: 'Protecting devices', band: 'basic' }],
  framework: 'DigComp 3.0',
  signatory: 'Amina Haddad',
  language: 'en',
  revokedAt: state === 'revoked' ? '2026-11-20T10:00:00Z' : null,
  reason: state === 'revoked' ? 'error' : null,
  replacedBy: null,
  replacedAt: null,
  statement: 'no-official-qualification',
  demonstration: true,
});
const studio = (slug, title, version, draft, blocks) => ({
  slug,
  title,
  kind: 'instant',
  languages: ['ca', 'es', 'en'],
  version,
  draft,
  findings: { blocks, warns: 2 },
  updatedAt: '2026-11-20T10:00:00Z',
});
const list = (items) => ({ items, next: null });

export const adminRoutes = (state, signed, Refusal) => [
  [
    'GET',
    /^\/certificates\/([\w-]+)$/,
    ([code]) => {
      if (code.length < 10) throw new Refusal(404, 'not-found');
      return certificate(code, code.startsWith('9') ? 'revoked' : 'valid');
    },
  ],
  ['GET', /^\/me\/certificates$/, () => (signed(), list([certificate('7KQ4-W2MD-9XTE-PN5H-3VRA-C8YB-Z')]))],
  [
    'GET',
    /^\/me\/rewards$/,
    () => (
      signed(),
      {
        on: state.rewards,
        points: 134,
        level: 3,
        levelAt: 100,
        nextAt: 200,
        rhythm: { weeks: [true, false, true, true], practised: 3 },
        today: { points: 12, cap: 60 },
        badges: [
          {
            id: 'b1',
            area: '4',
            band: 'basic',
            label: 'Safety',
            earnedAt: '2026-11-12T10:00:00Z',
            enrolment: 'e2',
          },
          { id: 'b2', area: '1', band: 'basic', label: 'Information', earnedAt: null, enrolment: null },
        ],
        reviews: [
          {
            enrolment: 'e1',
            slug: 'stop-check-decide',
            title: 'What do you do first?',
            unit: 'u3',
            block: 'q-single',
            dueAt: '2026-11-22T10:00:00Z',
          },
        ],
      }
    ),
  ],
  [
    'GET',
    /^\/(?:studio|admin)\/courses$/,
    () =>
      list(
        [
          studio('stop-check-decide', 'Suspicious message? Stop, check, decide', 1, null, 0),
          studio('your-shop-on-the-map', 'Your shop on the map in 90 minutes', null, 1, 3),
        ].map((one) => ({ ...one, enrolments: 120, active: 40, completed: 80 })),
      ),
  ],
  [
    'GET',
    /^\/studio\/courses\/([\w-]+)$/,
    ([slug]) => ({
      slug,
      title: 'Your shop on the map in 90 minutes',
      kind: 'instant',
      languages: ['ca', 'es', 'en'],
      versions: [
        {
          id: 'v2',
          number: 2,
          state: 'draft',
          createdAt: '2026-11-20T10:00:00Z',
          publishedAt: null,
          harmless: null,
          enrolments: 0,
        },
        {
          id: 'v1',
          number: 1,
          state: 'published',
          createdAt: '2026-11-01T10:00:00Z',
          publishedAt: '2026-11-02T10:00:00Z',
          harmless: false,
          enrolments: 120,
        },
      ],
      findings: [
        {
          file: '01-first/01-listing/unit.en.md',
          line: 14,
          anchor: 'first.press',
          code: 'option-without-feedback',
          severity: 'blocks',
          language: 'en',
          message:
            'This wrong option says nothing of the mistake behind it. Write one sentence that explains it.',
          accepted: false,
        },
        {
          file: '01-first/01-listing/unit.toml',
          line: 3,
          anchor: null,
          code: 'missing-alt',
          severity: 'warns',
          language: null,
          message: 'The picture map.svg has no alternative text.',
          accepted: false,
        },
      ],
      modules: [
        {
          key: 'm1',
          title: 'Your listing',
          html: null,
          week: null,
          units: [
            {
              key: 'u3',
              title: 'A message from the bank?',
              type: 'lesson',
              minutes: 7,
              mandatory: true,
              questions: 3,
            },
          ],
        },
      ],
    }),
  ],
  [
    'POST',
    /^\/studio\/courses\/[\w-]+\/answers$/,
    () => ({
      right: false,
      fraction: 0.5,
      parts: [],
      explain: '<p>So it is.</p>',
      lang: 'en',
      solution: null,
    }),
  ],
  ['POST', /^\/admin\/courses\/[\w-]+\/versions\/\w+\/publication$/, () => ({ number: 2 })],
  [
    'GET',
    /^\/admin\/overview$/,
    () => ({
      waitingCertificates: 3,
      issuerSet: false,
      people: 23364,
      enrolments: 175760,
      completions: 60523,
      certificates: 60520,
    }),
  ],
  [
    'GET',
    /^\/admin\/enrolments$/,
    () =>
      list(
        Array.from({ length: 14 }, (_, at) => ({
          id: `e${at}`,
          personName: ['Montserrat Vidal Puig', 'Joan Serra', 'Fatima Benali'][at % 3],
          login: `person${at}`,
          slug: 'stop-check-decide',
          title: 'Suspicious message? Stop, check, decide',
          state: at % 3 ? 'active' : 'completed',
          percent: at % 3 ? at * 7 : 100,
          doneUnits: at % 5,
          totalUnits: 5,
          startedAt: '2026-11-01T10:00:00Z',
          lastAt: '2026-11-20T10:00:00Z',
          completedAt: at % 3 ? null : '2026-11-20T10:00:00Z',
          certificate: at % 3 ? null : '7KQ4-W2MD-9XTE-PN5H-3VRA-C8YB-Z',
        })),
      ),
  ],
  [
    'GET',
    /^\/admin\/certificates$/,
    () =>
      list([
        certificate('7KQ4-W2MD-9XTE-PN5H-3VRA-C8YB-Z'),
        certificate('9XTE-W2MD-9XTE-PN5H-3VRA-C8YB-Z', 'revoked'),
      ]),
  ],
  ['POST', /^\/admin\/certificates\/([\w-]+)\/revocation$/, ([code]) => certificate(code, 'revoked')],
];
