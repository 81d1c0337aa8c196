import type { SyntheticEvent } from 'react';
import type { BulkRequest } from '../../state/bulk-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../ui/dialog.tsx';
import { asConsoleError } from '../../ui/error-words.ts';
import { Field } from '../../ui/form/field.tsx';
import { TextArea, TextInput } from '../../ui/form/inputs.tsx';
import { submitByKey } from '../../ui/form/submit-by-key.ts';
import { countOf, formatCount } from '../../ui/format/number.ts';
import { MOD_KEY } from '../../ui/hooks/use-hotkeys.ts';
import { Notice } from '../../ui/notice.tsx';
import { RestoredNotice } from '../../ui/restored-notice.tsx';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import styles from './bulk.module.css';
import { consequenceOf, orderTexts, orderTitle } from './bulk-texts.ts';
import { PreviewList } from './preview.tsx';
import { useBulkOrder } from './use-bulk-order.ts';

export interface BulkDialogProps {
  readonly request: BulkRequest;
  readonly onClose: () => void;
}

type Order = ReturnType<typeof useBulkOrder>;

/** What a change to many persons asks for, and what it would come to: the last look before it is done. */
export function BulkDialog({ request, onClose }: BulkDialogProps) {
  const { action, count } = request;
  const order = useBulkOrder(request, onClose);
  const able = order.preview.data?.able;
  // Said in so many words, it is given up; closed in another way, what was typed is kept.
  const cancel = () => {
    order.drop();
    onClose();
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    order.submit();
  };
  return (
    <Dialog open onClose={onClose} title={orderTitle(action, count)} description={consequenceOf(request)}>
      <form noValidate onSubmit={submit} onKeyDown={submitByKey}>
        <DialogBody>
          <div className={styles['order']}>
            <Scope request={request} />
            {order.restored ? <RestoredNotice onStartOver={() => order.setText('')} /> : null}
            <OrderField request={request} order={order} />
            <Foreseen request={request} order={order} />
            {order.error === null ? null : (
              <Notice tone="danger" role="alert" title={order.error.message}>
                Error code <code>{order.error.code}</code>
              </Notice>
            )}
          </div>
        </DialogBody>
        <DialogFooter>
          <Button
            type="submit"
            variant={orderTexts(action).danger ? 'danger' : 'primary'}
            busy={order.sending}
            disabled={able === undefined || able === 0}
            shortcut={`${MOD_KEY}+Enter`}
          >
            {orderTitle(action, able ?? count)}
          </Button>
          <Button variant="quiet" onClick={cancel}>
            Cancel
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}

function Scope({ request: { count, takenAt } }: { readonly request: BulkRequest }) {
  if (takenAt === undefined) return null;
  return (
    <p className={styles['note']}>
      These are the {countOf(count, 'person')} who matched at <Time at={takenAt} clock />. Whoever has come to
      match since then is not among them.
    </p>
  );
}

interface PartProps {
  readonly request: BulkRequest;
  readonly order: Order;
}

function OrderField({ request: { action, tag }, order }: PartProps) {
  const error = order.complaint ? 'Must not be blank' : undefined;
  if (orderTexts(action).field === 'tag') {
    return (
      <Field
        label="Tag"
        required
        error={error}
        help={tag === undefined ? 'Capitals and accents make no difference: “VIP” is “vip”.' : undefined}
      >
        <TextInput
          maxLength={100}
          readOnly={tag !== undefined}
          value={order.text}
          onChange={(event) => order.setText(event.target.value)}
        />
      </Field>
    );
  }
  return (
    <Field label="Reason" required error={error} help="It stands in everybody’s history.">
      <TextArea
        rows={2}
        maxLength={2000}
        value={order.text}
        onChange={(event) => order.setText(event.target.value)}
      />
    </Field>
  );
}

function Foreseen({ request: { action, count }, order: { preview, text } }: PartProps) {
  if (preview.data !== undefined) return <PreviewList asked={preview.asked} preview={preview.data} />;
  if (preview.error !== null && !preview.isFetching) {
    const { message, code } = asConsoleError(preview.error);
    return (
      <Notice tone="danger" role="alert" title={message}>
        Error code <code>{code}</code>
      </Notice>
    );
  }
  if (orderTexts(action).field === 'tag' && text.trim() === '') return null;
  return (
    <div className={styles['looking']}>
      <SkeletonLines lines={3} label={`Looking at ${formatCount(count)} persons`} />
    </div>
  );
}
