/** The dashboards: their uids and file names never change, because others link to them. */
export const boards = {
  overview: {
    uid: 'faultline-overview',
    title: 'Faultline: service overview',
    answers: 'Is the shop well, which component is not, and since when?',
  },
  service: {
    uid: 'faultline-service',
    title: 'Faultline: service detail',
    answers:
      'What is wrong with one service: which route, product, version, instance or dependency?',
  },
  executive: {
    uid: 'faultline-executive',
    title: 'Faultline: executive',
    answers: 'What is left of the error budgets, and how long do incidents last?',
  },
  stores: {
    uid: 'faultline-stores',
    title: 'Faultline: stores',
    answers: 'Do PostgreSQL and Redis answer, and who waits for them?',
  },
  outside: {
    uid: 'faultline-outside',
    title: 'Faultline: outside view',
    answers: 'What do shoppers see: synthetic checks and load tests?',
  },
  releases: {
    uid: 'faultline-releases',
    title: 'Faultline: releases',
    answers: 'Is the new version worse than the old one?',
  },
  logs: {
    uid: 'faultline-logs',
    title: 'Faultline: logs',
    answers: 'What was logged today, by whom, and what does it cost?',
  },
} as const;

export type BoardName = keyof typeof boards;

/** The tag of all of them, by which they link to each other. */
export const boardTag = 'faultline';
