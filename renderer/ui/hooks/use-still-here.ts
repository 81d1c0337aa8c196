import { useEffect, useRef } from 'react';

/** Whether what asked is still on the screen: an answer that comes later must not act on what is there instead. */
export function useStillHere(): () => boolean {
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return () => here.current;
}
