// Narrow windows, large letters, wide spacing, less movement, forced colours: nothing is cut off and nothing gets lost.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertNoSideways } from '../support/axe.mjs';
import { openBrowser, person } from '../support/browser.mjs';
import { sampleCourse } from '../support/course.mjs';
import { enrol, startQuiz } from '../support/learning.mjs';
import { enterAs, signUp } from '../support/people.mjs';
import { startDemo } from '../support/server.mjs';

let demo, browser, numbers;
before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
  ({ certificates: numbers } = await demo.facts());
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** A way through all kinds of screens; `look` is called on each. */
async function everyKindOfScreen(someone, look) {
  const visit = async (path) => {
    await someone.go(path);
    await look(path);
  };
  for (const path of ['/', '/courses', '/courses?q=submarinisme', '/courses/first-loop-to-robot', '/courses/ai-useful-wrong-or-neither',
    '/sign-up', '/verify', `/verify/${numbers.valid}`, '/accessibility', '/nothing']) await visit(path);
  await signUp(someone);
  for (const slug of ['first-loop-to-robot', 'your-digital-rights', 'ai-useful-wrong-or-neither']) {
    const course = sampleCourse(slug);
    const enrolment = await enrol(someone, slug);
    for (const unit of course.units.filter((one) => !one.when).slice(0, 3)) await visit(`/learn/${enrolment}/${unit.key}`);
  }
  const short = sampleCourse('stop-check-decide');
  const enrolment = await enrol(someone, short.slug);
  await visit(`/learn/${enrolment}/${short.units.find((one) => one.type === 'quiz').key}`);
  await startQuiz(someone);
  await look('a quiz');
  await visit('/my');
  await visit('/profile');
  await enterAs(someone, 'administrator');
  for (const path of ['/admin', '/admin/courses', '/admin/enrolments', '/admin/certificates', '/admin/sessions', '/agenda', '/studio', '/studio/courses/shop-on-the-map']) {
    await visit(path);
  }
}
const provoked = /status of 40[14]/;

for (const [lang, what, window] of [
  ['ca', 'at 320 px', { width: 320, height: 640 }],
  // A window of 1280 x 1024 enlarged to 400 % leaves a page this large.
  ['es', 'at 400 % zoom', { width: 320, height: 256, deviceScaleFactor: 4 }],
]) {
  test(`${what} nobody scrolls sideways, and the text keeps its room (${lang})`, async () => {
    const someone = await person(browser, demo.base, { lang, ...window });
    await everyKindOfScreen(someone, async (place) => {
      await assertNoSideways(someone.page, `${place} ${what}`);
      const stuck = await someone.page.evaluate(() => {
        // What sticks to the window must leave most of it for reading.
        const fixed = [...document.querySelectorAll('*')].filter((one) => ['fixed', 'sticky'].includes(getComputedStyle(one).position) && one.getBoundingClientRect().height > 8);
        const boxes = fixed.map((one) => one.getBoundingClientRect()).filter((box) => box.bottom > 0 && box.top < innerHeight && box.width > innerWidth / 2);
        return boxes.reduce((sum, box) => sum + Math.min(box.bottom, innerHeight) - Math.max(box.top, 0), 0) / innerHeight;
      });
      assert.ok(stuck <= 0.5, `${place}: ${Math.round(stuck * 100)} % of the window is taken by bars`);
    });
    await someone.leave(provoked);
  });
}

/** The spacing that WCAG 1.4.12 names. A style sheet from outside would breach the page's policy, so it is set by the script. */
const spaced = (page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });

/** Texts that are cut off: their box hides what does not fit. */
const cutOff = (page) =>
  page.evaluate(() => {
    const found = [];
    for (const element of document.querySelectorAll('body *')) {
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1 || !element.textContent.trim()) continue;
      const hides = [style.overflowX, style.overflowY].some((one) => one === 'hidden' || one === 'clip');
      if (!hides || element.closest('.hidden-text, svg, dialog:not([open])')) continue;
      // A name that ends in dots keeps its whole text for those who ask for it.
      if (style.textOverflow === 'ellipsis') continue;
      if (element.scrollHeight > element.clientHeight + 2 || element.scrollWidth > element.clientWidth + 2) {
        found.push(`${element.tagName.toLowerCase()}.${element.className}: ${element.textContent.trim().slice(0, 40)}`);
      }
    }
    return found;
  });

for (const [lang, width] of [['ca', 360], ['en', 1280]]) {
  test(`with wider spacing no text is cut off (${lang}, ${width} px)`, async () => {
    const someone = await person(browser, demo.base, { lang, width });
    await everyKindOfScreen(someone, async (place) => {
      await spaced(someone.page);
      assert.deepEqual(await cutOff(someone.page), [], place);
      await assertNoSideways(someone.page, `${place} with wider spacing`);
    });
    await someone.leave(provoked);
  });
}

test('with less movement wished for, nothing moves', async () => {
  const someone = await person(browser, demo.base, { lang: 'es', reducedMotion: 'reduce' });
  await everyKindOfScreen(someone, async (place) => {
    const moving = await someone.page.evaluate(() => {
      const long = (text) => text.split(',').some((one) => parseFloat(one) > 0.01);
      return [...document.querySelectorAll('*')]
        .filter((one) => {
          const style = getComputedStyle(one);
          return (style.animationName !== 'none' && long(style.animationDuration)) || (long(style.transitionDuration) && /transform|all|left|top|height|width/.test(style.transitionProperty)) || style.scrollBehavior === 'smooth';
        })
        .map((one) => `${one.tagName}.${one.className}`);
    });
    assert.deepEqual(moving, [], place);
  });
  await someone.leave(provoked);
});

test('in forced colours what is chosen, pressed or wrong is told by more than a background', async () => {
  const someone = await person(browser, demo.base, { lang: 'en', forcedColors: 'active' });
  const { page } = someone;
  await someone.go('/courses');
  const bare = await page.evaluate(() =>
    [...document.querySelectorAll('button, .button, input, select')]
      .filter((one) => one.getBoundingClientRect().width > 1 && one.type !== 'checkbox' && one.type !== 'radio')
      .filter((one) => {
        const style = getComputedStyle(one);
        const drawn = ['Top', 'Right', 'Bottom', 'Left'].some((side) => style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) > 0);
        const frame = getComputedStyle(one.parentElement);
        return !drawn && !/underline/.test(style.textDecorationLine) && frame.borderTopStyle === 'none' && !one.closest('[role=group]') && !one.classList.contains('link');
      })
      .map((one) => `${one.tagName}.${one.className} ${one.textContent.trim().slice(0, 30)}`));
  assert.deepEqual(bare, [], 'every control has an edge');
  await page.keyboard.press('Tab');
  const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(ring, 'none', 'the focus is seen');
  await someone.leave(provoked);
});
