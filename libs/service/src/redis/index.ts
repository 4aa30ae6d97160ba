export { connectRedis, type Redis, type RedisStore } from './redis-store';
