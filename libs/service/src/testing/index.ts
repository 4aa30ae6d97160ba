export { fetchWhole, statusOf } from './fetch-whole';
export { type ProcessForTest, startProcessForTest } from './process-for-test';
export { refused } from './refused';
export { type LogLine, type ServiceForTest, startForTest } from './start-for-test';
