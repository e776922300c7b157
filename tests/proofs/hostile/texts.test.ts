// Every hostile text in every text field of both forms: kept as text, shown as text, and never in a mail.
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Answers } from '../../../src/core/form/question.ts'
import type { ReportJson } from '../../../src/core/report/json.ts'
import { wordsFor } from '../../../src/core/words/index.ts'
import { filled, pageOf, sendable } from '../../support/inside/page.ts'
import { newWorld, type World } from '../../support/inside/world.ts'
import type { TextCase } from './data/case.ts'
import { texts } from './data/texts.ts'
import { inspect, UNSEEN } from './support/inspect.ts'
import { escaped, journey, type Shown } from './support/journey.ts'
import { forget, places, sendBothWays } from './support/sending.ts'
import { fieldsFor, keptIn, problemsOf, type TextField, textFieldsOf } from './support/text-fields.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterEach(() => expect(world.logs).toEqual([]))

const { yourOrganisation } = wordsFor('id').mail

/** A text of each field's own, which is no name and which nobody would type. */
const markOf = ({ field }: TextField): string => `@${field}@`
const OTHER = '@other@'

/** The text a question keeps: its answer, or the note of its evidence. */
function textIn(answers: Answers, question: string): unknown {
  const answer = answers[question]
  return typeof answer === 'object' && 'evidence' in answer ? answer.evidence : answer
}

const notesIn = ({ domains }: ReportJson) =>
  Object.fromEntries(
    domains
      .flatMap(({ subdomains }) => subdomains)
      .flatMap(({ items }) => items)
      .map(({ id, evidence }) => [id, evidence]),
  )

