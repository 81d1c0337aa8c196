import { CircleAlert, CircleCheck, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { TestFinding, TestOutcome, TestStep } from '../../../domain/contract/connection-test.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './connections.module.css';
import type { TestState } from './use-connection-test.ts';

const steps: Readonly<Record<TestStep, string>> = {
  address: 'Address',
  encryption: 'Encryption',
  'sign-in': 'Sign-in',
  jetstream: 'JetStream',
  log: 'Log',
  installation: 'Installation',
  permissions: 'Permissions',
};

const icons: Readonly<Record<TestOutcome, LucideIcon>> = {
  good: CircleCheck,
  attention: TriangleAlert,
  bad: CircleAlert,
};

const marks: Readonly<Record<TestOutcome, string>> = { good: 'Right', attention: 'Note', bad: 'Wrong' };

const verdicts: Readonly<Record<TestOutcome, string>> = {
  good: 'This connection works',
  attention: 'This connection works; read what is noted',
  bad: 'This connection does not work yet',
};

export interface TestReportProps {
  readonly shown: TestState;
  readonly onClear: () => void;
}

/** What a test has found, step by step. */
export function TestReport({ shown, onClear }: TestReportProps) {
  return (
    <div role="status" className={styles['report']}>
      <Report shown={shown} onClear={onClear} />
    </div>
  );
}

function Report({ shown, onClear }: TestReportProps) {
  switch (shown.state) {
    case 'none':
      return null;
    case 'running':
      return (
        <p className={styles['running']}>
          Testing the connection…
          <Button size="small" onClick={onClear}>
            Cancel the test
          </Button>
        </p>
      );
    case 'failed':
      return (
        <Notice tone="danger" title={shown.error.message}>
          Code <code>{shown.error.code}</code>
        </Notice>
      );
    case 'done':
      return (
        <>
          <p className={styles['verdict']}>{verdicts[shown.test.outcome]}</p>
          <ol className={styles['findings']}>
            {shown.test.findings.map((finding) => (
              <Finding key={`${finding.step} ${finding.words}`} finding={finding} />
            ))}
          </ol>
        </>
      );
  }
}

function Finding({ finding: { step, outcome, words } }: { readonly finding: TestFinding }) {
  const Icon = icons[outcome];
  return (
    <li data-outcome={outcome}>
      <Icon aria-label={marks[outcome]} size={14} />
      <span className={styles['step']}>{steps[step]}</span>
      <span className={styles['words']}>{words}</span>
    </li>
  );
}
