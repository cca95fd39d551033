import { expect, test } from 'vitest'
import { readXml } from '../../src/modules/forms/server/read-xml.ts'
import { readWorkbook } from '../../src/modules/forms/server/workbook.ts'
import { readPdf } from '../../src/modules/documents/domain/read-pdf.ts'
import { inflate } from '../../src/modules/documents/server/inflate.ts'
import { deflateSync } from 'node:zlib'
import { utils, write } from '@e965/xlsx'
const time = (f: () => unknown) => { const b = performance.now(); let r: unknown; try { r = f() } catch (e) { r = String(e) } return [Math.round(performance.now() - b), JSON.stringify(r)?.slice(0, 150)] }
test('xml', () => {
  for (const n of [10_000, 20_000, 40_000]) console.log('redos', n, time(() => readXml('<a'.repeat(n), 1e6)))
  console.log('deep é', time(() => readXml('<é>'.repeat(100_000), 1e6)))
  console.log('deep attr', time(() => readXml('<a b="/>">'.repeat(90_000), 1e6)))
})
test('pdf', () => {
  const pdf = (objects: string) => {
    const head = `%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n${objects}\n`
    return Buffer.from(`${head}xref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n${Buffer.byteLength(head, 'latin1')}\n%%EOF\n`, 'latin1')
  }
  const z = deflateSync(Buffer.from('9 0 << /S /JavaScript /JS (app.alert(1)) >>')).toString('latin1')
  console.log('plain', time(() => readPdf(pdf('5 0 obj<</S/JavaScript/JS(x)>>endobj'), inflate)))
  console.log('objstm', time(() => readPdf(pdf(`5 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${z.length}>>stream\n${z}\nendstream endobj`), inflate)))
  console.log('cr', time(() => readPdf(pdf(`5 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${z.length}>>stream\r${z}\nendstream endobj`), inflate)))
  console.log('padding', time(() => readPdf(pdf(`5 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${z.length}${' '.repeat(2100)}>>stream\n${z}\nendstream endobj`), inflate)))
  console.log('obj comment', time(() => readPdf(pdf(`5 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/X( obj )/Length ${z.length}>>stream\n${z}\nendstream endobj`), inflate)))
  console.log('string stream', time(() => readPdf(pdf(`5 0 obj<</Filter/X/Y(stream\n)/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj 6 0 obj<<>>stream\nendstream endobj`), inflate)))
  console.log('slow #', time(() => readPdf(pdf('5 0 obj(' + '#41'.repeat(3_200_000) + ')endobj'), inflate)))
  console.log('slow spaces', time(() => readPdf(pdf('5 0 obj(' + '/Type '.repeat(1) + ' '.repeat(9_000_000) + ')endobj'), inflate)))
  console.log('many /Type', time(() => readPdf(Buffer.from(pdf('5 0 obj(' + '/Type                                              '.repeat(190_000) + ')endobj').toString('latin1').replace('/Type/Pages','/Typx/Pages'),'latin1'), inflate)))
})
test('workbook', () => {
  const sheet: Record<string, unknown> = { '!ref': 'A1:XFD3000' }
  for (let r = 1; r <= 3000; r++) sheet[`XFD${r}`] = { t: 'n', v: 1 }
  const book = utils.book_new(); utils.book_append_sheet(book, sheet as never, 'survey')
  const bytes = write(book, { type: 'buffer', bookType: 'xlsx', compression: true })
  console.log('bytes', bytes.length)
  const before = process.memoryUsage().heapUsed
  console.log(time(() => { const r = readWorkbook(bytes); return r.ok ? r.value.survey.length + 'x' + r.value.survey[0]?.length : r }), (process.memoryUsage().heapUsed - before) / 1e6)
})
