// Where things are, in one place: pages link here and mails send people here.
import type { LinkKind } from './link.ts'
import { LOCALES, type Locale } from './text.ts'

// The first language needs no word in the address.
const inLocale = (path: string, locale: Locale): string =>
  locale === LOCALES[0] ? path : `${path}?lang=${locale}`

export const homePath = (locale: Locale): string => inLocale('/', locale)
export const networkPath = (slug: string, locale: Locale): string => inLocale(`/n/${slug}`, locale)
export const formPath = (slug: string, locale: Locale): string => inLocale(`/f/${slug}`, locale)

/** The picture that a network's pages are shared with, in whatever language. */
export const picturePath = (slug: string): string => `/n/${slug}/picture.png`
export const accessibilityPath = (locale: Locale): string => inLocale('/aksesibilitas', locale)

/** The blank form to print. */
export const printPath = (slug: string, locale: Locale): string => inLocale(`/f/${slug}/print`, locale)

/**
 * Where a form is sent: the form's own address with a word more, in every language. A POST that succeeds makes browsers
 * forget their copy of the address it went to (RFC 9111 §4.4), and Back would bring a new page with a new key.
 */
export const sendPath = (slug: string, locale: Locale): string => `/f/${slug}?lang=${locale}&send=1`

/** What sites are told of how to show the page at an address of ours (oEmbed). */
export const oembedPath = (address: string): string => `/oembed?url=${encodeURIComponent(address)}`

/** The same form to stand in a frame of another site, and where it is sent from there. */
export const FRAME_FIELD = 'embed'
export const framedPath = (slug: string, locale: Locale): string =>
  `/f/${slug}?${FRAME_FIELD}=1${locale === LOCALES[0] ? '' : `&lang=${locale}`}`
export const framedSendPath = (slug: string, locale: Locale): string =>
  `${sendPath(slug, locale)}&${FRAME_FIELD}=1`

const letters = { receipt: 's', report: 'r', resume: 'd' } as const satisfies Partial<
  Record<LinkKind, string>
>

/** The path of a receipt, a report or a draft; without a language it opens in the one its sender used. */
export const linkPath = (kind: keyof typeof letters, link: string, locale?: Locale): string =>
  `/${letters[kind]}/${link}${locale ? `?lang=${locale}` : ''}`

/** A receipt whose address has just become another one, which it says. */
export const movedPath = (link: string, locale: Locale): string =>
  `${linkPath('receipt', link, locale)}&moved=1`

/** Where answers behind a receipt are corrected, and where the correction is sent. */
export const correctionPath = (receipt: string, locale: Locale): string =>
  `/s/${receipt}/correction?lang=${locale}`
export const sendCorrectionPath = (receipt: string, locale: Locale): string =>
  `${correctionPath(receipt, locale)}&send=1`

/** Where another address for the mails of a receipt is sent. */
export const addressPath = (receipt: string, locale: Locale): string => `/s/${receipt}/address?lang=${locale}`

/** What can be done with a draft: its form filled in, its link mailed, and taking it away, which is asked first. */
export const draftPath = (link: string, part: 'form' | 'mail' | 'delete', locale: Locale): string =>
  `/d/${link}/${part}?lang=${locale}`

/** A draft that has just been saved, or whose link has just been asked for by mail: it says so. */
export const savedPath = (link: string, locale: Locale): string =>
  `${linkPath('resume', link, locale)}&saved=1`
export const mailedPath = (link: string, locale: Locale): string =>
  `${linkPath('resume', link, locale)}&mailed=1`

