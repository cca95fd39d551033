import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ascii,
  baselineJpeg,
  commentedPng,
  exifBlock,
  interlacedPng,
  palettePng,
  pdfOf,
  pngOfSize,
  progressiveJpeg,
  withChunk,
  withExif,
  withSegments,
} from '../../../../test/sample-files.ts'
import { inflate, inflatesTo } from '../server/inflate.ts'
import { joinBytes } from './bytes.ts'
import { readFile } from './read-file.ts'

const TYPE = { JPEG: 'image/jpeg', PNG: 'image/png', PDF: 'application/pdf' } as const
const read = (bytes: Uint8Array, kind: keyof typeof TYPE) => readFile(bytes, TYPE[kind], inflate)
const code = (bytes: Uint8Array, kind: keyof typeof TYPE): string => {
  const done = read(bytes, kind)
  return done.ok ? 'taken' : `${done.refusal.code}${done.refusal.facts['problem'] ? ` ${String(done.refusal.facts['problem'])}` : ''}`
}
const clean = (bytes: Uint8Array, kind: keyof typeof TYPE) => {
  const done = read(bytes, kind)
  if (!done.ok) throw new Error(JSON.stringify(done.refusal))
  return done.value
}
const says = (bytes: Uint8Array, word: string): boolean => Buffer.from(bytes).includes(word)
const SOMEWHERE = { latitude: [2, 3, 36.5, 'S'], longitude: [28, 45, 0, 'E'] } as const

describe('a photograph', () => {
  test.each([
    ['baseline', baselineJpeg],
    ['progressive', progressiveJpeg],
  ])('%s is kept as it is when there is nothing to remove', (_kind, jpeg) => {
    expect(clean(jpeg, 'JPEG')).toMatchObject({
      content: jpeg,
      photo: { widthPixels: 16, heightPixels: 12, takenAt: null, position: null },
    })
  })
  test('tells when and where it was taken, and keeps nothing of it but how it was held', () => {
    const { content, photo } = clean(withExif(baselineJpeg, { ...SOMEWHERE, orientation: 6, takenAt: '2026:11:21 09:40:00' }), 'JPEG')
    expect(photo).toEqual({
      widthPixels: 16,
      heightPixels: 12,
      takenAt: '2026-11-21T09:40:00',
      position: { latitude: -2.060139, longitude: 28.75 },
    })
    expect(says(content, 'Jean')).toBe(false)
    expect(says(content, '2026:11')).toBe(false)
    const again = clean(content, 'JPEG')
    expect(again.content).toEqual(content)
    expect(again.photo).toMatchObject({ takenAt: null, position: null })
    expect(Buffer.from(content).includes(Buffer.from([0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0]))).toBe(true)
  })
  test.each([
    ['zeros of a receiver without a fix', { latitude: [0, 0, 0, 'N'], longitude: [0, 0, 0, 'E'] } as const],
    ['a latitude beyond the pole', { ...SOMEWHERE, latitude: [91, 0, 0, 'N'] } as const],
    ['seventy minutes', { ...SOMEWHERE, longitude: [28, 70, 0, 'E'] } as const],
  ])('%s is no position', (_what, camera) => expect(clean(withExif(baselineJpeg, camera), 'JPEG').photo?.position).toBeNull())
  test('a clock that was never set is no moment', () =>
    expect(clean(withExif(baselineJpeg, { takenAt: '0000:00:00 00:00:00' }), 'JPEG').photo?.takenAt).toBeNull())
  test('comments, XMP, maker notes and what hangs behind the end are left out', () => {
    const dirty = joinBytes([
      withSegments(
        baselineJpeg,
        [0xfe, ascii('made by Jean')],
        [0xe1, ascii('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Jean</x:xmpmeta>')],
        [0xed, ascii('Photoshop 3.0\0 Jean')],
      ),
      ascii('PK\x03\x04 Jean <script>alert(1)</script>'),
    ])
    expect(clean(dirty, 'JPEG').content).toEqual(baselineJpeg)
  })
  test.each([
    ['cut in the picture', baselineJpeg.subarray(0, -20), 'file-cut-short'],
    ['cut in a table', baselineJpeg.subarray(0, 100), 'file-cut-short'],
    ['only its first bytes', Uint8Array.of(0xff, 0xd8, 0xff), 'file-damaged marker'],
    ['no picture at all', Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), 'file-damaged no-picture'],
  ])('%s is refused', (_what, bytes, wanted) => expect(code(bytes, 'JPEG')).toBe(wanted))
  test('one that claims 65,000 by 65,000 points is refused before anybody draws it', () => {
    const at = Buffer.from(baselineJpeg).indexOf(Buffer.from([0xff, 0xc0]))
    const huge = Uint8Array.from(baselineJpeg)
    huge.set([0xfd, 0xe8, 0xfd, 0xe8], at + 5)
    expect(code(huge, 'JPEG')).toBe('picture-too-large')
  })
})

