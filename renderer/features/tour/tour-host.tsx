import { useRouter } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { useTour } from '../../state/tour.ts';
import { CoachMark } from './coach-mark.tsx';
import { type TourScene, tourSteps } from './tour-steps.ts';
import { useTourScene } from './use-tour-scene.ts';

/** Shows the tour, over whatever page it leads to. */
export function TourHost({ sample }: { readonly sample: boolean }) {
  const step = useTour((tour) => tour.step);
  const scene = useTourScene(sample, step !== null);
  return step === null || scene === undefined ? null : <Tour scene={scene} index={step} />;
}

function Tour({ scene, index }: { readonly scene: TourScene; readonly index: number }) {
  const { go, end } = useTour();
  const { history } = useRouter();
  const steps = tourSteps(scene);
  const step = steps[index];
  const show = useEffectEvent(() => {
    if (step !== undefined && history.location.href !== step.to) history.push(step.to);
  });
  useEffect(() => show(), [index]);
  if (step === undefined) return null;
  return <CoachMark step={step} index={index} count={steps.length} onGo={go} onEnd={end} />;
}
