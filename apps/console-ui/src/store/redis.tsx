import type { RedisDetail } from '@faultline/contracts/console';
import type { Static } from 'typebox';
import { formatBytes, formatCount, formatDuration } from '../format/units';
import { Panel } from '../parts/panel';
import styles from './content.module.css';
import { Replicas } from './replicas';

type Detail = Static<typeof RedisDetail>;

export const Redis = ({ detail }: { detail: Detail }) => {
  const { role, connections, maxConnections, blocked, subscribed } = detail;
  const { memory, maxMemory, keys, commands, replicas } = detail;
  const facts = [
    ['Role', role === 'slave' ? 'replica' : 'primary'],
    ['Connections', `${formatCount(connections)} of ${formatCount(maxConnections)}`],
    ['Blocked', formatCount(blocked)],
    ...(subscribed === undefined ? [] : [['Subscribed', formatCount(subscribed)] as const]),
    [
      'Memory',
      maxMemory === undefined
        ? formatBytes(memory)
        : `${formatBytes(memory)} of ${formatBytes(maxMemory)}`,
    ],
    ['Keys', formatCount(keys)],
  ] as const;
  return (
    <>
      <Panel title="Now">
        <dl className={styles.facts}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      <div className={styles.split}>
        <Panel title="Replicas">
          <Replicas
            replicas={replicas}
            nothing={role === 'slave' ? 'It is a replica itself' : 'No replica is connected'}
          />
        </Panel>
        <Panel title="Commands">
          <table className="table">
            <thead>
              <tr>
                <th>Command</th>
                <th className="number">Calls</th>
                <th className="number">Each</th>
              </tr>
            </thead>
            <tbody>
              {commands.map(({ command, calls, mean }) => (
                <tr key={command}>
                  <td>{command}</td>
                  <td className="number">{formatCount(calls)}</td>
                  <td className="number">{formatDuration(mean / 1000)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Panel>
      </div>
    </>
  );
};
