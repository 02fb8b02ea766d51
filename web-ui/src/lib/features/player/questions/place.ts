/**
 * Puts an element at a place of a picture, in per cent of its size.
 * Through the style object, because the content policy forbids style attributes.
 */
export function place(node: HTMLElement, at: { x: number; y: number; w?: number; h?: number }) {
  const set = (spot: typeof at) => {
    node.style.left = `${spot.x}%`;
    node.style.top = `${spot.y}%`;
    if (spot.w !== undefined) node.style.width = `${spot.w}%`;
    if (spot.h !== undefined) node.style.height = `${spot.h}%`;
  };
  set(at);
  return { update: set };
}
