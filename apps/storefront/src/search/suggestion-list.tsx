import { count } from '../catalogue/count';
import { markTyped } from './search-text';
import styles from './suggestion-list.module.css';

/** The element id of a suggestion, to which the combobox points. */
export const suggestionId = (comboboxId: string, index: number): string =>
  `${comboboxId}-option-${index}`;

interface SuggestionListProps {
  /** The combobox's id; the list's own is `<id>-list`. */
  id: string;
  open: boolean;
  typed: string;
  suggestions: readonly string[];
  active: number | undefined;
  onTake: (suggestion: string) => void;
}

export const SuggestionList = ({
  id,
  open,
  typed,
  suggestions,
  active,
  onTake,
}: SuggestionListProps) => (
  <>
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label="Suggestions"
      className={styles.list}
      hidden={!open}
    >
      {open &&
        suggestions.map((suggestion, index) => (
          // The focus stays in the text box, which refers to the option: options are not focusable.
          <div
            key={suggestion}
            id={suggestionId(id, index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={styles.option}
            // Before the text box loses the focus and closes the list.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onTake(suggestion)}
            // Some assistive technology moves the focus to the option itself.
            onKeyDown={(event) => {
              if (event.key === 'Enter') onTake(suggestion);
            }}
          >
            {markTyped(suggestion, typed).map((part) =>
              part.typed ? <b key={part.text}>{part.text}</b> : part.text,
            )}
          </div>
        ))}
    </div>
    <div role="status" aria-label="Number of suggestions" className="visually-hidden">
      {open && count(suggestions.length, 'suggestion')}
    </div>
  </>
);