describe('a PNG', () => {
  test.each([
    ['interlaced', interlacedPng],
    ['with a palette', palettePng],
    ['with a comment', commentedPng],
  ])('%s is taken, its rows are whole, its texts are gone', async (_kind, png) => {
    const { content, rows, photo } = clean(png, 'PNG')
    expect(photo).toMatchObject({ widthPixels: 9, heightPixels: 7 })
    expect(await inflatesTo(rows?.compressed ?? [], rows?.rowBytes ?? 0)).toBe(true)
    expect(await inflatesTo(rows?.compressed ?? [], (rows?.rowBytes ?? 0) + 1)).toBe(false)
    for (const hidden of ['secret', 'tEXt', 'date:']) expect(says(content, hidden)).toBe(false)
    expect(clean(content, 'PNG').content).toEqual(content)
  })
  test('its EXIF is read and only how it was held stays', () => {
    const { content, photo } = clean(withChunk(palettePng, 'eXIf', exifBlock({ ...SOMEWHERE, orientation: 3 })), 'PNG')
    expect(photo?.position).toEqual({ latitude: -2.060139, longitude: 28.75 })
    expect(says(content, 'Jean')).toBe(false)
    expect(clean(content, 'PNG').content).toEqual(content)
  })
  test('rows that do not fill the size it claims are found', async () => {
    const { rows } = clean(pngOfSize(commentedPng, 900, 700), 'PNG')
    expect(await inflatesTo(rows?.compressed ?? [], rows?.rowBytes ?? 0)).toBe(false)
  })
  test.each([
    ['one changed byte', Uint8Array.from(commentedPng, (byte, at) => (at === 60 ? byte ^ 1 : byte)), 'file-damaged check-sum'],
    ['cut', commentedPng.subarray(0, -6), 'file-cut-short'],
    ['50,000 by 50,000 points', pngOfSize(commentedPng, 50_000, 50_000), 'picture-too-large'],
    ['a chunk that no reader knows', withChunk(commentedPng, 'ABCD', ascii('x')), 'picture-unusual'],
  ])('%s is refused', (_what, bytes, wanted) => expect(code(bytes, 'PNG')).toBe(wanted))
})

describe('a PDF', () => {
  const SCRIPT = '9 0 << /S /JavaScript /JS (x) >>'
  const packed = (objects: string, more = '', lineEnd = '\n'): Uint8Array => {
    const inside = deflateSync(ascii(objects))
    return joinBytes([
      ascii(`<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${inside.length} ${more} >>\nstream${lineEnd}`),
      inside,
      ascii('\nendstream'),
    ])
  }
  test('with a page is kept byte for byte', () => expect(clean(pdfOf(), 'PDF').content).toEqual(pdfOf()))
  test('with harmless packed objects too', () => expect(code(pdfOf(packed('9 0 << /Type /Font >>')), 'PDF')).toBe('taken'))
  test.each([
    ['a script', pdfOf('<< /S /JavaScript /JS (app.alert(1)) >>'), 'pdf-acts'],
    ['a script with its name in disguise', pdfOf('<< /S /J#61vaScript /#4a#53 (app.alert(1)) >>'), 'pdf-acts'],
    ['a script in a packed object', pdfOf(packed('9 0 << /S /JavaScript /JS (x) >>')), 'pdf-acts'],
    ['a program to start', pdfOf('<< /S /Launch /F (cmd.exe) >>'), 'pdf-acts'],
    ['a file inside', pdfOf('<< /Type /Filespec /EF << /F 5 0 R >> /EmbeddedFiles 6 0 R >>'), 'pdf-acts'],
    ['a script behind the word stream in a text', pdfOf('<< /Filter /X /Y (stream\n) /S /JavaScript /JS (x) >> endstream'), 'pdf-acts'],
    ['a packed script behind a long dictionary', pdfOf(packed(SCRIPT, `/Y (${' '.repeat(3000)})`)), 'pdf-acts'],
    ['a packed script behind the word obj in a text', pdfOf(packed(SCRIPT, '/Y ( obj )')), 'pdf-acts'],
    ['a packed script behind the word stream in a text', pdfOf(packed(SCRIPT, '/Y (stream )')), 'pdf-acts'],
    ['a packed script behind another line end', pdfOf(packed(SCRIPT, '', '\r')), 'pdf-acts'],
    ['a lock', pdfOf('<< /Encrypt 9 0 R >>'), 'pdf-locked'],
    ['a packed object that bursts', pdfOf(packed('0'.repeat(30_000_000))), 'file-damaged packed-part'],
    ['something behind its end', joinBytes([pdfOf(), ascii('PK\x03\x04')]), 'file-damaged more-after-the-end'],
    ['no end', pdfOf().subarray(0, -10), 'file-cut-short'],
    [
      'a table that is not where it says',
      ascii(
        Buffer.from(pdfOf())
          .toString('latin1')
          .replace(/startxref\n\d+/, 'startxref\n7'),
      ),
      'file-damaged table',
    ],
    ['a head and an end only', ascii('%PDF-1.4\nxref\n0 0\nstartxref\n9\n%%EOF'), 'file-damaged no-page'],
  ])('with %s is refused', (_what, bytes, wanted) => expect(code(bytes, 'PDF')).toBe(wanted))
  test('of ten million letters in disguise does not keep the server busy', () => {
    const began = performance.now()
    expect(code(pdfOf(`(${'#41'.repeat(3_200_000)})`), 'PDF')).toBe('taken')
    expect(performance.now() - began).toBeLessThan(5000)
  })
})

