import { densities, themes } from '../../state/display-choices.ts';
import { usePreferences } from '../../state/preferences.ts';
import { asConsoleError } from '../../ui/error-words.ts';
import { Select } from '../../ui/form/select.tsx';
import { SettingRow } from '../../ui/form/setting-row.tsx';
import { MOD_KEY } from '../../ui/hooks/use-hotkeys.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Section } from './section.tsx';
import { useZoom } from './use-zoom.ts';
import { zoomChoices } from './zoom-choices.ts';

export function AppearanceSection() {
  const theme = usePreferences((preferences) => preferences.theme);
  const density = usePreferences((preferences) => preferences.density);
  const change = usePreferences((preferences) => preferences.change);
  return (
    <Section title="Appearance">
      <SettingRow label="Theme" help="Light, dark, or whichever the system has at the moment." selfNamed>
        <Segments
          label="Theme"
          segments={themes}
          value={theme}
          onChange={(value) => change({ theme: value })}
        />
      </SettingRow>
      <SettingRow label="Density" help="How much room each row of a list takes." selfNamed>
        <Segments
          label="Density"
          segments={densities}
          value={density}
          onChange={(value) => change({ density: value })}
        />
      </SettingRow>
      <ZoomRow />
    </Section>
  );
}

/** The window's own: set by its menu and keys, too, so that what is shown is always what holds. */
function ZoomRow() {
  const { factor, error, zoom } = useZoom();
  const help = `Text and controls alike. ${MOD_KEY} with + and − does the same.`;
  if (factor === undefined) {
    return (
      <SettingRow label="Size" help={help} selfNamed>
        {error === null ? <Skeleton width="120px" /> : <span>{asConsoleError(error).message}</span>}
      </SettingRow>
    );
  }
  return (
    <SettingRow label="Size" help={help}>
      <Select
        options={zoomChoices(factor)}
        value={String(factor)}
        onChange={(value) => zoom(Number(value))}
      />
    </SettingRow>
  );
}
