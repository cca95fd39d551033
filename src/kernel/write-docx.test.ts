/* Text documents: parts that fit together, texts that stay texts, well-formed XML. */
import { parseXml } from '@rgrove/parse-xml'
import { expect, test } from 'vitest'
import { writeDocx } from './write-docx.ts'

/** Parts are stored as they are, so they can be read without a library. */
const partOf = (file: Uint8Array, name: string): string => {
  const text = new TextDecoder().decode(file)
  const from = text.indexOf('<?xml', text.indexOf(`${name}<?xml`))
  return text.slice(from, text.indexOf('PK', from))
}

test('headings, texts and tables are well-formed; marks of XML in a text are text', () => {
  const file = writeDocx(
    [
      { kind: 'title', text: 'Rapport <&>' },
      { kind: 'text', text: 'une ligne\nune autre' },
      { kind: 'table', head: ['a', 'b'], rows: [['1']] },
    ],
    { title: 'Rapport', language: 'fr' },
  )
  const document = partOf(file, 'word/document.xml')
  expect(() => parseXml(document)).not.toThrow()
  expect(document).toContain('Rapport &lt;&amp;&gt;')
  expect(document.match(/<w:tc>/g)).toHaveLength(4)
  expect(document).toContain('<w:tblHeader/>')
  for (const part of ['[Content_Types].xml', '_rels/.rels', 'word/styles.xml', 'docProps/core.xml'])
    expect(() => parseXml(partOf(file, part))).not.toThrow()
})
