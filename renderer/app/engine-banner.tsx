import { restartEngine, useEngineState } from '../bridge/engine-state.ts';
import { useShowFolder } from '../features/settings/use-show-folder.ts';
import { Button } from '../ui/button.tsx';
import { nextStep } from '../ui/error-words.ts';
import { Notice } from '../ui/notice.tsx';
import { failedWords } from './status-words.ts';

export function EngineBanner() {
  const { state, error } = useEngineState();
  const showFolder = useShowFolder();
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
  const { action, inFolder, title } = failedWords(error);
  return (
    <Notice
      banner
      tone="danger"
      role="alert"
      actions={
        <>
          {inFolder ? <Button onClick={showFolder}>Open the data folder</Button> : null}
          <Button variant={inFolder ? 'quiet' : 'plain'} onClick={() => void restartEngine()}>
            {action}
          </Button>
        </>
      }
      title={title}
    >
      {error === null ? null : (
        <>
          {nextStep(error)} Code <code>{error.code}</code>
        </>
      )}
    </Notice>
  );
}
