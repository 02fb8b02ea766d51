/** What is wider than its room can be moved by keys: it becomes a stop of the Tab key, and only then. */

const WIDE = '.prose pre, .prose table';

/** An action for the element around a text; looks again whenever its size changes. */
export function scrollers(root: HTMLElement) {
  const mark = () => {
    for (const one of root.querySelectorAll<HTMLElement>(WIDE)) {
      if (one.scrollWidth > one.clientWidth) one.tabIndex = 0;
      else one.removeAttribute('tabindex');
    }
  };
  const seen = new ResizeObserver(mark);
  seen.observe(root);
  return { destroy: () => seen.disconnect() };
}
