import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { IconButton } from './icon-button.tsx';

export interface CopyButtonProps {
  readonly value: string;
  readonly label: string;
}

const SHOWN_MS = 1600;

export function CopyButton({ value, label }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    void copyText(value).then((done) => setCopied(done));
  };
  return (
    <>
      <IconButton
        size="small"
        icon={copied ? Check : Copy}
        label={copied ? 'Copied' : label}
        onClick={copy}
      />
      <span className="visually-hidden" role="status">
        {copied ? 'Copied' : ''}
      </span>
    </>
  );
}

/** The asynchronous clipboard needs a permission that the console denies everywhere: fall back to a selection. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** Deprecated, and the one way that needs no permission. */
function copySelected(): boolean {
  const run: unknown = Reflect.get(document, 'execCommand');
  return typeof run === 'function' && Reflect.apply(run, document, ['copy']) === true;
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  const before = document.activeElement;
  area.value = text;
  area.className = 'visually-hidden';
  document.body.append(area);
  area.select();
  const done = copySelected();
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}
