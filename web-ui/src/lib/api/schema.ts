/**
 * The wire types of the API: camelCase, times in RFC 3339 (UTC), ids UUIDv7.
 * They mirror the server's OpenAPI description; nothing here has behaviour.
 */
export type Lang = 'ca' | 'es' | 'en';
export type Texts = Record<Lang, string>;
export type Role = 'learner' | 'author' | 'administrator';
export type Kind = 'mooc' | 'instant' | 'masterclass';
export type Band = 'basic' | 'intermediate' | 'advanced' | 'highly-advanced';
/** HTML that the server made from Markdown and sanitised. */
export type Html = string;
/** A sentence of the interface by its code, with the values to put in. */
export interface Coded {
  code: string;
  params?: Record<string, string | number>;
}

export interface Site {
  name: string;
  legalName: string | null;
  helpNumber: string | null;
  languages: Lang[];
  demo: boolean;
  certificateIssuer: boolean;
  version: string;
}

export interface Me {
  personId: string;
  name: string;
  login: string;
  language: Lang;
  roles: Role[];
  rewards: boolean;
}

export interface DemoPerson {
  role: Role;
  name: string;
  situation: Texts;
  task: Texts;
  /** The address where this person lands. */
  landing: string;
}

export interface Demo {
  people: DemoPerson[];
  certificates: { valid: string | null; revoked: string | null };
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface Facet {
  value: string;
  count: number;
}

export interface Live {
  starts: string;
  minutes: number;
}

export interface CourseCard {
  slug: string;
  kind: Kind;
  title: string;
  titleLang: Lang;
  summary: string;
  minutes: number;
  level: number;
  band: Band;
  languages: Lang[];
  competences: { id: string; label: string; level: number }[];
  audiences: string[];
  sectors: string[];
  hasAudio: boolean;
  live: Live | null;
  units: number;
}

export type FacetName = 'format' | 'level' | 'language' | 'competence' | 'audience' | 'sector' | 'duration';

export interface CourseList extends Page<CourseCard> {
  total: number;
  facets: Partial<Record<FacetName, Facet[]>>;
}

export interface CatalogueUnit {
  key: string;
  title: string;
  type: 'lesson' | 'quiz';
  minutes: number;
  mandatory: boolean;
  questions: number;
}

export interface CourseModule {
  key: string;
  title: string;
  html: Html | null;
  week: number | null;
  units: CatalogueUnit[];
}

export interface CertificateLink {
  code: string;
  pdf: string;
  kind: 'attendance' | 'completion';
  issuedAt: string;
}

export interface EnrolmentSummary {
  id: string;
  slug: string;
  title: string;
  kind: Kind;
  language: Lang;
  state: 'active' | 'completed' | 'closed' | 'withdrawn';
  doneUnits: number;
  totalUnits: number;
  minutesLeft: number;
  percent: number;
  next: { unit: string; title: string; block: string | null; minutes: number } | null;
  lastAt: string | null;
  completedAt: string | null;
  certificate: CertificateLink | null;
  certificateWaits: boolean;
}

export interface CoursePage extends Omit<CourseCard, 'live'> {
  about: Html;
  audience: Html | null;
  needs: Html | null;
  outcomes: string[];
  modules: CourseModule[];
  authors: string[];
  licence: string;
  source: string | null;
  reviewed: string | null;
  version: number;
  versionId: string;
  completion: {
    certificate: 'attendance' | 'completion' | 'none';
    readingOnly: boolean;
    score: number | null;
  };
  live: (Live & { link: string | null; calendar: string }) | null;
  enrolment: EnrolmentSummary | null;
}

export interface OutlineUnit {
  key: string;
  title: string;
  type: 'lesson' | 'quiz';
  minutes: number;
  mandatory: boolean;
  state: 'locked' | 'new' | 'open' | 'done';
  opensBecause: Coded[];
  score: number | null;
  passed: boolean | null;
  triesUsed: number;
  triesLeft: number | null;
}

export interface OutlineModule {
  key: string;
  title: string;
  week: number | null;
  units: OutlineUnit[];
}

export interface Enrolment extends EnrolmentSummary {
  versionId: string;
  newerVersion: number | null;
  modules: OutlineModule[];
  position: { unit: string; block: string | null } | null;
  rule: {
    certificate: 'attendance' | 'completion' | 'none';
    readingOnly: boolean;
    score: number | null;
    met: boolean;
    missing: Coded[];
  };
  nextCourse: { slug: string; title: string; reason: Coded } | null;
}

export interface Part {
  id: string;
  title: string;
  html: Html;
}

interface QuestionCommon {
  points: number;
  /** 0: as many as one likes. */
  tries: number;
  /** How many hints there are. */
  hints: number;
}

export type Question = QuestionCommon &
  (
    | { kind: 'single' | 'multiple'; options: Part[]; shuffle: boolean }
    | { kind: 'truefalse'; options: Part[] }
    | { kind: 'text' }
    | { kind: 'numeric'; units: string[] }
    | { kind: 'ordering'; items: Part[] }
    | { kind: 'matching'; left: Part[]; right: Part[] }
    | { kind: 'categorise'; categories: Part[]; items: Part[] }
    | { kind: 'gaps'; mode: 'typed' | 'chosen' | 'dragged'; gaps: string[]; options: Part[] }
    | {
        kind: 'hotspot';
        file: string;
        alt: string;
        areas: { id: string; title: string; x: number; y: number; w: number; h: number }[];
        many: boolean;
      }
    | {
        kind: 'label';
        file: string;
        alt: string;
        spots: { id: string; title: string; x: number; y: number }[];
        labels: Part[];
      }
    | { kind: 'scale'; from: number; to: number; low: string; high: string }
  );
/** The members of a union whose `kind` or `type` may be the given one. */
type Having<U, F extends 'kind' | 'type', V> =
  U extends Record<F, infer X> ? (V extends X ? U : never) : never;
export type QuestionOf<K extends Question['kind']> = Having<Question, 'kind', K>;

interface BlockCommon {
  id: string;
  title: string;
  html: Html;
  lang: Lang;
  parts: Part[];
}

export type QuestionBlock = BlockCommon & { type: 'question'; question: Question };
export type MediaBlock = BlockCommon & {
  type: 'video' | 'audio';
  file: string;
  seconds: number;
  captions?: { lang: Lang; file: string }[];
  poster?: string | null;
  chapters?: { id: string; title: string; at: number }[];
  synthetic: 'none' | 'voice' | 'silent';
  transcript: Html;
};
export type Block =
  | QuestionBlock
  | MediaBlock
  | (BlockCommon & { type: 'text' | 'accordion' | 'steps' | 'flashcards' })
  | (BlockCommon & { type: 'callout'; style: 'note' | 'tip' | 'warning' | 'example' | 'message' })
  | (BlockCommon & { type: 'image' | 'infographic'; file: string; alt: string; decorative: boolean })
  | (BlockCommon & { type: 'practice'; minutes: number })
  | (BlockCommon & { type: 'download'; file: string });
export type BlockOf<T extends Block['type']> = Having<Block, 'type', T>;

export type Review = 'after-submission' | 'after-pass' | 'after-last-try' | 'never';

export interface UnitContent {
  course: string;
  versionId?: string;
  unit: string;
  lang: Lang;
  title: string;
  titleLang: Lang;
  goal: Html;
  type: 'lesson' | 'quiz';
  minutes: number;
  words: number;
  quiz: { pass: number; tries: number; minutes: number; questions: number; review: Review } | null;
  blocks: Block[];
  previous: string | null;
  next: string | null;
}

export type Answer =
  | { kind: 'single'; option: string }
  | { kind: 'multiple'; options: string[] }
  | { kind: 'truefalse'; value: boolean }
  | { kind: 'text'; text: string }
  | { kind: 'numeric'; text: string }
  | { kind: 'ordering'; items: string[] }
  | { kind: 'matching'; pairs: Record<string, string> }
  | { kind: 'categorise'; items: Record<string, string> }
  | { kind: 'gaps'; gaps: Record<string, string> }
  | { kind: 'hotspot'; areas: string[] }
  | { kind: 'label'; spots: Record<string, string> }
  | { kind: 'scale'; value: number };
export type AnswerOf<K extends Answer['kind']> = Extract<Answer, { kind: K }>;

export interface Feedback {
  right: boolean;
  fraction: number;
  parts: { id: string; right: boolean; title: string; html: Html }[];
  explain: Html | null;
  lang: Lang;
  solution?: Answer | null;
}

export interface QuestionState {
  tries: number;
  triesLeft: number | null;
  right: boolean;
  best: number;
  last: Answer | null;
  feedback: Feedback | null;
  hintsUsed?: number;
}

export interface UnitState {
  key: string;
  state: OutlineUnit['state'];
  position: string | null;
  questions: Record<string, QuestionState>;
  quiz: {
    triesUsed: number;
    triesLeft: number | null;
    best: number | null;
    passed: boolean;
    openAttempt: string | null;
    attempts: {
      id: string;
      number: number;
      startedAt: string;
      submittedAt: string | null;
      score: number | null;
      passed: boolean | null;
    }[];
  } | null;
}

export interface FactIn {
  id: string;
  kind: 'opened' | 'progressed' | 'answered' | 'done';
  enrolment: string;
  unit: string;
  block?: string;
  claimedAt: string;
  seconds?: number;
  answer?: Answer;
  attempt?: string;
}

export interface Verdict {
  right: boolean;
  fraction: number;
  triesLeft: number | null;
  feedback: Feedback | null;
}

export interface FactOut {
  id: string;
  status: 'recorded' | 'known' | 'refused';
  code?: string;
  verdict?: Verdict;
  points?: number;
  unitDone?: boolean;
  completed?: boolean;
  badges?: string[];
}

export interface AttemptResult {
  score: number;
  passed: boolean;
  passMark: number;
  triesLeft: number | null;
  points: number;
  questions: {
    block: string;
    /** Hidden (`null`) where the review rule says so. */
    fraction: number | null;
    right: boolean | null;
    feedback: Feedback | null;
    answer: Answer | null;
  }[];
  unitDone: boolean;
  completed: boolean;
}

export interface Attempt {
  id: string;
  enrolment: string;
  unit: string;
  number: number;
  startedAt: string;
  deadline: string | null;
  questions: QuestionBlock[];
  answers: Record<string, Answer>;
  submittedAt: string | null;
  result: AttemptResult | null;
}

export interface Rewards {
  on: boolean;
  points: number;
  level: number;
  levelAt: number;
  nextAt: number;
  badges: {
    id: string;
    /** The number of the area of competence. */
    area: string;
    band: Band;
    label: string;
    earnedAt: string | null;
    enrolment: string | null;
  }[];
  rhythm: { weeks: boolean[]; practised: number };
  today: { points: number; cap: number };
  reviews: ReviewDue[];
}

/** A question that is due again. */
export interface ReviewDue {
  enrolment: string;
  slug: string;
  title: string;
  unit: string;
  unitTitle: string;
  block: string;
  dueAt: string;
}

export type CertificateState = 'valid' | 'replaced' | 'revoked' | 'expired';
export type RevocationReason = 'error' | 'fraud' | 'request' | 'other';

export interface Certificate {
  code: string;
  state: CertificateState;
  checkedAt: string;
  kind: 'attendance' | 'completion';
  holder: string;
  course: string;
  courseLang: Lang;
  slug: string;
  modality: string;
  hours: { total: number; kind: 'nominal' | 'measured' };
  readingOnly: boolean;
  issuer: { name: string; taxNumber: string | null; fictitious: boolean };
  issuedAt: string;
  startedAt: string | null;
  completedAt: string | null;
  units: string[];
  result: number | null;
  competences: { id: string; label: string; band: Band }[];
  framework: string;
  signatory: string | null;
  language: Lang;
  revokedAt: string | null;
  reason: RevocationReason | null;
  replacedBy: string | null;
  replacedAt: string | null;
  statement: string;
  demonstration: boolean;
}

export interface StudioCourse {
  slug: string;
  title: string;
  kind: Kind;
  languages: Lang[];
  version: number | null;
  draft: number | null;
  findings: { blocks: number; warns: number };
  updatedAt: string;
}

export interface Finding {
  file: string;
  line: number | null;
  anchor: string | null;
  code: string;
  severity: 'blocks' | 'warns';
  language: Lang | null;
  message: string;
  accepted: boolean;
}

export interface StudioVersion {
  id: string;
  number: number;
  state: 'draft' | 'published' | 'superseded';
  createdAt: string;
  publishedAt: string | null;
  harmless: boolean | null;
  enrolments: number;
}

export interface StudioCoursePage {
  slug: string;
  title: string;
  kind: Kind;
  languages: Lang[];
  versions: StudioVersion[];
  findings: Finding[];
  modules: CourseModule[];
}

export interface AdminCourse extends StudioCourse {
  enrolments: number;
  completed: number;
}

export interface AdminEnrolment {
  id: string;
  personName: string;
  login: string;
  slug: string;
  title: string;
  state: EnrolmentSummary['state'];
  percent: number;
  doneUnits: number;
  totalUnits: number;
  startedAt: string;
  lastAt: string | null;
  completedAt: string | null;
  certificate: string | null;
}

export interface AdminOverview {
  waitingCertificates: number;
  issuerSet: boolean;
  people: number;
  enrolments: number;
  completions: number;
  certificates: number;
}
