import { useId, useState } from 'react';
import { maxQuantity, minQuantity, readQuantity } from './quantity';
import styles from './quantity-field.module.css';

interface QuantityFieldProps {
  label: string;
  /** A hidden label is still read by screen readers. */
  labelHidden?: boolean;
  quantity: number;
  onChange: (quantity: number) => void;
}

/** A number from 1 to 99 with steppers; typed input applies when the field loses focus or Enter is pressed. */
export const QuantityField = ({
  label,
  labelHidden = false,
  quantity,
  onChange,
}: QuantityFieldProps) => {
  const id = useId();
  const [draft, setDraft] = useState<string>();

  const commit = () => {
    const typed = draft === undefined ? undefined : readQuantity(draft);
    setDraft(undefined);
    if (typed !== undefined && typed !== quantity) onChange(typed);
  };

  const step = (by: 1 | -1) => {
    const next = quantity + by;
    setDraft(undefined);
    if (next >= minQuantity && next <= maxQuantity) onChange(next);
  };

  return (
    <div className={styles.field}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      <div className={styles.box}>
        <button
          type="button"
          className={styles.step}
          aria-label={`${label}: one fewer`}
          aria-disabled={quantity <= minQuantity || undefined}
          onClick={() => step(-1)}
        >
          <span aria-hidden="true">−</span>
        </button>
        <input
          id={id}
          className={styles.input}
          type="number"
          inputMode="numeric"
          autoComplete="off"
          min={minQuantity}
          max={maxQuantity}
          value={draft ?? quantity}
          onChange={(event) => setDraft(event.target.value)}
          onFocus={(event) => event.target.select()}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
          }}
        />
        <button
          type="button"
          className={styles.step}
          aria-label={`${label}: one more`}
          aria-disabled={quantity >= maxQuantity || undefined}
          onClick={() => step(1)}
        >
          <span aria-hidden="true">+</span>
        </button>
      </div>
    </div>
  );
};
