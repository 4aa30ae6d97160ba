import type { Money, PricedCart } from '@faultline/contracts';
import { Button } from '@faultline/ui';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { formatPrice } from '../catalogue/format-price';
import { InDoubtNote } from './in-doubt-note';
import { PaymentProgress } from './payment-progress';
import { PurchaseFailureNotice } from './purchase-failure-notice';
import { type FieldInputs, PurchaseFields } from './purchase-fields';
import {
  emptyPurchaseForm,
  type FieldMessages,
  hint,
  type PurchaseField,
  type PurchaseForm,
  purchaseFields,
} from './purchase-form';
import styles from './purchase-section.module.css';
import { TestCardNote } from './test-card-note';
import type { TestCard } from './test-cards';
import type { Purchase } from './use-purchase';

const errorsOf = (purchase: Purchase): FieldMessages => {
  if (purchase.state === 'incomplete') return purchase.errors;
  return purchase.state === 'failed' ? purchase.failure.fields : {};
};

const payLabel = (total: Money): string =>
  total.amount === 0 ? 'Pay' : `Pay ${formatPrice(total)}`;

interface PurchaseSectionProps {
  /** The cart to pay, as the page shows it. */
  cart: PricedCart;
  purchase: Purchase;
  /** Whether the result of an earlier try is unknown. */
  inDoubt: boolean;
  onPay: (form: PurchaseForm) => void;
}

/** The checkout's form. */
export const PurchaseSection = ({ cart, purchase, inDoubt, onPay }: PurchaseSectionProps) => {
  const [form, setForm] = useState<PurchaseForm>(emptyPurchaseForm);
  const [hints, setHints] = useState<FieldMessages>({});
  const [edited, setEdited] = useState<ReadonlySet<PurchaseField>>(new Set());
  const inputs: FieldInputs = useRef({});
  const errors = errorsOf(purchase);
  const standing = Object.fromEntries(
    purchaseFields.filter((field) => !edited.has(field)).map((field) => [field, errors[field]]),
  );
  const paying = purchase.state === 'paying';
  const nothingToPay = cart.items.length === 0;

  const change = (field: PurchaseField, value: string) => {
    setForm((before) => ({ ...before, [field]: value }));
    setHints(({ [field]: _, ...others }) => others);
    if (value !== form[field]) setEdited((before) => new Set(before).add(field));
  };

  const leave = (field: PurchaseField) =>
    setHints((before) => ({ ...before, [field]: hint(field, form, new Date()) }));

  const use = (card: TestCard) => {
    change('number', card.number);
    change('expiry', `12/${(new Date().getFullYear() + 2) % 100}`);
    change('cvc', '123');
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (paying || nothingToPay) return;
    setEdited(new Set());
    onPay(form);
  };

  useEffect(() => {
    const wrong = purchaseFields.find((field) => errorsOf(purchase)[field] !== undefined);
    if (wrong) inputs.current[wrong]?.focus();
  }, [purchase]);

  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-label="Payment">
      {inDoubt && purchase.state === 'filling' && <InDoubtNote />}
      <PurchaseFields
        form={form}
        hints={hints}
        errors={standing}
        inputs={inputs}
        onChange={change}
        onLeave={leave}
      />
      <TestCardNote onUse={use} />
      {purchase.state === 'failed' && <PurchaseFailureNotice failure={purchase.failure} />}
      <Button type="submit" className={styles.pay} inactive={paying || nothingToPay}>
        {paying ? 'Paying…' : payLabel(cart.total)}
      </Button>
      <PaymentProgress paying={paying} />
    </form>
  );
};
