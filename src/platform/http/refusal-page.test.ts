import { expect, test } from 'vitest'
import { readableReply } from './refusal-page.ts'

const refusal = { status: 401, body: { refusal: { code: 'not-signed-in', facts: {} } } }

test('a browser without an account gets a page with the way to sign in', () => {
  const page = readableReply(refusal, { accept: 'text/html,application/xhtml+xml', language: 'en' })
  expect(page.status).toBe(401)
  expect(page.contentType).toContain('text/html')
  expect(page.body).toContain('href="/sign-in"')
})

test('a machine, and a page that is there, get what they got before', () => {
  expect(readableReply(refusal, { accept: 'application/json', language: 'fr' })).toBe(refusal)
  const page = { status: 200, body: 'page' }
  expect(readableReply(page, { accept: 'text/html', language: 'fr' })).toBe(page)
})
