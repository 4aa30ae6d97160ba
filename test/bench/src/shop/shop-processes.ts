import type { Demo } from '@faultline/demo';
import { familyOf, type ProcessEntry } from '../processes/process-table';

/** The processes of one part of a demo that runs in this process, or of what is around it. */
export interface ShopProcesses {
  name: string;
  kind: string;
  processes: readonly ProcessEntry[];
}

/** All processes of a demo by part, this process the last. */
export const shopProcesses = (
  demo: Demo,
  table: readonly ProcessEntry[],
  own: string,
): ShopProcesses[] => [
  ...demo.components.map(({ name, kind }) => {
    const { pid } = demo.process(name);
    return { name, kind, processes: pid === undefined ? [] : familyOf(pid, table) };
  }),
  { name: own, kind: 'bench', processes: table.filter(({ pid }) => pid === process.pid) },
];
