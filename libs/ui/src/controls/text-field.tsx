import { type HTMLInputAutoCompleteAttribute, type Ref, useId } from 'react';
import { classNames } from './class-names';
import styles from './text-field.module.css';

interface TextFieldProps {
  label: string;
  name: string;
  /** Explains the field below its label. */
  note?: string;
  value: string;
  /** Something about the value that may be wrong. */
  hint?: string | undefined;
  /** Why the value was not taken. */
  error?: string | undefined;
  type?: 'text' | 'email';
  inputMode?: 'text' | 'email' | 'numeric';
  autoComplete: HTMLInputAutoCompleteAttribute;
  maxLength?: number;
  placeholder?: string;
  ref?: Ref<HTMLInputElement>;
  className?: string | undefined;
  onChange: (value: string, atEnd: boolean) => void;
  onLeave?: () => void;
}

/** A labelled text box with its explanation, hint and error, all tied to it for screen readers. */
export const TextField = ({
  label,
  name,
  note,
  value,
  hint,
  error,
  type = 'text',
  inputMode,
  autoComplete,
  maxLength,
  placeholder,
  ref,
  className,
  onChange,
  onLeave,
}: TextFieldProps) => {
  const id = useId();
  const message = error ?? hint;
  const described = [note && `${id}-note`, message && `${id}-message`].filter((part) => part);
  return (
    <div className={classNames(styles.field, className)}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {note && (
        <p id={`${id}-note`} className={styles.note}>
          {note}
        </p>
      )}
      <input
        ref={ref}
        id={id}
        name={name}
        className={styles.input}
        type={type}
        inputMode={inputMode}
        autoComplete={autoComplete}
        maxLength={maxLength}
        placeholder={placeholder}
        required
        spellCheck={false}
        aria-invalid={error !== undefined}
        aria-describedby={described.join(' ') || undefined}
        value={value}
        onChange={({ target }) =>
          onChange(target.value, target.selectionStart === target.value.length)
        }
        onBlur={onLeave}
      />
      {message && (
        <p id={`${id}-message`} className={error === undefined ? styles.hint : styles.error}>
          {message}
        </p>
      )}
    </div>
  );
};
