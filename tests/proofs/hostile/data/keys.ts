// Keys as nobody's page sends them: the answers are kept all the same, under this key or a new one of ours.
import type { KeyCase } from './case.ts'

const NEW = null

export const keys: readonly KeyCase[] = [
  {
    title: 'in capitals',
    sent: '019AB0A1-0000-7000-8000-ABCDEFABCDEF',
    key: '019ab0a1-0000-7000-8000-abcdefabcdef',
  },
  {
    title: 'with spaces around it',
    sent: ' 019ab0a1-0000-7000-8000-000000000001\r\n',
    key: '019ab0a1-0000-7000-8000-000000000001',
  },
  {
    title: 'of version 4',
    sent: '8d7c5e0a-3f1b-4c2d-9a6e-5b4f3c2d1e0f',
    key: '8d7c5e0a-3f1b-4c2d-9a6e-5b4f3c2d1e0f',
  },
  {
    title: 'of a time to come',
    sent: 'ffffffff-ffff-7000-8000-000000000001',
    key: 'ffffffff-ffff-7000-8000-000000000001',
  },
  {
    title: 'repeated, the first one counts',
    sent: ['019ab0a1-0000-7000-8000-000000000002', '019ab0a1-0000-7000-8000-000000000003'],
    key: '019ab0a1-0000-7000-8000-000000000002',
  },
  { title: 'repeated, the first one empty', sent: ['', '019ab0a1-0000-7000-8000-000000000004'], key: NEW },
  { title: 'empty', sent: '', key: NEW },
  { title: 'of zeros', sent: '00000000-0000-0000-0000-000000000000', key: NEW },
  { title: 'of ones', sent: 'ffffffff-ffff-ffff-ffff-ffffffffffff', key: NEW },
  { title: 'in braces', sent: '{019ab0a1-0000-7000-8000-000000000005}', key: NEW },
  { title: 'without hyphens', sent: '019ab0a1000070008000000000000006', key: NEW },
  { title: 'as a URN', sent: 'urn:uuid:019ab0a1-0000-7000-8000-000000000007', key: NEW },
  { title: 'with a letter that is no digit', sent: '019ab0a1-0000-7000-8000-00000000000g', key: NEW },
  { title: 'with digits of full width', sent: '０19ab0a1-0000-7000-8000-000000000008', key: NEW },
  { title: 'with NUL', sent: '019ab0a1-0000-7000-8000-000000000009\0', key: NEW },
  {
    title: 'two of them',
    sent: '019ab0a1-0000-7000-8000-000000000010,019ab0a1-0000-7000-8000-000000000011',
    key: NEW,
  },
  { title: 'with SQL', sent: "019ab0a1-0000-7000-8000-000000000012' or '1'='1", key: NEW },
  { title: 'with markup', sent: '"><script>alert(1)</script>', key: NEW },
  { title: 'that is a word', sent: '__proto__', key: NEW },
  { title: 'of 100,000 characters', sent: 'a'.repeat(100_000), key: NEW },
]
