import type { FaultSetting } from '@faultline/contracts/console';
import { useId } from 'react';
import styles from './field.module.css';

interface FieldProps {
  setting: FaultSetting;
  value: string;
  disabled: boolean;
  onChange: (value: string) => void;
}

const limits = ({ minimum, maximum }: FaultSetting): string => {
  if (minimum !== undefined && maximum !== undefined) return ` (${minimum} to ${maximum})`;
  if (minimum !== undefined) return ` (at least ${minimum})`;
  return maximum === undefined ? '' : ` (at most ${maximum})`;
};

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
          placeholder={kind === 'duration' ? 'such as 500ms or 5m' : ''}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      <p id={`${id}-note`} className="soft small">
        {description}
        {limits(setting)}
      </p>
    </div>
  );
};
