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

/** What somebody can ask not to get any more: to be invited to rounds, and reminded of them. */
export type OptOutKind = 'invitation'
