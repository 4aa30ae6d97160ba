import { expect, it } from 'vitest';
import { CookieJar } from '../src/cookie-jar';

it('sends back what was set last', () => {
  const jar = new CookieJar();
  jar.keep('faultline_session=one; Path=/; HttpOnly; SameSite=Lax');
  jar.keep(['faultline_session=two; Path=/', 'theme=dark']);
  expect(jar.header()).toEqual({ cookie: 'faultline_session=two; theme=dark' });
});

it('forgets what was taken back', () => {
  const jar = new CookieJar();
  jar.keep('faultline_session=one; Path=/');
  jar.keep('faultline_session=; Path=/; Max-Age=0');
  expect(jar.header()).toEqual({});
});
