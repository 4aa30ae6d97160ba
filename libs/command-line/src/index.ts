export { InvalidArgumentError, Option } from '@commander-js/extra-typings';
export { exitCodeOf } from './exit-code';
export { untilInterrupted } from './interrupted';
export { HelpAsked, program, UsageError } from './program';
export { list, numberFrom, oneOf, wholeNumberFrom } from './values';
