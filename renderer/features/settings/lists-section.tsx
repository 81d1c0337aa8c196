import { useState } from 'react';
import { initialPreferences, usePreferences } from '../../state/preferences.ts';
import { useSavedFilters } from '../../state/saved-filters.ts';
import { Button } from '../../ui/button.tsx';
import { useChooseColumns, useColumnChoice } from '../../ui/data-table/column-choice.ts';
import { Question } from '../../ui/dialog.tsx';
import { countOf, formatCount } from '../../ui/format/number.ts';
import { SettingRow } from '../../ui/form/setting-row.tsx';
import { Section } from './section.tsx';
import styles from './settings.module.css';

/** Tables by the names under which their columns are kept. */
const tables = [
  { id: 'persons', title: 'Columns of the persons list' },
  { id: 'log', title: 'Columns of the event log' },
] as const;

export function ListsSection() {
  return (
    <Section title="Lists">
      {tables.map((table) => (
        <ColumnsRow key={table.id} {...table} />
      ))}
      <DetailRow />
      <SavedRow />
    </Section>
  );
}

function State({ children }: { readonly children: string }) {
  return <span className={styles['state']}>{children}</span>;
}

function ColumnsRow({ id, title }: (typeof tables)[number]) {
  const { hidden, chosen } = useColumnChoice(id);
  const choose = useChooseColumns();
  const changed = [
    ...(hidden.length === 0 ? [] : [`${countOf(hidden.length, 'column')} hidden`]),
    ...(chosen.length === 0 ? [] : [`${formatCount(chosen.length)} shown at any width`]),
  ];
  return (
    <SettingRow label={title} help="Hidden and shown by the menu over the list." selfNamed>
      {changed.length === 0 ? (
        <State>All are shown, where there is room</State>
      ) : (
        <>
          <State>{changed.join(', ')}</State>
          <Button onClick={() => choose({ table: id, hidden: [], chosen: [] })}>
            {hidden.length === 0 ? 'Where there is room' : 'Show all'}
          </Button>
        </>
      )}
    </SettingRow>
  );
}

function DetailRow() {
  const detailShare = usePreferences((preferences) => preferences.detailShare);
  const change = usePreferences((preferences) => preferences.change);
  const usual = initialPreferences.detailShare;
  return (
    <SettingRow label="Detail beside a list" help="Drag the line between the two to change it." selfNamed>
      <State>{`${Math.round(detailShare * 100)} % of the width`}</State>
      {detailShare === usual ? null : (
        <Button onClick={() => change({ detailShare: usual })}>Usual width</Button>
      )}
    </SettingRow>
  );
}

function SavedRow() {
  const { filters, open, removeAll } = useSavedFilters();
  const [asking, setAsking] = useState(false);
  const count = countOf(filters.length, 'saved filter');
  const isOne = filters.length === 1;
  return (
    <SettingRow label="Saved filters" help="Ways to look at the persons list that you have named." selfNamed>
      {filters.length === 0 ? (
        <State>None so far</State>
      ) : (
        <>
          <State>{count}</State>
          <Button onClick={() => open('manage')}>Rename or delete…</Button>
          <Button onClick={() => setAsking(true)}>{isOne ? 'Delete…' : 'Delete all…'}</Button>
        </>
      )}
      <Question
        open={asking}
        title={`Delete ${count}?`}
        confirm={isOne ? 'Delete filter' : 'Delete all'}
        cancel={isOne ? 'Keep it' : 'Keep them'}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          removeAll();
          setAsking(false);
        }}
      >
        {isOne ? 'Its name and what it shows are gone.' : 'Their names and what they show are gone.'} No
        person and nothing in the log is changed.
      </Question>
    </SettingRow>
  );
}
