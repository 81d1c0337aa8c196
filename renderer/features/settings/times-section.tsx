import { everyZone } from '../../state/display-choices.ts';
import { timeZoneOf, usePreferences } from '../../state/preferences.ts';
import { absoluteTime } from '../../ui/format/time.ts';
import { Select } from '../../ui/form/select.tsx';
import { SettingRow } from '../../ui/form/setting-row.tsx';
import { useNow } from '../../ui/hooks/use-now.ts';
import { Section } from './section.tsx';
import styles from './settings.module.css';

export function TimesSection() {
  const timeZone = usePreferences(timeZoneOf);
  const change = usePreferences((preferences) => preferences.change);
  const now = new Date(useNow()).toISOString();
  return (
    <Section title="Times">
      <SettingRow
        label="Time zone"
        help={
          <>
            Times are shown, and those you type are read, in this zone. Dates of birth and the like have none.
            It is now <span className={styles['now']}>{absoluteTime(now, { timeZone })}</span>.
          </>
        }
      >
        <Select
          options={everyZone(timeZone)}
          value={timeZone}
          onChange={(value) => change({ timeZone: value })}
        />
      </SettingRow>
    </Section>
  );
}
