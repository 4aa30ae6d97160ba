import { TextField } from '@faultline/ui';
import type { RefObject } from 'react';
import { groupDigits } from './card-number';
import { typeExpiry } from './expiry';
import styles from './purchase-fields.module.css';
import type { FieldMessages, PurchaseField, PurchaseForm } from './purchase-form';

export type FieldInputs = RefObject<Partial<Record<PurchaseField, HTMLInputElement | null>>>;

interface PurchaseFieldsProps {
  form: PurchaseForm;
  hints: FieldMessages;
  errors: FieldMessages;
  inputs: FieldInputs;
  onChange: (field: PurchaseField, value: string) => void;
  onLeave: (field: PurchaseField) => void;
}

/** E-mail and card, as browsers fill them in by themselves. */
export const PurchaseFields = ({
  form,
  hints,
  errors,
  inputs,
  onChange,
  onLeave,
}: PurchaseFieldsProps) => {
  const common = (field: PurchaseField) => ({
    value: form[field],
    hint: hints[field],
    error: errors[field],
    onLeave: () => onLeave(field),
    ref: (input: HTMLInputElement | null) => {
      inputs.current[field] = input;
    },
  });
  return (
    <>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>You</legend>
        <TextField
          {...common('email')}
          label="E-mail"
          name="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          maxLength={254}
          onChange={(text) => onChange('email', text)}
        />
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>Your card</legend>
        <TextField
          {...common('number')}
          label="Card number"
          name="card-number"
          inputMode="numeric"
          autoComplete="cc-number"
          maxLength={30}
          onChange={(text, atEnd) => onChange('number', atEnd ? groupDigits(text) : text)}
          onLeave={() => {
            onChange('number', groupDigits(form.number));
            onLeave('number');
          }}
        />
        <div className={styles.pair}>
          <TextField
            {...common('expiry')}
            label="Expires"
            note="Month / year"
            name="card-expiry"
            inputMode="numeric"
            autoComplete="cc-exp"
            maxLength={9}
            placeholder="MM/YY"
            onChange={(text, atEnd) =>
              onChange('expiry', atEnd ? typeExpiry(form.expiry, text) : text)
            }
          />
          <TextField
            {...common('cvc')}
            label="Security code"
            note="CVC, on the back"
            name="card-cvc"
            inputMode="numeric"
            autoComplete="cc-csc"
            maxLength={4}
            onChange={(text) => onChange('cvc', text)}
          />
        </div>
      </fieldset>
    </>
  );
};
