// What the compiler cannot see of a form: ids, texts, order, conditions and the instrument, checked at loading.
import { compare, parseFraction } from '../instrument/fraction.ts'
import type { Instrument } from '../instrument/instrument.ts'
import { contrast, GROUNDS, LEAST_CONTRAST, palette, SCHEMES } from '../kernel/colours.ts'
import {
  checkFilled,
  checkId,
  checkText,
  checkTexts,
  checkUnique,
  checkWhole,
  type Fault,
  type Faults,
  HYPHENATED_ID,
  isWhole,
} from './fault.ts'
import type { Form, Respondent } from './form.ts'
import { checkImages, type Image } from './image.ts'
import type { Choices, Condition, Question } from './question.ts'
import { checkRegisters } from './registers.ts'
import { checkShape } from './shape.ts'

const DECIMAL = /^\d+(\.\d+)?$/

/** The page's own fields, and the one such word that every JavaScript object already knows. */
const RESERVED: readonly string[] = [
  'submission',
  'earlier',
  'topic',
  'locale',
  'action',
  'lang',
  'constructor',
]

const choicesOf = (question: Question): Choices | 'districts' | null =>
  'choices' in question ? question.choices : null

/** The choices that stand in the form itself: none for `districts`, which belong to the network. */
const listedChoices = (question: Question): Choices => {
  const choices = choicesOf(question)
  return choices === null || choices === 'districts' ? {} : choices
}

function* checkHead(form: Form): Faults {
  yield* checkId('id', form.id, HYPHENATED_ID)
  yield* checkWhole('version', form.version)
  yield* checkText('title', form.title)
  yield* checkText('intro', form.intro)
  yield* checkText('introOnScreen', form.introOnScreen)
  yield* checkText('afterwards', form.afterwards)
  yield* checkFilled('noticeVersion', form.noticeVersion)
  yield* checkText('notice', form.notice)
}

/** Every section is used, and its questions stand together, in the order of the sections. */
function* checkSections({ sections, questions }: Form): Faults {
  const order = Object.keys(sections)
  for (const [id, { title, intro }] of Object.entries(sections)) {
    yield* checkId(`sections.${id}`, id)
    yield* checkText(`sections.${id}.title`, title)
    yield* checkText(`sections.${id}.intro`, intro)
    if (!Object.values(questions).some(({ section }) => section === id))
      yield { place: `sections.${id}`, reason: 'has no question' }
  }
  let reached = 0
  for (const [id, { section }] of Object.entries(questions)) {
    const index = order.indexOf(section)
    if (index === -1) yield { place: `questions.${id}.section`, reason: `there is no section "${section}"` }
    else if (index < reached)
      yield { place: `questions.${id}`, reason: `stands after questions of section "${order[reached]}"` }
    else reached = index
  }
}

/** A condition can be decided while the page is read downwards, and it can come true. */
function* checkCondition(
  place: string,
  condition: Condition | true | undefined,
  earlier: ReadonlyMap<string, Question>,
): Faults {
  if (condition === undefined || condition === true) return
  const asked = earlier.get(condition.question)
  if (!asked) yield { place, reason: `"${condition.question}" is not an earlier question` }
  if (!asked || 'answered' in condition) return
  const offered = choicesOf(asked)
  const wanted = typeof condition.is === 'string' ? [condition.is] : condition.is
  if (!offered) yield { place, reason: `"${condition.question}" has no choices` }
  else if (wanted.length === 0) yield { place, reason: 'names no choice, so it never holds' }
  else if (offered !== 'districts')
    for (const choice of wanted)
      if (!Object.hasOwn(offered, choice))
        yield { place, reason: `"${condition.question}" does not offer "${choice}"` }
}

function* checkKind(place: string, question: Question): Faults {
  switch (question.kind) {
    case 'email':
    case 'phone':
      if (!question.data) yield { place: `${place}.data`, reason: 'leads to a person, so it is personal' }
      return
    case 'text':
    case 'longText':
      if (question.max !== undefined) yield* checkWhole(`${place}.max`, question.max)
      return
    case 'number': {
      const { min = 0, max = 1_000_000 } = question
      if (!Number.isSafeInteger(min) || !isWhole(max, min))
        yield { place, reason: `${min} to ${max} is not a range of whole numbers` }
      return
    }
    case 'choice':
    case 'select':
    case 'choices':
      if (Object.keys(question.choices).length === 0)
        yield { place: `${place}.choices`, reason: 'offers nothing' }
      return
    case 'consent':
      yield* checkFilled(`${place}.purpose`, question.purpose)
      if (question.required)
        yield { place: `${place}.required`, reason: 'consent is given freely (UU 27/2022 art. 22)' }
      return
    case 'level':
      yield* checkTexts(`${place}.evidence`, question.evidence)
      for (const [index, { description, nextSteps }] of question.levels.entries()) {
        yield* checkText(`${place}.levels.${index}.description`, description)
        yield* checkTexts(`${place}.levels.${index}.nextSteps`, nextSteps)
      }
      return
    case 'date':
      return
  }
}

