/** True where an ellipsis stands for a part of it, or a part is left out for want of room. */
function isShortened(element: Element): boolean {
  const { clipPath, display, textOverflow, webkitLineClamp } = getComputedStyle(element);
  if (display === 'none' || clipPath !== 'none') return element.textContent !== '';
  if (webkitLineClamp !== 'none') return element.scrollHeight > element.clientHeight;
  return textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth;
}

/** What is inside a line has no room of its own: the box around it is what cuts it off. */
function boxOf(element: Element): Element {
  const { parentElement } = element;
  const isInline = getComputedStyle(element).display === 'inline';
  return isInline && parentElement !== null ? boxOf(parentElement) : element;
}

/** Not all that this element says can be read. */
export function isCut(element: Element): boolean {
  return [boxOf(element), element, ...element.querySelectorAll('*')].some(isShortened);
}
