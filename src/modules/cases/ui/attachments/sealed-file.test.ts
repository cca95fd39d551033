import { expect, test } from 'vitest'
import { newId } from '../../../../../test/world/client.ts'
import { FILE_SIZES, sealedSizeOf } from '../../domain/attachments/attachment-words.ts'
import { MOST_FILE_BYTES, openFile, readHead, sealFile } from './sealed-file.ts'

const place = { caseId: newId(), vault: 'identity', attachment: newId() } as const
const sealOf = async (content: Uint8Array<ArrayBuffer>) => {
  const made = await sealFile({ ...place, title: 'Carte de Furaha', kind: 'identity-paper', mediaType: 'image/jpeg', content })
  if (!made.ok) throw new Error(made.refusal.code)
  const head = readHead(made.value.head)
  if (head === null) throw new Error('a head was made')
  return { ...made.value, read: head }
}

test('a file opens to itself with its head alone, and has one of five sizes', async () => {
  const lengths = [0, 60_000, 131_072, 600_000]
  const sizes = new Set<number>()
  for (const length of lengths) {
    const content = new Uint8Array(length).fill(7)
    const { sealed, read } = await sealOf(content)
    sizes.add(sealed.length)
    const opened = await openFile(read, sealed, place)
    expect(opened.ok && Buffer.compare(opened.value, content)).toBe(0)
  }
  expect([...sizes]).toEqual([FILE_SIZES[0], FILE_SIZES[1], FILE_SIZES[2]].map(sealedSizeOf))
})

test('a paper of one line and a photograph of 120 kB look alike', async () => {
  const [small, large] = [await sealOf(new Uint8Array(10)), await sealOf(new Uint8Array(120_000))]
  expect(small.sealed.length).toBe(large.sealed.length)
  expect(small.sha256).not.toBe((await sealOf(new Uint8Array(10))).sha256)
})

test('what is larger is refused and says how large it may be', async () => {
  const content = new Uint8Array(MOST_FILE_BYTES + 200)
  expect(await sealFile({ ...place, title: '', kind: 'other', mediaType: 'application/pdf', content })).toMatchObject({
    refusal: { code: 'attachment-too-large', facts: { most: 8 } },
  })
})

test('moved to another case, vault or file, with another key, or changed, it does not open', async () => {
  const { sealed, read } = await sealOf(new Uint8Array([1, 2, 3]))
  const other = await sealOf(new Uint8Array([4]))
  const changed = Uint8Array.from(sealed)
  changed[40_000] = (changed[40_000] ?? 0) ^ 1
  const tries = [
    openFile(read, sealed, { ...place, caseId: newId() }),
    openFile(read, sealed, { ...place, vault: 'evidence' }),
    openFile({ ...read, attachment: newId() }, sealed, place),
    openFile({ ...read, key: other.read.key }, sealed, place),
    openFile({ ...read, key: 'none' }, sealed, place),
    openFile(read, changed, place),
    openFile(read, sealed.slice(0, 70_000), place),
  ]
  for (const tried of tries) expect(await tried).toMatchObject({ refusal: { code: 'cannot-open' } })
})

test('a text that is no head is none', () => {
  for (const text of [null, '', 'Furaha', '{}', '{"kind":"person","mediaType":"text/html","key":"x"}']) expect(readHead(text)).toBeNull()
})
