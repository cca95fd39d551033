/*
The folder of the built app, asked over a real connection for what lies beside it: a test client would straighten the address first.
*/
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request as ask } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveApp } from '../../src/bin/static-app.ts'
import { freshDatabase } from '../database.ts'

const { program } = await freshDatabase()
const outside = mkdtempSync(join(tmpdir(), 'chanzo-static-'))
const folder = join(outside, 'dist')
mkdirSync(join(folder, 'assets'), { recursive: true })
writeFileSync(join(outside, 'secret.txt'), 'the secret beside the folder')
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>app</title>')
writeFileSync(join(folder, '.env'), 'the secret in a dot file')
writeFileSync(join(folder, 'assets', 'app-1.js'), 'let app')
let port = 0
let listening: FastifyInstance
beforeAll(async () => {
  listening = await program.createHttp()
  await serveApp(listening, folder)
  await listening.listen({ port: 0, host: '127.0.0.1' })
  const address = listening.server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
})
afterAll(async () => {
  await listening.close()
  rmSync(outside, { recursive: true, force: true })
})
/** Over a real connection: a test client would straighten the address first. */
const get = (path: string) =>
  new Promise<{ readonly status: number; readonly body: string; readonly type: string }>((done, fail) => {
    const read = (answer: IncomingMessage) => {
      let body = ''
      answer.on('data', (chunk) => (body += String(chunk)))
      answer.on('end', () => done({ status: answer.statusCode ?? 0, body, type: String(answer.headers['content-type']) }))
    }
    ask({ host: '127.0.0.1', port, path, agent: false }, read).on('error', fail).end()
  })

test('gives its files, and the page for every other address', async () => {
  expect(await get('/assets/app-1.js')).toMatchObject({ status: 200, body: 'let app' })
  expect(await get('/sites/some-id')).toMatchObject({ status: 200, body: expect.stringContaining('<title>app</title>') })
})
test('has no page of a hall: those stand behind a door of their own', async () => {
  for (const path of ['/hall', '/hall/', '/hall?l=fr', '/hall/ABCDEFGH']) expect(await get(path)).toMatchObject({ status: 404 })
  expect(await get('/hallway')).toMatchObject({ status: 200 })
})
test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/assets/%2e%2e/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/assets/..%5c..%5csecret.txt',
  '/assets/....//....//secret.txt',
  '//..//secret.txt',
  '/%252e%252e/secret.txt',
  '/assets/%00/../../secret.txt',
  '/.env',
  '/%2eenv',
  '/..;/secret.txt',
])('%s does not leave it', async (path) => {
  const answer = await get(path)
  expect(answer.body).not.toContain('secret beside')
  expect(answer.body).not.toContain('secret in a dot')
  expect(answer.status).toBeLessThan(500)
})
