import type { Claim, Incident, IncidentExplanation } from '@faultline/contracts/console';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../api/client';
import { Panel } from '../parts/panel';
import { Loaded } from '../parts/placeholder';
import styles from './what-we-know.module.css';

/** While an incident lasts, more becomes known of it. */
const period = 5_000;

const kinds: Readonly<Record<Claim['kind'], string>> = {
  since: 'Begin',
  spread: 'Spread',
  difference: 'In common',
  message: 'Message',
  change: 'Change',
  lock: 'Lock',
  nothing: 'Alert',
};

/** What telemetry says about an incident: its suspects, and sentences that lead to their evidence. */
export const WhatWeKnow = ({ incident: { id, resolved } }: { incident: Incident }) => {
  const explanation = useQuery({
    queryKey: ['explanation', id, resolved],
    queryFn: () => api.explanation({ params: { id } }),
    refetchInterval: resolved === undefined ? period : false,
  });
  return (
    <Panel title="What we know">
      <Loaded what="What is known" query={explanation}>
        {(known) => <Sentences known={known} />}
      </Loaded>
    </Panel>
  );
};

const Sentences = ({ known: { suspects, claims } }: { known: IncidentExplanation }) => (
  <>
    {suspects.length > 0 && (
      <ol className={styles.sentences} aria-label="Suspects">
        {suspects.map(({ component, words, link }, index) => (
          <li key={component} className={styles.suspect}>
            <span className="soft">{index === 0 ? 'Suspect' : `${index + 1}.`}</span>
            <span>
              <Link to={link}>{component}</Link>: {words}
            </span>
          </li>
        ))}
      </ol>
    )}
    <ul className={styles.sentences} aria-label="Evidence">
      {claims.map(({ kind, words, link }) => (
        <li key={words}>
          <Link to={link}>{kinds[kind]}</Link>
          <span>{words}</span>
        </li>
      ))}
    </ul>
  </>
);
