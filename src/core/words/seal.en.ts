// What people read where something sealed does not open any more, in English.
import type { idSeals } from './seal.id.ts'

export const enSeals: typeof idSeals = {
  draft:
    'Some of what you filled in is stored sealed and cannot be opened any more. The rest is still below. Look at the empty questions, fill them in again, then save or send.',
  answers:
    'Some of these answers are stored sealed and cannot be opened, so they are not on this page. The others are still there. Contact the network and tell the code.',
  correction:
    'Some of your answers are stored sealed and cannot be opened, so their questions are empty below. Fill them in again before you send the correction.',
  title: 'Some of these answers cannot be opened',
  text: 'They are stored sealed and cannot be opened, so nothing was changed and nothing was lost. Contact your network, so that whoever runs this looks into it.',
}
