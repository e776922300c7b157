// Texts nobody means to send, and everybody once does: for rules that hold whatever is typed.
import fc from 'fast-check'

// Controls, what turns the direction of writing, what has no width, half characters, and what other programs read as a command.
const awkward = [
  '\0',
  '\b',
  '\t',
  '\n',
  '\r',
  '\u0085',
  '\u00a0',
  '\u00ad',
  '\u0301',
  '\u061c',
  '\u200b',
  '\u200d',
  '\u200f',
  '\u2028',
  '\u202e',
  '\u2066',
  '\u3000',
  '\ufeff',
  '\uffff',
  '\ud800',
  '\udfff',
  '🙂',
  '👩\u200d🌾',
  '０',
  '٣',
  '<',
  '&',
  '"',
  "'",
  '=',
  '+',
  '-',
  '.',
  ',',
  '@',
  '%',
  '\\',
]

const unit = fc.oneof(
  fc.constantFrom(...awkward),
  fc.constantFrom(...'aZ09 '),
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
)

/** Any text at all, half characters included. */
export const anything = fc.string({ unit, maxLength: 40 })

/** Any text that can be written as UTF-8. */
export const wellFormed = anything.map((text) => text.toWellFormed())