function* checkQuestions({ questions }: Form): Faults {
  const earlier = new Map<string, Question>()
  for (const [id, question] of Object.entries(questions)) {
    const place = `questions.${id}`
    yield* checkId(place, id)
    if (RESERVED.includes(id)) yield { place, reason: `"${id}" is a reserved name` }
    yield* checkText(`${place}.label`, question.label)
    yield* checkText(`${place}.name`, question.name)
    yield* checkText(`${place}.hint`, question.hint)
    for (const [choice, text] of Object.entries(listedChoices(question))) {
      yield* checkId(`${place}.choices.${choice}`, choice)
      yield* checkText(`${place}.choices.${choice}`, text)
    }
    yield* checkKind(place, question)
    yield* checkCondition(`${place}.when`, question.when, earlier)
    yield* checkCondition(`${place}.required`, question.required, earlier)
    earlier.set(id, question)
  }
  const purposes = Object.values(questions).flatMap((one) => (one.kind === 'consent' ? [one.purpose] : []))
  yield* checkUnique('questions', purposes)
}

const RESPONDENT_KINDS = [
  ['organisation', 'text'],
  ['district', 'select'],
  ['email', 'email'],
  ['whatsapp', 'phone'],
  ['person', 'text'],
] as const satisfies readonly (readonly [keyof Respondent, Question['kind']])[]

/** Organisation and district tell submissions apart, so they are always asked and always answered. */
function* checkRespondent({ respondent, questions, answersPer }: Form): Faults {
  if ((answersPer === 'person') !== (respondent.person !== undefined))
    yield {
      place: 'answersPer',
      reason: 'answers are per person if and only if the respondent names the question for a person',
    }
  for (const [part, kind] of RESPONDENT_KINDS) {
    const place = `respondent.${part}`
    const id = respondent[part]
    if (id === undefined) continue
    const question = Object.hasOwn(questions, id) ? questions[id] : undefined
    if (question?.kind !== kind) {
      yield { place, reason: `there is no question "${id}" of kind ${kind}` }
      continue
    }
    if ((kind === 'text' || kind === 'select') && (question.required !== true || question.when))
      yield { place, reason: `"${id}" must be required, always` }
    if (question.kind === 'select' && question.choices !== 'districts')
      yield { place, reason: `"${id}" must offer the districts of the network` }
  }
}

const subdomainIds = ({ domains }: Instrument): readonly string[] =>
  domains.flatMap(({ subdomains }) => subdomains.map(({ id }) => id))

/** Every item stands in a subdomain and has one level for each step of the scale; no subdomain is without item. */
function* checkItems({ instrument, questions }: Form): Faults {
  const measured = new Set<string>()
  for (const [id, question] of Object.entries(questions)) {
    if (question.kind !== 'level') continue
    const place = `questions.${id}`
    measured.add(question.subdomain)
    if (!instrument) {
      yield { place, reason: 'asks for a level, but the form has no instrument' }
      continue
    }
    const steps = instrument.scale.max - instrument.scale.min + 1
    if (question.levels.length !== steps)
      yield { place: `${place}.levels`, reason: `${question.levels.length} levels on a scale of ${steps}` }
    if (!subdomainIds(instrument).includes(question.subdomain))
      yield { place: `${place}.subdomain`, reason: `there is no subdomain "${question.subdomain}"` }
  }
  if (instrument)
    for (const id of subdomainIds(instrument))
      if (!measured.has(id)) yield { place: `instrument.subdomains.${id}`, reason: 'has no item' }
}

/** The bands cover the scale from its lowest level on, each starting above the one before. */
function* checkBands({ bands, scale }: Instrument): Faults {
  if (bands.length === 0) yield { place: 'instrument.bands', reason: 'there is none' }
  for (const [index, { id, from }] of bands.entries()) {
    const place = `instrument.bands.${id}.from`
    const before = bands[index - 1]?.from
    const isAbove = (other: string) => compare(parseFraction(from), parseFraction(other)) > 0
    if (!DECIMAL.test(from)) yield { place, reason: `"${from}" is not a decimal such as 1.5` }
    else if (before === undefined) {
      if (compare(parseFraction(from), parseFraction(String(scale.min))) !== 0)
        yield { place, reason: `the first band starts at ${from}, the scale at ${scale.min}` }
    } else if (DECIMAL.test(before) && !isAbove(before))
      yield { place, reason: `${from} is not above ${before}, where the band before starts` }
    else if (isAbove(String(scale.max)))
      yield { place, reason: `${from} is above the end of the scale, ${scale.max}` }
  }
}

