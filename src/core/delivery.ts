// Mails by what they tell.

/** What a mail tells: the kinds of deliveries. */
export const DELIVERY_KINDS = [
  'receipt',
  'report',
  'confirmed',
  'declined',
  'resume',
  'closing',
  'sign-in',
  'invited',
  'digest',
  'alert',
] as const
export type DeliveryKind = (typeof DELIVERY_KINDS)[number]
