// Sentences pass, and whatever a reader could follow or call does not.
import { expect, test } from 'vitest'
import { leadsElsewhere } from '../../../src/core/kernel/reachable.ts'

test.each([
  'Kabupaten ini sudah punya anggota dengan nama yang sama.',
  'Nama dan/atau alamatnya belum lengkap (lihat surat tahun 2024).\nSilakan daftar lagi.',
  '',
])('leads nowhere: %s', (text) => expect(leadsElsewhere(text)).toBe(false))

test.each([
  'lihat jahat.example',
  'https://jahat',
  'www jahat',
  'tulis ke a@b',
  'telepon 0812 3456 7890',
  '1.1.1.1',
])('leads elsewhere: %s', (text) => expect(leadsElsewhere(text)).toBe(true))
