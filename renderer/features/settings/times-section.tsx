import { useMemo } from 'react';
import { everyZone } from '../../state/display-choices.ts';
import { timeZoneOf, usePreferences } from '../../state/preferences.ts';
import { absoluteTime } from '../../ui/format/time.ts';
import { PickerButton } from '../../ui/form/picker-button.tsx';
import { SettingRow } from '../../ui/form/setting-row.tsx';
import { useNow } from '../../ui/hooks/use-now.ts';
import { foundZones } from './found-zones.ts';
import { Section } from './section.tsx';
import styles from './settings.module.css';

export function TimesSection() {
  const timeZone = usePreferences(timeZoneOf);
  const change = usePreferences((preferences) => preferences.change);
  const now = new Date(useNow()).toISOString();
  // There are hundreds, and the clock beside it goes on.
  const chosen = useMemo(
    () => everyZone(timeZone).find(({ value }) => value === timeZone)?.label ?? timeZone,
    [timeZone],
  );
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
        <PickerButton
          chosen={chosen}
          title="Choose a zone"
          placeholder="A city or a region"
          find={(text) => foundZones(text, timeZone)}
          none={(text) => `No time zone is called “${text}”`}
          onPick={(zone) => change({ timeZone: zone })}
        />
      </SettingRow>
    </Section>
  );
}
