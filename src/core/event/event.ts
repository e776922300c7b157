// Events: who did what, when, for which network. One line each; lines are added and never changed.

/** Who acts. Only staff write events so far; the others are for what a respondent, an operator or the machine does later. */
export type ActorKind = 'staff' | 'respondent' | 'operator' | 'machine'

/** What was done. An event keeps its verb for ever, so none is given another meaning. */
export type EventVerb =
  | 'add'
  | 'change'
  | 'remove'
  /** A role or a relation holds no longer. */
  | 'end'
  | 'invite'
  | 'import'
  /** Of a registration. */
  | 'confirm'
  | 'decline'
  /** Of a held answer: it counts; it does not; it is another organisation's. */
  | 'accept'
  | 'setAside'
  | 'separate'
  /** Two organisations that look alike are two; that is open again. */
  | 'distinguish'
  | 'reconsider'
  | 'merge'
  | 'unmerge'
  /** Of a round. */
  | 'open'
  | 'close'
  | 'reopen'
  /** A mail goes once more; it goes to another address; what failed is tried again. */
  | 'send'
  | 'redirect'
  | 'retry'
  /** A report was handed over by hand; that was not so. */
  | 'handOver'
  | 'takeBack'
  /** Of a draft: its link was shown to somebody of the staff, to be handed over. */
  | 'reveal'

/** What it was done to. */
export type EventSubject =
  | 'network'
  | 'logo'
  | 'programmeYear'
  | 'networkRole'
  | 'membership'
  | 'organisation'
  | 'import'
  | 'submission'
  | 'delivery'
  | 'draft'
  | 'round'

/** What else an event names: ids and keys only, never what a person wrote and nothing that tells who somebody is. */
export type EventDetail = Readonly<Record<string, string | readonly string[]>>
