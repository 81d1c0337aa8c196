import type { ReactElement, ReactNode } from 'react';
import { isCut } from './is-cut.ts';
import { Tooltip, type TooltipProps } from './tooltip.tsx';

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
