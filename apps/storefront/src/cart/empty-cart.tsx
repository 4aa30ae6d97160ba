import { pages } from '@faultline/contracts/pages';
import { LinkButton } from '@faultline/ui';
import styles from './empty-cart.module.css';

export const EmptyCart = () => (
  <div className={styles.empty}>
    <svg className={styles.drawing} viewBox="0 0 160 110" aria-hidden="true">
      <ellipse cx="80" cy="100" rx="58" ry="5" fill="#f2ecdf" />
      <path d="M22 48h116l-11 48a6 6 0 0 1-6 4H39a6 6 0 0 1-6-4z" fill="#f0d9c4" />
      <path
        d="M22 48h116l-11 48a6 6 0 0 1-6 4H39a6 6 0 0 1-6-4zM44 48 66 8M116 48 94 8M27 66h106M30 82h100M58 48l4 52M80 48v52M102 48l-4 52"
        fill="none"
        stroke="#1f4d3a"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
    <p>Nothing in it yet.</p>
    <LinkButton to={pages.products}>Find something</LinkButton>
  </div>
);
