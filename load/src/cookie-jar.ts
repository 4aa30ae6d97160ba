import { parseCookie } from 'undici';

/** The cookies of one shopper, who visits one shop only: path and domain do not matter. */
export class CookieJar {
  readonly #values = new Map<string, string>();

  /** Takes the `Set-Cookie` headers of a response. */
  keep(headers: string | readonly string[] | undefined): void {
    for (const header of typeof headers === 'string' ? [headers] : (headers ?? [])) {
      const cookie = parseCookie(header);
      if (cookie === null) continue;
      if (cookie.maxAge !== undefined && cookie.maxAge <= 0) this.#values.delete(cookie.name);
      else this.#values.set(cookie.name, cookie.value);
    }
  }

  /** The `Cookie` header of the next request, if there is one to send. */
  header(): { cookie?: string } {
    if (this.#values.size === 0) return {};
    return { cookie: [...this.#values].map(([name, value]) => `${name}=${value}`).join('; ') };
  }
}
