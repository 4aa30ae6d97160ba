import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { Button, classNames, LinkButton, TextField } from '../src';

const ignore = () => undefined;
const attribute = (html: string, name: string): string | undefined =>
  new RegExp(` ${name}="([^"]*)"`).exec(html)?.[1];

it('joins the class names that are there', () => {
  expect(classNames('a', undefined, false, '', 'b')).toBe('a b');
});

describe('a button', () => {
  it('keeps its focus and its words while it is inactive', () => {
    const html = renderToStaticMarkup(<Button inactive>Pay</Button>);
    expect(attribute(html, 'aria-disabled')).toBe('true');
    expect(html).not.toMatch(/ disabled/);
    expect(html).toContain('>Pay</button>');
  });

  it('sends no form unless it says so', () => {
    expect(attribute(renderToStaticMarkup(<Button>Add</Button>), 'type')).toBe('button');
  });

  it('is a link where it leads to another page', () => {
    const html = renderToStaticMarkup(
      <MemoryRouter>
        <LinkButton to="/cart">View cart</LinkButton>
      </MemoryRouter>,
    );
    expect(html).toMatch(/^<a [^>]*href="\/cart"[^>]*>View cart<\/a>$/);
  });
});

describe('a text field', () => {
  const field = (messages: { note?: string; hint?: string; error?: string }) =>
    renderToStaticMarkup(
      <TextField
        label="E-mail"
        name="email"
        value=""
        autoComplete="email"
        onChange={ignore}
        {...messages}
      />,
    );

  it('is tied to its label', () => {
    const html = field({});
    expect(attribute(html, 'for')).toBe(/<input id="([^"]*)"/.exec(html)?.[1]);
    expect(html).not.toContain('aria-describedby');
  });

  it('is described by its note and its error, which stands before a hint', () => {
    const html = field({ note: 'For the receipt', hint: 'Is it right?', error: 'It has no @' });
    const described = attribute(html, 'aria-describedby')?.split(' ') ?? [];
    const texts = described.map((id) => new RegExp(`id="${id}"[^>]*>([^<]*)<`).exec(html)?.[1]);
    expect(texts).toEqual(['For the receipt', 'It has no @']);
    expect(html).not.toContain('Is it right?');
    expect(attribute(html, 'aria-invalid')).toBe('true');
  });

  it('is not wrong because of a hint', () => {
    const html = field({ hint: 'Is it right?' });
    expect(html).toContain('Is it right?');
    expect(attribute(html, 'aria-invalid')).toBe('false');
  });
});
