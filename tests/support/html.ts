// Is the HTML that the server sent valid? The rules of html-validate, and two of our own.
import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // hono/jsx writes <br/> and required="": both are valid, and not ours to decide.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // Question ids hold dots, and HTML allows them in ids.
    'valid-id': ['error', { relaxed: true }],
    // An input that names no type is a text field; saying so would only make pages longer.
    'no-implicit-input-type': 'off',
    // Neither the case of the doctype nor a blank at the end of a line means anything.
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    // A script of our own needs no hash; one of somebody else's would.
    'require-sri': ['error', { target: 'crossorigin' }],
    // A checkbox group and a row of buttons share one name; forms are read with that in mind.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
    // Titles hold an organisation's or a form's whole name.
    'long-title': 'off',
  },
})

// HTML gives `autocomplete="off"` no meaning on a hidden field, but without it Firefox puts an old key into a fresh page,
// and an old version of a draft or a form. All of these stand in the form itself.
const isHiddenKey = (selector: string): boolean =>
  /form(:nth-child\(\d+\))? > input(:nth-child\(\d+\))?$/.test(selector)

/** Whether a name that stands twice is that of a list, whose choices are carried along hidden, each of them once. */
function isCarriedList(message: string, html: string): boolean {
  const [, name = ''] = /control name "([^"]+)"/.exec(message) ?? []
  const hidden = `<input type="hidden" name="${name}" value="`
  const values = html.split(hidden).slice(1)
  const known = new Set(values.map((rest) => rest.split('"')[0]))
  return html.split(`name="${name}"`).length - 1 === values.length && known.size === values.length
}

/** Finds what is wrong with the source of a page. */
export async function invalidities(html: string): Promise<string[]> {
  const problems: string[] = []
  const headings = html.match(/<h1[\s>]/g)?.length ?? 0
  if (headings !== 1) problems.push(`there are ${headings} h1 headings instead of one`)
  // Headless browsers never ask for /favicon.ico, others do unless the page names its icon.
  if (!/<link rel="icon" href="data:/.test(html)) problems.push('a browser would ask for /favicon.ico')
  const { results } = await validator.validateString(html)
  for (const { messages } of results) {
    for (const { ruleId, message, line, column, selector } of messages) {
      if (ruleId === 'valid-autocomplete' && selector && isHiddenKey(selector)) continue
      if (ruleId === 'form-dup-name' && isCarriedList(message, html)) continue
      problems.push(`html-validate ${ruleId}: ${message} (line ${line}, column ${column})`)
    }
  }
  return problems
}
