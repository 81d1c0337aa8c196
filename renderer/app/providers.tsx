import { QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { LucideProvider } from 'lucide-react';
import { useEffect, useState } from 'react';
import { followPushes } from '../bridge/live-updates.ts';
import { createQueryClient } from '../bridge/query-client.ts';
import { Hints } from '../ui/hints.tsx';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { RootBoundary } from './errors.tsx';
import { markReady } from './mark-ready.ts';
import { createConsoleRouter } from './router.tsx';

const TOOLTIP_DELAY_MS = 500;

export function Providers() {
  const [client] = useState(createQueryClient);
  const [router] = useState(createConsoleRouter);
  return (
    <RootBoundary>
      <QueryClientProvider client={client}>
        <LucideProvider size={16} strokeWidth={1.5}>
          <TooltipProvider delayDuration={TOOLTIP_DELAY_MS} skipDelayDuration={200}>
            <Hints delay={TOOLTIP_DELAY_MS} />
            <LiveUpdates />
            <RouterProvider router={router} />
          </TooltipProvider>
        </LucideProvider>
      </QueryClientProvider>
    </RootBoundary>
  );
}

function LiveUpdates() {
  const client = useQueryClient();
  useEffect(() => followPushes(client), [client]);
  useEffect(() => markReady(client), [client]);
  return null;
}
