import { expect, test } from 'vitest'
import { documentPage, markAsSpecimen } from './document-page.ts'
import { html } from './html.ts'

test('what people typed is escaped, in text and in titles', () => {
  const page = documentPage({ title: '<b>', language: 'fr', body: html`<p>${'<script>alert(1)</script>'}</p>` })
  expect(page.html).not.toContain('<script>')
  expect(page.html).toContain('&lt;b&gt; · Chanzo')
})

test.each([
  ['fr', 'Démonstration'],
  ['en', 'Demonstration'],
] as const)('a page of a demonstration says so across itself (%s)', (language, words) => {
  const page = documentPage({ title: 'x', language, body: html`<p>y</p>` }).html
  expect(page).not.toContain(words)
  expect(markAsSpecimen(page)).toContain(words)
})
