// Every form that can be opened in a round: one import and one entry per form.
import type { Form } from '../src/core/form/form.ts'
import { iko } from './iko.ts'
import { registration } from './registration.ts'

export const forms = [registration, iko] satisfies readonly Form[]
