// Mails by what they tell.

/** What a mail tells: the kinds of deliveries. */
export type DeliveryKind =
  | 'receipt'
  | 'report'
  | 'confirmed'
  | 'declined'
  | 'resume'
  | 'closing'
  | 'sign-in'
  | 'invited'
  | 'digest'
  | 'alert'
