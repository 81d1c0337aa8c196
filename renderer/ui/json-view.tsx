import { CopyButton } from './copy-button.tsx';
import styles from './json-view.module.css';
import { jsonTokens } from './json-tokens.ts';

export interface JsonViewProps {
  /** JSON text; what does not parse is shown as it is. */
  readonly text: string;
  readonly label: string;
}

export function JsonView({ text, label }: JsonViewProps) {
  const { pretty, tokens } = jsonTokens(text);
  return (
    <div className={styles['frame']}>
      <div className={styles['copy']}>
        <CopyButton value={pretty} label="Copy JSON" />
      </div>
      <pre className={styles['json']} role="region" tabIndex={0} aria-label={label} dir="ltr">
        {tokens.map((token, index) => (
          <span key={index} className={styles[token.kind]}>
            {token.text}
          </span>
        ))}
      </pre>
    </div>
  );
}
