// Every screen and state of the interface, as a list: who sees it, and how one comes there.
import { fillRight, fillWrong, boxOf } from './answers.mjs';
import { sampleCourse } from './course.mjs';
import { answerSitting, check, completion, enrol, finishCourse, handIn, onward, startQuiz, takeQuiz } from './learning.mjs';
import { enterAs, signUp } from './people.mjs';

const at = (path) => (someone) => someone.go(path);
const short = sampleCourse('find-work-online');
const quizUnit = short.units.find((unit) => unit.type === 'quiz');

/** Opens the coming session of a course from the agenda. */
export async function openSession(someone, slug) {
  const { page, words, lang } = someone;
  await someone.go('/agenda');
  await page.getByRole('link', { name: sampleCourse(slug).title(lang), exact: true }).first().click();
  await page.waitForURL('**/agenda/*');
  await page.getByText(words.live.when, { exact: true }).waitFor();
}

/** Screens that anybody sees. */
export const PUBLIC = {
  'the start page': at('/'),
  'the start page without the tour': async (someone) => {
    await someone.go('/');
    await someone.page.getByRole('button', { name: someone.words.open.demo.tour.hide }).click();
  },
  'the catalogue': at('/courses'),
  'the catalogue with a filter': at('/courses?format=instant&level=basic'),
  'the catalogue where nothing is found': at('/courses?q=submarinisme'),
  'a page of an instant course': at('/courses/stop-check-decide'),
  'a page of a MOOC': at('/courses/first-loop-to-robot'),
  'a page of a masterclass': at('/courses/ai-useful-wrong-or-neither'),
  'the agenda': at('/agenda'),
  'a session with free places': (someone) => openSession(someone, 'stop-check-decide'),
  'a session that is full': (someone) => openSession(someone, 'shop-on-the-map'),
  'signing up': at('/sign-up'),
  'signing up with what to mend': async (someone) => {
    await someone.go('/sign-up');
    await someone.page.getByRole('button', { name: someone.words.common.signUp, exact: true }).click();
    await someone.page.getByRole('alert').waitFor();
  },
  'signing in': at('/sign-in'),
  'verifying': at('/verify'),
  'a number that is not ours': at('/verify/7KQ4-W2MD-9XTE-PN5H-3VRA-C8YB-A'),
  'the statement on accessibility': at('/accessibility'),
  'the statement on privacy': at('/privacy'),
  'a page that is not there': at('/nothing'),
};

/** Certificates of the demo, by the numbers that it names. */
export const certificates = (facts) => ({
  'a valid certificate': at(`/verify/${facts.certificates.valid}`),
  'a revoked certificate': at(`/verify/${facts.certificates.revoked}`),
});

/** What somebody sees who has just come. */
export const NEWCOMER = {
  'my learning without a course': async (someone) => {
    await signUp(someone);
    await someone.go('/my');
  },
  'my certificates without one': at('/my/certificates'),
  'my profile': at('/profile'),
  'the first lesson': (someone) => enrol(someone, short.slug),
  'a question answered wrongly': async (someone) => {
    const [question] = short.units[0].questions;
    await fillWrong(boxOf(someone.page, question), question, someone.lang);
    await check(boxOf(someone.page, question), someone.words);
    await someone.page.getByText(someone.words.learn.question.wrong).or(someone.page.getByText(/^(Partly right|En part)/)).first().waitFor();
  },
  'a question answered rightly': async (someone) => {
    const [question] = short.units[0].questions;
    await fillRight(boxOf(someone.page, question), question, someone.lang);
    await check(boxOf(someone.page, question), someone.words);
    await someone.page.getByText(someone.words.learn.question.right, { exact: true }).first().waitFor();
  },
  'what is missing at the end': async (someone) => {
    await someone.go(`${new URL(someone.page.url()).pathname.split('/').slice(0, 3).join('/')}/${quizUnit.key}`);
    await onward(someone).click();
    await someone.page.getByRole('alert').filter({ hasText: someone.words.learn.player.missingTitle }).waitFor();
  },
  'the rules of a quiz': async (someone) => {
    await someone.page.reload();
    await someone.page.locator('#lesson h1').waitFor();
  },
  'a quiz': startQuiz,
  'handing in': async (someone) => {
    const { quiz } = someone.words.learn;
    await someone.page.locator('#lesson').getByRole('button', { name: quiz.submit, exact: true }).first().click();
    await someone.page.getByRole('dialog', { name: quiz.confirmTitle }).waitFor();
    await someone.page.waitForFunction(() => document.querySelector('dialog[open]'));
  },
  'a result that did not pass': async (someone) => {
    await someone.page.keyboard.press('Escape');
    await answerSitting(someone, quizUnit, async (box, question, lang) => {
      if (!(await fillWrong(box, question, lang))) await fillRight(box, question, lang);
    });
    await handIn(someone);
  },
  'a result that passed': (someone) => takeQuiz(someone, quizUnit),
  'the end of a course': async (someone) => {
    await someone.go(`${new URL(someone.page.url()).pathname.split('/').slice(0, 3).join('/')}/${short.units[0].key}`);
    await finishCourse(someone, short);
    await completion(someone).waitFor();
    await someone.page.getByText(someone.words.learn.completion.certificateReady).waitFor();
  },
};

/** What the demo's learner, author and administrator see. */
export const ROLES = {
  'my learning with courses': (someone) => enterAs(someone, 'learner'),
  'my certificates': at('/my/certificates'),
  'a lesson in the middle': async (someone) => {
    await someone.go('/my');
    await someone.page.getByRole('link', { name: new RegExp(`^${someone.words.learn.my.continue}: `) }).click();
    await someone.page.locator('#lesson h1').waitFor();
  },
  'the studio': (someone) => enterAs(someone, 'author'),
  'a course in the studio': at('/studio/courses/shop-on-the-map'),
  'a preview': async (someone) => {
    await someone.page.getByRole('link', { name: someone.words.studio.preview, exact: true }).click();
    await someone.page.getByText(someone.words.studio.previewNote).waitFor();
  },
  'a page that this account does not open': async (someone) => {
    await someone.page.goto(`${someone.base}/admin`);
    await someone.page.getByText(someone.words.common.errors.forbidden).waitFor();
  },
  'the administration': (someone) => enterAs(someone, 'administrator'),
  'the courses of the administration': at('/admin/courses'),
  'the enrolments': at('/admin/enrolments'),
  'enrolments where nothing is found': at('/admin/enrolments?q=nobody'),
  'the sessions of the administration': at('/admin/sessions'),
  'an attendance list': async (someone) => {
    const title = sampleCourse('shop-on-the-map').title(someone.lang);
    await someone.page.getByRole('link', { name: title, exact: true }).click();
    await someone.page.getByRole('heading', { name: someone.words.live.admin.roster }).waitFor();
  },
  'the certificates': at('/admin/certificates'),
  'revoking': async (someone) => {
    await someone.page.getByRole('button', { name: someone.words.admin.revoke }).first().click();
    await someone.page.getByRole('dialog').waitFor();
  },
};
