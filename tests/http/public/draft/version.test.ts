// A form that changes while it is filled in: answers are read as they were asked, and who goes on sees what is new.
import { beforeEach, describe, expect, it } from 'vitest'
import { registration } from '../../../../forms/registration/v1.ts'
import { loadForms } from '../../../../src/core/form/check.ts'
import type { Form } from '../../../../src/core/form/form.ts'
import { type FormShelf, formHash, shelfOf } from '../../../../src/core/form/shelf.ts'
import { publishedForm } from '../../../../src/db/form/read.ts'
import { pageOf, sendable } from '../../../support/inside/page.ts'
import {
  MINUTE,
  newWorld,
  REGISTRATION,
  registrationAnswers,
  type World,
} from '../../../support/inside/world.ts'

const { profile, short_name, ...stay } = registration.questions

/** One question is gone, one has another name, one has other words, one is new and must be answered. */
const next: Form = {
  ...registration,
  version: 2,
  registers: { ...registration.registers, shortNames: 'nickname' },
  questions: {
    organisation: { ...stay.organisation, label: { id: 'Nama resmi organisasi', en: 'Official name' } },
    nickname: { ...short_name, label: { id: 'Nama panggilan', en: 'Nickname' } },
    ...Object.fromEntries(Object.entries(stay).filter(([id]) => id !== 'organisation')),
    consent_photo_page: {
      ...stay.consent_donors,
      kind: 'choice',
      section: 'consent',
      label: { id: 'Boleh memakai foto?', en: 'May photos be used?' },
      name: { id: 'Boleh memakai foto', en: 'Use of photos' },
      choices: { yes: { id: 'Ya', en: 'Yes' }, no: { id: 'Tidak', en: 'No' } },
      required: true,
    },
  },
}

let world: World
let shelf: FormShelf
beforeEach(async () => {
  // Only the first version is there yet; afterwards only the second one, beside what the database has.
  shelf = shelfOf(loadForms([registration]), async () => null)
  const forms: FormShelf = {
    find: (...of) => shelf.find(...of),
    byHash: (hash) => shelf.byHash(hash),
    newest: () => shelf.newest(),
  }
  world = await newWorld({ forms })
})

/** The deployment whose forms know only the second version, ten seconds after the round moved to it. */
async function renew(): Promise<void> {
  await world.exec(`update rounds set form_version = 2, form_hash = null where slug = 'daftar'`)
  shelf = shelfOf(loadForms([next]), (which) => publishedForm(world.deps.db, which))
  world.clock.now += MINUTE
}

const typed = { ...registrationAnswers, submission: '' }

async function draftOf(fields: typeof typed): Promise<string> {
  const saved = await world.post(REGISTRATION, { ...fields, action: 'save' })
  return (saved.headers.get('Location') ?? '').replace(/\?.*/, '')
}

const hashesOf = async () =>
  (await world.rows<{ form_hash: string }>('select form_hash from revisions')).map(
    ({ form_hash }) => form_hash,
  )