/** Where staff of networks sign in; `said` names what the page says to whoever was led there. */
export const SIGN_IN_NOTICE_FIELD = 'said'
export type SignInNotice = 'out' | 'first'
export const signInPath = (locale: Locale, said?: SignInNotice): string => {
  const path = inLocale('/c/sign-in', locale)
  return said === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}${SIGN_IN_NOTICE_FIELD}=${said}`
}

/** What a mailed link to sign in opens. */
export const signInLinkPath = (link: string, locale?: Locale): string =>
  `/c/sign-in/${link}${locale ? `?lang=${locale}` : ''}`

/** The pages of those who are signed in; they are in the language of the person. */
export const coordinatorPath = '/c'
export const signOutPath = '/c/sign-out'
export const languagePath = '/c/language'
export const sessionsPath = '/c/sessions'
export const coordinatorNetworkPath = (slug: string): string => `/c/n/${slug}`
export const peoplePath = (slug: string): string => `/c/n/${slug}/people`
export const invitePath = (slug: string): string => `${peoplePath(slug)}/invite`
export const memberPath = (slug: string, member: string): string => `${peoplePath(slug)}/${member}`
export const removePath = (slug: string, member: string): string => `${memberPath(slug, member)}/remove`

/** Where the picture of a network is, by the hash of its bytes: what is there never changes. */
export const logoPath = (slug: string, hash: string): string => `/n/${slug}/logo/${hash}`

/** The settings of a network, each group on a page of its own. */
export const settingsPath = (slug: string): string => `${coordinatorNetworkPath(slug)}/settings`
export const settingsPartPath = (
  slug: string,
  part: 'general' | 'logo' | 'mails' | 'privacy' | 'years' | 'roles',
): string => `${settingsPath(slug)}/${part}`
export const logoRemovalPath = (slug: string): string => `${settingsPartPath(slug, 'logo')}/remove`
export const yearPath = (slug: string, year: string): string => `${settingsPartPath(slug, 'years')}/${year}`
export const yearRemovalPath = (slug: string, year: string): string => `${yearPath(slug, year)}/remove`
export const rolePath = (slug: string, key: string): string => `${settingsPartPath(slug, 'roles')}/${key}`
export const roleRemovalPath = (slug: string, key: string): string => `${rolePath(slug, key)}/remove`

/** Second answers of one organisation, and one of them beside the answer that counts. */
export const heldPath = (slug: string): string => `${coordinatorNetworkPath(slug)}/held`
export const heldAnswerPath = (slug: string, submission: string): string => `${heldPath(slug)}/${submission}`

/** Registrations, and where each is confirmed or declined. */
export const registrationsPath = (slug: string): string => `/c/n/${slug}/registrations`
export const registrationPath = (slug: string, id: string): string => `${registrationsPath(slug)}/${id}`
export const confirmPath = (slug: string, id: string): string => `${registrationPath(slug, id)}/confirm`
export const declinePath = (slug: string, id: string): string => `${registrationPath(slug, id)}/decline`

/** Organisations, and the pages where what is known of one is changed. */
export const organisationsPath = (slug: string): string => `/c/n/${slug}/organisations`
export const newOrganisationPath = (slug: string): string => `${organisationsPath(slug)}/new`
export const organisationPath = (slug: string, id: string): string => `${organisationsPath(slug)}/${id}`
export const organisationPartPath = (
  slug: string,
  id: string,
  part: 'edit' | 'names' | 'roles' | 'relations' | 'contacts',
): string => `${organisationPath(slug, id)}/${part}`
export const contactPath = (slug: string, id: string, contact: string): string =>
  `${organisationPartPath(slug, id, 'contacts')}/${contact}`

/** Organisations that look alike, two of them side by side, one to be merged with another, and what was merged. */
export const duplicatesPath = (slug: string): string => `${organisationsPath(slug)}/duplicates`
export const pairPath = (slug: string, one: string, other: string): string =>
  `${duplicatesPath(slug)}/${one}/${other}`
export const mergePath = (slug: string, id: string): string => `${organisationPath(slug, id)}/merge`
export const mergesPath = (slug: string): string => `${organisationsPath(slug)}/merges`
export const undoPath = (slug: string, merge: string): string => `${mergesPath(slug)}/${merge}`

/** Where a list of organisations is read, where it is added once that is confirmed, and an empty one to begin with. */
export const importPath = (slug: string): string => `${organisationsPath(slug)}/import`
export const importConfirmPath = (slug: string): string => `${importPath(slug)}/confirm`
export const importTemplatePath = (slug: string, kind: 'csv' | 'xlsx'): string =>
  `${importPath(slug)}/template.${kind}`

/** Rounds: the list, a new one, and the pages of each. */
export const roundsPath = (slug: string): string => `${coordinatorNetworkPath(slug)}/rounds`
export const newRoundPath = (slug: string): string => `${roundsPath(slug)}/new`
export const roundPath = (slug: string, id: string): string => `${roundsPath(slug)}/${id}`
export const roundPartPath = (
  slug: string,
  id: string,
  part:
    | 'edit'
    | 'preview'
    | 'close'
    | 'reopen'
    | 'copy'
    | 'practice'
    | 'share'
    | 'poster'
    | 'board'
    | 'drafts',
): string => `${roundPath(slug, id)}/${part}`

/** Where the link of a draft is mailed to its holder, or shown to be handed over. */
export const draftHandoverPath = (slug: string, round: string, draft: string): string =>
  `${roundPartPath(slug, round, 'drafts')}/${draft}`

/** How far every round is, and the lists behind the numbers of one. */
export const boardsPath = (slug: string): string => `${coordinatorNetworkPath(slug)}/board`
export const boardListPath = (slug: string, id: string, list: string): string =>
  `${roundPartPath(slug, id, 'board')}/${list}`

/** The QR code of a round's form in a language, as a picture to keep. */
export const qrPath = (slug: string, id: string, kind: 'svg' | 'png', locale: Locale): string =>
  inLocale(`${roundPath(slug, id)}/qr.${kind}`, locale)

/** Mails to organisations, what the machine could not do, reports handed over by hand, and what became of every answer. */
export const messagesPath = (slug: string): string => `${coordinatorNetworkPath(slug)}/messages`
export const messagePath = (slug: string, delivery: string): string => `${messagesPath(slug)}/${delivery}`
export const messagePartPath = (slug: string, delivery: string, part: 'again' | 'address'): string =>
  `${messagePath(slug, delivery)}/${part}`
export const stepsPath = (slug: string): string => `${coordinatorNetworkPath(slug)}/steps`
export const handoversPath = (slug: string): string => `${coordinatorNetworkPath(slug)}/handovers`
export const handoverPath = (slug: string, submission: string): string =>
  `${handoversPath(slug)}/${submission}`
export const ledgerPath = (slug: string): string => `${coordinatorNetworkPath(slug)}/ledger`
export const ledgerListPath = (slug: string, state: 'done' | 'waiting' | 'owed' | 'failed'): string =>
  `${ledgerPath(slug)}/${state}`

/** A conversation with a number (E.164), or with whom one chooses where it is empty, that begins with a text. */
export const whatsappPath = (number: string, text: string): string =>
  `https://wa.me/${number.replace(/\D/g, '')}?text=${encodeURIComponent(text)}`
