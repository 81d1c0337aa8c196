import { Link } from '@tanstack/react-router';
import {
  Cable,
  FileInput,
  GitCompareArrows,
  type LucideIcon,
  ScrollText,
  Settings,
  SlidersHorizontal,
  Users,
  Wrench,
} from 'lucide-react';
import { densities, themes, zonesBeside } from '../state/display-choices.ts';
import { useLastList } from '../state/last-list.ts';
import { useLastLog } from '../state/last-log.ts';
import type { Panel } from '../state/panel.ts';
import { timeZoneOf, usePreferences } from '../state/preferences.ts';
import { initials } from '../ui/format/labels.ts';
import { Menu, MenuChoice, MenuSeparator } from '../ui/menu.tsx';
import { Mark } from '../ui/mark.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import styles from './rail.module.css';

export interface RailProps {
  readonly operator: string;
  readonly onOpen: (panel: Panel) => void;
}

export function Rail({ operator, onOpen }: RailProps) {
  const search = useLastList((last) => last.search);
  const logSearch = useLastLog((last) => last.search);
  return (
    <nav className={styles['rail']} aria-label="Areas">
      <span className={styles['mark']}>
        <Mark />
      </span>
      <Link
        to="/persons"
        search={search}
        className={styles['item']}
        activeProps={{ className: styles['active'] ?? '', 'aria-current': 'page' }}
        activeOptions={{ includeSearch: false }}
      >
        <Users aria-hidden size={18} />
        <span>Persons</span>
      </Link>
      <Link
        to="/import"
        className={styles['item']}
        activeProps={{ className: styles['active'] ?? '', 'aria-current': 'page' }}
        activeOptions={{ includeSearch: false }}
      >
        <FileInput aria-hidden size={18} />
        <span>Import</span>
      </Link>
      <Link
        to="/log"
        search={logSearch}
        className={styles['item']}
        activeProps={{ className: styles['active'] ?? '', 'aria-current': 'page' }}
        activeOptions={{ includeSearch: false }}
      >
        <ScrollText aria-hidden size={18} />
        <span>Event log</span>
      </Link>
      <Area to="/conflicts" icon={GitCompareArrows}>
        Conflicts
      </Area>
      <Area to="/link" icon={Cable}>
        Link
      </Area>
      <Area to="/maintenance" icon={Wrench}>
        Maintenance
      </Area>
      <span className={styles['space']} />
      <Area to="/settings" icon={Settings}>
        Settings
      </Area>
      <AppearanceMenu />
      <Tooltip content={`You work as ${operator}`} side="right">
        <button type="button" className={styles['item']} onClick={() => onOpen('operator')}>
          <span className={styles['avatar']} aria-hidden>
            {initials(operator)}
          </span>
          <span>Operator</span>
        </button>
      </Tooltip>
    </nav>
  );
}

interface AreaProps {
  readonly to: '/conflicts' | '/link' | '/maintenance' | '/settings';
  readonly icon: LucideIcon;
  readonly children: string;
}

function Area({ to, icon: Icon, children }: AreaProps) {
  return (
    <Link
      to={to}
      className={styles['item']}
      activeProps={{ className: styles['active'] ?? '', 'aria-current': 'page' }}
    >
      <Icon aria-hidden size={18} />
      <span>{children}</span>
    </Link>
  );
}

function AppearanceMenu() {
  const theme = usePreferences((preferences) => preferences.theme);
  const density = usePreferences((preferences) => preferences.density);
  const timeZone = usePreferences(timeZoneOf);
  const change = usePreferences((preferences) => preferences.change);
  return (
    <Menu
      side="right"
      align="end"
      trigger={
        <button type="button" className={styles['item']}>
          <SlidersHorizontal aria-hidden size={18} />
          <span>Display</span>
        </button>
      }
    >
      <MenuChoice
        label="Theme"
        value={theme}
        options={themes}
        onChange={(value) => change({ theme: value })}
      />
      <MenuSeparator />
      <MenuChoice
        label="Density"
        value={density}
        options={densities}
        onChange={(value) => change({ density: value })}
      />
      <MenuSeparator />
      <MenuChoice
        label="Times"
        value={timeZone}
        options={zonesBeside(timeZone)}
        onChange={(value) => change({ timeZone: value })}
      />
    </Menu>
  );
}
