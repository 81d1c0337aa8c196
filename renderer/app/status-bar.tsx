import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import {
  CircleAlert,
  CircleCheck,
  Clock,
  FolderOpen,
  GitCompareArrows,
  Hourglass,
  ListChecks,
  type LucideIcon,
  RefreshCw,
  User,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { infoQuery, viewsQuery } from '../bridge/console-queries.ts';
import { useEngineState } from '../bridge/engine-state.ts';
import { jobsQuery } from '../bridge/job-queries.ts';
import { conflictCountsQuery, linkQuery } from '../bridge/link-queries.ts';
import { useSharesLog } from '../bridge/use-shares-log.ts';
import type { LinkStatus } from '../../domain/contract/link.ts';
import { linkInBar, linkLook } from '../words/link-words.ts';
import { countOf } from '../ui/format/number.ts';
import type { Panel } from '../state/panel.ts';
import { Kbd } from '../ui/kbd.tsx';
import { WholeWords } from '../ui/whole-words.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import styles from './status-bar.module.css';
import { failedWords, jobsWords, pendingWords, rebuildWords, viewsWords } from './status-words.ts';

/** Always true: what is not known is not said. */
export function StatusBar({ onOpen }: { readonly onOpen: (panel: Panel) => void }) {
  return (
    <footer className={styles['bar']} aria-label="Status">
      <LinkItem />
      <PendingItem />
      <ConflictsItem />
      <ViewsItem />
      <JobsItem />
      <EngineItem />
      <span className={styles['space']} />
      <button type="button" className={styles['button']} onClick={() => onOpen('shortcuts')}>
        <span className={styles['keyed']}>Shortcuts</span> <Kbd>?</Kbd>
      </button>
      <ConsoleItems onOpen={onOpen} />
    </footer>
  );
}

/** Moves with every command: the only thing here that does. */
function PendingItem() {
  const shares = useSharesLog();
  const { data } = useQuery({ ...infoQuery, select: ({ pendingCommits }) => pendingCommits });
  return data === undefined || !shares ? null : <Item icon={Clock}>{pendingWords(data)}</Item>;
}

/** Which console this is, and who works here. */
function ConsoleItems({ onOpen }: { readonly onOpen: (panel: Panel) => void }) {
  const { data } = useQuery({
    ...infoQuery,
    select: ({ dataFolder, operator }) => ({ dataFolder, operator }),
  });
  if (data === undefined) return null;
  const { dataFolder, operator } = data;
  return (
    <>
      <Tooltip content={`About this console: ${dataFolder}`} side="top">
        <button
          type="button"
          aria-label={`About this console: ${dataFolder}`}
          className={styles['button']}
          onClick={() => onOpen('about')}
        >
          <FolderOpen aria-hidden />
          <span className={styles['path']}>
            <bdi dir="ltr">{dataFolder}</bdi>
          </span>
        </button>
      </Tooltip>
      <button type="button" className={styles['button']} onClick={() => onOpen('operator')}>
        <User aria-hidden />
        <bdi className={styles['operator']}>{operator}</bdi>
      </button>
    </>
  );
}

interface ItemProps {
  readonly icon: LucideIcon;
  readonly tone?: 'quiet' | 'attention' | 'danger' | undefined;
  /** All of its words, where they are more than a text. */
  readonly title?: string | undefined;
  readonly children: ReactNode;
}

/** What is cut where there is no room is read by hovering. */
function Item({ icon: Icon, tone = 'quiet', title, children }: ItemProps) {
  const words = title ?? (typeof children === 'string' ? children : undefined);
  return (
    <WholeWords words={words} side="top">
      <span className={styles['item']} data-tone={tone}>
        <Icon aria-hidden />
        <span className={styles['words']}>{children}</span>
      </span>
    </WholeWords>
  );
}

function barTone(status: LinkStatus): string | undefined {
  const { tone } = linkLook(status);
  return tone === 'danger' || tone === 'attention' ? tone : undefined;
}

/** How this console stands to the others; leads to where that can be changed. */
function LinkItem() {
  const { data } = useQuery(linkQuery);
  if (data === undefined) return null;
  const { icon: Icon, short, more } = linkInBar(data);
  return (
    <WholeWords words={`${short}${more}`} side="top">
      <Link to="/link" className={styles['button']} data-tone={barTone(data)}>
        <Icon aria-hidden />
        <span className={styles['words']}>
          {short}
          {more === '' ? null : <span className={styles['more']}>{more}</span>}
        </span>
      </Link>
    </WholeWords>
  );
}

function ConflictsItem() {
  const open = useQuery(conflictCountsQuery).data?.open ?? 0;
  if (open === 0) return null;
  return (
    <Link to="/conflicts" className={styles['button']} data-tone="attention">
      <GitCompareArrows aria-hidden />
      <span className={styles['words']}>{countOf(open, 'conflict')} to decide</span>
    </Link>
  );
}

const viewIcons = { quiet: CircleCheck, attention: Hourglass, danger: CircleAlert } as const;

function ViewsItem() {
  const status = useQuery(viewsQuery);
  const { state } = useEngineState();
  // What was known before the engine or the reader went down may hold no longer.
  if (status.error !== null || state === 'failed') {
    return (
      <Item icon={CircleAlert} tone="danger">
        State of the views is unknown
      </Item>
    );
  }
  if (status.data === undefined) return null;
  const { tone, text } = viewsWords(status.data.views);
  const rebuild = rebuildWords(status.data.views);
  return (
    <>
      {tone === 'danger' ? (
        // It is mended there.
        <WholeWords words={text} side="top">
          <Link to="/maintenance" className={styles['button']} data-tone={tone}>
            <CircleAlert aria-hidden />
            <span className={styles['words']}>{text}</span>
          </Link>
        </WholeWords>
      ) : (
        <Item icon={viewIcons[tone]} tone={tone}>
          {text}
        </Item>
      )}
      {rebuild !== null && <Item icon={RefreshCw}>{rebuild}</Item>}
    </>
  );
}

/** Work under way leads to where it can be followed and cancelled. */
function JobsItem() {
  const words = jobsWords(useQuery(jobsQuery).data ?? []);
  if (words === null) return null;
  return (
    <WholeWords words={words} side="top">
      <Link to="/maintenance" className={styles['button']}>
        <ListChecks aria-hidden />
        <span className={styles['words']}>{words}</span>
      </Link>
    </WholeWords>
  );
}

const engineWords = { starting: 'Engine starting', restarting: 'Engine restarting' } as const;

function EngineItem() {
  const { state, error } = useEngineState();
  if (state === 'running') return null;
  return (
    <Item icon={CircleAlert} tone={state === 'failed' ? 'danger' : 'attention'}>
      {state === 'failed' ? failedWords(error).short : engineWords[state]}
    </Item>
  );
}
