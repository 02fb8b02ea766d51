// Accessibility of what is on the screen, contrast included.
import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Colours that are on their way from one theme to another are none that anybody reads. */
const settled = (page) =>
  page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined)));
  });

/** axe finds nothing to mend, and nothing is wider than the window. */
export async function assertAccessible(page, place) {
  await settled(page);
  // No page of ours holds another one, so that axe needs no window of its own to gather results: that takes half the time.
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
  const told = violations.map(
    (one) => `${one.id}: ${one.nodes.map((node) => `${node.target} ${node.failureSummary}`).join(' | ')}`,
  );
  assert.deepEqual(told, [], `accessibility of ${place}`);
  await assertNoSideways(page, place);
}

/** Nobody has to scroll sideways to read. */
export async function assertNoSideways(page, place) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `${place} is ${wide} px wider than the window`);
}
