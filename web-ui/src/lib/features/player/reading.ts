/** Where in a lesson the learner is reading. */

/** Tells which block has come to the reading line, once the learner has stayed there for a moment. */
export function watchReading(root: HTMLElement, reached: (block: string) => void, stayMs = 1500): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = '';
  const visible = new Set<HTMLElement>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (entry.isIntersecting) visible.add(entry.target as HTMLElement);
        else visible.delete(entry.target as HTMLElement);
      }
      const lowest = [...visible].sort((a, b) => a.offsetTop - b.offsetTop).at(-1);
      const block = lowest?.dataset.block;
      clearTimeout(timer);
      if (!block || block === last) return;
      timer = setTimeout(() => {
        last = block;
        reached(block);
      }, stayMs);
    },
    // The reading line: the upper part of the window, under the bar.
    { rootMargin: '-80px 0px -55% 0px' },
  );
  for (const element of root.querySelectorAll<HTMLElement>('[data-block]')) observer.observe(element);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}

/** Brings a block under the eyes and the focus; `false` when the lesson has no such block. */
export function showBlock(root: HTMLElement, block: string): boolean {
  const element = root.querySelector<HTMLElement>(`[data-block="${CSS.escape(block)}"]`);
  if (!element) return false;
  element.scrollIntoView({ block: 'start' });
  element.focus({ preventScroll: true });
  return true;
}
