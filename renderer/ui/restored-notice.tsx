import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

/** Over a form that holds what was typed into it before it was left, or before a crash. */
export function RestoredNotice({ onStartOver }: { readonly onStartOver: () => void }) {
  return (
    <Notice
      tone="info"
      role="status"
      title="What you had typed before is here again."
      actions={
        <Button size="small" onClick={onStartOver}>
          Start over
        </Button>
      }
    />
  );
}
