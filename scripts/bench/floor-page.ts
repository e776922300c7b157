// The floor of a form's page: the same questions in the same words, written by hand as plainly as HTML allows. No script,
// no conditions, no messages, nothing filled in; what a browser cannot do without, and a style of 4 kB.
import { evidenceField } from '../../src/core/form/fields.ts'
import type { Form } from '../../src/core/form/form.ts'
import { conditionFor } from '../../src/core/form/message.ts'
import type { LevelQuestion, Question } from '../../src/core/form/question.ts'
import { questionsIn } from '../../src/core/form/show.ts'
import { wordsFor } from '../../src/core/words/index.ts'
import { floorStyle } from './floor-style.ts'

const words = wordsFor('id').page

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const paragraphs = (text: string): string =>
  text
    .split('\n\n')
    .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
    .join('')

const labelOf = ({ label, required }: Question): string =>
  escaped(label.id) + (required ? '' : ` <i>${words.optional}</i>`)

const required = (question: Question): string => (question.required === true ? ' required' : '')

const typeOf: Readonly<Partial<Record<Question['kind'], string>>> = {
  email: 'type="email"',
  phone: 'type="tel"',
  number: 'inputmode="numeric"',
  date: 'type="date"',
}

function control(id: string, question: Question): string {
  const named = `id="${id}" name="${id}"${required(question)}`
  if (question.kind !== 'select') return `<input ${typeOf[question.kind] ?? 'type="text"'} ${named}>`
  const options = Object.entries(question.choices).map(
    ([value, text]) =>
      `<option value="${value}">${typeof text === 'string' ? text : escaped(text.id)}</option>`,
  )
  return `<select ${named}><option value="">${words.choose}</option>${options.join('')}</select>`
}

function single(form: Form, id: string, question: Question): string {
  const hint = [question.hint?.id, conditionFor(form, question, 'id')].filter(Boolean).join(' ')
  const described = hint ? `<small>${escaped(hint)}</small>` : ''
  return `<p><label for="${id}">${labelOf(question)}</label>${described}${control(id, question)}</p>`
}

function levels(id: string, question: LevelQuestion): string {
  const choices = question.levels.map(
    ({ description }, index) =>
      `<label><input type="radio" name="${id}" value="${index + 1}"${required(question)}><span>` +
      `<b>${words.level(String(index + 1))}.</b> ${escaped(description.id)}</span></label>`,
  )
  const evidence = evidenceField(id)
  return (
    `<fieldset><legend><b>${escaped(question.name?.id ?? '')}</b> ${labelOf(question)}</legend>${choices.join('')}` +
    `<label for="${evidence}">${words.evidence} <i>${words.optional}</i></label>` +
    `<small>${escaped(words.evidenceExamples(question.evidence.id.join('; '), '2'))}</small>` +
    `<textarea id="${evidence}" name="${evidence}" rows="2"></textarea></fieldset>`
  )
}

/** The page of a form whose questions are single fields and levels, in Indonesian. */
export function floorPage(form: Form): string {
  const sections = Object.entries(form.sections).map(([id, { title, intro }]) => {
    const questions = questionsIn(form, id).map(([name, question]) =>
      question.kind === 'level' ? levels(name, question) : single(form, name, question),
    )
    return `<h2>${escaped(title.id)}</h2>${intro ? paragraphs(intro.id) : ''}${questions.join('')}`
  })
  return (
    `<!doctype html><html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${escaped(form.title.id)}</title><style>${floorStyle}</style><main><h1>${escaped(form.title.id)}</h1>` +
    `${paragraphs(form.intro.id)}<p>${words.required}</p><form method="post">${sections.join('')}` +
    `<h2>${words.aboutInstrument}</h2>${paragraphs(form.instrument?.attribution.id ?? '')}` +
    `<h2>${words.privacy}</h2>${paragraphs(form.notice.id)}<button>${words.send}</button></form></main></html>`
  )
}
