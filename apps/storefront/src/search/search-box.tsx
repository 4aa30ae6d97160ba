import { pages } from '@faultline/contracts/pages';
import { classNames } from '@faultline/ui';
import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { searchAddress } from '../catalogue/addresses';
import { closedCombobox, pressKey } from './combobox';
import styles from './search-box.module.css';
import { maxSearchLength, tidySearch } from './search-text';
import { SuggestionList, suggestionId } from './suggestion-list';
import { useSuggestions } from './use-suggestions';

/** The search text in the URL; empty on other pages. */
const useSearchedText = (): string => {
  const { pathname } = useLocation();
  const [query] = useSearchParams();
  return pathname === pages.search ? (query.get('q') ?? '') : '';
};

/** The shop's search: a WAI-ARIA combobox whose list suggests names of goods. */
export const SearchBox = ({ className }: { className?: string | undefined }) => {
  const searched = useSearchedText();
  // Keyed by the search, so that the box shows what the page shows after each navigation.
  return <SearchForm key={searched} searched={searched} className={className} />;
};

interface SearchFormProps {
  searched: string;
  className: string | undefined;
}

const SearchForm = ({ searched, className }: SearchFormProps) => {
  const id = useId();
  const navigate = useNavigate();
  const [text, setText] = useState(searched);
  const [typing, setTyping] = useState(false);
  const [list, setList] = useState(closedCombobox);
  const suggestions = useSuggestions(typing ? text : undefined);
  const open = list.open && suggestions.length > 0;

  const search = (wanted: string) => {
    const q = tidySearch(wanted);
    setTyping(false);
    setList(closedCombobox);
    setText(q);
    if (q !== '') void navigate(searchAddress(q));
  };

  const pressed = (event: KeyboardEvent) => {
    const step = pressKey(event.key, { ...list, open }, suggestions.length);
    if (step.does === 'nothing') return;
    event.preventDefault();
    if (step.does === 'show') setList(step.state);
    if (step.does === 'clear') setText('');
    if (step.does === 'take') search(suggestions[step.index] ?? text);
  };

  return (
    <search className={classNames(styles.search, className)}>
      <form
        action="/search"
        className={styles.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          search(text);
        }}
      >
        <label htmlFor={id} className="visually-hidden">
          Search the shop
        </label>
        <input
          id={id}
          className={styles.input}
          type="text"
          name="q"
          role="combobox"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={
            open && list.active !== undefined ? suggestionId(id, list.active) : undefined
          }
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
          maxLength={maxSearchLength}
          placeholder="Kettle, blanket, seeds…"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setTyping(true);
            setList({ open: true, active: undefined });
          }}
          onKeyDown={pressed}
          onBlur={() => setList(closedCombobox)}
        />
        <button type="submit" className={styles.button} aria-label="Search">
          <svg viewBox="0 0 20 20" aria-hidden="true" className={styles.lens}>
            <circle cx="8.5" cy="8.5" r="5.5" />
            <path d="m13 13 4.5 4.5" />
          </svg>
        </button>
      </form>
      <SuggestionList
        id={id}
        open={open}
        typed={tidySearch(text)}
        suggestions={suggestions}
        active={list.active}
        onTake={search}
      />
    </search>
  );
};
