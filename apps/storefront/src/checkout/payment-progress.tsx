import { useEffect, useState } from 'react';
import styles from './payment-progress.module.css';

const longAfter = 2_500;

const LongWait = () => {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLong(true), longAfter);
    return () => window.clearTimeout(timer);
  }, []);
  return long
    ? 'Still waiting for the payment provider. Please stay on this page.'
    : 'Talking to the payment provider…';
};

/** Shows that a payment is in progress; its space is always reserved. */
export const PaymentProgress = ({ paying }: { paying: boolean }) => (
  <div className={styles.place}>
    <div className={styles.track} data-moving={paying} aria-hidden="true">
      <div className={styles.runner} />
    </div>
    <p className={styles.words} role="status" aria-label="Payment progress">
      {paying && <LongWait />}
    </p>
  </div>
);