function* checkInstrument(instrument: Instrument): Faults {
  const { id, version, name, attribution, scale, bands, domains } = instrument
  yield* checkId('instrument.id', id, HYPHENATED_ID)
  yield* checkWhole('instrument.version', version)
  yield* checkText('instrument.name', name)
  yield* checkText('instrument.attribution', attribution)
  for (const band of bands) {
    const place = `instrument.bands.${band.id}`
    yield* checkId(place, band.id)
    yield* checkText(`${place}.name`, band.name)
    yield* checkText(`${place}.summary`, band.summary)
    yield* checkText(`${place}.focus`, band.focus)
    for (const subdomain of band.focusOn)
      if (!subdomainIds(instrument).includes(subdomain))
        yield { place: `${place}.focusOn`, reason: `there is no subdomain "${subdomain}"` }
  }
  for (const domain of domains) {
    const place = `instrument.domains.${domain.id}`
    yield* checkId(place, domain.id)
    yield* checkText(`${place}.name`, domain.name)
    yield* checkText(`${place}.description`, domain.description)
    if (domain.subdomains.length === 0) yield { place, reason: 'has no subdomain' }
    for (const subdomain of domain.subdomains) {
      yield* checkId(`instrument.subdomains.${subdomain.id}`, subdomain.id)
      yield* checkText(`instrument.subdomains.${subdomain.id}.name`, subdomain.name)
    }
  }
  yield* checkUnique(
    'instrument.bands',
    bands.map((band) => band.id),
  )
  yield* checkUnique(
    'instrument.domains',
    domains.map((domain) => domain.id),
  )
  yield* checkUnique('instrument.subdomains', subdomainIds(instrument))
  if (isWhole(scale.min, 0) && isWhole(scale.max, scale.min + 1)) yield* checkBands(instrument)
  else yield { place: 'instrument.scale', reason: `${scale.min} to ${scale.max} are not two or more levels` }
}

function* imagesIn({ sections, questions }: Form): Iterable<readonly [string, Image]> {
  for (const [id, { image }] of Object.entries(sections)) if (image) yield [`sections.${id}.image`, image]
  for (const [id, { image }] of Object.entries(questions)) if (image) yield [`questions.${id}.image`, image]
}

/** The accent is told from what it stands on, and the words of a button, in the colour of the page, from the accent. */
function* checkTheme({ theme }: Form): Faults {
  if (!theme) return
  for (const scheme of SCHEMES)
    for (const ground of GROUNDS) {
      const [accent, below] = [theme[scheme].accent, palette[scheme][ground]]
      const found = contrast(accent, below)
      // Cut, not rounded: 4.499 is not enough and must not read as 4.5.
      const ratio = (Math.floor(found * 100) / 100).toFixed(2)
      const reason = `${accent} on ${below} has a contrast of ${ratio}:1, at least ${LEAST_CONTRAST}:1 is needed`
      if (found < LEAST_CONTRAST) yield { place: `theme.${scheme}.accent`, reason }
    }
}

/** Everything in a form that would not hold; empty where the form can be opened. Whatever is given, nothing throws. */
export function checkForm(form: Form): readonly Fault[] {
  // The rules are about forms: what is not shaped like one is refused for that first.
  const misshapen = checkShape(form)
  if (misshapen.length > 0) return misshapen
  return [
    ...checkHead(form),
    ...checkSections(form),
    ...checkQuestions(form),
    ...checkRespondent(form),
    ...checkRegisters(form),
    ...checkItems(form),
    ...(form.instrument ? checkInstrument(form.instrument) : []),
    ...checkTheme(form),
    ...checkImages(imagesIn(form)),
  ]
}

/**
 * The forms, once all of them hold and no two share id and version.
 * @throws one error that names form, place and reason of every fault.
 */
export function loadForms(forms: readonly Form[]): readonly Form[] {
  const titles = forms.map(({ id, version }) => `${id} version ${version}`)
  const faults = forms.flatMap((form, index) =>
    checkForm(form).map(({ place, reason }) => `${titles[index]}, ${place}: ${reason}`),
  )
  for (const { place, reason } of checkUnique('forms', titles)) faults.push(`${place}: ${reason}`)
  if (faults.length > 0) throw new Error(`Some forms would not hold:\n  ${faults.join('\n  ')}`)
  return forms
}
