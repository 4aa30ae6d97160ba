import type { PricedLine } from '@faultline/contracts';
import { useAnnounce } from '@faultline/ui';
import { useState } from 'react';
import { asFailure, type Failure } from '../api/failure';
import { formatPrice } from '../catalogue/format-price';
import { cartStore } from './use-cart';

interface FailedChange {
  title: string;
  failure: Failure;
  retry: () => void;
}

/** Changes of the cart from its page. Successful ones are announced, failed ones can be retried. */
export const useCartChanges = () => {
  const announce = useAnnounce();
  const [failed, setFailed] = useState<FailedChange>();
  const [removed, setRemoved] = useState<PricedLine>();

  const change = async (
    productId: string,
    quantity: number,
    done: string,
    title: string,
    undo?: PricedLine,
  ) => {
    setFailed(undefined);
    try {
      await cartStore.setQuantity(productId, quantity);
      setRemoved(undo);
      const total = cartStore.snapshot().cart?.total;
      announce(total ? `${done} The total is ${formatPrice(total)}.` : done);
    } catch (thrown) {
      const retry = () => void change(productId, quantity, done, title, undo);
      setFailed({ title, failure: asFailure(thrown), retry });
    }
  };

  return {
    failed,
    removed,
    setQuantity: (line: PricedLine, quantity: number) =>
      change(
        line.productId,
        quantity,
        `${quantity} × ${line.name}.`,
        `We could not change the quantity of ${line.name}`,
      ),
    remove: (line: PricedLine) =>
      change(line.productId, 0, `${line.name} removed.`, `We could not remove ${line.name}`, line),
    /** Removes a product that is not sold any more, which cannot be undone. */
    takeOut: (productId: string, name: string) =>
      change(productId, 0, `${name} removed.`, `We could not remove ${name}`),
    putBack: (line: PricedLine) =>
      change(
        line.productId,
        line.quantity,
        `${line.name} is back.`,
        `We could not put ${line.name} back`,
      ),
  };
};
