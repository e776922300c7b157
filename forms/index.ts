// Every form that can be opened in a round: one import and one entry per form.
import type { Form } from '../src/core/form/form.ts'
import { iko } from './iko/v1.ts'
import { registration } from './registration/v1.ts'

export const forms = [registration, iko] satisfies readonly Form[]
