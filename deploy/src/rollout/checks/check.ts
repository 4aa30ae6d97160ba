/** How a check after a deployment ended: a failure has the evidence of it. */
export interface CheckResult {
  outcome: 'passed' | 'failed' | 'not checked';
  /** What was seen, in one line or several. */
  words: string;
}
