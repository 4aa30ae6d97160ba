import type { FaultSetting } from '@faultline/contracts/console';
import { useId } from 'react';
import styles from './field.module.css';
import { durationText } from './settings';

interface FieldProps {
  setting: FaultSetting;
  value: string;
  disabled: boolean;
  onChange: (value: string) => void;
}

const limits = ({ kind, minimum, maximum }: FaultSetting): string => {
  const text = kind === 'duration' ? durationText : String;
  if (minimum !== undefined && maximum !== undefined)
    return `, ${text(minimum)} to ${text(maximum)}`;
  if (minimum !== undefined) return `, at least ${text(minimum)}`;
  return maximum === undefined ? '' : `, at most ${text(maximum)}`;
};

/** A duration that a field takes. */
const example = ({ minimum = 0, maximum = Number.POSITIVE_INFINITY }: FaultSetting): number =>
  Math.max(minimum, Math.min(maximum, maximum > 3_600_000 ? 300_000 : 500));

export const Field = ({ setting, value, disabled, onChange }: FieldProps) => {
  const id = useId();
  const { name, description, kind, choices } = setting;
  const shared = { id, className: 'field', value, disabled, 'aria-describedby': `${id}-note` };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{name}</label>
      {choices ? (
        <select {...shared} onChange={({ target }) => onChange(target.value)}>
          {!choices.includes(value) && <option value={value}>{value}</option>}
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          type="text"
          inputMode={kind === 'number' ? 'decimal' : 'text'}
          placeholder={kind === 'duration' ? `such as ${durationText(example(setting))}` : ''}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      <p id={`${id}-note`} className="soft small">
        {kind === 'duration' ? description.replace(/^Milliseconds/, 'Time') : description}
        {limits(setting)}
      </p>
    </div>
  );
};
