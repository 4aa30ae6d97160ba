import type { Incident, IncidentDetail } from '@faultline/contracts/console';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { savePostMortem } from '../api/bundle';
import { api } from '../api/client';
import { messageOf } from '../api/failure';
import { mostEntries } from '../api/queries';
import styles from './actions.module.css';
import { ownName } from './own-name';

/** Acknowledges, comments and resolves an incident in the name that is given. */
export const Actions = ({ incident: { id, state } }: { incident: Incident }) => {
  const client = useQueryClient();
  const [name, setName] = useState(ownName.read);
  const [text, setText] = useState('');
  const incident = { params: { id }, query: { limit: mostEntries } };
  const by = name.trim() === '' ? {} : { by: name.trim() };
  const act = useMutation({
    mutationFn: (change: () => Promise<IncidentDetail>) => change(),
    onSuccess: (detail) => client.setQueryData(['incident', id], detail),
  });
  const save = useMutation({
    mutationFn: (withBundle: boolean) => savePostMortem(id, withBundle),
  });
  const error = act.error ?? save.error;
  const comment = (event: FormEvent) => {
    event.preventDefault();
    act.mutate(() => api.commentIncident({ ...incident, body: { ...by, text: text.trim() } }), {
      onSuccess: () => setText(''),
    });
  };
  return (
    <form className={styles.actions} onSubmit={comment}>
      <input
        className="field"
        aria-label="Your name"
        placeholder="Your name"
        maxLength={80}
        value={name}
        onChange={({ target }) => {
          setName(target.value);
          ownName.write(target.value);
        }}
      />
      <button
        type="button"
        className="button"
        disabled={state !== 'open' || act.isPending}
        onClick={() => act.mutate(() => api.acknowledgeIncident({ ...incident, body: by }))}
      >
        Acknowledge
      </button>
      <button
        type="button"
        className="button"
        disabled={state === 'resolved' || act.isPending}
        onClick={() => act.mutate(() => api.resolveIncident({ ...incident, body: by }))}
      >
        Resolve
      </button>
      <input
        className={`field ${styles.text}`}
        aria-label="Comment"
        placeholder="Comment"
        maxLength={2000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <button type="submit" className="button" disabled={text.trim() === '' || act.isPending}>
        Add comment
      </button>
      <button
        type="button"
        className="button"
        disabled={save.isPending}
        onClick={() => save.mutate(false)}
      >
        Post-mortem
      </button>
      <button
        type="button"
        className="button"
        disabled={save.isPending}
        onClick={() => save.mutate(true)}
      >
        Post-mortem and telemetry
      </button>
      {error && <span role="alert">{messageOf(error)}</span>}
    </form>
  );
};
