import { restartEngine, useEngineState } from '../bridge/engine-state.ts';
import { Button } from '../ui/button.tsx';
import { nextStep } from '../ui/error-words.ts';
import { Notice } from '../ui/notice.tsx';

export function EngineBanner() {
  const { state, error } = useEngineState();
  if (state === 'restarting') {
    return (
      <Notice
        banner
        tone="attention"
        role="status"
        title="The engine stopped and is being restarted. Nothing that was acknowledged is lost."
      />
    );
  }
  if (state !== 'failed') return null;
  const message = error?.message ?? 'Close the console and start it again.';
  return (
    <Notice
      banner
      tone="danger"
      role="alert"
      actions={<Button onClick={() => void restartEngine()}>Start the engine again</Button>}
      title={`The engine stopped and could not be restarted. ${message}`}
    >
      {error === null ? null : `${nextStep(error)} Code ${error.code}`}
    </Notice>
  );
}
