export { setSecurityHeaders } from './security-headers';
export { readPage, servePages } from './serve-pages';