describe('what a file says it is', () => {
  test.each([
    ['a page of HTML', ascii('<!doctype html><script>1</script>'), 'HTML'],
    ['an iPhone picture', joinBytes([Uint8Array.of(0, 0, 0, 24), ascii('ftypheic')]), 'HEIC'],
    ['a Word file', ascii('PK\x03\x04....'), 'ZIP (Word, Excel)'],
    ['a PNG', commentedPng, 'PNG'],
    ['a text', ascii('bonjour'), 'unknown'],
  ])('%s sent as a JPEG is refused with both words', (_what, bytes, is) => {
    expect(read(bytes, 'JPEG')).toEqual({ ok: false, refusal: { code: 'file-not-what-it-says', facts: { says: 'JPEG', is } } })
  })
  test('another kind is refused by its name', () =>
    expect(readFile(ascii('x'), 'text/html', inflate)).toMatchObject({
      refusal: { code: 'file-kind-not-taken', facts: { kind: 'text/html' } },
    }))
  test('nothing is empty', () => expect(code(new Uint8Array(), 'PDF')).toBe('file-empty'))
})

describe('whatever is done to a file, the answer is a verdict and never a fault', () => {
  const samples = [
    ['JPEG', withExif(progressiveJpeg, { ...SOMEWHERE, orientation: 6, takenAt: '2026:11:21 09:40:00' })],
    ['JPEG', baselineJpeg],
    ['PNG', withChunk(commentedPng, 'eXIf', exifBlock(SOMEWHERE))],
    ['PNG', interlacedPng],
    ['PDF', pdfOf('<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\nxxxx\nendstream')],
    ['PDF', pdfOf()],
  ] as const
  const sample = fc.constantFrom(...samples)
  test('cut anywhere: only a PNG or JPEG that lost nothing but what hangs behind its end is taken', () => {
    fc.assert(
      fc.property(sample, fc.nat(), ([kind, bytes], cut) => {
        expect(code(bytes.subarray(0, cut % bytes.length), kind)).not.toBe('')
      }),
      { numRuns: 800 },
    )
    for (const [kind, bytes] of samples.slice(0, 4))
      for (let at = 0; at < bytes.length; at += 1) expect(code(bytes.subarray(0, at), kind)).not.toBe('taken')
  })
  test('changed anywhere: what is taken can be read again and stays what it is', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(sample, changes, ([kind, bytes], where) => {
        const changed = Uint8Array.from(bytes)
        for (const [at, byte] of where) changed[at % changed.length] = byte
        const done = read(changed, kind)
        if (done.ok) expect(clean(done.value.content, kind).content).toEqual(done.value.content)
      }),
      { numRuns: 3000 },
    )
  })
  test('any bytes behind a true beginning', () => {
    const heads = fc.constantFrom(
      ['JPEG', [0xff, 0xd8, 0xff]] as const,
      ['PNG', [...commentedPng.subarray(0, 33)]] as const,
      ['PDF', [...ascii('%PDF-1.4\n')]] as const,
    )
    fc.assert(
      fc.property(heads, fc.uint8Array({ maxLength: 400 }), ([kind, head], rest) => {
        expect(code(Uint8Array.from([...head, ...rest]), kind)).not.toBe('')
      }),
      { numRuns: 2000 },
    )
  })
})
