// The DNS records of the domain that mails come from: without them mail lands in spam or nowhere.
import { type Finding, looked, type Outside, ok, unknown, wrong } from './finding.ts'

const CLOUDFLARE = { bounces: 'cf-bounce', sends: '_spf.mx.cloudflare.net' } as const

const isSpf = (text: string): boolean => /^v=spf1(?: |$)/i.test(text)
const isDmarc = (text: string): boolean => /^v=DMARC1\s*(?:;|$)/i.test(text)

/** The value of a tag in a DKIM or DMARC record, without the spaces that may stand in it. */
const tag = (text: string, name: string): string | undefined =>
  text
    .split(';')
    .map((part) => part.split('='))
    .find(([one]) => one?.trim().toLowerCase() === name)
    ?.slice(1)
    .join('=')
    .replace(/\s/g, '')

const mend = (domain: string, isCloudflare: boolean): string =>
  isCloudflare ? `npx wrangler email sending enable ${domain}` : 'your mail service tells the exact words'

/** RFC 7208 §4.5: one record, and more than one is an error for ever. */
async function checkSpf({ texts }: Outside, name: string, isCloudflare: boolean): Promise<Finding> {
  const what = `SPF of ${name}`
  const found = (await texts(name)).filter(isSpf)
  if (found.length > 1) return wrong(what, `${found.length} records, and only one may be: make one of them`)
  const [record] = found
  if (record === undefined)
    return wrong(what, `no record: ${mend(name.replace(/^cf-bounce\./, ''), isCloudflare)}`)
  if (isCloudflare && !record.includes(CLOUDFLARE.sends))
    return wrong(what, `does not name Cloudflare: add include:${CLOUDFLARE.sends}`)
  return ok(what, record)
}

/** RFC 6376 §3.6.1: a key that is empty is withdrawn. */
async function checkDkim({ texts }: Outside, domain: string, selector: string | undefined): Promise<Finding> {
  if (!selector)
    return unknown(`DKIM of ${domain}`, 'name the key of your mail service with --selector to see its record')
  const what = `DKIM ${selector} of ${domain}`
  const isCloudflare = selector === CLOUDFLARE.bounces
  const found = (await texts(`${selector}._domainkey.${domain}`)).filter(
    (text) => tag(text, 'p') !== undefined,
  )
  const [record] = found
  if (record === undefined) return wrong(what, `no record: ${mend(domain, isCloudflare)}`)
  return tag(record, 'p') === ''
    ? wrong(what, `the key was withdrawn: ${mend(domain, isCloudflare)}`)
    : ok(what, 'there is a key')
}

/** A domain and those above it, down to the last two labels: the nearest policy holds (RFC 7489 §6.6.3). */
function upwards(domain: string): readonly string[] {
  const labels = domain.split('.')
  return labels.slice(0, -1).map((_, i) => labels.slice(i).join('.'))
}

async function checkDmarc({ texts }: Outside, domain: string): Promise<Finding> {
  const what = `DMARC of ${domain}`
  for (const name of upwards(domain)) {
    const found = (await texts(`_dmarc.${name}`)).filter(isDmarc)
    if (found.length > 1) return wrong(what, `${found.length} records at _dmarc.${name}: only one may be`)
    const [record] = found
    if (record === undefined) continue
    return /^(?:none|quarantine|reject)$/i.test(tag(record, 'p') ?? '')
      ? ok(what, `${record} (at _dmarc.${name})`)
      : wrong(what, `the record at _dmarc.${name} names no policy: begin with v=DMARC1; p=none; rua=mailto:…`)
  }
  return wrong(what, `no record: TXT _dmarc.${domain} "v=DMARC1; p=none; rua=mailto:…"`)
}

/** Looks at SPF, DKIM and DMARC of the domain in MAIL_FROM; `selector` names the key of a mail service of one's own. */
export async function checkDns(outside: Outside, selector?: string): Promise<readonly Finding[]> {
  const { MAIL_FROM, MAILER } = outside.settings.vars
  const from = String(MAIL_FROM)
  const domain = from.slice(from.lastIndexOf('@') + 1).toLowerCase()
  const isCloudflare = MAILER !== 'smtp'
  // Cloudflare takes bounces at a name of its own, and mail carries that name in its envelope.
  const envelope = isCloudflare ? `${CLOUDFLARE.bounces}.${domain}` : domain
  const key = selector ?? (isCloudflare ? CLOUDFLARE.bounces : undefined)
  const groups = await Promise.all([
    looked(`SPF of ${envelope}`, async () => [await checkSpf(outside, envelope, isCloudflare)]),
    looked(`DKIM of ${domain}`, async () => [await checkDkim(outside, domain, key)]),
    looked(`DMARC of ${domain}`, async () => [await checkDmarc(outside, domain)]),
  ])
  return groups.flat()
}
