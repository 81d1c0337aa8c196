import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import styles from './split.module.css';

export interface SplitProps {
  readonly main: ReactNode;
  /** Null: the main part has all the room. */
  readonly side: ReactNode | null;
  /** Share of the width for the side, 0 to 1. */
  readonly share: number;
  readonly onShare: (share: number) => void;
  readonly label: string;
}

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

/** Two panes with a bar between them that pointer and arrow keys move. */
export function Split({ main, side, share, onShare, label }: SplitProps) {
  const frame = useRef<HTMLDivElement>(null);
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const box = frame.current?.getBoundingClientRect();
    if (box === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onShare(clamp((box.right - event.clientX) / box.width));
  };
  const press = (event: KeyboardEvent) => {
    const step = KEY_STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onShare(clamp(share + step));
  };
  const columns = `minmax(0, 1fr) 1px minmax(340px, ${(clamp(share) * 100).toFixed(1)}%)`;
  return (
    <div
      ref={frame}
      className={styles['split']}
      style={side === null ? {} : { gridTemplateColumns: columns }}
    >
      <div className={styles['pane']}>{main}</div>
      {side === null ? null : (
        <>
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
            onKeyDown={press}
          />
          <div className={styles['pane']}>{side}</div>
        </>
      )}
    </div>
  );
}
