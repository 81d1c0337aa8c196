import { useBulkRequest } from '../../state/bulk-request.ts';
import { BulkDialog } from './bulk-dialog.tsx';

/** Asks for what is missing before many persons are changed, over whatever page is open. */
export function BulkHost() {
  const { request, close } = useBulkRequest();
  return request === null ? null : <BulkDialog request={request} onClose={close} />;
}