describe.each(Object.entries(places))(
  'in the text fields of the form %s',
  (name, { form, path, complete }) => {
    const all = textFieldsOf(form)
    const others = Object.keys(form.questions).filter((id) => !all.some(({ field }) => field === id))
    const marked = { ...complete, ...Object.fromEntries(all.map((field) => [field.field, markOf(field)])) }
    const withText = (text: TextCase) => ({
      ...marked,
      ...Object.fromEntries(fieldsFor(form, text).map(({ field }) => [field, text.typed])),
    })

    let plain: Shown
    beforeAll(async () => {
      await forget(world)
      plain = await journey(world, path, marked, spoiledBy(OTHER))
    })

    /** The fields that take no text, filled with one: levels, choices, numbers, days, addresses. */
    const spoiledBy = (typed: string) => Object.fromEntries(others.map((id) => [id, typed]))

    /** A page of the plain sending with the text in place of the marks, as text. */
    const inPlace = (page: string, text: TextCase, shown: (field: TextField) => string): string =>
      fieldsFor(form, text).reduce(
        (html, field) => html.replaceAll(markOf(field), escaped(shown(field))),
        page,
      )

    it('there is nothing strange in what all others are compared with', async () => {
      expect(plain.mails).toHaveLength(name === 'iko' ? 2 : 1)
      for (const page of [plain.receipt, plain.mended, plain.report ?? ''])
        expect((await inspect(page)).strange).toEqual([])
      for (const { html, text, to, subject, fromName, replyTo } of plain.mails) {
        expect({ to, fromName, replyTo }).toEqual({
          to: complete.email,
          fromName: 'Rumah Inklusi Jawa Timur (contoh)',
          replyTo: 'koordinator@rumah-inklusi.example',
        })
        expect(subject.startsWith(`${yourOrganisation}: `)).toBe(true)
        expect(html.match(/href="[^"]*"/g)).toEqual([
          expect.stringMatching(/^href="https:\/\/simpul\.test\/[sr]\/LINK"$/),
        ])
        expect(text.match(/https?:\S+/g)).toEqual([
          expect.stringMatching(/^https:\/\/simpul\.test\/[sr]\/LINK$/),
        ])
        expect(html).not.toMatch(/<(script|img|iframe|svg|form|base|link|object)|\son\w+=|javascript:/i)
        expect(text + html).not.toContain('@')
      }
    })

    async function isRefused(text: TextCase, problems: Readonly<Record<string, string>>): Promise<void> {
      const outcome = await sendBothWays(world, path, withText(text))
      expect(outcome).toMatchObject({ outcome: 'refused', issues: problems })
      if (outcome.outcome !== 'refused') return
      expect((await inspect(outcome.page)).strange).toEqual([])
      const typed = sendable(await pageOf(new Response(outcome.page)))
      for (const { field, isLines } of fieldsFor(form, text)) {
        // A browser leaves out the line end that comes first in a text area.
        const shown = isLines ? text.typed.replaceAll('\r\n', '\n').replace(/^\n/, '') : text.typed
        expect(typed[field], field).toBe(shown)
      }
      const spoiled = await world.post(path, { ...complete, email: text.typed, whatsapp: text.typed })
      expect(spoiled.status).toBe(422)
      expect((await inspect(await spoiled.text())).strange).toEqual([])
    }

    async function isTaken(text: TextCase): Promise<void> {
      const typed = text.typed.toWellFormed()
      // Many times so long a text would be more than a form can hold.
      const other = typed.length < 3000 ? typed : OTHER
      const shown = await journey(world, path, withText(text), spoiledBy(other))
      const fields = fieldsFor(form, text)
      for (const field of fields)
        expect(textIn(shown.answers, field.question) ?? '', field.field).toBe(keptIn(field, text))
      expect(JSON.stringify(shown.answers)).not.toMatch(UNSEEN)
      expect(shown.receipt).toBe(inPlace(plain.receipt, text, (field) => keptIn(field, text)))
      expect(shown.mended).toBe(inPlace(plain.mended, text, () => typed).replaceAll(OTHER, escaped(other)))
      for (const page of [shown.mended, shown.checked, shown.correction])
        expect((await inspect(page)).strange).toEqual([])
      for (const page of ['edited', 'translated'] as const)
        expect(shown[page]).toBe(inPlace(plain[page], text, () => typed))
      await isCarried(text, shown)
      if (plain.report !== null)
        expect(shown.report).toBe(inPlace(plain.report, text, (field) => keptIn(field, text)))
      if (shown.json) {
        expect(shown.json.organisation).toBe(text.line ?? text.typed)
        for (const field of fields)
          if (field.isLines) expect(notesIn(shown.json)[field.question]).toBe(keptIn(field, text))
      }
      if (text.isName) expectNamed(shown.mails, text.line ?? text.typed)
      // Word for word the mails of any other sender: nothing that was typed is in them.
      else expect(shown.mails).toEqual(plain.mails)
    }

    /** Checking posts back what was typed, byte for byte; a correction begins with what is kept. */
    async function isCarried(text: TextCase, { checked, carried, correction, corrected }: Shown) {
      const typed = text.typed.toWellFormed()
      const fields = fieldsFor(form, text)
      expect(filled(carried)).toEqual(
        filled({ ...withText(text), ...Object.fromEntries(fields.map(({ field }) => [field, typed])) }),
      )
      for (const field of fields) expect(corrected[field.field] ?? '', field.field).toBe(keptIn(field, text))
      expect(correction).toBe(inPlace(plain.correction, text, (field) => keptIn(field, text)))
      // Where nothing is kept, the page says so in words.
      if (fields.some((field) => keptIn(field, text) === '')) return
      const hidden = fields.reduce(
        (html, field) => html.replaceAll(`value="${markOf(field)}"`, `value="${escaped(typed)}"`),
        plain.checked,
      )
      expect(checked).toBe(inPlace(hidden, text, (field) => keptIn(field, text)))
    }

    function expectNamed(mails: Shown['mails'], organisation: string): void {
      for (const [i, { subject, html, text, ...head }] of plain.mails.entries()) {
        expect(mails[i]).toMatchObject(head)
        expect(mails[i]?.subject).toBe(subject.replace(yourOrganisation, organisation))
        expect(mails[i]?.html).toBe(html.replaceAll(yourOrganisation, escaped(organisation)))
        expect(mails[i]?.text.match(/https?:\S+/g)).toEqual(text.match(/https?:\S+/g))
      }
    }

    it.each(texts)('$title', async (text) => {
      await forget(world)
      const problems = problemsOf(fieldsFor(form, text), text)
      await (Object.keys(problems).length > 0 ? isRefused(text, problems) : isTaken(text))
    })

    it('what is refused is not stored', async () => {
      const taken = texts.filter((text) => Object.keys(problemsOf(fieldsFor(form, text), text)).length === 0)
      expect(
        await world.number(
          `select accepted from round_tallies where round_id = (select id from rounds where form_id = '${form.id}')`,
        ),
      ).toBe(taken.length + 1)
    })
  },
)
