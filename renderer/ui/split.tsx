import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';
import { useStageFocus } from './hooks/use-stage-focus.ts';
import { useWidth } from './hooks/use-width.ts';
import styles from './split.module.css';

export interface SplitProps {
  readonly main: ReactNode;
  /** Drawn beside the main part, or alone on the stage. Null: the main part has all the room. */
  readonly side: ((alone: boolean) => ReactNode) | null;
  /** Share of the width for the side, 0 to 1. */
  readonly share: number;
  readonly onShare: (share: number) => void;
  readonly label: string;
}

/** Narrower, both panes would be squeezed: the side takes the stage, and the main part waits behind it. */
const SIDE_BY_SIDE_FROM = 824;
const LEAST = 0.28;
const MOST = 0.68;
const STEP = 0.02;
const clamp = (share: number) => Math.min(MOST, Math.max(LEAST, share));
const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: STEP,
  ArrowRight: -STEP,
  Home: MOST,
  End: -MOST,
};

/** Two panes with a bar between them that pointer and arrow keys move; where it is narrow, one at a time. */
export function Split({ main, side, share: kept, onShare, label }: SplitProps) {
  // While it is dragged only this is drawn anew; where it is let go is what is kept.
  const [dragged, setDragged] = useState<number | null>(null);
  const share = dragged ?? kept;
  const [frame, width] = useWidth();
  const alone = side !== null && width > 0 && width < SIDE_BY_SIDE_FROM;
  const stage = useStageFocus(alone);
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (box === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    setDragged(clamp((box.right - event.clientX) / box.width));
  };
  const drop = () => {
    if (dragged !== null) onShare(dragged);
    setDragged(null);
  };
  const press = (event: KeyboardEvent) => {
    const step = KEY_STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onShare(clamp(share + step));
  };
  return (
    <div
      ref={frame}
      className={styles['split']}
      style={side === null || alone ? {} : { gridTemplateColumns: tracks(share) }}
    >
      <div className={styles['pane']}>{main}</div>
      {side === null || alone ? null : (
        <div
          role="separator"
          tabIndex={0}
          aria-label={label}
          aria-orientation="vertical"
          aria-valuenow={Math.round(clamp(share) * 100)}
          aria-valuemin={LEAST * 100}
          aria-valuemax={MOST * 100}
          className={styles['bar']}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag}
          onLostPointerCapture={drop}
          onKeyDown={press}
        />
      )}
      {side === null ? null : (
        <div ref={stage} tabIndex={-1} className={styles['pane']} data-alone={alone ? '' : undefined}>
          {side(alone)}
        </div>
      )}
    </div>
  );
}

function tracks(share: number): string {
  return `minmax(0, 1fr) 1px minmax(340px, ${(clamp(share) * 100).toFixed(1)}%)`;
}
