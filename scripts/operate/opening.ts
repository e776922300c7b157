// A network and its rounds, as the command line names them: read, checked, and told in sentences where something lacks.
import * as v from 'valibot'
import { cleanLine } from '../../src/core/form/clean.ts'
import { readDate } from '../../src/core/kernel/date.ts'
import { momentOf } from '../../src/core/kernel/moment.ts'
import { isSlug } from '../../src/core/kernel/slug.ts'
import { isLocale, LOCALES } from '../../src/core/kernel/text.ts'
import { districtsOf, provinces } from '../../src/core/place/regions.ts'
import { zoneOf } from '../../src/core/place/zone.ts'
import { kindOfForm } from '../../src/core/round/settings.ts'
import { timeZoneNamed } from './moment.ts'
import { type FormRow, type NewAdministrator, type NewNetwork, type NewRound, newestForm } from './rows.ts'

/** What the command line says, by the names of its flags. */
export type Flags = Readonly<Record<string, string | boolean | undefined>>

const emailAddress = v.pipe(v.string(), v.email())

/** A flag that may be left out; `parse` gives null where the text is not what was asked for. */
const perhaps = <T>(name: string, what: string, parse: (text: string) => T | null) =>
  v.optional(
    v.pipe(
      v.string(),
      v.transform(cleanLine),
      v.rawTransform(({ dataset, addIssue, NEVER }): T => {
        const value = parse(dataset.value)
        if (value !== null) return value
        const is = dataset.value === '' ? `--${name} is missing: give` : `--${name} "${dataset.value}" is not`
        addIssue({ message: `${is} ${what}.` })
        return NEVER
      }),
    ),
  )

const needed = <T>(name: string, what: string, parse: (text: string) => T | null) =>
  v.optional(v.unwrap(perhaps(name, what, parse)), '')

const text = (typed: string) => typed || null
const slug = (typed: string) => (isSlug(typed) ? typed : null)
const mailAddress = (typed: string) => (v.is(emailAddress, typed) ? typed : null)

function heldProvinces(typed: string): readonly string[] | null {
  const codes = typed.split(',').map((code) => code.trim())
  return codes.every((code) => provinces.some((province) => province.code === code)) ? codes : null
}

/** What a schema makes of the flags; throws a line for each that is missing or wrong. */
function settled<S extends v.GenericSchema>(schema: S, flags: Flags): v.InferOutput<S> {
  const { success, output, issues } = v.safeParse(schema, flags)
  if (!success) throw new Error(issues.map(({ message }) => message).join('\n'))
  return output
}

const held = provinces.map(({ code, name }) => `${code} (${name})`).join(', ')

const networkFlags = v.object({
  name: needed('name', 'the name of the network in Indonesian', text),
  'name-en': needed('name-en', 'the name of the network in English', text),
  slug: needed('slug', 'its address in small letters, digits and hyphens, e.g. rumah-inklusi', slug),
  province: needed(
    'province',
    `the code of a province whose districts are held, or several with commas: ${held}`,
    heldProvinces,
  ),
  'reply-to': needed('reply-to', 'the mail address where replies are read', mailAddress),
  'time-zone': perhaps(
    'time-zone',
    'a time zone, e.g. Asia/Jakarta, Asia/Makassar or Asia/Jayapura',
    timeZoneNamed,
  ),
})

/**
 * Reads a network from flags; its time zone is that of its first province unless another is given.
 * @throws a line for each flag that is missing or wrong.
 */
export function readNetwork(flags: Flags, id: string): NewNetwork {
  const network = settled(networkFlags, flags)
  const [home] = districtsOf(network.province)
  const timeZone = network['time-zone'] ?? zoneOf(home?.code ?? '', 'Asia/Jakarta')
  const name = { id: network.name, en: network['name-en'] }
  return { id, slug: network.slug, name, timeZone, provinces: network.province, replyTo: network['reply-to'] }
}

const administratorFlags = v.object({
  name: needed('name', 'the name of the person', text),
  email: needed('email', 'the mail address to sign in with', mailAddress),
  locale: perhaps('locale', `a language: ${LOCALES.join(', ')}`, (typed) => (isLocale(typed) ? typed : null)),
})

/**
 * Reads an administrator of a network from flags; the language is Indonesian unless another is given.
 * @throws a line for each flag that is missing or wrong.
 */
export function readAdministrator(
  flags: Flags,
  ids: Pick<NewAdministrator, 'personId' | 'membershipId' | 'networkId'>,
): NewAdministrator {
  const { name, email, locale = LOCALES[0] } = settled(administratorFlags, flags)
  return { ...ids, name, email: email.toLowerCase(), locale }
}

const signInFlags = v.object({
  email: needed('email', 'the mail address of somebody on the staff', mailAddress),
})

/**
 * Reads from flags whom a way in is for; the address in lower case.
 * @throws where the address is missing or wrong.
 */
export const readSignIn = (flags: Flags): { readonly email: string } => ({
  email: settled(signInFlags, flags).email.toLowerCase(),
})

const roundFlags = (forms: readonly FormRow[]) =>
  v.pipe(
    v.object({
      slug: needed('slug', 'its address in small letters, digits and hyphens, e.g. iko-2026-2', slug),
      form: needed(
        'form',
        `the id of a form: ${[...new Set(forms.map(({ form }) => form.id))].join(', ')}`,
        (typed) => newestForm(forms, typed) ?? null,
      ),
      title: needed('title', 'the title of the round in Indonesian', text),
      'title-en': needed('title-en', 'the title of the round in English', text),
      opens: needed('opens', 'the first day on which answers are taken, e.g. 2026-11-24', readDate),
      closes: perhaps('closes', 'the last day on which answers are taken, e.g. 2026-12-31', readDate),
      from: perhaps('from', 'the first day that the answers speak about, e.g. 2026-07-01', readDate),
      to: perhaps('to', 'the last day that the answers speak about, e.g. 2026-12-31', readDate),
    }),
    v.check(
      ({ opens, closes }) => !closes || closes >= opens,
      '--closes is before --opens: give a later day.',
    ),
    v.check(({ from, to }) => !from === !to, 'Give --from and --to together, or neither.'),
    v.check(({ from, to }) => !from || !to || from <= to, '--to is before --from: give a later day.'),
  )

/**
 * Reads a round of a network from flags: it opens at 00:00 and closes at 23:59 of the network's clocks.
 * @throws a line for each flag that is missing or wrong.
 */
export function readRound(
  flags: Flags,
  network: { readonly id: string; readonly timeZone: string },
  forms: readonly FormRow[],
  id: string,
): NewRound {
  const round = settled(roundFlags(forms), flags)
  const { form: asked, opens, closes, from, to } = round
  return {
    id,
    networkId: network.id,
    slug: round.slug,
    asked,
    kind: kindOfForm(asked.form),
    title: { id: round.title, en: round['title-en'] },
    opensAt: momentOf(opens, '00:00', network.timeZone),
    closesAt: closes ? momentOf(closes, '23:59', network.timeZone) : null,
    reference: from && to ? { from, to } : null,
  }
}
