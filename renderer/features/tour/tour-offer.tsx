import { Compass } from 'lucide-react';
import { useTour } from '../../state/tour.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Offered once, and only where everything is a sample: whoever opens their own data has something to do. */
export function TourOffer({ sample }: { readonly sample: boolean }) {
  const { step, offered, go, end } = useTour();
  if (!sample || offered || step !== null) return null;
  return (
    <section aria-label="Guided tour">
      <Notice
        banner
        tone="info"
        icon={Compass}
        title="This is sample data, to be looked at and tried out."
        actions={
          <>
            <Button size="small" onClick={() => go(0)}>
              Take the tour
            </Button>
            <Button size="small" variant="quiet" onClick={end}>
              Not now
            </Button>
          </>
        }
      >
        A tour of eight short steps shows what there is. It can be called later from the settings.
      </Notice>
    </section>
  );
}
