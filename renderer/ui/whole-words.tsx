import type { ReactElement, ReactNode } from 'react';
import { Tooltip, type TooltipProps } from './tooltip.tsx';

/** True where an ellipsis stands for a part of it, or a part is left out for want of room. */
function isShortened(element: Element): boolean {
  const { clipPath, display, textOverflow, webkitLineClamp } = getComputedStyle(element);
  if (display === 'none' || clipPath !== 'none') return element.textContent !== '';
  if (webkitLineClamp !== 'none') return element.scrollHeight > element.clientHeight;
  return textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth;
}

function isCut(trigger: Element): boolean {
  return [trigger, ...trigger.querySelectorAll('*')].some(isShortened);
}

export interface WholeWordsProps {
  readonly words: ReactNode;
  readonly side?: TooltipProps['side'];
  /** What shows them, as far as there is room. */
  readonly children: ReactElement;
}

/** All of what is cut off, for whoever points at it or tabs to it; nothing where all of it is there to be read. */
export function WholeWords({ words, side, children }: WholeWordsProps) {
  return (
    <Tooltip content={words} side={side} when={isCut}>
      {children}
    </Tooltip>
  );
}
