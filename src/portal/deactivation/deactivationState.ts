/** What became of a deactivation, for the form that asked for it. */
export type DeactivationState =
  | { status: 'asked' }
  | { status: 'done' }
  | { status: 'doneAlready' }
  | { status: 'failed' }
  | { status: 'notFound' }
