import { Button } from '@faultline/ui';
import styles from './test-card-note.module.css';
import { type TestCard, testCards } from './test-cards';

/** The sandbox's test cards; pressing one fills it in. */
export const TestCardNote = ({ onUse }: { onUse: (card: TestCard) => void }) => (
  <aside className={styles.note} aria-labelledby="test-cards">
    <h2 id="test-cards" className={styles.title}>
      Sandbox: please use a test card
    </h2>
    <p>No real card is charged. Any expiry in the future and any security code will do.</p>
    <table className={styles.cards}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Number</th>
          <th scope="col">What happens</th>
          <th scope="col">Fill in</th>
        </tr>
      </thead>
      <tbody>
        {testCards.map((card) => (
          <tr key={card.number}>
            <td className={styles.number}>{card.number}</td>
            <td className={styles.outcome}>{card.outcome}</td>
            <td className={styles.fill}>
              <Button kind="plain" onClick={() => onUse(card)}>
                Use<span className="visually-hidden"> {card.number}</span>
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </aside>
);
