import type { Progress, Stage } from '../../../bridge/command-progress.ts';
import type { Step } from '../../../ui/stepper.tsx';

const order: readonly Stage[] = ['accepted', 'committed', 'visible'];
const labels: Readonly<Record<string, string>> = {
  accepted: 'Accepted',
  committed: 'Committed',
  visible: 'Visible',
};

function lastStep(stages: readonly Stage[]): Step {
  if (stages.includes('confirmed')) return { label: 'Confirmed', state: 'done' };
  if (stages.includes('waiting')) return { label: 'Waits for the link', state: 'waiting' };
  return { label: 'Confirmed', state: 'ahead' };
}

/**
 * A command's way as steps. A later stage that has been reported includes the earlier ones. Where nobody shares the log it
 * ends with what is visible here.
 */
export function commandSteps({ stages }: Progress, shares: boolean): readonly Step[] {
  const past = ['waiting', 'confirmed'].some((stage) => stages.includes(stage as Stage));
  const reached =
    past && !stages.includes('stalled')
      ? order.length
      : 1 + order.findLastIndex((stage) => stages.includes(stage));
  const steps = order.map((stage, index): Step => {
    const label = labels[stage] ?? stage;
    if (index < reached) return { label, state: 'done' };
    if (stage === 'visible' && stages.includes('stalled'))
      return { label: 'Not visible yet', state: 'failed' };
    return { label, state: index === reached ? 'now' : 'ahead' };
  });
  return shares ? [...steps, lastStep(stages)] : steps;
}
