/** Short names for what the server says; everything comes from its description in `schema.ts`. */
import type { components } from './schema';

type Schemas = components['schemas'];

export type Lang = Schemas['Locale'];
export type Texts = Schemas['Words'];
export type Band = Schemas['Band'];
/** HTML that the server made from Markdown and sanitised. */
export type Html = string;
/** A sentence of the interface by its code, with the values to put in. */
export type Coded = Schemas['Reason'];
export type Problem = Schemas['Problem'];

export type Site = Schemas['Site'];
export type Me = Schemas['Me'];
export type Role = Me['roles'][number];
export type Demo = Schemas['DemoOffer'];
export type DemoPerson = Schemas['DemoPerson'];

export type CourseCard = Schemas['CourseCard'];
export type Kind = CourseCard['kind'];
export type CourseList = Schemas['CatalogueView'];
export type Facet = Schemas['Facet'];
export type FacetName = keyof Schemas['Facets'];
export type CoursePage = Schemas['CourseAnswer'];
export type CourseModule = Schemas['ModuleView'];

export type EnrolmentSummary = Schemas['Told_EnrolmentSummary'];
export type Enrolment = Schemas['Told_EnrolmentDetail'];
export type NewerVersion = Schemas['NewerVersion'];
export type OutlineUnit = Schemas['UnitOutline'];
export type UnitState = Schemas['UnitStateView'];

export type UnitContent = Schemas['UnitContent'];
export type Block = Schemas['BlockContent'];
export type Part = Schemas['PartContent'];
export type Question = Schemas['QuestionContent'];
export type Answer = Schemas['Answer'];
/** The members of a union whose `kind` or `type` is the given one. */
type Having<U, F extends 'kind' | 'type', V> =
  U extends Record<F, infer X> ? (X extends V ? U : never) : never;
export type BlockOf<T extends Block['type']> = Having<Block, 'type', T>;
export type QuestionOf<K extends Question['kind']> = Having<Question, 'kind', K>;
export type AnswerOf<K extends Answer['kind']> = Having<Answer, 'kind', K>;
export type QuestionBlock = BlockOf<'question'>;
export type MediaBlock = BlockOf<'video' | 'audio'>;

export type FactIn = Schemas['FactIn'];
export type FactOut = Schemas['FactOut'];
export type Verdict = Schemas['VerdictView'];
export type Feedback = Schemas['Feedback'];
export type QuestionState = Schemas['QuestionStateView'];
export type Attempt = Schemas['AttemptView'];
export type AttemptResult = Schemas['AttemptResult'];
export type Rewards = Schemas['Rewards'];
export type ReviewDue = Schemas['ReviewDue'];

export type Session = Schemas['SessionView'];
export type Room = Schemas['RoomView'];
export type RosterSeat = Schemas['RosterSeat'];

export type Certificate = Schemas['CertificateView'];
export type CertificateState = Certificate['state'];
export type RevocationReason = Schemas['RevocationBody']['reason'];

export type StudioCourse = Schemas['StudioCourse'];
export type StudioCoursePage = Schemas['StudioPage'];
export type StudioVersion = Schemas['VersionView'];
export type Finding = Schemas['FindingView'];
export type Imported = Schemas['ImportView'];
export type AdminCourse = Schemas['AdminCourse'];
export type AdminEnrolment = Schemas['Enrolled'];
export type AdminOverview = Schemas['Overview'];
