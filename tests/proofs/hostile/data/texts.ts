// Every text that is typed into every text field.
import type { TextCase } from './case.ts'
import { injected } from './injected.ts'
import { markup } from './markup.ts'
import { reaching } from './reaching.ts'
import { unseenTexts } from './unseen.ts'

export const texts: readonly TextCase[] = [...markup, ...injected, ...reaching, ...unseenTexts]
