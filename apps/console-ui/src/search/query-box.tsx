import { useId, useState } from 'react';
import { Failure, messageOf } from '../api/failure';
import { Icon } from '../parts/icons';
import styles from './query-box.module.css';
import { useQueryText } from './use-query-text';

interface QueryBoxProps {
  label: string;
  placeholder: string;
  /** Searches to begin with, with what they find. */
  examples: readonly (readonly [query: string, finds: string])[];
  /** Why the last search could not be done. */
  error: unknown;
}

const syntax = [
  ['name:value', 'a field has a value; fields are those of telemetry'],
  ['error.type:"53300"', 'a text; needed for other than letters, digits and . - _'],
  ['duration:>200ms', 'longer than that; also s and us, < <= >='],
  ['-level:info', 'not'],
  ['a:1 OR b:2, ( )', 'either; words beside each other must all be there'],
  ['name:GET*', '* stands for any text'],
  ['"too many clients"', 'text anywhere in a span or record'],
] as const;

/** The search in the address, with help on its language. */
export const QueryBox = ({ label, placeholder, examples, error }: QueryBoxProps) => {
  const [query, setQuery] = useQueryText();
  const id = useId();
  const [help, setHelp] = useState(false);
  const isInvalid = error instanceof Failure && error.code === 'invalid-query';
  return (
    <div className={styles.box}>
      <search>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            setQuery(String(new FormData(event.currentTarget).get('q') ?? '').trim());
          }}
        >
          <input
            key={query}
            type="search"
            name="q"
            className={`field ${styles.input}`}
            aria-label={label}
            aria-invalid={isInvalid}
            aria-describedby={isInvalid ? `${id}-error` : undefined}
            placeholder={placeholder}
            defaultValue={query}
            maxLength={500}
            spellCheck={false}
            autoComplete="off"
            data-search
          />
          <button type="submit" className="button strong">
            <Icon name="search" /> Search
          </button>
          <button
            type="button"
            className="button"
            aria-expanded={help}
            aria-controls={`${id}-help`}
            onClick={() => setHelp(!help)}
          >
            Syntax
          </button>
        </form>
      </search>
      {isInvalid && (
        <p id={`${id}-error`} className={styles.error} role="alert">
          <Icon name="red" /> {messageOf(error)}
        </p>
      )}
      <div id={`${id}-help`} hidden={!help} className={styles.help}>
        <dl>
          {syntax.map(([term, meaning]) => (
            <div key={term}>
              <dt>
                <code>{term}</code>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </div>
      {(help || query === '') && (
        <div className="chips">
          {examples.map(([example, finds]) => (
            <button
              key={example}
              type="button"
              className="button"
              onClick={() => setQuery(example)}
            >
              {finds}
            </button>
          ))}
        </div>
      )}
    </div>
  );
};
