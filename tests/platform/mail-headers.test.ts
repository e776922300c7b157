// The headers of mails: the same delivery always has the same Message-ID.
import { expect, it } from 'vitest'
import type { MailToSend } from '../../src/core/kernel/ports.ts'
import { headersOf, messageId } from '../../src/platform/mail-headers.ts'

const message: MailToSend = {
  delivery: '01900000-0000-7000-8000-0000000000d1.0',
  to: 'siti@bina.example',
  fromName: 'Rumah Inklusi (contoh)',
  replyTo: 'koordinator@rumah-inklusi.example',
  subject: 'Laporan',
  text: 'Laporan',
  html: '<p>Laporan</p>',
  locale: 'en',
}
const FROM = 'simpul@simpul.example'

it('the Message-ID is the delivery at the domain of the sender', () => {
  expect(messageId(message, FROM)).toBe('<01900000-0000-7000-8000-0000000000d1.0@simpul.example>')
})

it('the Message-ID is the same at every try, and another one when it is sent anew', () => {
  expect(messageId({ ...message, subject: 'Laporan lagi' }, FROM)).toBe(messageId(message, FROM))
  const anew = { ...message, delivery: message.delivery.replace(/0$/, '1') }
  expect(messageId(anew, FROM)).not.toBe(messageId(message, FROM))
})

it('every mail says that a machine sent it, in which language, and for which delivery', () => {
  expect(headersOf(message)).toEqual({
    'Auto-Submitted': 'auto-generated',
    'Content-Language': 'en',
    'X-Simpul-Delivery': message.delivery,
  })
})
