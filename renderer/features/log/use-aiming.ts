import { useCallback, useEffect, useRef, useState } from 'react';

/** A pointer that has rested for so long is not about to choose a row. */
const RESTED_MS = 1500;

/** True while the pointer moves over something, and a moment longer: what it aims at must not move away. */
export function useAiming(): readonly [
  aiming: boolean,
  handlers: { onPointerMove: () => void; onPointerLeave: () => void },
] {
  const [aiming, setAiming] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const onPointerLeave = useCallback(() => {
    clearTimeout(timer.current);
    setAiming(false);
  }, []);
  const onPointerMove = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAiming(false), RESTED_MS);
    setAiming(true);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return [aiming, { onPointerMove, onPointerLeave }];
}
