import { accessToken } from '../api/token';

/** For a console that asks for a token: keeps it as long as the tab is open. */
export const TokenForm = ({ onDone }: { onDone: () => void }) => (
  <form
    className="chips"
    onSubmit={(event) => {
      event.preventDefault();
      const token = new FormData(event.currentTarget).get('token');
      if (typeof token !== 'string' || token === '') return;
      accessToken.keep(token);
      onDone();
    }}
  >
    <label>
      This console’s token{' '}
      <input type="password" name="token" className="field" autoComplete="off" required />
    </label>
    <button type="submit" className="button strong">
      Use it
    </button>
  </form>
);
