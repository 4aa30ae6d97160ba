export { callerOf } from './caller-of';
export { goodCard } from './good-card';
