import { parseArgs } from 'node:util';

const help = { type: 'boolean', short: 'h' };

/** parseArgs throws a TypeError for what was typed; another one would be a defect. */
const isTypingMistake = (error) => String(error.code).startsWith('ERR_PARSE_ARGS');

/**
 * Reads what was typed after a script that has to run before anything is installed, and so without a package: words of
 * some `kind`, and options without values. Shows the usage and ends with 0 when it is asked for, and says in one line
 * what is wrong and ends with 2.
 */
export const readTyped = ({ usage, kind = 'word', words = [], options = [] }) => {
  const refuse = (problem, known) => {
    console.error(`${problem}; there are ${known.join(', ')}`);
    process.exit(2);
  };
  try {
    const { values, positionals } = parseArgs({
      options: Object.fromEntries([
        ['help', help],
        ...options.map((name) => [name, { type: 'boolean' }]),
      ]),
      allowPositionals: true,
    });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    const unknown = positionals.find((word) => !words.includes(word));
    const known = words.length > 0 ? words : options.map((name) => `--${name}`);
    if (unknown !== undefined) refuse(`${unknown}: no such ${kind}`, known);
    return { words: positionals, options: values };
  } catch (error) {
    if (!isTypingMistake(error)) throw error;
    const [problem] = error.message.split('. ');
    return refuse(
      problem,
      ['help', ...options].map((name) => `--${name}`),
    );
  }
};