describe('a draft of the earlier version', () => {
  it('is gone on with as it was begun, tells what is new, and is sent as it was asked', async () => {
    const link = await draftOf({ ...typed, submission: world.newKey() })
    await renew()
    const page = await pageOf(await world.get(`${link}/form`))
    expect(page.words).toContain('Formulir ini berubah sejak Anda mulai mengisi')
    for (const name of ['Nama panggilan', 'Boleh memakai foto', 'Nama resmi organisasi', 'Profil singkat'])
      expect(page.words).toContain(name)
    const again = sendable(page)
    expect(again).toMatchObject({ profile: typed.profile, short_name: typed.short_name })
    expect((await world.post(REGISTRATION, again)).status).toBe(303)
    expect(await hashesOf()).toEqual([await formHash(registration)])
    const [revision] = await world.rows<{ answers: string }>('select answers from revisions')
    expect(JSON.parse(revision?.answers ?? '')).toMatchObject({ profile: typed.profile })
  })

  it('goes on in the new form where that is wished: no answer stands under another question, and none is lost', async () => {
    const link = await draftOf({ ...typed, submission: world.newKey() })
    await renew()
    const page = await pageOf(await world.get(`${link}/form?form=new`))
    expect(page.words).toContain('tidak ikut dikirim')
    expect(page.words).toContain('KSDC, Sahabat')
    const fields = sendable(page)
    expect(fields).toMatchObject({ nickname: '', short_name: typed.short_name, profile: typed.profile })
    expect((await world.post(REGISTRATION, fields)).status).toBe(422)

    // Saved from there, what is not asked any more is still kept, and can still be read in the first version.
    world.clock.now += MINUTE
    const saved = await world.post(REGISTRATION, { ...fields, nickname: 'Sahabat', action: 'save' })
    expect((saved.headers.get('Location') ?? '').replace(/\?.*/, '')).toBe(link)
    const [draft] = await world.rows<{ answers: string; form_hash: string }>(
      'select answers, form_hash from drafts',
    )
    expect(draft?.form_hash).toBe(await formHash(next))
    expect(draft?.answers).not.toContain('KSDC, Sahabat')
    const sent = await world.post(REGISTRATION, {
      ...fields,
      nickname: 'Sahabat',
      consent_photo_page: 'no',
      'draft-version': '2',
    })
    expect(sent.status).toBe(303)
    expect(await hashesOf()).toEqual([await formHash(next)])
  })
})

describe('a page that a browser kept from before', () => {
  it('is read as it was asked: checked, mended and sent', async () => {
    const page = sendable(await pageOf(await world.get(REGISTRATION)))
    await draftOf({ ...typed, submission: world.newKey() })
    await renew()
    const fields = { ...page, ...registrationAnswers }
    const refused = await pageOf(await world.post(REGISTRATION, { ...fields, email: 'bagas@' }))
    expect(sendable(refused)).toMatchObject({ profile: typed.profile, 'form-hash': page['form-hash'] })
    const check = await world.post(REGISTRATION, { ...fields, action: 'check' })
    const checked = await pageOf(check)
    expect(checked.words).toContain('Profil singkat')
    expect((await world.post(REGISTRATION, sendable(checked))).status).toBe(303)
    expect(await hashesOf()).toEqual([await formHash(registration)])
  })

  it('tells what is new when what was typed on it is gone on with, and not at every step of it', async () => {
    const page = sendable(await pageOf(await world.get(REGISTRATION)))
    await draftOf({ ...typed, submission: world.newKey() })
    await renew()
    const fields = { ...page, ...registrationAnswers }
    const goOn = async (action: string) => pageOf(await world.post(REGISTRATION, { ...fields, action }))
    const gone = await goOn('edit:')
    for (const words of ['Formulir ini berubah', 'Nama panggilan', 'Boleh memakai foto', 'Profil singkat'])
      expect(gone.words).toContain(words)
    expect(sendable(gone)).toMatchObject({ profile: typed.profile, 'form-hash': page['form-hash'] })
    expect((await goOn('edit:profile')).words).not.toContain('Formulir ini berubah')
    expect((await pageOf(await world.get(REGISTRATION))).words).not.toContain('Formulir ini berubah')
  })

  it('is read as the round asks now where nobody knows its form any more, with everything typed', async () => {
    const page = sendable(await pageOf(await world.get(REGISTRATION)))
    await world.exec('delete from form_versions')
    await renew()
    const response = await world.post(REGISTRATION, { ...page, ...registrationAnswers })
    expect(response.status).toBe(422)
    expect(sendable(await pageOf(response))).toMatchObject({
      organisation: typed.organisation,
      'form-hash': await formHash(next),
    })
  })

  it.each(['x', '0'.repeat(64), '__proto__', 'a'.repeat(10_000)])(
    'is read as the round asks where it names the form %.20s',
    async (hash) => {
      const response = await world.post(REGISTRATION, { ...typed, 'form-hash': hash })
      expect(response.status).toBe(303)
      expect(await hashesOf()).toEqual([await formHash(registration)])
    },
  )
})
