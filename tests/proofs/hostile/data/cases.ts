// Every hostile case by its theme.
import { addresses } from './addresses.ts'
import { bodies } from './bodies.ts'
import { actions, doors, earlier, sure } from './doors.ts'
import { keys } from './keys.ts'
import { links } from './links.ts'
import { requests } from './requests.ts'
import { texts } from './texts.ts'
import { values } from './values.ts'

export const cases = {
  texts,
  values,
  addresses,
  keys,
  bodies,
  requests,
  links,
  doors,
  actions,
  earlier,
  sure,
} as const
