/** Shows a demo to the person who started it. */
export interface Display {
  /** All components are up. */
  ready(): void;
  stopping(): void;
  stopped(): void;
  /** Nothing more will be shown. */
  close(): void;
}
