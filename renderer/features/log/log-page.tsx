import { getRouteApi } from '@tanstack/react-router';
import { ArrowUpToLine, ListFilter, LocateFixed, Pause, Play } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useSharesLog } from '../../bridge/use-shares-log.ts';
import { useLastLog } from '../../state/last-log.ts';
import { usePreferences } from '../../state/preferences.ts';
import { Button } from '../../ui/button.tsx';
import { ColumnMenu } from '../../ui/data-table/column-menu.tsx';
import { useHotkeys } from '../../ui/hooks/use-hotkeys.ts';
import { Split } from '../../ui/split.tsx';
import { logColumns } from './columns.tsx';
import { EventDetail } from './event-detail.tsx';
import { LogFilters } from './log-filters.tsx';
import styles from './log-page.module.css';
import { FilterPicker, JumpPicker } from './log-pickers.tsx';
import { type LogSearch, parseLogSearch, rowsKey, without } from './log-search.ts';
import { LOG_TABLE, LogTable } from './log-table.tsx';
import { SharesLog } from './state-badge.tsx';
import { useLogNavigation } from './use-log-navigation.ts';

const route = getRouteApi('/log');

/** The event log: everything that happened, in its order. */
export function LogPage() {
  const search = parseLogSearch(route.useSearch());
  const go = useLogNavigation();
  const detailShare = usePreferences((preferences) => preferences.detailShare);
  const change = usePreferences((preferences) => preferences.change);
  useEffect(() => useLastLog.setState({ search }), [search]);
  useHotkeys({ escape: go.close }, search.event !== undefined);
  const { event } = search;
  return (
    <SharesLog value={useSharesLog()}>
      <Split
        label="Width of the detail"
        share={detailShare}
        onShare={(share) => change({ detailShare: share })}
        main={<EventLog search={search} />}
        side={
          event === undefined
            ? null
            : (alone) => <EventDetail key={event} position={event} alone={alone} onClose={go.close} />
        }
      />
    </SharesLog>
  );
}

type Panel = 'filter' | 'jump';

function EventLog({ search }: { readonly search: LogSearch }) {
  const [panel, setPanel] = useState<Panel | null>(null);
  const [paused, setPaused] = useState(false);
  const page = useRef<HTMLElement>(null);
  const filterButton = useRef<HTMLButtonElement>(null);
  const close = () => setPanel(null);
  const filter = () => setPanel('filter');
  const jump = () => setPanel('jump');
  const pause = () => setPaused(!paused);
  // Whoever has not been anywhere yet reaches the rows with the first key that moves.
  const enterRows = () => {
    if (document.activeElement === document.body)
      page.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
  };
  useHotkeys({ f: filter, '/': filter, g: jump, arrowdown: enterRows, j: enterRows });
  useHotkeys({ p: pause }, followsEnd(search));
  return (
    <section ref={page} className={styles['page']} aria-label="Event log">
      <header className={styles['header']}>
        <h1 className={styles['title']}>Event log</h1>
        <div className={styles['tools']}>
          <LiveButton search={search} paused={paused} onPause={pause} />
          <Button size="small" icon={LocateFixed} shortcut="G" onClick={jump}>
            Go to
          </Button>
          <Button ref={filterButton} size="small" icon={ListFilter} shortcut="F" onClick={filter}>
            Filter
          </Button>
          <ColumnMenu table={LOG_TABLE} columns={logColumns} fixed="summary" />
        </div>
      </header>
      <LogFilters search={search} home={filterButton} />
      <LogTable key={rowsKey(search)} search={search} paused={paused} />
      <FilterPicker open={panel === 'filter'} onClose={close} search={search} />
      <JumpPicker open={panel === 'jump'} onClose={close} />
    </section>
  );
}

const beginsInTheMiddle = ({ at, order }: LogSearch): boolean => at !== undefined && order === undefined;

/** New events come in at the end of such a list, and that can be paused. */
function followsEnd(search: LogSearch): boolean {
  return !beginsInTheMiddle(search) && search.to === undefined;
}

interface LiveButtonProps {
  readonly search: LogSearch;
  readonly paused: boolean;
  readonly onPause: () => void;
}

/** A list that begins in the middle of the log does not follow its end: the way there stands in its place. */
function LiveButton({ search, paused, onPause }: LiveButtonProps) {
  const go = useLogNavigation();
  if (beginsInTheMiddle(search)) {
    return (
      <Button size="small" icon={ArrowUpToLine} onClick={() => go.to((old) => without(old, 'at'))}>
        Newest
      </Button>
    );
  }
  if (!followsEnd(search)) return null;
  return (
    <Button size="small" icon={paused ? Play : Pause} shortcut="P" onClick={onPause}>
      {paused ? 'Resume' : 'Pause'}
    </Button>
  );
}
